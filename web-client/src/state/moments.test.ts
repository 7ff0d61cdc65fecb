import { describe, expect, it } from 'vitest';
import type { RoomEvent } from '#protocol';
import { delta, evidence, line, played, verdict } from '../testing/rooms.ts';
import { fairness } from './fairness.ts';
import { evidenceText, moments, quote, trend } from './moments.ts';
import { emptyRoom } from './room.ts';

const cutIn: RoomEvent = { kind: 'cutIn', line: 2, cutLine: 1 };
const contested: RoomEvent = {
  kind: 'contested',
  by: 'trainee',
  line: 3,
  finding: 'move',
  move: 4,
};

describe('the moments', () => {
  const room = played(
    emptyRoom,
    [10_000, line({})],
    [16_000, line({ line: 2, party: 'trainee', text: 'Can I' })],
    [16_000, cutIn],
    [16_000, verdict({ points: 25 })],
    [30_000, line({ line: 4, again: true })],
    [12_000, verdict({ verdict: 'backchannel', penalty: false, actMs: 12_000 })],
    [40_000, evidence({ line: 3 })],
    [41_000, evidence({ line: 3, grade: 'note', finding: 'promise' })],
  );

  it('are the acts worth a look and the evidence, in their order', () => {
    expect(moments(room).map(({ id, tone, seconds }) => [id, tone, seconds])).toEqual([
      ['verdict-interruption', 'cut', 14],
      ['move-4', 'good', 0],
    ]);
  });

  it('leave out what a person has contested', () => {
    expect(moments(played(room, [50_000, contested])).map((one) => one.id)).toEqual([
      'verdict-interruption',
    ]);
  });
});

it.each([
  ['move', 7, 'move-7'],
  ['promise', 7, 'finding-promise'],
])('evidence of %s %i is told as %s', (finding, move, id) => {
  expect(evidenceText({ finding, move })).toBe(id);
});

it.each([
  ['the whole line', 0, 0, 'Café, 100 € gone'],
  ['bytes, not letters', 7, 14, '100 €'],
])('a quote is %s', (_, begin, end, words) => {
  const room = played(emptyRoom, [1, line({ line: 5, text: 'Café, 100 € gone' })]);
  expect(quote(room, { line: 5, begin, end })).toBe(words);
});

it.each([
  ['up', 50, 60],
  ['down', 60, 50],
  ['flat', 60, 58],
])('anger is %s from %i to %i in the last minute', (want, before, now) => {
  const room = played(emptyRoom, [10_000, delta(before)], [90_000, delta(now)]);
  expect(trend(room, 100_000)).toBe(want);
});

it('the fairness sheet counts excuses by reason and names the largest round trip', () => {
  const room = played(
    emptyRoom,
    [1, verdict({ actMs: 1, verdict: 'collision', penalty: false, rule: 'latency', rttMs: 900 })],
    [2, verdict({ actMs: 2, verdict: 'collision', penalty: false, rule: 'latency', rttMs: 400 })],
    [3, verdict({ actMs: 3, verdict: 'collision', penalty: false, rule: 'simultaneous' })],
    [4, verdict({ actMs: 4, verdict: 'void_pause', penalty: false, rttMs: -1 })],
    [5, verdict({ actMs: 5, verdict: 'smooth', penalty: false })],
    [6, verdict({ actMs: 6 })],
    [7, { kind: 'waived', actMs: 6 }],
  );
  expect(fairness(room)).toEqual({
    excuses: [
      { verdict: 'collision', rule: 'latency', count: 2 },
      { verdict: 'collision', rule: 'simultaneous', count: 1 },
      { verdict: 'void_pause', rule: '', count: 1 },
    ],
    charged: 1,
    repaired: 0,
    waived: 1,
    largestRttMs: 900,
  });
  expect(fairness(emptyRoom)).toMatchObject({ excuses: [], largestRttMs: null });
});
