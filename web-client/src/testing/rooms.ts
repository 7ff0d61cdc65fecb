/** Rooms and events for the tests: what a test does not say is nothing out of the ordinary. */
import type { RoomEvent } from '#protocol';
import { reduce } from '../state/reduce.ts';
import { emptyFloor, emptyRoom, type Floor, type Of, type Room } from '../state/room.ts';

export function roomWith(floor: Partial<Floor>, room: Partial<Room> = {}): Room {
  return { ...emptyRoom, phase: 'play', ...room, floor: { ...emptyFloor, ...floor } };
}

export function played(room: Room, ...events: readonly (readonly [number, RoomEvent])[]): Room {
  return events.reduce((folded, [atMs, event]) => reduce(folded, event, atMs), room);
}

export function floor(event: Partial<Of<'floor'>>): RoomEvent {
  return {
    kind: 'floor',
    number: 1,
    holder: 'none',
    activity: 'active',
    flag: 'none',
    vent: false,
    sinceMs: 0,
    untilMs: 0,
    queued: 'none',
    ...event,
  };
}

export function line(event: Partial<Of<'delivered'>>): RoomEvent {
  return {
    kind: 'delivered',
    line: 1,
    party: 'customer',
    more: false,
    chip: 'none',
    again: false,
    writtenMs: 0,
    text: 'You said one o’clock.',
    ...event,
  };
}

export function verdict(event: Partial<Of<'verdict'>>): Of<'verdict'> {
  return {
    kind: 'verdict',
    actMs: 16_000,
    decidedMs: 16_000,
    line: 2,
    party: 'trainee',
    verdict: 'interruption',
    penalty: true,
    floorTaken: false,
    delivered: true,
    vent: false,
    ...event,
  };
}

export function evidence(event: Partial<Of<'evidence'>>): Of<'evidence'> {
  return {
    kind: 'evidence',
    line: 2,
    grade: 'credit',
    finding: 'move',
    move: 4,
    begin: 0,
    end: 0,
    value: 0,
    ...event,
  };
}

export function delta(angerNow: number): Of<'delta'> {
  return {
    kind: 'delta',
    line: 0,
    change: 'move',
    move: 0,
    begin: 0,
    end: 0,
    finding: 'move',
    anger: 0,
    trust: 0,
    heard: 0,
    grasped: 0,
    angerNow,
    trustNow: 0,
    heardNow: 0,
    graspedNow: 0,
  };
}
