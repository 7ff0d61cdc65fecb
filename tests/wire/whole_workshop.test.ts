// A whole workshop over real connections, as short as settings make it: sixteen people in threes and
// two pairs, one who comes late, two who drop out, peers and bots, the server killed in the middle,
// and an instructor who marks every room. Nobody is stuck, nothing is lost, and the stored logs
// decide the same totals again.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { Item, ToServer } from '#protocol';
import type { Client } from './support/client.ts';
import { Person } from './support/company.ts';
import { binary, type Server, startServer } from './support/server.ts';
import { observe } from './support/session.ts';
import { openWorkshop, steer, watchWorkshop } from './support/workshop.ts';

const data = mkdtempSync(join(tmpdir(), 'hearout-whole-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));
const run = promisify(execFile);
const replay = async (room: string, ...how: string[]) =>
  (await run(binary, ['replay', room, '--data', data, ...how], { maxBuffer: 1 << 26 })).stdout;

const items: Item[] = ['L1', 'E1', 'L5', 'S2', 'S6'];
const times = { readMs: 1_000, playMs: 3_500, debriefMs: 1_000, switchMs: 1_000 };

/** The server, which is another one after the kill. */
class House {
  #server: Promise<Server>;
  constructor() {
    this.#server = startServer('--demo', '--data', data);
  }
  server = () => this.#server;
  port = async () => (await this.#server).port;
  async kill() {
    const old = await this.#server;
    this.#server = old.exited.then(() => startServer('--demo', '--data', data));
    old.signal('SIGKILL');
    await this.#server;
  }
}

async function ask(staff: Client, message: Record<string, unknown>, id: number): Promise<void> {
  staff.send({ ...message, id } as unknown as ToServer);
  await staff.until(
    () => staff.messages.some((one) => (one.kind === 'ack' && one.id === id) || (one.kind === 'error' && one.ref === id)),
    `an answer to ${JSON.stringify(message)}`,
  );
}

const poll = (holds: () => boolean) => expect.poll(holds, { timeout: 15_000, interval: 20 }).toBe(true);

/** Marks a room that has ended and releases it: the staff's client, and the total as it was told. */
async function grade(server: Server, room: string, level: number): Promise<{ staff: Client; total: number }> {
  const staff = await observe(server, room);
  await staff.event('phase', ({ phase }) => phase === 'debrief');
  for (const [i, item] of items.entries())
    await ask(staff, { kind: 'mark', item, level: 1 + ((level + i) % 5), version: 0, accepts: false, reason: '' }, 100 + i);
  await ask(staff, { kind: 'overall', level: 3 }, 200);
  const { total } = await staff.event('graded');
  await ask(staff, { kind: 'release', on: true }, 201);
  return { staff, total };
}

test('sixteen people, from the code to released marks', { timeout: 150_000 }, async () => {
  const house = new House();
  const { staff, code } = await openWorkshop(await house.server(), { pairing: 'threes', sessions: 3, patiencePct: 4, ...times });
  const names = Array.from({ length: 16 }, (_, i) => `P${i}`);
  const people = await Promise.all(names.map(async (name) => Person.enter(await house.port(), code, name)));
  const lives = people.map((one) => one.live(house.port));
  const sessionOf = (wall: Client, session: number, phase: string) =>
    wall.message('workshop', (one) => one.session === session && one.phase === phase);
  steer(staff, 'start');

  // The first session: a customer drops out, and somebody comes late.
  await sessionOf(staff, 1, 'play');
  const customer = people.find((one) => one.sat.at(-1)?.seat === 'customer') as Person;
  customer.leave();
  const late = await Person.enter(await house.port(), code, 'Late');
  lives.push(late.live(house.port));
  const partner = people.find((one) => one.sat.at(-1)?.seat === 'trainee' && one.sat.at(-1)?.room === customer.sat.at(-1)?.room) as Person;
  await partner.member.client.until(() => partner.member.client.room.player === 'bot', 'the bot');
  const first = await staff.message('wall', ({ tiles }) => tiles.length >= 6);
  expect(first.tiles.map(({ observer }) => observer !== '').filter(Boolean).length).toBeGreaterThanOrEqual(4);

  // The second: the server is killed while people talk, and a trainee never comes back.
  await sessionOf(staff, 2, 'play');
  await poll(() => people.some(({ said, sat }) => said.some(({ room }) => room === sat.at(-1)?.room)));
  const trainee = people.find((one) => one.sat.at(-1)?.seat === 'trainee' && people.some((other) => other !== one && other.sat.at(-1)?.room === one.sat.at(-1)?.room)) as Person;
  trainee.leave();
  const stayed = people.filter((one) => !one.gone);
  const before = new Map(stayed.map((one) => [one, { client: one.member.client, room: one.sat.at(-1)?.room }]));
  await house.kill();
  const wall = await watchWorkshop(await house.server(), code);
  for (const [one, { client, room }] of before) {
    await poll(() => one.member.client !== client && one.member.client.messages.some(({ kind }) => kind === 'seated'));
    if (room !== trainee.sat.at(-1)?.room) expect((await one.member.client.message('seated')).room, one.member.name).toBe(room);
  }

  // The rooms of each session are marked once it is over.
  const graded = new Map<string, { staff: Client; total: number }>();
  const markAll = async (rooms: Iterable<string>) => {
    for (const room of rooms)
      if (!graded.has(room)) graded.set(room, await grade(await house.server(), room, graded.size));
  };
  const everyone = [...people, late];
  const rooms = () => new Set(everyone.flatMap(({ sat }) => sat.map(({ room }) => room)));
  await sessionOf(wall, 2, 'switch');
  await markAll(rooms());
  await wall.message('workshop', ({ phase }) => phase === 'over');
  await Promise.all(lives);
  await markAll(rooms());

  // Nothing was lost, and the logs decide themselves, while the releases take their 10 s.
  const said = everyone.flatMap((one) => one.said);
  expect(said.length).toBeGreaterThan(30);
  const waiting = [...rooms()];
  const check = async (): Promise<void> => {
    for (let room = waiting.pop(); room !== undefined; room = waiting.pop()) {
      expect(await replay(room, '--verify')).toMatch(/^verified {2}\d+ records/);
      const told = await replay(room, '--json');
      for (const { text } of said.filter((one) => one.room === room)) expect(told).toContain(text);
      const totals = told.split('\n').filter((line) => line.includes('"graded"')).map((line) => JSON.parse(line));
      expect(JSON.stringify(totals.at(-1)), room).toContain(`"total":${graded.get(room)?.total}`);
    }
  };
  const released = [...graded.values()].map((one) => one.staff.event('released'));
  await Promise.all([check(), check(), ...released]);

  // Nobody was stuck: who was there throughout had a seat in each session, and was a trainee once.
  for (const one of [...stayed, late]) {
    expect(new Set(one.sat.map(({ room }) => room)).size, one.member.name).toBeGreaterThanOrEqual(3);
    expect(one.sat.some(({ seat }) => seat === 'trainee'), `${one.member.name} as a trainee`).toBe(true);
  }
  expect(everyone.flatMap(({ asked }) => asked)).toContain('trainee_lost');
  const server = await house.server();
  expect(await server.stop(), server.log()).toBe(0);
  console.log(`${rooms().size} rooms, ${said.length} lines said, ${graded.size} released`);
});
