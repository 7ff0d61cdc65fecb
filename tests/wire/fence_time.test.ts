// What time does to a WebSocket: the rules of net_conn.c. They wait side by side.
import { decode } from '@msgpack/msgpack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frame, open, type Raw } from './support/raw.js';
import { type Server, startBare } from './support/server.js';

let server: Server;
beforeAll(async () => {
  server = await startBare();
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

const pings = (raw: Raw) => raw.frames().filter((one) => one.opcode === 9);

/** Closes with the code, and how long that took. */
async function cut(raw: Raw): Promise<{ code: number | null; seconds: number }> {
  const began = Date.now();
  const code = await raw.closeCode(25_000);
  raw.destroy();
  return { code, seconds: (Date.now() - began) / 1000 };
}

function every(ms: number, raw: Raw, bytes: () => Buffer): void {
  const timer = setInterval(() => (raw.ended ? clearInterval(timer) : raw.send(bytes())), ms);
  raw.socket.on('close', () => clearInterval(timer));
}

async function roundTrip(raw: Raw): Promise<number> {
  const has = raw.frames().filter((one) => one.opcode === 2).length;
  raw.send(frame('r'));
  await raw.until(() => raw.frames().filter((one) => one.opcode === 2).length > has);
  const [, [number]] = decode(raw.frames().filter((one) => one.opcode === 2)[has].payload) as [
    number,
    number[],
  ];
  return number;
}

describe.concurrent('waits', { timeout: 30_000 }, () => {
  test('one who says no hello is cut after five seconds', async ({ expect }) => {
    const { code, seconds } = await cut((await open(server.port)).answerPings());
    expect(code).toBe(4001);
    expect(seconds).toBeGreaterThan(4.5);
    expect(seconds).toBeLessThan(7);
  });

  test('a message that drips is cut after ten', async ({ expect }) => {
    const raw = (await open(server.port)).send(frame('g'));
    raw.send(frame(Buffer.alloc(1000)).subarray(0, 20));
    every(300, raw, () => Buffer.from([1]));
    const { code, seconds } = await cut(raw);
    expect(code).toBe(4005);
    expect(seconds).toBeGreaterThan(9);
    expect(seconds).toBeLessThan(13);
  });

  test('so is one that drips by pieces', async ({ expect }) => {
    const raw = (await open(server.port)).send(frame('g')).send(frame('x', { final: false }));
    every(500, raw, () => frame('x', { opcode: 0, final: false }));
    expect((await cut(raw)).code).toBe(4005);
  });

  test('one who does not answer our pings is cut after nine', async ({ expect }) => {
    const { code, seconds } = await cut((await open(server.port)).send(frame('g')));
    expect(code).toBe(4006);
    expect(seconds).toBeGreaterThan(8.5);
    expect(seconds).toBeLessThan(12);
  });

  test('answers to pings we did not send count for nothing', async ({ expect }) => {
    const raw = (await open(server.port)).send(frame('g'));
    every(500, raw, () => frame(Buffer.alloc(8), { opcode: 10 }));
    expect((await cut(raw)).code).toBe(4006);
  });

  test('one who speaks is not silent, and one who answers neither', async ({ expect }) => {
    const speaks = (await open(server.port)).send(frame('g'));
    every(1000, speaks, () => frame('x'));
    const answers = (await open(server.port)).answerPings().send(frame('g'));
    await expect(speaks.untilEnd(12_000)).rejects.toThrow('waited');
    await expect(answers.untilEnd(1)).rejects.toThrow('waited');
    expect([...speaks.frames(), ...answers.frames()].every((one) => one.opcode !== 8)).toBe(true);
    speaks.destroy();
    answers.destroy();
  });

  test('the way is measured at once: five quick pings, then as often as asked', async ({
    expect,
  }) => {
    const raw = await open(server.port);
    expect(await roundTrip(raw)).toBe(-1);
    expect(pings(raw).length).toBe(0);
    raw.answerPings().send(frame('g'));
    const began = Date.now();
    await raw.until(() => pings(raw).length === 1);
    expect(Date.now() - began).toBeLessThan(1000);
    await raw.until(() => pings(raw).length === 5);
    expect(Date.now() - began).toBeLessThan(3000);
    expect(await roundTrip(raw)).toBeGreaterThanOrEqual(0);
    await expect(raw.until(() => pings(raw).length > 5, 4000)).rejects.toThrow('waited');
    raw.send(frame('p'));
    await raw.until(() => pings(raw).length > 6, 4000);
    raw.destroy();
  });
});
