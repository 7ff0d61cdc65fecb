// What one address may have and try, and that it costs the others nothing: net_limit.c.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { Client } from './support/client.js';
import { decodeBatch, encode } from './support/codec.js';
import { ask, frame, get, longTurns, Raw, upgrade } from './support/raw.js';
import { type Server, startServer } from './support/server.js';

const folder = mkdtempSync(join(tmpdir(), 'hearout-limits-'));
const file = join(folder, 'hearout.yaml');
let server: Server;

afterEach(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(yaml: string) {
  writeFileSync(file, yaml);
  server = await startServer('--config', file);
}

const dialFrom = (address: string) =>
  new Promise<Raw>((resolve, reject) => {
    const socket = connect({ port: server.port, host: '127.0.0.1', localAddress: address }, () =>
      resolve(new Raw(socket)),
    );
    socket.once('error', reject);
  });

/** An upgrade from that address; the status of its answer, 0 for none. */
async function upgradeFrom(address: string, headers: Record<string, string> = {}) {
  const raw = await dialFrom(address);
  raw.send(upgrade(server.port, headers));
  await raw.until(() => raw.text().includes('\r\n\r\n'));
  return { raw, status: raw.statuses()[0] ?? 0 };
}

/** A connection that says hello and then tries a token that nobody has; how it ends. */
async function guess(address: string, headers: Record<string, string> = {}) {
  const { raw, status } = await upgradeFrom(address, headers);
  if (status !== 101) return status;
  raw.send(frame(Buffer.from(encode({ kind: 'hello', version: 1, tab: 'guess', secret: null }))));
  raw.send(frame(Buffer.from(encode({ kind: 'resume', token: 'no such token', n: 0 }))));
  const batches = () => raw.frames().filter((one) => one.opcode === 2).map((one) => decodeBatch(one.payload));
  const isRefused = () => batches().some(({ messages }) => messages.some(({ kind }) => kind === 'error'));
  await raw.until(() => isRefused() || raw.frames().some((one) => one.opcode === 8));
  const code = raw.frames().find((one) => one.opcode === 8)?.payload.readUInt16BE(0) ?? 0;
  raw.destroy();
  return code;
}

/** At once, so that no limit gives anything back meanwhile, however slow the machine. */
const atOnce = <T>(count: number, one: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => one(i)));

const figure = async (name: string) =>
  Number(
    (await ask(server.port, get('/metrics')))
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1],
  );

describe('one address', () => {
  test('has no more sockets than its share, and gets them back', async () => {
    await start('limits: {address_connections: 4}\n');
    const mine = await Promise.all([1, 2, 3, 4].map(() => dialFrom('127.0.0.2')));
    const fifth = await dialFrom('127.0.0.2');
    expect(await fifth.untilEnd()).toBe(true);
    expect((await upgradeFrom('127.0.0.3')).status).toBe(101);
    expect(await figure('hearout_refused_total{limit="address_connections"}')).toBe(1);
    for (const raw of mine) raw.destroy();
    await expect.poll(() => figure('hearout_sockets'), { interval: 20 }).toBe(2);
    expect((await upgradeFrom('127.0.0.2')).status).toBe(101);
  });

  test('opens no more WebSockets at once than its share: 429', async () => {
    await start('limits: {address_handshakes_burst: 3, address_handshakes_per_second: 1}\n');
    const asked = await atOnce(5, () => upgradeFrom('127.0.0.2'));
    expect(asked.map(({ status }) => status).sort()).toEqual([101, 101, 101, 429, 429]);
    expect((await upgradeFrom('127.0.0.3')).status).toBe(101);
    expect(await figure('hearout_refused_total{limit="address_handshakes"}')).toBe(2);
  });

  test('guesses five times a minute, while the holder of a token comes in', async () => {
    await start('limits: {}\n');
    const guesses = await atOnce(7, () => guess('127.0.0.1'));
    expect(guesses.sort()).toEqual([0, 0, 0, 0, 0, 4009, 4009]);
    expect(await guess('127.0.0.2')).toBe(0);
    const trainee = await Client.open(server.port);
    await trainee.join();
    trainee.drop();
    const again = await Client.open(server.port);
    await again.resume(trainee.token);
    expect(await figure('hearout_refused_total{limit="guesses"}')).toBe(2);
    again.close();
  });

  test('on which somebody sits may guess more: a training room shares it', async () => {
    await start('limits: {failures_per_minute_known: 9}\n');
    const trainee = await Client.open(server.port);
    await trainee.join();
    const guesses = await atOnce(10, () => guess('127.0.0.1'));
    expect(guesses.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 4009]);
    trainee.close();
  });

  test('and all without a guest share a brake', async () => {
    await start('limits: {failures_per_minute_in_all: 10}\n');
    const guesses = await atOnce(12, (i) => guess(`127.0.0.${i + 2}`));
    expect(guesses.sort()).toEqual([...new Array(10).fill(0), 4009, 4009]);
  });
});

