import { describe, expect, it } from 'vitest';
import type { Seat } from '#protocol';
import type { Floor, Room } from '../state/room.ts';
import { roomWith } from '../testing/rooms.ts';
import { floorBar, mayRepair, restSeconds, sendAct, sendWay } from './floorBar.ts';

const nowMs = 20_000;
const away = { away: { trainee: false, customer: true } };

describe('what the bar says', () => {
  it.each<[string, Seat, Partial<Floor>, Partial<Room>, string, string]>([
    [
      'customer talks',
      'trainee',
      { holder: 'customer', activity: 'active' },
      {},
      'them',
      'floor-customer',
    ],
    ['he paused', 'trainee', { holder: 'customer' }, {}, 'them', 'floor-customer-quiet'],
    [
      'more to say',
      'trainee',
      { holder: 'customer', flag: 'more' },
      {},
      'them',
      'floor-customer-more',
    ],
    ['his draft', 'trainee', { holder: 'customer', flag: 'draft' }, {}, 'them', 'floor-customer'],
    [
      'step in',
      'trainee',
      { holder: 'customer', stepInMs: nowMs },
      {},
      'them',
      'floor-customer-long',
    ],
    [
      'not yet',
      'trainee',
      { holder: 'customer', stepInMs: nowMs + 1 },
      {},
      'them',
      'floor-customer-quiet',
    ],
    [
      'after a cut-in',
      'trainee',
      { holder: 'customer', restUntilMs: nowMs + 1 },
      {},
      'again',
      'floor-again',
    ],
    [
      'rested',
      'trainee',
      { holder: 'customer', restUntilMs: nowMs },
      {},
      'them',
      'floor-customer-quiet',
    ],
    ['your turn', 'trainee', { holder: 'trainee', activity: 'active' }, {}, 'you', 'floor-yours'],
    ['you paused', 'trainee', { holder: 'trainee' }, {}, 'you', 'floor-yours-quiet'],
    ['on hold', 'trainee', { holder: 'hold' }, {}, 'you', 'floor-hold'],
    ['open', 'trainee', { holder: 'none' }, {}, 'open', 'floor-open'],
    ['paused', 'trainee', { holder: 'suspended' }, {}, 'paused', 'floor-paused'],
    ['partner lost', 'trainee', { holder: 'suspended' }, away, 'paused', 'floor-partner-lost'],
    ['instructor', 'trainee', { holder: 'instructor' }, {}, 'them', 'floor-instructor'],
    ['over', 'trainee', { holder: 'customer' }, { phase: 'debrief' }, 'paused', 'floor-over'],
    ['peer: his turn', 'customer', { holder: 'customer' }, {}, 'you', 'floor-c-yours'],
    ['peer: kept it', 'customer', { holder: 'customer', flag: 'more' }, {}, 'you', 'floor-c-more'],
    ['peer: theirs', 'customer', { holder: 'trainee' }, {}, 'them', 'floor-c-theirs'],
    ['peer: waits', 'customer', { holder: 'hold' }, {}, 'them', 'floor-c-hold'],
    ['watched: he talks', 'observer', { holder: 'customer' }, {}, 'them', 'floor-w-customer'],
    ['watched: the other', 'observer', { holder: 'trainee' }, {}, 'you', 'floor-w-trainee'],
    ['watched: waits', 'observer', { holder: 'hold' }, {}, 'you', 'floor-w-hold'],
    ['watched: open', 'observer', { holder: 'none' }, {}, 'open', 'floor-w-open'],
    ['watched: over', 'observer', { holder: 'none' }, { phase: 'debrief' }, 'paused', 'floor-over'],
    ['peer: open', 'customer', { holder: 'none' }, {}, 'open', 'floor-open'],
  ])('%s', (_, self, floor, room, side, label) => {
    expect(floorBar(roomWith(floor, room), self, nowMs)).toMatchObject({ side, label });
  });
});

