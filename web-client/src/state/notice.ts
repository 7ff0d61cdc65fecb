/** What an event means for the person in this seat: a notice to show, a sentence to speak. Pure. */
import type { RoomEvent, Seat } from '#protocol';
import type { Kind } from '../view/announcer.ts';
import { partnerOf } from './reduce.ts';
import type { Room } from './room.ts';

export interface Notice {
  id: string;
  tone: 'plain' | 'cut' | 'good';
  speak: Kind;
  /** Whose name goes in for $who. */
  who?: 'customer' | 'trainee';
  /** How long it stays. */
  forMs: number;
  /** Takes a tap: give the floor back, or say the cut line again. */
  act?: 'repair' | 'resend';
}

const shortMs = 6_000;
const longMs = 9_000;

/** `before` is the room without the event. */
export function noticeOf(before: Room, event: RoomEvent, self: Seat): Notice | null {
  switch (event.kind) {
    case 'cutIn':
      return cutInNotice(before, self);
    case 'repaired':
    case 'waived':
      return self === 'trainee' ? good(event.kind) : null;
    case 'held':
      return self === 'trainee' ? plain(heldText[event.why]) : null;
    case 'verdict':
      return self === 'trainee' ? verdictNotice(event.verdict, event.delivered) : null;
    case 'refused':
      return plain(`refused-${event.why}`);
    case 'link':
      return event.party === partnerOf(self) ? linkNotice(event.up, event.party) : null;
    case 'floor':
      return floorNotice(before, event.holder);
    case 'phase':
      return event.phase === 'wrap' ? { ...plain('wrap'), speak: 'alert', forMs: 20_000 } : null;
    default:
      return null;
  }
}

const heldText = {
  collision: 'collision',
  attempt: 'held-why-attempt',
  early: 'held-why-early',
  void: 'held-why-void',
} as const;

function plain(id: string): Notice {
  return { id, tone: 'plain', speak: 'floor', forMs: shortMs };
}

function good(id: string): Notice {
  return { id, tone: 'good', speak: 'alert', forMs: shortMs };
}

function cutInNotice(before: Room, self: Seat): Notice | null {
  if (self === 'trainee') {
    const id = before.cutIns.length === 0 ? 'cut-in-first' : 'cut-in-again';
    return { id, tone: 'cut', speak: 'alert', forMs: longMs, act: 'repair' };
  }
  if (self !== 'customer') return null;
  return { id: 'cut-off-you', tone: 'cut', speak: 'alert', forMs: 20_000, act: 'resend' };
}

function verdictNotice(verdict: string, delivered: boolean): Notice | null {
  if (verdict === 'collision') return delivered ? plain('collision-open') : null;
  if (verdict === 'boundary') return good('boundary');
  return verdict === 'step_in' ? good('stepped-in') : null;
}

function linkNotice(up: boolean, who: 'customer' | 'trainee'): Notice {
  return { ...plain(up ? 'partner-back' : 'partner-lost'), speak: 'alert', who };
}

function floorNotice(before: Room, holder: string): Notice | null {
  if (holder === before.floor.holder) return null;
  if (holder === 'instructor') return { ...plain('instructor-joins'), speak: 'alert' };
  const quiet = before.away.trainee || before.away.customer;
  if (holder !== 'suspended' || quiet) return null;
  return { ...plain('paused-partner'), speak: 'alert' };
}
