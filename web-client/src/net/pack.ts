/** The part of MessagePack that the protocol speaks: nil, true and false, whole numbers, strings and
 * arrays, each in its shortest form. A library would be a fifth of what the first screen loads. */

export type Packed = null | boolean | number | string | readonly Packed[];

const utf8 = new TextEncoder();
const text = new TextDecoder('utf-8', { fatal: true });

export function pack(value: Packed): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  put(bytes, value);
  return new Uint8Array(bytes);
}

function put(bytes: number[], value: Packed) {
  if (value === null) bytes.push(0xc0);
  else if (typeof value === 'boolean') bytes.push(value ? 0xc3 : 0xc2);
  else if (typeof value === 'number') putNumber(bytes, value);
  else if (typeof value === 'string') {
    const encoded = utf8.encode(value);
    putLength(bytes, encoded.length, { short: 0xa0, room: 32, long: [0xd9, 0xda, 0xdb] });
    for (const byte of encoded) bytes.push(byte);
  } else {
    putLength(bytes, value.length, { short: 0x90, room: 16, long: [0, 0xdc, 0xdd] });
    for (const one of value) put(bytes, one);
  }
}

function putNumber(bytes: number[], value: number) {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number`);
  if (value >= -32 && value < 128) return bytes.push(value & 0xff);
  const power = value < 0 ? powerOf(-value - 1, 7) : powerOf(value, 8);
  bytes.push((value < 0 ? 0xd0 : 0xcc) + power);
  putWide(bytes, value, 2 ** power);
}

/** How often one byte must be doubled to hold it; `bits` are the ones of a byte that count. */
function powerOf(value: number, bits: number): number {
  return [bits, bits + 8, bits + 24].findIndex((most) => value < 2 ** most) & 3;
}

/** The last `count` bytes of a number, the high ones first. */
function putWide(bytes: number[], value: number, count: number) {
  for (let place = count - 1; place >= 0; place--) {
    bytes.push(Number((BigInt(value) >> BigInt(8 * place)) & 0xffn));
  }
}

interface LengthForm {
  short: number;
  room: number;
  long: readonly [number, number, number];
}

function putLength(bytes: number[], length: number, { short, room, long }: LengthForm) {
  if (length < room) return bytes.push(short + length);
  const power = length < 256 && long[0] !== 0 ? 0 : length < 65_536 ? 1 : 2;
  bytes.push(long[power]);
  putWide(bytes, length, 2 ** power);
}

export function unpack(bytes: Uint8Array): Packed {
  return new Reader(bytes).value();
}

class Reader {
  #at = 0;
  readonly #view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  value(): Packed {
    const mark = this.#wide(0);
    if (mark < 0x80) return mark;
    if (mark >= 0xe0) return mark - 0x100;
    if (mark >= 0xa0 && mark < 0xc0) return this.#text(mark - 0xa0);
    if (mark >= 0x90 && mark < 0xa0) return this.#list(mark - 0x90);
    if (mark >= 0xcc && mark <= 0xcf) return this.#wide(mark - 0xcc);
    if (mark >= 0xd0 && mark <= 0xd3) return this.#signed(mark - 0xd0);
    if (mark >= 0xd9 && mark <= 0xdb) return this.#text(this.#wide(mark - 0xd9));
    if (mark === 0xdc || mark === 0xdd) return this.#list(this.#wide(mark - 0xdb));
    if (mark === 0xc2 || mark === 0xc3) return mark === 0xc3;
    if (mark === 0xc0) return null;
    throw new TypeError(`no value begins with ${mark}`);
  }

  /** A number of 1, 2, 4 or 8 bytes, by the power of 2. */
  #wide(power: number): number {
    const at = this.#take(2 ** power);
    if (power === 0) return this.#view.getUint8(at);
    if (power === 1) return this.#view.getUint16(at);
    return power === 2 ? this.#view.getUint32(at) : Number(this.#view.getBigUint64(at));
  }

  #signed(power: number): number {
    const at = this.#take(2 ** power);
    if (power === 0) return this.#view.getInt8(at);
    if (power === 1) return this.#view.getInt16(at);
    return power === 2 ? this.#view.getInt32(at) : Number(this.#view.getBigInt64(at));
  }

  #text(length: number): string {
    const at = this.#take(length);
    return text.decode(this.bytes.subarray(at, at + length));
  }

  #list(count: number): Packed[] {
    return Array.from({ length: count }, () => this.value());
  }

  #take(length: number): number {
    const at = this.#at;
    this.#at += length;
    if (this.#at > this.bytes.length) throw new RangeError('it ends before its end');
    return at;
  }
}
