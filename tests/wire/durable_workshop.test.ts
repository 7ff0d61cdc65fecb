// A workshop outlives its process: kill -9 at random moments while a pair, one with the bot and an
// instructor are at it, sometimes once more while it comes back.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Chip } from '#protocol';
import { chance } from './support/chance.ts';
import type { Client, Told } from './support/client.ts';
import { binary, type Server, startServer } from './support/server.ts';
import { Member, openWorkshop, steer, watchWorkshop } from './support/workshop.ts';

const kills = Number(process.env.HEAROUT_KILLS ?? 25);
const seed = Number(process.env.HEAROUT_SEED ?? Date.now() % 1_000_000);
const next = chance(seed);

const data = mkdtempSync(join(tmpdir(), 'hearout-kill-workshop-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));
const start = () => startServer('--demo', '--data', data);

/** What one person knows to be safe: he was told it, or it was acknowledged. */
class Witness {
  told: Told[] = [];
  readonly acked = new Set<number>();
  place = '';
  constructor(readonly member: Member) {}

  /** What he learnt from this process agrees with what he knew. */
  compare(what: string) {
    const { told } = this.member.client;
    const both = Math.min(told.length, this.told.length);
    const text = (all: Told[]) => all.slice(0, both).map((one) => JSON.stringify(one));
    expect(text(told), what).toEqual(text(this.told));
    if (told.length > this.told.length) this.told = [...told];
  }

  /** Back on the same seat of the same room, and nothing that was acknowledged is missing. */
  async returns(port: number, what: string): Promise<boolean> {
    await this.member.comeBack(port);
    const seated = await this.member.client.message('seated');
    const place = `${seated.room} ${seated.seat}`;
    if (this.place !== '') expect(place, what).toBe(this.place);
    this.place = place;
    expect(seated.lastId, what).toBeGreaterThanOrEqual(Math.max(0, ...this.acked));
    void this.#chatters(seated.lastId);
    return true;
  }

  async #chatters(lastId: number) {
    const { client } = this.member;
    const chips: Chip[] = ['mm_hm', 'i_see', 'go_on'];
    for (let id = lastId + 1; client.closeCode === null; id++) {
      const chip = chips[Math.floor(next() * 3)] as Chip;
      const text = this.place.endsWith('trainee') ? '' : `line ${id}`;
      client.send({ kind: 'compose', state: 'start' });
      client.sayNow(text, { id, chip: text === '' ? chip : 'none', yield: next() < 0.3 });
      const answered = () =>
        client.messages.some((one) => (one.kind === 'ack' && one.id === id) || (one.kind === 'error' && one.ref === id));
      await client.until(() => client.closeCode !== null || answered(), 'an answer');
      if (client.messages.some((one) => one.kind === 'ack' && one.id === id)) this.acked.add(id);
    }
  }
}

/** Lets the process die; a client that was at its hello then has nothing to say. */
async function dies(server: Server, afterMs: number) {
  setTimeout(() => server.signal('SIGKILL'), afterMs);
  await server.exited;
}

/** Those who got back in before the process died. */
async function comeBack(witnesses: Witness[], port: number, what: string) {
  const settled = await Promise.allSettled(witnesses.map((one) => one.returns(port, what)));
  for (const one of settled)
    if (one.status === 'rejected' && !/closed: \d|ECONN|socket hang up/.test(String(one.reason))) throw one.reason;
}

async function begin(server: Server): Promise<{ witnesses: Witness[]; code: string }> {
  const { staff, code } = await openWorkshop(server, { sessions: 1, readMs: 1_000, playMs: 3_600_000 });
  const witnesses: Witness[] = [];
  for (const name of ['Asha', 'Ben', 'Cho']) witnesses.push(new Witness(await Member.enter(server.port, code, name)));
  steer(staff, 'start');
  for (const { member } of witnesses) {
    await member.seated();
    await member.client.event('phase', ({ phase }) => phase === 'play');
  }
  return { witnesses, code };
}

const rooms = (staff: Client) =>
  new Map(staff.messages.flatMap((one) => (one.kind === 'wall' ? one.tiles.map((tile) => [tile.group, tile.room] as const) : [])));

test(`kill -9 at ${kills} moments of a workshop: nothing lost, doubled or charged`, { timeout: 60_000 + kills * 5_000 }, async () => {
  let server = await start();
  const { witnesses, code } = await begin(server);
  await dies(server, 0);
  for (let i = 0; i < kills; i++) {
    const what = `seed ${seed}, kill ${i}`;
    server = await start();
    const death = dies(server, next() < 0.2 ? next() * 40 : 100 + next() * 400);
    await comeBack(witnesses, server.port, what);
    await death;
    for (const one of witnesses) {
      await one.member.client.closed();
      one.compare(what);
    }
  }

  server = await start();
  await comeBack(witnesses, server.port, 'the end');
  const staff = await watchWorkshop(server, code);
  await staff.until(() => rooms(staff).size === 2, 'the wall');
  for (const one of witnesses) {
    const { client } = one.member;
    await client.until(() => client.told.length >= one.told.length, 'the whole log');
    one.compare('the end');
    const lines = client.told.flatMap(({ event }) => (event.kind === 'delivered' ? [event.line] : []));
    expect(new Set(lines).size, 'no line twice').toBe(lines.length);
    expect(one.acked.size, 'something was said').toBeGreaterThan(0);
    expect(client.room.verdicts.filter(({ penalty }) => penalty)).toEqual([]);
  }
  for (const room of rooms(staff).values()) {
    const verified = execFileSync(binary, ['replay', room, '--data', data, '--verify'], { encoding: 'utf8' });
    expect(verified).toMatch(/^verified /m);
  }
  expect(await server.stop(), server.log()).toBe(0);
});

test('a key that was told opens, however soon the process dies', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearout-kill-key-'));
  let server = await startServer('--demo', '--data', folder);
  const { code } = await openWorkshop(server);
  const asha = await Member.enter(server.port, code, 'Asha');
  for (let i = 0; i < 5; i++) {
    server.signal('SIGKILL');
    await server.exited;
    server = await startServer('--demo', '--data', folder);
    await asha.comeBack(server.port);
  }
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});
