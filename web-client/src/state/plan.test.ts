import { expect, test } from 'vitest';
import { planOf } from './plan.ts';

const form = {
  people: 38,
  pairing: 'threes' as const,
  blocks: 1,
  readMs: 60_000,
  playMs: 480_000,
  debriefMs: 240_000,
  switchMs: 30_000,
};

test('thirty-eight people in threes: twelve, and one pair', () => {
  expect(planOf(form)).toEqual({
    sessions: 3,
    threes: 12,
    pairs: 1,
    withBot: 0,
    lastsMs: 2_460_000,
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
