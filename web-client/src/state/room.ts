/** What one person may know of a room, folded from its events. Plain data. */
import type {
  Action,
  Activity,
  Answer,
  Chip,
  EndReason,
  Flag,
  HeldWhy,
  Holder,
  Level,
  Mode,
  Outcome,
  Party,
  Phase,
  Player,
  RoomEvent,
  Seat,
} from '#protocol';
import { type Grading, ungraded } from './grading.ts';

/** The two who talk. */
export type Talker = 'trainee' | 'customer';

export interface Floor {
  number: number;
  holder: Holder;
  activity: Activity;
  flag: Flag;
  vent: boolean;
  sinceMs: number;
  /** When the floor opens by itself; 0: not armed. */
  untilMs: number;
  /** When that was set, so that the ring knows its whole. */
  armedMs: number;
  restUntilMs: number;
  repairUntilMs: number;
  /** From then on stepping in is free; 0: never. */
  stepInMs: number;
  queued: Party;
}

/** A line of the transcript: words, a listening noise, or an act that has words. */
export interface Line {
  line: number;
  party: Party;
  text: string;
  chip: Chip;
  more: boolean;
  again: boolean;
  atMs: number;
  /** It cut the customer off. */
  cutIn: boolean;
  /** It was cut off. */
  cutOff: boolean;
  /** The floor was given back after it. */
  givenBack: boolean;
  /** It is the briefing or the reason of this act. */
  action: Action | null;
}

export interface Held {
  line: number;
  text: string;
  why: HeldWhy;
  stale: boolean;
}

/** One stretch of the floor, or of the room standing still. */
export interface Span {
  holder: Holder;
  fromMs: number;
  toMs: number | null;
}

export interface CutIn {
  atMs: number;
  line: number;
  cutLine: number;
}

export type Of<Type extends RoomEvent['kind']> = Extract<RoomEvent, { kind: Type }>;
export type Verdict = Of<'verdict'>;
export type Delta = Of<'delta'> & { atMs: number };
export type Evidence = Of<'evidence'> & { atMs: number };
/** A person says that this piece of evidence is wrong. */
export type Contested = Of<'contested'>;

/** The customer's player recognised how a line listened. */
export type Recognised = Of<'recognised'> & { atMs: number };

export interface Room {
  level: Level;
  /** How upset the customer is, 1 to 5; 0: not told before the debrief. */
  heat: number;
  mode: Mode;
  player: Player;
  names: Partial<Record<Seat, string>>;
  ready: readonly Seat[];
  phase: Phase;
  phaseEndsMs: number;
  floor: Floor;
  lines: readonly Line[];
  held: readonly Held[];
  composing: Readonly<Record<Talker, boolean>>;
  away: Readonly<Record<Talker, boolean>>;
  spans: readonly Span[];
  cutIns: readonly CutIn[];
  verdicts: readonly Verdict[];
  /** actMs of the acts that were repaired, or waived. */
  repaired: readonly number[];
  waived: readonly number[];
  deltas: readonly Delta[];
  evidence: readonly Evidence[];
  contested: readonly Contested[];
  facts: readonly { fact: number; key: boolean; atMs: number }[];
  score: { value: number; interruptions: number } | null;
  outcome: { outcome: Outcome; reason: EndReason; answer: Answer } | null;
  /** What the customer's player set and ticked: told to him and staff, to others from the debrief. */
  temper: number | null;
  told: readonly number[];
  recognised: readonly Recognised[];
  /** For staff: who reported what, and why somebody stopped. */
  reports: readonly (Of<'reported'> & { atMs: number })[];
  stopReasons: readonly (Of<'stopReason'> & { atMs: number })[];
  /** The trainee thinks that it is done: the customer's player is asked. */
  asked: boolean;
  grading: Grading;
  /** The colleague whom the trainee has asked for; null: he has not, or the talk is handed over. */
  colleague: Colleague | null;
  lastMs: number;
}

export interface Colleague {
  /** Staff may join until then. */
  untilMs: number;
  /** Who has; empty: nobody yet. */
  by: string;
}

export const emptyFloor: Floor = {
  number: 0,
  holder: 'none',
  activity: 'paused',
  flag: 'none',
  vent: false,
  sinceMs: 0,
  untilMs: 0,
  armedMs: 0,
  restUntilMs: 0,
  repairUntilMs: 0,
  stepInMs: 0,
  queued: 'none',
};

export const emptyRoom: Room = {
  level: 'standard',
  heat: 0,
  mode: 'soft',
  player: 'bot',
  names: {},
  ready: [],
  phase: 'read',
  phaseEndsMs: 0,
  floor: emptyFloor,
  lines: [],
  held: [],
  composing: { trainee: false, customer: false },
  away: { trainee: false, customer: false },
  spans: [],
  cutIns: [],
  verdicts: [],
  repaired: [],
  waived: [],
  deltas: [],
  evidence: [],
  contested: [],
  facts: [],
  score: null,
  outcome: null,
  temper: null,
  told: [],
  recognised: [],
  reports: [],
  stopReasons: [],
  asked: false,
  grading: ungraded,
  colleague: null,
  lastMs: 0,
};

/** What the trainee said last, beyond listening noises. */
export function latestOfTrainee(room: Room): Line | undefined {
  return room.lines.findLast((line) => line.party === 'trainee' && line.chip === 'none');
}

/** The line that a customer was cut off in, until either of them says more; or null. */
export function lineToSayAgain(room: Room): Line | null {
  const cutIn = room.cutIns.at(-1);
  if (!cutIn || room.floor.holder === 'trainee') return null;
  const since = room.lines.some(
    (line) => line.chip === 'none' && line.line !== cutIn.line && line.atMs > cutIn.atMs,
  );
  return since ? null : (room.lines.find((line) => line.line === cutIn.cutLine) ?? null);
}

/** Seconds that the customer spent saying again what was cut off. */
export function secondsSaidAgain(room: Room): number {
  const total = room.cutIns.reduce((sum, cutIn) => sum + saidAgainMs(room, cutIn), 0);
  return Math.round(total / 1000);
}

/** From the cut-in to the end of what had to be said again for it. */
export function saidAgainMs(room: Room, cutIn: CutIn): number {
  const next = room.cutIns.find((other) => other.atMs > cutIn.atMs);
  const again = room.lines.filter(
    (line) => line.again && line.atMs >= cutIn.atMs && (!next || line.atMs < next.atMs),
  );
  const last = again.at(-1);
  return last ? last.atMs - cutIn.atMs : 0;
}
