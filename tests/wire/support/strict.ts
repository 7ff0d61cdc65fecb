// Reads frames from clients as strictly as the server does: the second reading of the vectors, and
// a check on what the test clients send. Same rules and same errors as protocol/rp_decode.c.
import { type Field, shapes, type ToServer } from '#protocol';

const frameMax = 16 * 1024;
const depthMax = 8;

export class Refused extends Error {
  constructor(readonly code: 'malformed' | 'range' | 'not_found' | 'too_large') {
    super(code);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function insist(condition: boolean): asserts condition {
  if (!condition) throw new Refused('malformed');
}

function insistRange(condition: boolean): asserts condition {
  if (!condition) throw new Refused('range');
}

class Reader {
  #at = 0;

  constructor(readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.#at;
  }

  /** The byte that is never used stands for the end. */
  get mark(): number {
    return this.bytes[this.#at] ?? 0xc1;
  }

  nil(): boolean {
    if (this.mark !== 0xc0) return false;
    this.#at += 1;
    return true;
  }

  bool(): boolean {
    insist(this.mark === 0xc2 || this.mark === 0xc3);
    return this.bytes[this.#at++] === 0xc3;
  }

  /** Infinite where no number can hold it exactly. */
  integer(): number {
    const mark = this.mark;
    if (mark >= 0xcc && mark <= 0xcf) return this.#wide(mark, [0x7f, 0xff, 0xffff, 0xffffffff], 1);
    if (mark >= 0xd0 && mark <= 0xd3) return this.#wide(mark, [32, 0x80, 0x8000, 0x80000000], -1);
    insist(mark < 0x80 || mark >= 0xe0);
    this.#at += 1;
    return mark < 0x80 ? mark : mark - 0x100;
  }

  /** An integer after its mark, of that sign and too great for the next shorter form. */
  #wide(mark: number, shorter: number[], sign: 1 | -1): number {
    const power = mark & 3;
    const bytes = this.#take(1 + 2 ** power).subarray(1);
    const bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    const value = sign < 0 ? BigInt.asIntN(8 * bytes.length, bits) : bits;
    insist(value * BigInt(sign) > BigInt(shorter[power] ?? 0));
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : sign * Number.POSITIVE_INFINITY;
  }

  array(): number {
    const count = this.#count(0x90, 0x0f, 0xdc, [0xffff, 0xffffffff]);
    insist(count <= this.left);
    return count;
  }

  string(): string {
    const bytes = this.#take(this.#count(0xa0, 0x1f, 0xd9, [0xff, 0xffff, 0xffffffff]));
    try {
      return utf8.decode(bytes);
    } catch {
      throw new Refused('malformed');
    }
  }

  /** A length: within the short mark, or after a mark of its own and then too great for less. */
  #count(short: number, shortMax: number, long: number, greatest: number[]): number {
    const mark = this.mark;
    if (mark >= short && mark <= short + shortMax) {
      this.#at += 1;
      return mark - short;
    }
    const step = mark - long;
    insist(step >= 0 && step < greatest.length);
    const size = greatest[step] === 0xff ? 1 : greatest[step] === 0xffff ? 2 : 4;
    const count = this.#take(1 + size)
      .subarray(1)
      .reduce((sum, byte) => sum * 256 + byte, 0);
    insist(count > (greatest[step - 1] ?? shortMax));
    return count;
  }

  #take(length: number): Uint8Array {
    insist(length <= this.left);
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }

  skip(depth: number): void {
    const mark = this.mark;
    if (this.nil()) return;
    if (mark === 0xc2 || mark === 0xc3) this.bool();
    else if ((mark >= 0xa0 && mark < 0xc0) || (mark >= 0xd9 && mark <= 0xdb)) this.string();
    else if ((mark >= 0x90 && mark < 0xa0) || mark === 0xdc || mark === 0xdd) {
      insist(depth > 0);
      for (let count = this.array(); count > 0; count--) this.skip(depth - 1);
    } else this.integer();
  }
}

function readField(reader: Reader, field: Field, depth: number): unknown {
  if (field[2] === 1 && reader.nil()) return undefined;
  switch (field[1]) {
    case 'b':
      return reader.bool();
    case 's': {
      const text = reader.string();
      insistRange(Buffer.byteLength(text) <= field[3] && [...text].length <= field[4]);
      return text;
    }
    case 'i': {
      const value = reader.integer();
      insistRange(value >= field[3] && value <= field[4]);
      return value;
    }
    case 'e': {
      const value = shapes.enums[field[3]]?.[reader.integer()];
      insistRange(value !== undefined);
      return value;
    }
    case 'l': {
      const count = reader.array();
      insistRange(count <= field[4]);
      const struct = shapes.structs[field[3]] ?? [];
      return Array.from({ length: count }, () =>
        readFields(reader, struct, reader.array(), depth + 2),
      );
    }
    default:
      throw new TypeError(`no client sends a ${field[1]}`);
  }
}

/** `count` elements follow, inside `depth` arrays. */
function readFields(reader: Reader, fields: readonly Field[], count: number, depth: number) {
  const message: Record<string, unknown> = {};
  let left = count;
  for (const field of fields) {
    insist(left > 0 || field[2] === 1);
    if (left === 0) continue;
    left -= 1;
    const value = readField(reader, field, depth);
    if (value !== undefined) message[field[0]] = value;
  }
  for (; left > 0; left--) reader.skip(depthMax - depth);
  return message;
}

export function decodeToServer(bytes: Uint8Array): ToServer {
  if (bytes.length > frameMax) throw new Refused('too_large');
  const reader = new Reader(bytes);
  const count = reader.array() - 1;
  insist(count >= 0);
  const number = reader.integer();
  insist(number >= 0);
  const shape = shapes.toServer[number];
  const message = readFields(reader, shape?.[1] ?? [], count, 1);
  insist(reader.left === 0);
  if (!shape) throw new Refused('not_found');
  return { kind: shape[0], ...message } as unknown as ToServer;
}
