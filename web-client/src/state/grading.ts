/** What graders, and afterwards the two who talked, said of a session: a fold of its events. What
 * the recipient may not see has not come. Pure. */
import type { Critical, Item, MethodItem, Moment, Note, RoomEvent } from '#protocol';

type Of<Type extends RoomEvent['kind']> = Extract<RoomEvent, { kind: Type }>;
export type Mark = Of<'mark'>;
export type Hint = Of<'hint'>;
export type Graded = Of<'graded'>;

export interface NotedMoment {
  cited: number;
  moment: Moment;
  by: string;
}

export interface Observed {
  cited: number;
  moment: Moment;
  /** What of it shows there; null: not said. */
  item: Item | null;
}

export interface Grading {
  items: readonly MethodItem[];
  /** The latest of each item. */
  marks: Readonly<Partial<Record<Item, Mark>>>;
  hints: Readonly<Partial<Record<Item, Hint>>>;
  overall: number;
  moments: readonly NotedMoment[];
  criticals: Readonly<Partial<Record<Critical, Of<'critical'>>>>;
  graded: Graded | null;
  /** When the release was asked for; null: it was not, or taken back. */
  releasingMs: number | null;
  /** By whom; null: not yet. */
  released: string | null;
  /** Changed since. */
  revised: readonly Item[];
  /** The trainee's own view. */
  own: Readonly<Partial<Record<Item, number>>> | null;
  notes: Readonly<Partial<Record<Note, string>>>;
  /** How well the customer's player was heard; 0: not said. */
  feltHeard: number;
  /** What the observer noted: moments, and his own levels. */
  observed: readonly Observed[];
  views: Readonly<Partial<Record<Item, number>>>;
  /** What the trainee was hoping for, by the line that cut in. */
  hoped: Readonly<Record<number, string>>;
  whispers: readonly { atMs: number; text: string }[];
}

export const ungraded: Grading = {
  items: [],
  marks: {},
  hints: {},
  overall: 0,
  moments: [],
  criticals: {},
  graded: null,
  releasingMs: null,
  released: null,
  revised: [],
  own: null,
  notes: {},
  feltHeard: 0,
  observed: [],
  views: {},
  hoped: {},
  whispers: [],
};

export function grade(now: Grading, event: RoomEvent, atMs: number): Grading {
  switch (event.kind) {
    case 'gradedBy':
      return { ...now, items: event.items };
    case 'mark':
      return marked(now, event);
    case 'hint':
      return { ...now, hints: { ...now.hints, [event.item]: event } };
    case 'overall':
      return { ...now, overall: event.level };
    case 'moment':
      return { ...now, moments: noted(now.moments, event) };
    case 'critical': {
      const { [event.critical]: _, ...others } = now.criticals;
      return { ...now, criticals: event.on ? { ...others, [event.critical]: event } : others };
    }
    case 'release':
      return { ...now, releasingMs: event.on ? atMs : null };
    case 'released':
      return { ...now, releasingMs: null, released: event.by };
    case 'graded':
      return { ...now, graded: event };
    case 'ratedSelf':
      return {
        ...now,
        own: Object.fromEntries(event.marks.map(({ item, level }) => [item, level])),
      };
    case 'observedMoment':
      return { ...now, observed: observed(now.observed, event) };
    case 'observedView':
      return { ...now, views: { ...now.views, [event.item]: event.level } };
    case 'note':
      if (event.note === 'hoped')
        return { ...now, hoped: { ...now.hoped, [event.cited]: event.text } };
      return { ...now, notes: { ...now.notes, [event.note]: event.text } };
    case 'customerNote':
      return { ...now, notes: { ...now.notes, [event.note]: event.text } };
    case 'feltHeard':
      return { ...now, feltHeard: event.level };
    case 'whisper':
      return { ...now, whispers: [...now.whispers, { atMs, text: event.text }] };
    default:
      return now;
  }
}

function marked(now: Grading, event: Mark): Grading {
  const revised = now.released !== null ? [...now.revised, event.item] : now.revised;
  return { ...now, marks: { ...now.marks, [event.item]: event }, revised };
}

function noted(moments: readonly NotedMoment[], event: Of<'moment'>): readonly NotedMoment[] {
  const { cited, moment, by, on } = event;
  const others = moments.filter((one) => one.cited !== cited || one.moment !== moment);
  return on ? [...others, { cited, moment, by }] : others;
}

function observed(all: readonly Observed[], event: Of<'observedMoment'>): readonly Observed[] {
  const item = event.hasItem ? event.item : null;
  const { cited, moment } = event;
  const others = all.filter(
    (one) => one.cited !== cited || one.moment !== moment || one.item !== item,
  );
  return event.on ? [...others, { cited, moment, item }] : others;
}

/** C2 follows from the others: nobody has to mark it. */
export function unmarked(grading: Grading): Item[] {
  return grading.items
    .map(({ item }) => item)
    .filter((item) => item !== 'C2' && !grading.marks[item]);
}

/** The version that a new mark of the item replaces. */
export function versionOf(grading: Grading, item: Item): number {
  const mark = grading.marks[item];
  return mark ? mark.version + 1 : 0;
}
