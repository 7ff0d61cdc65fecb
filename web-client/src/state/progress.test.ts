import { expect, it } from 'vitest';
import { nextHeat, type Practised, withSession } from './progress.ts';

const session = (part: Partial<Practised>): Practised => ({
  room: 'a',
  at: 1,
  title: 'The truck',
  heat: 3,
  outcome: 'satisfied',
  floor: 90,
  total: null,
  own: {},
  given: {},
  items: {},
  ...part,
});

it.each<[string, Partial<Practised>, Partial<Practised>, number | null]>([
  ['both settled, the floor kept', {}, {}, 4],
  ['the floor at 80', { floor: 80 }, {}, 4],
  ['the floor below 80 once', { floor: 79 }, {}, null],
  ['settled once', {}, { outcome: 'unresolved' }, null],
  ['marked 75', { total: 75 }, { total: 75, outcome: 'grudging' }, 4],
  ['marked 74, though settled', { total: 74 }, {}, null],
  ['walked out twice', { outcome: 'walk_out' }, { outcome: 'walk_out' }, 2],
  ['walked out once', { outcome: 'walk_out' }, {}, null],
  ['marked 49 twice', { total: 49 }, { total: 49 }, 2],
  ['marked 50', { total: 49 }, { total: 50 }, null],
  ['another heat', { heat: 2 }, {}, null],
  ['nothing above 5', { heat: 5 }, { heat: 5 }, null],
  ['nothing below 1', { heat: 1, total: 0 }, { heat: 1, total: 0 }, null],
])('%s', (_, before, last, heat) => {
  expect(nextHeat([session({ room: 'a', ...before }), session({ room: 'b', ...last })])).toBe(heat);
});

it('suggests nothing after one session', () => {
  expect(nextHeat([session({})])).toBeNull();
});

it('keeps ten, and brings one that is there up to date', () => {
  const all = Array.from({ length: 12 }, (_, n) => session({ room: String(n), at: n }));
  const kept = all.reduce<readonly Practised[]>(withSession, []);
  expect(kept.map(({ room }) => room)).toEqual([
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
    '11',
  ]);
  const again = withSession(kept, session({ room: '5', at: 99, total: 80 }));
  expect(again).toHaveLength(10);
  expect(again[3]).toMatchObject({ room: '5', at: 5, total: 80 });
});
