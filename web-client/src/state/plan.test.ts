import { expect, test } from 'vitest';
import { endOf, planOf } from './plan.ts';

const form = {
  people: 38,
  pairing: 'threes' as const,
  blocks: 1,
  readMs: 60_000,
  playMs: 480_000,
  debriefMs: 240_000,
  switchMs: 30_000,
  bufferMs: 60_000,
};

test('thirty-eight people in threes: twelve, and one pair', () => {
  expect(planOf(form)).toEqual({
    sessions: 3,
    threes: 12,
    pairs: 1,
    withBot: 0,
    botThird: 2,
    anew: true,
    lastsMs: 2_460_000,
    mostMs: 2_640_000,
  });
});

test.each([
  [4, 'threes', 0, 2, 0],
  [7, 'threes', 1, 2, 0],
  [2, 'threes', 0, 1, 0],
  [1, 'threes', 0, 0, 1],
  [7, 'pairs', 0, 3, 1],
  [5, 'bot', 0, 0, 5],
] as const)('%i people as %s', (people, pairing, threes, pairs, withBot) => {
  expect(planOf({ ...form, people, pairing })).toMatchObject({ threes, pairs, withBot });
});

test.each([
  [4, 'pairs', 3, true],
  [4, 'pairs', 4, false],
  [5, 'pairs', 5, true],
  [21, 'threes', 3, true],
  [20, 'threes', 2, false],
  [20, 'threes', 1, true],
] as const)('%i people as %s in %i blocks meet anew: %s', (people, pairing, blocks, anew) => {
  expect(planOf({ ...form, people, pairing, blocks }).anew).toBe(anew);
});

test.each([
  ['14:00', 2_490_000, '14:42'],
  ['23:50', 600_000, '00:00'],
  ['09:05', 0, '09:05'],
])('from %s on, %i ms end at %s', (start, lastsMs, end) => {
  expect(endOf(start, lastsMs)).toBe(end);
});
