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
  /** So long a session may wait for rooms that have more time. */
  bufferMs: number;
}

const wrapMs = 20_000;
const blockOf = { bot: 1, pairs: 2, threes: 3 };

export interface Plan {
  sessions: number;
  threes: number;
  pairs: number;
  withBot: number;
  /** Who practise with the bot in the third session of a block, as pairs among threes do. */
  botThird: number;
  /** Nobody works with anybody in two blocks, if all stay. */
  anew: boolean;
  lastsMs: number;
  /** And if every session waits for slow rooms as long as it may. */
  mostMs: number;
}

function groupsOf(people: number, pairing: Pairing): Pick<Plan, 'threes' | 'pairs' | 'withBot'> {
  if (pairing === 'bot' || people < 2) return { threes: 0, pairs: 0, withBot: people };
  if (pairing === 'pairs') return { threes: 0, pairs: Math.floor(people / 2), withBot: people % 2 };
  const pairs = people < 3 ? 1 : [0, 2, 1][(people % 3) as 0 | 1 | 2];
  return { threes: (people - 2 * (pairs ?? 0)) / 3, pairs: pairs ?? 0, withBot: 0 };
}

/** Pairs: a circle has so many rounds. Threes find new people three times from 21 on. */
function meetsAnew({ people, pairing, blocks }: SetUpForm): boolean {
  if (pairing === 'bot' || blocks === 1) return true;
  if (pairing === 'pairs') return blocks <= people - 1 + (people % 2);
  return people >= 21 && blocks <= 3;
}

export function planOf(form: SetUpForm): Plan {
  const sessions = blockOf[form.pairing] * form.blocks;
  const { readMs, playMs, debriefMs, switchMs, bufferMs } = form;
  const one = readMs + playMs + Math.min(wrapMs, playMs / 4) + debriefMs;
  const groups = groupsOf(form.people, form.pairing);
  const lastsMs = sessions * one + (sessions - 1) * switchMs;
  return {
    sessions,
    ...groups,
    botThird: form.pairing === 'threes' ? 2 * groups.pairs : 0,
    anew: meetsAnew(form),
    lastsMs,
    mostMs: lastsMs + sessions * bufferMs,
  };
}

/** 14:42, so many milliseconds after 14:00. */
export function endOf(start: string, lastsMs: number): string {
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  const end = hours * 60 + minutes + Math.ceil(lastsMs / 60_000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`;
}
