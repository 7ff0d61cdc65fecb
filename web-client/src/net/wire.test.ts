import { decode } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { type Field, shapes, type ToServer } from '#protocol';
import vectorsText from '../../../protocol/gen/vectors.json?raw';
import { decodeBatch, encodeToServer } from './wire.ts';

interface Vector {
  what: string;
  hex: string;
  again?: string;
  message?: unknown;
}

interface Vectors {
  toServer: { good: Vector[] };
  toClient: Vector[];
  seen: Vector[];
}

const vectors = JSON.parse(vectorsText) as Vectors;

const fromHex = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const toHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function fieldsOf(values: unknown[], fields: readonly Field[]) {
  return Object.fromEntries(fields.map((field, i) => [field[0], readValueOf(values[i], field)]));
}

function readValueOf(value: unknown, field: Field): unknown {
  const struct = field[1] === 'l' ? shapes.structs[field[3]] : undefined;
  if (struct && value) return (value as unknown[][]).map((one) => fieldsOf(one, struct));
  return field[1] === 'e' ? shapes.enums[field[3]]?.[value as number] : (value ?? undefined);
}

function messageOf(hex: string): ToServer {
  const [number, ...values] = decode(fromHex(hex)) as [number, ...unknown[]];
  const [kind, fields] = shapes.toServer[number] ?? ['', []];
  return { kind, ...fieldsOf(values, fields) } as ToServer;
}

const batch = (n: number, ...frames: Uint8Array[]) =>
  Uint8Array.from([0x92, n, 0x90 + frames.length, ...frames.flatMap((frame) => [...frame])]);

describe('to the server', () => {
  it.each(vectors.toServer.good)('$what', ({ hex, again }) => {
    expect(toHex(encodeToServer(messageOf(again ?? hex)))).toBe(again ?? hex);
  });

  it('leaves out what is optional at the end', () => {
    expect(toHex(encodeToServer({ kind: 'hello', version: 1, tab: 'a' }))).toBe('930101a161');
    expect(toHex(encodeToServer({ kind: 'close' }))).toBe('910b');
  });
});

describe('from the server', () => {
  const told = [...vectors.toClient, ...vectors.seen.filter(({ hex }) => hex)];

  it.each(told)('$what', ({ hex, message }) => {
    expect(decodeBatch(batch(7, fromHex(hex)))).toEqual({ n: 7, messages: [message] });
  });

  it('gives the messages of a batch in their order', () => {
    const [first, second] = [told[0], told[5]];
    const bytes = batch(9, fromHex(first?.hex ?? ''), fromHex(second?.hex ?? ''));
    expect(decodeBatch(bytes).messages).toEqual([first?.message, second?.message]);
  });

  it('passes over what only a newer page knows', () => {
    const link = Uint8Array.from([0x93, 72, 5, 0xa1, 0x78]); // and a field more
    const unknown = Uint8Array.from([0x92, 0x7f, 0x90]);
    expect(decodeBatch(batch(1, unknown, link)).messages).toEqual([{ kind: 'link', rttMs: 5 }]);
  });

  it('keeps the place of an event that only a newer page knows', () => {
    const event = Uint8Array.from([0x93, 66, 5, 0x92, 0x7f, 0]);
    expect(decodeBatch(batch(1, event)).messages).toEqual([
      { kind: 'event', atMs: 5, event: { kind: 'unknown' } },
    ]);
  });
});
