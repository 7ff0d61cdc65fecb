// The floor as it is lived: what people were told, what the log says, and what `hearout floor`
// decides from the exported acts are the same.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client, type Told } from './support/client.ts';
import { binary, type Server, startServer } from './support/server.ts';
import { observe, secretOf } from './support/session.ts';

const data = mkdtempSync(join(tmpdir(), 'hearout-floor-'));
let server: Server;
beforeAll(async () => {
  server = await startServer('--demo', '--data', data);
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(data, { recursive: true, force: true });
});

const run = (...args: string[]) => execFileSync(binary, args, { encoding: 'utf8' });

interface Decided {
  verdicts: { act_ms: number; verdict: string; points: number; decided_ms: number }[];
  holders: { from_ms: number; to_ms: number; holder: string }[];
  floor_score: number;
}

/** The stretches of the floor, from the pictures that this person was told. */
function stretches(told: Told[], fromMs: number) {
  const pictures = told.flatMap(({ atMs, event }) =>
    event.kind === 'floor' ? [{ atMs: atMs - fromMs, holder: event.holder, number: event.number }] : [],
  );
  return pictures.filter((one, i) => one.holder !== pictures[i - 1]?.holder);
}

/** A peer session with everything that text allows: the demo room. */
async function playAll() {
  const trainee = await Client.open(server.port, secretOf(server, 'trainee'));
  const { room } = await trainee.join();
  const customer = await Client.open(server.port, secretOf(server, 'customer'));
  await customer.join({ name: 'Tom' });
  const staff = await observe(server, room);
  trainee.send({ kind: 'ready' });
  customer.send({ kind: 'ready' });
  await staff.until(() => staff.room.phase === 'play');
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  await pause(1_500); // five pings

  customer.send({ kind: 'compose', state: 'start' });
  await trainee.until(() => trainee.room.floor.holder === 'customer');
  const before = trainee.room.floor;
  await trainee.say('', { chip: 'mm_hm' });
  expect(trainee.room.floor, 'a chip moves nothing').toEqual(before);
  await pause(1_000);
  await trainee.say('I cut in here.', { yield: false });
  trainee.send({ kind: 'floorAct', act: 'give_back', expectMs: 0 });
  await staff.event('repaired');
  await customer.say('First part.', { more: true, yield: false });
  trainee.send({ kind: 'compose', state: 'start' }); // queued behind the one who holds
  await staff.until(() => staff.room.floor.queued === 'trainee', 'the queue');
  customer.send({ kind: 'floorAct', act: 'yield', expectMs: 0 });
  await staff.until(() => staff.room.floor.holder === 'trainee', 'the queue to be granted');
  await trainee.say('My turn, then.');
  await pause(5_100); // the rest after the cut-in
  customer.send({ kind: 'compose', state: 'start' });
  await staff.until(() => staff.room.floor.holder === 'customer');
  const held = await trainee.say('At the same moment.', { floorSeen: 0, yield: false }); // collides
  await trainee.event('held', ({ line }) => line === held);
  customer.send({ kind: 'compose', state: 'empty' });
  await trainee.event('delivered', ({ line }) => line === held);
  staff.send({ kind: 'control', what: 'pause', actMs: 0, reason: '' });
  await staff.until(() => staff.room.floor.holder === 'suspended');
  const late = trainee.sayNow('While paused.');
  await trainee.event('refused', ({ sendId, why }) => sendId === late && why === 'suspended');
  staff.send({ kind: 'control', what: 'resume', actMs: 0, reason: '' });
  await staff.until(() => staff.room.floor.holder !== 'suspended');
  const verdict = await staff.event('verdict', ({ penalty }) => penalty);
  staff.send({ kind: 'control', what: 'waive', actMs: verdict.actMs, reason: 'a first try' });
  await staff.event('waived');
  staff.send({ kind: 'control', what: 'end', actMs: 0, reason: '' });
  await staff.event('outcome');
  await trainee.event('outcome');
  return { trainee, customer, staff, room };
}

test('told, logged and decided again: the same', { timeout: 60_000 }, async () => {
  const { trainee, customer, staff, room } = await playAll();
  const began = staff.told.find(({ event }) => event.kind === 'phase' && event.phase === 'play')?.atMs ?? 0;
  const file = join(data, 'room.json');
  writeFileSync(file, run('export', room, '--floor', '--data', data));
  const decided = JSON.parse(run('floor', file)) as Decided;
  expect(run('replay', room, '--verify', '--data', data)).toMatch(/^verified/);

  const back = (actMs: number) =>
    staff.told.reduce(
      (sum, { event }) =>
        (event.kind === 'repaired' || event.kind === 'waived') && event.actMs === actMs
          ? sum + (event.pointsBack ?? 0)
          : sum,
      0,
    );
  const told = staff.room.verdicts.map((one) => ({
    act_ms: one.actMs - began,
    verdict: one.verdict,
    points: (one.points ?? 0) - back(one.actMs),
    decided_ms: one.decidedMs - began,
  }));
  const again = decided.verdicts.map(({ act_ms, verdict, points, decided_ms }) => ({ act_ms, verdict, points, decided_ms }));
  expect(again).toEqual(told);
  expect(told.map(({ verdict }) => verdict)).toContain('interruption');
  expect(decided.floor_score).toBe(staff.room.score?.value);

  const lived = stretches(staff.told, began);
  expect(lived.map(({ atMs, holder }) => [atMs, holder])).toEqual(
    decided.holders.map(({ from_ms, holder }) => [from_ms, holder]),
  );
  // Whoever was told a floor number was told the same floor.
  for (const one of [trainee, customer]) {
    const seen = new Map(stretches(one.told, began).map(({ number, holder }) => [number, holder]));
    for (const { number, holder } of lived) expect(seen.get(number)).toBe(holder);
    one.close();
  }
  const lines = staff.told.flatMap(({ event }) => (event.kind === 'send' && event.party === 'trainee' ? [event.line] : []));
  for (const line of lines) {
    const end = staff.told.filter(
      ({ event }) => ['delivered', 'dropped', 'refused'].includes(event.kind) && 'line' in event && event.line === line,
    );
    expect(end, `line ${line}`).toHaveLength(1);
  }
  staff.close();
});