describe('the quiet ring', () => {
  const window = { holder: 'customer', armedMs: 18_000, untilMs: 22_000 } as const;
  it.each<[string, Partial<Floor>, number, { share: number; seconds: number } | null]>([
    ['half drained', window, 20_000, { share: 0.5, seconds: 2 }],
    ['full', window, 18_000, { share: 1, seconds: 4 }],
    ['a clock that lags shows no more than all', window, 17_000, { share: 1, seconds: 5 }],
    ['drained', window, 22_000, null],
    ['not armed', { holder: 'customer' }, 20_000, null],
    ['stands still while the room does', { ...window, holder: 'suspended' }, 20_000, null],
  ])('%s', (_, floor, now, ring) => {
    expect(floorBar(roomWith(floor), 'trainee', now).ring).toEqual(ring);
  });
});

describe('what sending would be', () => {
  const talks = { holder: 'customer', activity: 'active' } as const;
  it.each<[string, Seat, Partial<Floor>, Partial<Room>, string]>([
    ['he talks', 'trainee', talks, {}, 'cut-in'],
    ['he has more', 'trainee', { holder: 'customer', flag: 'more' }, {}, 'cut-in'],
    ['an unflagged pause', 'trainee', { holder: 'customer' }, {}, 'early'],
    ['after a cut-in', 'trainee', { ...talks, restUntilMs: nowMs + 1 }, {}, 'resting'],
    ['a long turn', 'trainee', { ...talks, stepInMs: nowMs }, {}, 'step-in'],
    ['yours', 'trainee', { holder: 'trainee' }, {}, 'send'],
    ['open', 'trainee', { holder: 'none' }, {}, 'send'],
    ['paused', 'trainee', { holder: 'suspended' }, {}, 'closed'],
    ['instructor', 'trainee', { holder: 'instructor' }, {}, 'closed'],
    ['wrap, yours', 'trainee', { holder: 'trainee' }, { phase: 'wrap' }, 'send'],
    ['wrap, his', 'trainee', talks, { phase: 'wrap' }, 'closed'],
    ['reading', 'trainee', { holder: 'none' }, { phase: 'read' }, 'closed'],
    ['the customer may always come in', 'customer', { holder: 'trainee' }, {}, 'send'],
  ])('%s', (_, self, floor, room, way) => {
    expect(sendWay(roomWith(floor, room), self, nowMs)).toBe(way);
  });
});

it.each([
  ['cut-in', 'guided', 'enter', 'hold'],
  ['cut-in', 'guided', 'button', 'ask'],
  ['cut-in', 'standard', 'enter', 'ask'],
  ['cut-in', 'standard', 'button', 'ask'],
  ['cut-in', 'exam', 'enter', 'send'],
  ['early', 'guided', 'enter', 'hold'],
  ['early', 'exam', 'enter', 'send'],
  ['step-in', 'guided', 'enter', 'send'],
  ['send', 'guided', 'enter', 'send'],
  ['resting', 'exam', 'enter', 'wait'],
  ['closed', 'standard', 'button', 'wait'],
] as const)('%s in %s by %s: %s', (way, level, by, act) => {
  expect(sendAct(way, level, by)).toBe(act);
});

it('counts the rest down only while the customer has the floor', () => {
  const rests = { holder: 'customer', restUntilMs: nowMs + 4_100 } as const;
  expect(restSeconds(roomWith(rests).floor, nowMs)).toBe(5);
  expect(restSeconds(roomWith({ ...rests, holder: 'none' }).floor, nowMs)).toBe(0);
});

it('offers the repair up to its last moment', () => {
  const { floor } = roomWith({ repairUntilMs: nowMs });
  expect([mayRepair(floor, nowMs), mayRepair(floor, nowMs + 1)]).toEqual([true, false]);
  expect(mayRepair(roomWith({}).floor, 0)).toBe(false);
});
