// The wall clock is stepped in mid-turn, as a time server would: who may speak, what it costs and
// how long it takes go by the monotonic clock, and nothing of it changes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { binary, makeClock, startServerWith } from './support/server.ts';
import { customerTypes, mayTalk, practise } from './support/session.ts';

test.each([3600, -3600])('a step of %i seconds', { timeout: 60_000 }, async (step) => {
  const data = mkdtempSync(join(tmpdir(), 'hearout-step-'));
  const clock = makeClock();
  const server = await startServerWith(clock.env, '--demo', '--data', data);
  const { trainee, room } = await practise(server);
  await customerTypes(trainee);
  const before = { roomMs: trainee.room.lastMs, realMs: performance.now() };
  clock.set(step);
  await mayTalk(trainee);
  await trainee.say('', { chip: 'mm_hm', yield: false });
  clock.set(2 * step);
  await trainee.say('I am sorry that you had to wait so long.', { yield: true });
  await trainee.event('delivered', ({ party, text }) => party === 'trainee' && text !== '');
  clock.set(0);
  await customerTypes(trainee);
  const took = performance.now() - before.realMs;
  expect(Math.abs(trainee.room.lastMs - before.roomMs - took)).toBeLessThan(2_000);
  expect(trainee.room.verdicts.filter(({ penalty }) => penalty)).toEqual([]);
  expect(trainee.told.filter(({ event }) => event.kind === 'link' || event.kind === 'control')).toEqual([]);
  expect(await server.stop(), server.log()).toBe(0);
  const verified = execFileSync(binary, ['replay', room, '--data', data, '--verify'], { encoding: 'utf8' });
  expect(verified).toMatch(/^verified /m);
  rmSync(data, { recursive: true, force: true });
});
