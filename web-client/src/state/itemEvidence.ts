/** Which of what the machine saw speaks of an item of the method. It decides nothing: the grader
 * reads the lines. Feeling, calm and tone are a person's to judge, and are only pointed at. Pure. */
import type { Finding, Item } from '#protocol';
import { isContested } from './reduce.ts';
import type { Evidence, Room } from './room.ts';

interface Signs {
  moves: readonly number[];
  findings: readonly Finding[];
}

const signs: Readonly<Record<Item, Signs>> = {
  L1: { moves: [], findings: ['repeat_question', 'not_understood'] },
  L2: { moves: [2, 7], findings: ['parroting', 'vent_heard'] },
  L3: { moves: [3], findings: ['repeat_question'] },
  L4: { moves: [1], findings: ['name_overuse'] },
  L5: { moves: [7], findings: ['summary_full', 'summary_part', 'summary_wrong', 'parroting'] },
  E1: { moves: [4], findings: ['vent_heard'] },
  E2: { moves: [15, 16, 17], findings: [] },
  E3: { moves: [4, 17, 24], findings: [] },
  E4: { moves: [5, 6], findings: ['premature_apology', 'wrong_apology'] },
  S1: { moves: [3], findings: [] },
  S2: { moves: [9], findings: ['offer_in_vent'] },
  S3: {
    moves: [10, 11],
    findings: ['offer_below_floor', 'offer_counter', 'offer_accepted', 'offer_over_loss'],
  },
  S4: { moves: [12], findings: ['promise', 'offer_over_authority'] },
  S5: { moves: [13, 14], findings: [] },
  S6: { moves: [8, 22], findings: ['promise'] },
  B1: { moves: [18], findings: [] },
  B2: { moves: [19, 21], findings: [] },
  C1: { moves: [23, 25], findings: [] },
  C2: { moves: [], findings: [] },
};

export function speaksOf(item: Item, { finding, move }: Evidence): boolean {
  const { moves, findings } = signs[item];
  return finding === 'move' ? moves.includes(move) : findings.includes(finding);
}

/** In the order of the talk, without what somebody has called wrong. */
export function evidenceFor(room: Room, item: Item): Evidence[] {
  return room.evidence.filter((one) => speaksOf(item, one) && !isContested(room, one));
}

/** The items of the method that the line is evidence for. */
export function itemsOf(room: Room, line: number): Item[] {
  const seen = room.evidence.filter((one) => one.line === line && !isContested(room, one));
  return room.grading.items
    .map(({ item }) => item)
    .filter((item) => seen.some((one) => speaksOf(item, one)));
}
