import { encode } from '@msgpack/msgpack';
import { expect, it } from 'vitest';
import { shapes, type ToServer } from '#protocol';
import vectors from '../../../protocol/gen/vectors.json';
import { decodeBatch, encodeToServer } from './wire.ts';

interface Vector {
  what: string;
  hex: string;
  values: (number | string | boolean)[];
  tail?: boolean;
}

const good: Vector[] = vectors.good;
const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function named([number, ...values]: Vector['values']): ToServer {
  const [kind, fields] = shapes.toServer[number as keyof typeof shapes.toServer] ?? ['', []];
  const entries = fields.map(([name, type, , detail], index) => {
    const value = values[index];
    return [name, type === 'e' ? shapes.enums[detail as 'seat']?.[value as number] : value];
  });
  return { kind, ...Object.fromEntries(entries) } as ToServer;
}

it.each(good.filter((one) => !one.tail))('writes $what as the server reads it', (vector) => {
  expect(hex(encodeToServer(named(vector.values)))).toBe(vector.hex);
});

it('leaves an absent tail out', () => {
  expect([...encodeToServer({ kind: 'close' })]).toEqual([0x91, 11]);
});

it('skips what only a newer server says: fields, messages, events', () => {
  const frame = encode([
    3,
    [
      [67, 5, 9, 'a later field'],
      [99, 'a later message'],
      [66, 20, [250, 'a later event']],
    ],
  ]);
  expect(decodeBatch(frame)).toEqual({
    n: 3,
    messages: [
      { kind: 'ack', id: 5, line: 9 },
      { kind: 'event', atMs: 20, event: { kind: 'unknown' } },
    ],
  });
});

it('leaves out fields that this seat may not see', () => {
  const floor = [30, 4, 2, 0, 0, true, 1_000, 0, null, null, null, 3];
  const [message] = decodeBatch(encode([1, [[66, 1_000, floor]]])).messages;
  expect(message).toEqual({
    kind: 'event',
    atMs: 1_000,
    event: {
      kind: 'floor',
      number: 4,
      holder: 'customer',
      activity: 'active',
      flag: 'none',
      vent: true,
      sinceMs: 1_000,
      untilMs: 0,
      queued: 'none',
    },
  });
});
