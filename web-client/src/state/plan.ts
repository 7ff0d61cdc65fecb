/** What a set-up comes to: groups, what is left over, and how long it all takes. */
import type { Pairing } from '#protocol';

export interface SetUpForm {
  people: number;
  pairing: Pairing;
  blocks: number;
  readMs: number;
  playMs: number;
  debriefMs: number;
  switchMs: number;
}

const wrapMs = 20_000;
const blockOf = { bot: 1, pairs: 2, threes: 3 };

export interface Plan {
  sessions: number;
  threes: number;
  pairs: number;
  withBot: number;
  lastsMs: number;
}

function groupsOf(people: number, pairing: Pairing): Pick<Plan, 'threes' | 'pairs' | 'withBot'> {
  if (pairing === 'bot' || people < 2) return { threes: 0, pairs: 0, withBot: people };
  if (pairing === 'pairs') return { threes: 0, pairs: Math.floor(people / 2), withBot: people % 2 };
  const pairs = people < 3 ? 1 : [0, 2, 1][(people % 3) as 0 | 1 | 2];
  return { threes: (people - 2 * (pairs ?? 0)) / 3, pairs: pairs ?? 0, withBot: 0 };
}

export function planOf(form: SetUpForm): Plan {
  const sessions = blockOf[form.pairing] * form.blocks;
  const { readMs, playMs, debriefMs, switchMs } = form;
  const one = readMs + playMs + Math.min(wrapMs, playMs / 4) + debriefMs;
  return {
    sessions,
    ...groupsOf(form.people, form.pairing),
    lastsMs: sessions * one + (sessions - 1) * switchMs,
  };
}
