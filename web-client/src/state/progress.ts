/** A learner's own practice, kept on his device alone: the last ten sessions, and what heat to try
 * next. No instructor has marked most of it, so a level is suggested by what is known for certain:
 * how the talk ended and what the floor cost; a total counts where somebody has given one. */
import type { Item, Outcome } from '#protocol';
import type { Room } from './room.ts';

export interface Practised {
  room: string;
  /** Wall time, for its date. */
  at: number;
  title: string;
  heat: number;
  outcome: Outcome;
  floor: number;
  /** An instructor's total; null: not marked, or not released. */
  total: number | null;
  /** The learner's own levels by item, and the instructor's. */
  own: Partial<Record<Item, number>>;
  given: Partial<Record<Item, number>>;
  /** The names of the items. */
  items: Partial<Record<Item, string>>;
}

const keptMost = 10;

/** Null until the session is over. `log` is the room as the debrief shows it. */
export function practised(
  log: Room,
  now: Room,
  what: Pick<Practised, 'room' | 'at' | 'title' | 'items'>,
): Practised | null {
  const { grading } = now;
  if (!log.outcome || !log.score) return null;
  const given = grading.released === null ? {} : grading.marks;
  return {
    ...what,
    heat: log.heat,
    outcome: log.outcome.outcome,
    floor: log.score.value,
    total: grading.released === null ? null : (grading.graded?.total ?? null),
    own: grading.own ?? {},
    given: Object.fromEntries(Object.entries(given).map(([item, mark]) => [item, mark.level])),
  };
}

/** The newest last. A session that is already there is brought up to date, in its place. */
export function withSession(all: readonly Practised[], one: Practised): readonly Practised[] {
  const there = all.find(({ room }) => room === one.room);
  if (!there) return [...all, one].slice(-keptMost);
  return all.map((old) => (old === there ? { ...one, at: old.at } : old));
}

const wentWell = ({ total, floor, outcome }: Practised) =>
  floor >= 80 && (total === null ? outcome === 'satisfied' : total >= 75);

const wentBadly = ({ total, outcome }: Practised) =>
  total === null ? outcome === 'walk_out' : total < 50;

/** Two in a row at one heat that went well suggest the next, two that went badly the one before. */
export function nextHeat(all: readonly Practised[]): number | null {
  const [before, last] = all.slice(-2);
  if (!before || !last || before.heat !== last.heat) return null;
  if ([before, last].every(wentWell) && last.heat < 5) return last.heat + 1;
  if ([before, last].every(wentBadly) && last.heat > 1) return last.heat - 1;
  return null;
}
