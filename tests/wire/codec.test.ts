// The vectors of protocol/gen/vectors.json, as a reader as strict as the server's sees them.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encode } from './support/codec.ts';
import { decodeToServer } from './support/strict.ts';

interface Vector {
  what: string;
  hex: string;
  again?: string;
  error?: string;
}

const { toServer } = JSON.parse(
  readFileSync(new URL('../../protocol/gen/vectors.json', import.meta.url), 'utf8'),
) as { toServer: { good: Vector[]; bad: Vector[] } };

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('good frames are read and written back', () => {
  test.each(toServer.good)('$what', ({ hex, again }) => {
    expect(hexOf(encode(decodeToServer(bytesOf(hex))))).toBe(again ?? hex);
  });

  test.each(toServer.good)('$what, cut off anywhere, is refused', ({ hex }) => {
    const bytes = bytesOf(hex);
    for (let cut = 0; cut < Math.min(bytes.length, 512); cut++)
      expect(() => decodeToServer(bytes.subarray(0, cut))).toThrow('malformed');
  });
});

describe('bad frames are refused by name', () => {
  test.each(toServer.bad)('$what', ({ hex, error }) => {
    expect(() => decodeToServer(bytesOf(hex))).toThrow(error);
  });
});

test('a frame is at most 16 KiB', () => {
  const ready = (bytes: number) => {
    const text = new Uint8Array(bytes - 5).fill(0x78);
    const length = text.length;
    return Uint8Array.from([0x92, 6, 0xda, length >> 8, length & 255, ...text]);
  };
  expect(decodeToServer(ready(16 * 1024))).toEqual({ kind: 'ready' });
  expect(() => decodeToServer(ready(16 * 1024 + 1))).toThrow('too_large');
});
