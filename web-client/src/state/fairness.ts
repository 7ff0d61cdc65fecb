/** The fairness sheet of a session: what was excused and why, and what the link was like. Pure. */
import type { Room } from './room.ts';

const excusing = new Set(['collision', 'grace', 'void_link', 'void_pause', 'void_instructor']);

export interface Excuse {
  verdict: string;
  /** Why, by the engine's name for it; empty where this seat is not told. */
  rule: string;
  count: number;
}

export interface Fairness {
  excuses: Excuse[];
  charged: number;
  repaired: number;
  waived: number;
  /** Largest round trip that an act was judged with; null: none was measured. */
  largestRttMs: number | null;
}

export function fairness(room: Room): Fairness {
  const rtts = room.verdicts.map((one) => one.rttMs ?? -1).filter((rtt) => rtt >= 0);
  return {
    excuses: excuses(room),
    charged: room.verdicts.filter((one) => one.penalty).length,
    repaired: room.repaired.length,
    waived: room.waived.length,
    largestRttMs: rtts.length === 0 ? null : Math.max(...rtts),
  };
}

/** In the order in which each kind first happened. */
function excuses(room: Room): Excuse[] {
  const counts = new Map<string, Excuse>();
  for (const { verdict, rule = '' } of room.verdicts) {
    if (!excusing.has(verdict)) continue;
    const key = `${verdict} ${rule}`;
    counts.set(key, { verdict, rule, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
