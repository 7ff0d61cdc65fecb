/** What an event means for the person in this seat: a notice to show, a sentence to speak. Pure. */
import type { RoomEvent, Seat } from '#protocol';
import type { Args } from '../text/text.ts';
import type { Kind } from '../view/announcer.ts';
import { partnerOf } from './reduce.ts';
import type { Of, Room, Verdict } from './room.ts';

export interface Notice {
  id: string;
  tone: 'plain' | 'cut' | 'good';
  speak: Kind;
  /** Whose name goes in for $who. */
  who?: 'customer' | 'trainee';
  args?: Args;
  /** How long it stays. */
  forMs: number;
}

const shortMs = 6_000;
const longMs = 9_000;

/** `before` is the room without the event. */
export function noticeOf(before: Room, event: RoomEvent, self: Seat): Notice | null {
  switch (event.kind) {
    case 'cutIn':
      return cutInNotice(before, event.line, self);
    case 'repaired':
    case 'waived':
      return self === 'trainee' ? good(event.kind) : null;
    case 'held':
      return self === 'trainee' ? plain(heldText[event.why]) : null;
    case 'verdict':
      return self === 'trainee' ? verdictNotice(before, event) : null;
    case 'refused':
      return event.party === self ? plain(`refused-${event.why}`) : null;
    case 'link':
      return event.party === partnerOf(self) ? linkNotice(event.up, event.party) : null;
    case 'floor':
      return floorNotice(before, event.holder);
    case 'phase':
      return event.phase === 'wrap' ? { ...plain('wrap'), speak: 'alert', forMs: 20_000 } : null;
    case 'seated':
      return playerNotice(before, event, self);
    case 'colleagueOffer':
      return self === 'trainee' ? colleagueNotice(event.untilMs > 0) : null;
    case 'colleague':
      return event.on ? { ...plain('colleague-in'), speak: 'alert' } : null;
    case 'close':
      return self === 'trainee' && !event.answered ? plain('settled-asked') : null;
    case 'recognised':
      return self === 'trainee' ? good(`recognised-${event.what}`) : null;
    case 'whisper':
      return { ...plain('coach'), speak: 'alert', args: { text: event.text }, forMs: 20_000 };
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

function cutInNotice(before: Room, line: number, self: Seat): Notice | null {
  if (self === 'customer') return cut('cut-off-you', 20_000);
  if (self !== 'trainee') return null;
  const verdict = before.verdicts.find((one) => one.line === line);
  if (verdict && !verdict.penalty) return cut('cut-in-practice', longMs);
  return cut(before.cutIns.length === 0 ? 'cut-in-first' : 'cut-in-again', longMs);
}

function cut(id: string, forMs: number): Notice {
  return { id, tone: 'cut', speak: 'alert', forMs };
}

function verdictNotice(before: Room, event: Verdict): Notice | null {
  switch (event.verdict) {
    case 'collision':
      return event.delivered ? plain('collision-open') : null; // else `held` says it
    case 'boundary':
      return good('boundary');
    case 'step_in':
      return good('stepped-in');
    case 'interruption':
      // Where the verdict comes after the cut-in, it says that this one was practice.
      return !event.penalty && before.cutIns.some((one) => one.line === event.line)
        ? cut('cut-in-practice', longMs)
        : null;
    default:
      return null;
  }
}

/** An instructor has the customer's part from now on, or no longer. */
function playerNotice(before: Room, event: Of<'seated'>, self: Seat): Notice | null {
  if (event.seat !== 'customer' || before.phase === 'read' || self === 'customer') return null;
  if (event.player === 'instructor') return { ...plain('instructor-plays'), speak: 'alert' };
  const back = before.player === 'instructor';
  return back ? { ...plain(`instructor-back-${event.player}`), speak: 'alert' } : null;
}

function colleagueNotice(asked: boolean): Notice {
  const id = asked ? 'colleague-asked' : 'colleague-none';
  return { ...plain(id), speak: 'alert', forMs: asked ? 20_000 : shortMs };
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
