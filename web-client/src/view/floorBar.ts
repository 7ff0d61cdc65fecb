/** What the floor bar and the send button say at this moment. Pure; `nowMs` is session time. */
import type { Level, Seat } from '#protocol';
import type { Floor, Room } from '../state/room.ts';

/** `them` stands at the start of the line, `you` at its end, whichever way the script runs. */
export type Side = 'them' | 'you' | 'open' | 'again' | 'paused';

export interface Bar {
  side: Side;
  icon: string;
  /** Fluent ids: the sentence, and the few words that stand in for it on a phone. */
  label: string;
  short: string;
  /** The quiet window that drains, or null. */
  ring: { share: number; seconds: number } | null;
}

export function floorBar(room: Room, self: Seat, nowMs: number): Bar {
  const bar = barOf(room, self, nowMs);
  return { ...bar, ring: bar.side === 'paused' ? null : quietRing(room.floor, nowMs) };
}

type Words = Omit<Bar, 'ring'>;

function barOf(room: Room, self: Seat, nowMs: number): Words {
  if (self === 'observer') return observerBar(room);
  return self === 'customer' ? customerBar(room) : traineeBar(room, nowMs);
}

const paused: Words = {
  side: 'paused',
  icon: 'pause',
  label: 'floor-paused',
  short: 'floor-short-paused',
};
const over: Words = {
  side: 'paused',
  icon: 'check',
  label: 'floor-over',
  short: 'floor-short-over',
};
const lost: Words = { ...paused, icon: 'wifi-off', label: 'floor-partner-lost' };
const open: Words = {
  side: 'open',
  icon: 'circle',
  label: 'floor-open',
  short: 'floor-short-open',
};
const instructor: Words = {
  side: 'them',
  icon: 'eye',
  label: 'floor-instructor',
  short: 'floor-short-instructor',
};

/** What is the same for everyone: the room stands, is over, or nobody speaks. */
function commonBar(room: Room): Words | null {
  if (room.phase === 'debrief' || room.phase === 'closed') return over;
  if (room.floor.holder === 'suspended') {
    return room.away.trainee || room.away.customer ? lost : paused;
  }
  if (room.floor.holder === 'instructor') return instructor;
  if (room.floor.holder === 'none') return open;
  return null;
}

function traineeBar(room: Room, nowMs: number): Words {
  const common = commonBar(room);
  if (common) return common;
  const { holder, activity, flag } = room.floor;
  if (holder === 'hold') {
    return { side: 'you', icon: 'hourglass', label: 'floor-hold', short: 'floor-short-hold' };
  }
  if (holder === 'trainee') {
    const label = activity === 'paused' ? 'floor-yours-quiet' : 'floor-yours';
    return { side: 'you', icon: 'pen-line', label, short: 'floor-short-yours' };
  }
  if (nowMs < room.floor.restUntilMs) {
    return { side: 'again', icon: 'scissors', label: 'floor-again', short: 'floor-short-again' };
  }
  if (mayStepIn(room.floor, nowMs)) {
    const words = { label: 'floor-customer-long', short: 'floor-short-step-in' };
    return { side: 'them', icon: 'message-square', ...words };
  }
  if (flag === 'more') {
    const words = { label: 'floor-customer-more', short: 'floor-short-more' };
    return { side: 'them', icon: 'message-circle-more', ...words };
  }
  const quiet = activity === 'paused' && flag === 'none';
  const label = quiet ? 'floor-customer-quiet' : 'floor-customer';
  return { side: 'them', icon: 'message-square', label, short: 'floor-short-customer' };
}

function customerBar(room: Room): Words {
  const common = commonBar(room);
  if (common) return common;
  if (room.floor.holder === 'customer') {
    const label = room.floor.flag === 'more' ? 'floor-c-more' : 'floor-c-yours';
    return { side: 'you', icon: 'pen-line', label, short: 'floor-short-yours' };
  }
  const label = room.floor.holder === 'hold' ? 'floor-c-hold' : 'floor-c-theirs';
  return { side: 'them', icon: 'message-square', label, short: 'floor-short-theirs' };
}

/** Who watches has no turn: each of the two is told of by name. */
function observerBar(room: Room): Words {
  const { holder } = room.floor;
  const common = commonBar(room);
  if (common) return common === open ? { ...open, label: 'floor-w-open' } : common;
  if (holder === 'customer') {
    const icon = 'message-square';
    return { side: 'them', icon, label: 'floor-w-customer', short: 'floor-short-customer' };
  }
  const label = holder === 'hold' ? 'floor-w-hold' : 'floor-w-trainee';
  return { side: 'you', icon: 'pen-line', label, short: 'floor-short-trainee' };
}

function quietRing(floor: Floor, nowMs: number): Bar['ring'] {
  const leftMs = floor.untilMs - nowMs;
  if (floor.untilMs === 0 || leftMs <= 0) return null;
  const wholeMs = Math.max(1, floor.untilMs - floor.armedMs);
  return { share: Math.min(1, leftMs / wholeMs), seconds: Math.ceil(leftMs / 1000) };
}

export function mayStepIn(floor: Floor, nowMs: number): boolean {
  return floor.stepInMs > 0 && nowMs >= floor.stepInMs;
}

/** What sending would be right now. */
export type SendWay = 'send' | 'early' | 'cut-in' | 'step-in' | 'resting' | 'closed';

export function sendWay(room: Room, self: Seat, nowMs: number): SendWay {
  const { floor, phase } = room;
  if (floor.holder === 'suspended' || floor.holder === 'instructor') return 'closed';
  if (phase === 'wrap') return floor.holder === self ? 'send' : 'closed';
  if (phase !== 'play') return 'closed';
  if (self === 'customer' || floor.holder !== 'customer') return 'send';
  if (nowMs < floor.restUntilMs) return 'resting';
  if (mayStepIn(floor, nowMs)) return 'step-in';
  return floor.activity === 'paused' && floor.flag === 'none' ? 'early' : 'cut-in';
}

/** What Enter, or the button, does about it. */
export type SendAct = 'send' | 'ask' | 'hold' | 'wait';

export function sendAct(way: SendWay, level: Level, by: 'enter' | 'button'): SendAct {
  if (way === 'closed' || way === 'resting') return 'wait';
  if (way === 'send' || way === 'step-in' || level === 'exam') return 'send';
  return level === 'guided' && by === 'enter' ? 'hold' : 'ask';
}

export function restSeconds(floor: Floor, nowMs: number): number {
  return floor.holder === 'customer'
    ? Math.max(0, Math.ceil((floor.restUntilMs - nowMs) / 1000))
    : 0;
}

export function mayRepair(floor: Floor, nowMs: number): boolean {
  return floor.repairUntilMs > 0 && nowMs <= floor.repairUntilMs;
}
