// MessagePack for the test vectors: written here once more, so that they owe nothing to the codecs
// which they test.

const bytesOf = (text) => [...new TextEncoder().encode(text)];
const bigEndian = (value, count) =>
  Array.from({ length: count }, (_, i) =>
    Number((BigInt(value) >> BigInt(8 * (count - 1 - i))) & 255n),
  );

/** An integer in the form of that mark, which may not be the shortest. */
export const integerAs = (mark, value) => ({ raw: [mark, ...bigEndian(value, 2 ** (mark & 3))] });

function packInteger(value) {
  if (value >= 0 && value < 128) return [value];
  if (value < 0 && value >= -32) return [256 + value];
  const power = [0, 1, 2, 3].find((p) =>
    value >= 0 ? value < 2 ** (8 * 2 ** p) : value >= -(2 ** (8 * 2 ** p - 1)),
  );
  return integerAs((value >= 0 ? 0xcc : 0xd0) + power, value).raw;
}

function packLength(length, short, shortMax, marks) {
  if (length <= shortMax) return [short | length];
  const [mark, count] = marks.find(([, bytes]) => length < 2 ** (8 * bytes));
  return [mark, ...bigEndian(length, count)];
}

/** Packs nil, booleans, integers, strings and arrays in their shortest form; { raw } as it stands. */
export function pack(value) {
  if (value === null) return [0xc0];
  if (typeof value === 'boolean') return [value ? 0xc3 : 0xc2];
  if (typeof value === 'number') return packInteger(value);
  if (typeof value === 'string') {
    const bytes = bytesOf(value);
    return [
      ...packLength(bytes.length, 0xa0, 31, [
        [0xd9, 1],
        [0xda, 2],
        [0xdb, 4],
      ]),
      ...bytes,
    ];
  }
  if (Array.isArray(value))
    return [
      ...packLength(value.length, 0x90, 15, [
        [0xdc, 2],
        [0xdd, 4],
      ]),
      ...value.flatMap(pack),
    ];
  return value.raw;
}

export const hex = (bytes) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
