import { describe, expect, it } from 'vitest';
import type { RoomEvent, Seat } from '#protocol';
import { floor, played, roomWith, verdict } from '../testing/rooms.ts';
import { noticeOf } from './notice.ts';
import { emptyRoom, type Room } from './room.ts';

const cutIn: RoomEvent = { kind: 'cutIn', line: 2, cutLine: 1 };
const customerHolds = roomWith({ holder: 'customer' });
const once = played(customerHolds, [1, cutIn]);
const practice = verdict({ penalty: false });
const held = (why: 'collision' | 'attempt' | 'early' | 'void'): RoomEvent => ({
  kind: 'held',
  line: 2,
  why,
  stale: false,
  text: 'So',
});
const refused: RoomEvent = {
  kind: 'refused',
  party: 'trainee',
  sendId: 1,
  line: 2,
  why: 'resting',
};

describe('notices', () => {
  it.each<[string, Room, RoomEvent, Seat, string | null]>([
    ['first cut-in', customerHolds, cutIn, 'trainee', 'cut-in-first'],
    ['again', once, cutIn, 'trainee', 'cut-in-again'],
    [
      'practice, judged first',
      played(customerHolds, [1, practice]),
      cutIn,
      'trainee',
      'cut-in-practice',
    ],
    ['practice, judged after', once, practice, 'trainee', 'cut-in-practice'],
    ['charged, judged after', once, verdict({}), 'trainee', null],
    ['the one cut off', customerHolds, cutIn, 'customer', 'cut-off-you'],
    ['an observer', customerHolds, cutIn, 'observer', null],
    ['collision held', customerHolds, held('collision'), 'trainee', 'collision'],
    ['strict', customerHolds, held('attempt'), 'trainee', 'held-why-attempt'],
    ['early', customerHolds, held('early'), 'trainee', 'held-why-early'],
    ['link', customerHolds, held('void'), 'trainee', 'held-why-void'],
    ['nobody else is told', customerHolds, held('void'), 'customer', null],
    ['refused', customerHolds, refused, 'trainee', 'refused-resting'],
    ['another was refused', customerHolds, refused, 'customer', null],
    ['limit', customerHolds, verdict({ verdict: 'boundary' }), 'trainee', 'boundary'],
    ['step in', customerHolds, verdict({ verdict: 'step_in' }), 'trainee', 'stepped-in'],
    [
      'collision delivered',
      customerHolds,
      verdict({ verdict: 'collision' }),
      'trainee',
      'collision-open',
    ],
    [
      'collision held says it itself',
      customerHolds,
      verdict({ verdict: 'collision', delivered: false }),
      'trainee',
      null,
    ],
    ['repaired', once, { kind: 'repaired', actMs: 1 }, 'trainee', 'repaired'],
    ['waived', once, { kind: 'waived', actMs: 1 }, 'trainee', 'waived'],
    [
      'partner lost',
      emptyRoom,
      { kind: 'link', party: 'customer', up: false },
      'trainee',
      'partner-lost',
    ],
    [
      'partner back',
      emptyRoom,
      { kind: 'link', party: 'customer', up: true },
      'trainee',
      'partner-back',
    ],
    ['own link', emptyRoom, { kind: 'link', party: 'trainee', up: false }, 'trainee', null],
    ['paused', customerHolds, floor({ holder: 'suspended' }), 'trainee', 'paused-partner'],
    ['instructor', customerHolds, floor({ holder: 'instructor' }), 'trainee', 'instructor-joins'],
    ['same holder', customerHolds, floor({ holder: 'customer' }), 'trainee', null],
    ['time', customerHolds, { kind: 'phase', phase: 'wrap', endsMs: 1 }, 'trainee', 'wrap'],
  ])('%s', (_, before, event, self, id) => {
    expect(noticeOf(before, event, self)?.id ?? null).toBe(id);
  });

  it('says a lost partner once, not that the room stands still as well', () => {
    const lost = played(customerHolds, [1, { kind: 'link', party: 'customer', up: false }]);
    expect(noticeOf(lost, floor({ holder: 'suspended' }), 'trainee')).toBeNull();
  });

  it('alerts for what cannot wait', () => {
    expect(noticeOf(customerHolds, cutIn, 'trainee')?.speak).toBe('alert');
    expect(noticeOf(customerHolds, held('collision'), 'trainee')?.speak).toBe('floor');
  });
});
