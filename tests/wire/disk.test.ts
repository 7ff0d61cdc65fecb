// A disk that is full, read-only, failing or slow in mid-session: nobody is told what is not safe,
// the sender keeps his words, the rest of the server lives, and all goes on by itself afterwards.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { binary, makeDisk, type Server, startServer, startServerWith } from './support/server.ts';
import { practise } from './support/session.ts';

const status = async (server: Server, path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).status;

/** What became of that message: acknowledged, refused by name, or the link was closed on it. */
async function fate(client: Client, id: number): Promise<string> {
  const find = () =>
    client.messages.find((one) => (one.kind === 'ack' && one.id === id) || (one.kind === 'error' && one.ref === id));
  await client.until(() => find() !== undefined || client.closeCode !== null, `an answer to ${id}`, 20_000);
  const found = find();
  if (found === undefined) return 'closed';
  return found.kind === 'error' ? found.code : 'stored';
}

/** As the page does: until the room takes it in again. */
async function comeBack(server: Server, token: string): Promise<Client> {
  for (;;) {
    const client = await Client.open(server.port);
    const seated = await client.resume(token, 0).catch(() => null);
    if (seated) return client;
    expect(client.closeCode).toBe(1001);
  }
}

const chips = (client: Client) =>
  client.told.flatMap(({ event }) => (event.kind === 'delivered' && event.chip !== 'none' ? [event.line] : []));

test.each([
  ['full', 1],
  ['read-only', 2],
  ['failing to sync', 3],
] as const)('a disk that is %s', { timeout: 90_000 }, async (_, fault) => {
  const data = mkdtempSync(join(tmpdir(), 'hearout-disk-'));
  const disk = makeDisk();
  const server = await startServerWith(disk.env, '--demo', '--data', data);
  const first = await Client.open(server.port);
  const { token, room } = await first.join();
  first.send({ kind: 'ready' });
  await first.event('phase', ({ phase }) => phase === 'play');
  const second = await practise(server);
  first.sayNow('', { id: 1, chip: 'mm_hm', yield: false });
  expect(await fate(first, 1)).toBe('stored');

  disk.set(fault);
  first.sayNow('', { id: 2, chip: 'i_see', yield: false });
  expect(await fate(first, 2)).toBe('not_stored');
  expect(await status(server, '/readyz')).toBe(503);
  expect(await status(server, '/healthz')).toBe(200);
  await expect(practise(server)).rejects.toThrow();

  disk.set(0);
  await expect.poll(() => status(server, '/readyz'), { timeout: 15_000 }).toBe(200);
  const again = await comeBack(server, token);
  let id = 2;
  await expect.poll(() => fate(again, again.sayNow('', { id: ++id, chip: 'go_on', yield: false })), { timeout: 20_000 }).toBe('stored');
  await again.until(() => chips(again).length === 2, 'both that were stored, and not the third');
  expect(again.room.verdicts.filter(({ penalty }) => penalty)).toEqual([]);
  await second.trainee.until(() => second.trainee.closeCode === null, 'the other room lives');
  expect(await server.stop(), server.log()).toBe(0);
  for (const one of [room, second.room]) {
    const verified = execFileSync(binary, ['replay', one, '--data', data, '--verify'], { encoding: 'utf8' });
    expect(verified).toMatch(/^verified /m);
  }
  rmSync(data, { recursive: true, force: true });
});

test('a slow disk holds up answers, and nothing else', { timeout: 60_000 }, async () => {
  const slowMs = 400;
  const disk = makeDisk();
  const server = await startServerWith(disk.env, '--demo');
  const { trainee } = await practise(server);
  disk.set(slowMs);
  const began = performance.now();
  trainee.sayNow('', { id: 1, chip: 'mm_hm', yield: false });
  let worst = 0;
  for (let i = 0; i < 5; i++) {
    const asked = performance.now();
    expect(await status(server, '/healthz')).toBe(200);
    worst = Math.max(worst, performance.now() - asked);
  }
  expect(await fate(trainee, 1)).toBe('stored');
  expect(performance.now() - began).toBeGreaterThan(slowMs * 0.9);
  console.log(`slow disk: answers after ${slowMs} ms, /healthz within ${worst.toFixed(0)} ms`);
  expect(worst).toBeLessThan(slowMs / 2);
  disk.set(0);
  expect(await server.stop(), server.log()).toBe(0);
});

test('a room whose fold ended the process is set aside, and the rest go on', { timeout: 60_000 }, async () => {
  const data = mkdtempSync(join(tmpdir(), 'hearout-aside-'));
  let server = await startServer('--demo', '--data', data);
  const bad = await Client.open(server.port);
  const { room, token } = await bad.join();
  const good = await Client.open(server.port);
  const kept = await good.join();
  server.signal('SIGKILL');
  await server.exited;
  writeFileSync(join(data, 'recovering'), room); // as a crash in that fold leaves it
  server = await startServer('--demo', '--data', data);
  expect(server.log()).toMatch(new RegExp(`room_set_aside.*${room}`));
  const back = await Client.open(server.port);
  expect((await back.resume(kept.token, 0)).room).toBe(kept.room);
  const lost = await Client.open(server.port);
  lost.send({ kind: 'resume', token, n: 0 });
  expect((await lost.message('error')).code).toBe('not_found');
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(data, { recursive: true, force: true });
});
