import { decode, encode } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { type Packed, pack, unpack } from './pack.ts';

const edges = [7, 8, 15, 16, 31, 32, 53].flatMap((bits) => [2 ** bits - 1, 2 ** bits]);
const numbers = [0, 127, 128, ...edges, ...edges.map((edge) => -edge), -1, -32, -33].filter(
  Number.isSafeInteger,
);
const lengths = [0, 15, 16, 31, 32, 255, 256, 65_535, 65_536];

const values: [string, Packed][] = [
  ['nothing', null],
  ['yes and no', [true, false]],
  ...numbers.map((number): [string, Packed] => [`${number}`, number]),
  ...lengths.map((length): [string, Packed] => [`${length} letters`, 'x'.repeat(length)]),
  ...lengths.map((length): [string, Packed] => [`${length} places`, Array(length).fill(7)]),
  ['a frame', [3, [[72, 'Grüße, 火 🙂', null, [[1, -5]]]]]],
];

describe('as the library packs and unpacks it', () => {
  it.each(values)('%s', (_, value) => {
    expect(pack(value)).toEqual(encode(value));
    expect(unpack(encode(value))).toEqual(value);
    expect(decode(pack(value))).toEqual(value);
  });
});

it.each([
  ['half a number', [0xcd, 1]],
  ['half a string', [0xa5, 0x61]],
  ['a list without its end', [0x92, 1]],
  ['a great list without its end', [0xdd, 255, 255, 255, 255]],
  ['a float', [0xca, 0, 0, 0, 0]],
  ['a map', [0x81, 1, 1]],
  ['what is not UTF-8', [0xa1, 0xff]],
])('%s is refused', (_, bytes) => {
  expect(() => unpack(Uint8Array.from(bytes))).toThrow();
});

it.each([0.5, Number.NaN, 2 ** 53])('%d is refused', (number) => {
  expect(() => pack(number)).toThrow(TypeError);
});
