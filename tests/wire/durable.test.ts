// What was acknowledged or shown outlives the process: kill -9 at random moments of a session.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Chip } from '#protocol';
import { chance } from './support/chance.ts';
import { Client, type Told } from './support/client.ts';
import { binary, root, type Server, startServer } from './support/server.ts';

const kills = Number(process.env.HEAROUT_KILLS ?? 50);
const seed = Number(process.env.HEAROUT_SEED ?? Date.now() % 1_000_000);

const data = mkdtempSync(join(tmpdir(), 'hearout-kill-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const start = () => startServer('--demo', '--data', data);

async function kill(server: Server) {
  server.signal('SIGKILL');
  await server.exited;
}

/** Listening noises and typing signs as fast as a hasty person, until the line goes dead. */
async function chatter(client: Client, next: () => number, lastId: number, acked: Set<number>) {
  const chips: Chip[] = ['mm_hm', 'i_see', 'go_on'];
  let id = lastId;
  while (client.closeCode === null) {
    id += 1;
    const chip = chips[Math.floor(next() * 3)] as Chip;
    const sent = id;
    client.send({ kind: 'compose', state: next() < 0.5 ? 'start' : 'empty' });
    client.sayNow('', { id, chip, yield: false });
    await client.until(
      () => client.closeCode !== null || client.messages.some((one) => one.kind === 'ack' && one.id === sent),
      'an answer',
    );
  }
  for (const one of client.messages) if (one.kind === 'ack') acked.add(one.id);
}

const text = (told: Told[]) => told.map((one) => JSON.stringify(one));

describe('kill -9', () => {
  test(`at ${kills} random moments: nothing lost, doubled or changed`, { timeout: 600_000 }, async () => {
    const next = chance(seed);
    const acked = new Set<number>();
    let known: Told[] = [];
    let token = '';
    let room = '';
    for (let i = 0; i < kills; i++) {
      const server = await start();
      const client = await Client.open(server.port);
      const seated = token === '' ? await client.join() : await client.resume(token, 0);
      room = seated.room;
      token = seated.token;
      if (i === 0) client.send({ kind: 'ready' });
      expect(seated.lastId, `seed ${seed}, kill ${i}`).toBeGreaterThanOrEqual(Math.max(0, ...acked));
      const talking = chatter(client, next, seated.lastId, acked);
      setTimeout(() => server.signal('SIGKILL'), next() * 250);
      await server.exited;
      await talking;
      const same = Math.min(known.length, client.told.length);
      expect(text(client.told.slice(0, same)), `seed ${seed}, kill ${i}`).toEqual(text(known.slice(0, same)));
      if (client.told.length >= known.length) known = client.told;
      else expect(client.closeCode, 'only a client that was cut early has seen less').not.toBeNull();
    }

    const server = await start();
    const client = await Client.open(server.port);
    await client.resume(token, 0);
    await client.until(() => client.told.length >= known.length, 'the whole log');
    expect(text(client.told.slice(0, known.length)), `seed ${seed}`).toEqual(text(known));
    const chips = client.told.flatMap(({ event }) =>
      event.kind === 'delivered' && event.chip !== 'none' ? [event.line] : [],
    );
    expect(new Set(chips).size, 'no chip twice').toBe(chips.length);
    const refused = client.told.filter(({ event }) => event.kind === 'refused').length;
    expect(chips.length + refused).toBeGreaterThanOrEqual(acked.size);
    expect(client.room.verdicts.filter(({ penalty }) => penalty)).toEqual([]);
    await server.stop();
    const verified = execFileSync(binary, ['replay', room, '--data', data, '--verify'], { encoding: 'utf8' });
    expect(verified).toMatch(/^verified /m);
  });

  test('while nobody is there: the room waits with its clock stopped', { timeout: 60_000 }, async () => {
    const before = await start();
    const client = await Client.open(before.port);
    const { token } = await client.join();
    client.send({ kind: 'ready' });
    await client.event('delivered', ({ party }) => party === 'customer');
    const { lastMs, lines } = client.room;
    await kill(before);
    const after = await start();
    const again = await Client.open(after.port);
    const seated = await again.resume(token, 0);
    expect(seated.nowMs - lastMs).toBeLessThan(5_000);
    await again.event('link', ({ up }) => up);
    expect(again.room.lines.slice(0, lines.length)).toEqual(lines);
    expect(again.room.verdicts).toEqual([]);
    await after.stop();
  });
});

test('a scenario that has changed since: old rooms go on with the old one', { timeout: 60_000 }, async () => {
  const own = mkdtempSync(join(tmpdir(), 'hearout-changed-'));
  const file = join(own, 'moving-truck.yaml');
  const original = join(root, 'scenarios/moving-truck.yaml');
  const startOwn = () => startServer('--data', join(own, 'data'), '--scenarios', own);
  copyFileSync(original, file);
  cpSync(join(root, 'scenarios/methods'), join(own, 'methods'), { recursive: true });
  const before = await startOwn();
  const client = await Client.open(before.port);
  const { token, room } = await client.join();
  client.send({ kind: 'ready' });
  const said = await client.event('delivered', ({ party }) => party === 'customer');
  await kill(before);
  writeFileSync(file, `${readFileSync(original, 'utf8').replace('Your', 'Our')}# changed\n`);
  const after = await startOwn();
  const again = await Client.open(after.port);
  await again.resume(token, 0);
  expect((await again.event('delivered', ({ party }) => party === 'customer')).text).toBe(said.text);
  await after.stop();
  const options = ['--data', join(own, 'data'), '--scenarios', own];
  expect(execFileSync(binary, ['replay', room, ...options, '--verify'], { encoding: 'utf8' })).toMatch(/^verified/);
  rmSync(own, { recursive: true, force: true });
});

test('a second server on the same folder is refused, and the first goes on', async () => {
  const server = await start();
  await expect(start()).rejects.toThrow(/another|in use|lock/i);
  (await Client.open(server.port)).close();
  await server.stop();
});
