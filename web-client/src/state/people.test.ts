import { expect, test } from 'vitest';
import type { Member } from '#protocol';
import { groupsOf, stands } from './people.ts';

const member = (person: number, group: number, seat: Member['seat'], locked = 0): Member => ({
  person,
  name: `P${person}`,
  here: true,
  helpS: 0,
  group,
  seat,
  timePct: 100,
  locked,
  asked: 'nothing',
});

test('a pair, one alone, and whoever is in the lobby', () => {
  const people = [
    member(0, 2, 'trainee'),
    member(1, 1, 'customer'),
    member(2, 1, 'trainee'),
    member(3, 0, 'trainee'),
  ];
  const groups = groupsOf({ people, pairing: 'pairs' });
  expect(groups.map(({ group, free }) => [group, free])).toEqual([
    [1, 'observer'],
    [2, 'customer'],
  ]);
  expect(groups[0]?.places.map(({ member: one }) => one?.person)).toEqual([2, 1]);
  expect(groups[1]?.places.map(({ member: one }) => one?.person)).toEqual([0, undefined]);
});

test('threes show all their seats, and a whole one has none to give', () => {
  const people = [member(0, 1, 'trainee'), member(1, 1, 'customer'), member(2, 1, 'observer')];
  expect(groupsOf({ people, pairing: 'threes' })[0]).toMatchObject({
    free: null,
    places: [{}, {}, {}],
  });
});

test.each([
  ['apart', 1, true],
  ['apart', 2, false],
  ['lock', 2, true],
  ['lock', 1, false],
] as const)('%s with %i stands: %s', (act, other, expected) => {
  const picked = member(0, 1, 'trainee', 3);
  expect(stands(act, picked, member(other, 1, 'customer'), [{ a: 1, b: 0 }])).toBe(expected);
});
