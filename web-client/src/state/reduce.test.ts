import { describe, expect, it } from 'vitest';
import type { RoomEvent } from '#protocol';
import { evidence, floor, line, played, verdict } from '../testing/rooms.ts';
import { isContested, partnerOf, reduce } from './reduce.ts';
import { emptyRoom, lineToSayAgain, secondsSaidAgain } from './room.ts';

const cutIn: RoomEvent = { kind: 'cutIn', line: 2, cutLine: 1 };
const byTrainee = line({ line: 2, party: 'trainee', text: 'Can I just' });

describe('the transcript', () => {
  it('marks both ends of a cut-in, whichever event comes first', () => {
    const told = played(emptyRoom, [1, line({})], [2, byTrainee], [2, cutIn]);
    const toldFirst = played(emptyRoom, [1, line({})], [2, cutIn], [2, byTrainee]);
    for (const room of [told, toldFirst]) {
      expect(room.lines.map((one) => [one.line, one.cutOff, one.cutIn])).toEqual([
        [1, true, false],
        [2, false, true],
      ]);
    }
  });

  it('marks the line after which the floor was given back', () => {
    const repaired: RoomEvent = { kind: 'repaired', actMs: 16_000 };
    const room = played(emptyRoom, [1, byTrainee], [2, verdict({})], [3, repaired]);
    expect(room.lines[0]?.givenBack).toBe(true);
  });

  it('shows a hand-over with its briefing', () => {
    const action: RoomEvent = {
      kind: 'action',
      what: 'hand_over',
      line: 3,
      sendId: 4,
      offerMs: 0,
      text: 'Two hours late, a hundred dollars.',
    };
    const room = played(emptyRoom, [1, action]);
    expect(room.lines[0]).toMatchObject({ party: 'trainee', action: 'hand_over', line: 3 });
  });

  it('ends the writing sign with the words, not with a listening noise', () => {
    const writes: RoomEvent = { kind: 'compose', party: 'trainee', state: 'start' };
    const noise = line({ line: 2, party: 'trainee', chip: 'mm_hm', text: '' });
    const writing = played(emptyRoom, [1, writes]);
    expect(played(writing, [2, noise]).composing.trainee).toBe(true);
    expect(played(writing, [2, byTrainee]).composing.trainee).toBe(false);
  });
});

describe('held messages', () => {
  const held: RoomEvent = { kind: 'held', line: 2, why: 'collision', stale: false, text: 'So' };
  const waiting = played(emptyRoom, [1, held]);

  it.each<[string, RoomEvent, number]>([
    ['replaced by its newer state', { ...held, stale: true }, 1],
    ['delivered', byTrainee, 0],
    ['dropped', { kind: 'dropped', line: 2, why: 'discarded' }, 0],
    ['over with the conversation', { kind: 'phase', phase: 'debrief', endsMs: 0 }, 0],
    ['left alone by another line', line({ line: 3 }), 1],
  ])('%s', (_, event, left) => {
    expect(played(waiting, [2, event]).held).toHaveLength(left);
  });
});

describe('the floor over time', () => {
  const room = played(
    emptyRoom,
    [1_000, floor({ holder: 'customer', untilMs: 9_000 })],
    [2_000, floor({ holder: 'customer', untilMs: 9_000 })],
    [5_000, floor({ holder: 'trainee' })],
    [9_000, { kind: 'phase', phase: 'debrief', endsMs: 0 }],
  );

  it('is one span for each holder, the last ended by the debrief', () => {
    expect(room.spans).toEqual([
      { holder: 'customer', fromMs: 1_000, toMs: 5_000 },
      { holder: 'trainee', fromMs: 5_000, toMs: 9_000 },
    ]);
  });

  it('remembers when a quiet window was armed, so that the ring knows its whole', () => {
    const armed = played(
      emptyRoom,
      [1_000, floor({ holder: 'customer', untilMs: 9_000 })],
      [2_000, floor({ holder: 'customer', untilMs: 9_000 })],
    );
    expect(armed.floor.armedMs).toBe(1_000);
    expect(played(armed, [3_000, floor({ untilMs: 12_000 })]).floor.armedMs).toBe(3_000);
  });
});

describe('what a cut-in costs', () => {
  const cut = played(
    emptyRoom,
    [1_000, floor({ holder: 'customer' })],
    [2_000, line({})],
    [3_000, byTrainee],
    [3_000, cutIn],
  );
  const again = played(cut, [17_000, line({ line: 3, again: true })]);

  it('is counted to the end of what was said again for it', () => {
    expect(secondsSaidAgain(cut)).toBe(0);
    expect(secondsSaidAgain(again)).toBe(14);
  });

  it('is offered to a peer as one tap until he has spoken', () => {
    expect(lineToSayAgain(cut)?.line).toBe(1);
    expect(lineToSayAgain(again)).toBeNull();
    expect(lineToSayAgain(played(cut, [4_000, floor({ holder: 'trainee' })]))).toBeNull();
  });
});

it('notes a contested piece of evidence once', () => {
  const { line: at, finding, move } = evidence({});
  const contested: RoomEvent = { kind: 'contested', by: 'trainee', line: at, finding, move };
  const room = played(emptyRoom, [1, evidence({})], [2, contested], [3, contested]);
  expect(room.contested).toHaveLength(1);
  expect(isContested(room, evidence({}))).toBe(true);
  expect(isContested(room, evidence({ move: 7 }))).toBe(false);
});

it('lets an event that only a newer page knows pass', () => {
  const room = reduce(emptyRoom, { kind: 'unknown' } as unknown as RoomEvent, 7);
  expect(room).toEqual({ ...emptyRoom, lastMs: 7 });
});

it('never changes the room it was given', () => {
  const before = JSON.stringify(emptyRoom);
  played(emptyRoom, [1, line({})], [2, cutIn], [3, floor({ holder: 'customer' })]);
  expect(JSON.stringify(emptyRoom)).toBe(before);
});

it('knows the seat across the table', () => {
  expect([partnerOf('trainee'), partnerOf('customer')]).toEqual(['customer', 'trainee']);
});