describe('behind a proxy', () => {
  const from = (address: string) => ({ 'X-Forwarded-For': address });

  test('that is listed each client counts by himself', async () => {
    await start('proxies: [127.0.0.1]\nlimits: {failures_per_minute: 1}\n');
    for (const client of ['192.0.2.1', '192.0.2.2', '2001:db8::1', '10.9.9.9, 192.0.2.3'])
      expect(await guess('127.0.0.1', from(client)), client).toBe(0);
    for (const client of ['192.0.2.1', '2001:db8::2', '1.2.3.4, 192.0.2.3', '192.0.2.3, 127.0.0.1'])
      expect(await guess('127.0.0.1', from(client)), client).toBe(4009);
  });

  test('figures are for this machine and for who is listed; for others they are not there', async () => {
    await start('proxies: [127.0.0.1]\nmetrics_readers: [10.0.0.0/8]\n');
    const figures = async (headers: Record<string, string>) =>
      (await ask(server.port, get('/metrics', headers))).split(' ')[1];
    expect(await figures({})).toBe('200');
    expect(await figures(from('10.1.2.3'))).toBe('200');
    const nothing = await ask(server.port, get('/nothing', from('192.0.2.1')));
    const without = (text: string) => text.replace(/^Date:.*$/im, '');
    expect(without(await ask(server.port, get('/metrics', from('192.0.2.1'))))).toBe(without(nothing));
  });

  test('that is not listed nobody is believed', async () => {
    await start('proxies: [10.0.0.0/8]\nlimits: {failures_per_minute: 1}\n');
    expect(await guess('127.0.0.1', from('192.0.2.1'))).toBe(0);
    expect(await guess('127.0.0.1', from('192.0.2.2'))).toBe(4009);
  });
});

/** So many requests on one connection, 10 ms apart: each is answered. */
async function isServed(count: number) {
  const raw = await dialFrom('127.0.0.1');
  for (let i = 1; i <= count; i++) {
    raw.send('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await raw.until(() => raw.statuses().length === i);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  raw.destroy();
}

test('one hostile client costs the others less than 50 ms', async () => {
  await start('limits: {address_connections: 64}\n');
  let going = true;
  const attacks: (() => Promise<unknown>)[] = [
    () => guess('127.0.0.6'),
    async () => (await dialFrom('127.0.0.6')).send(`GET /${'x'.repeat(9000)}`).untilEnd(),
    async () => {
      const { raw, status } = await upgradeFrom('127.0.0.6');
      if (status !== 101) return;
      for (let i = 0; i < 60; i++) raw.send(frame(Buffer.alloc(16_000, 0x91)));
      await raw.untilEnd();
    },
    async () => {
      const raw = await dialFrom('127.0.0.6');
      await raw.send(get('/../'.repeat(40)).repeat(20)).untilEnd();
    },
  ];
  const attackers = Array.from({ length: 8 }, async (_, i) => {
    while (going) await attacks[i % attacks.length]().catch(() => undefined);
  });
  const before = await longTurns(server.port);
  await isServed(50);
  going = false;
  await Promise.all(attackers);
  expect((await longTurns(server.port)) - before).toBe(0);
}, 20_000);
