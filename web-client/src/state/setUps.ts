/** Set-ups to begin from: three that come with it, and those that were used on this device. */
import type { Level } from '#protocol';
import type { SetUpForm } from './plan.ts';

export interface Draft extends SetUpForm {
  title: string;
  consent: string;
  method: string;
  stories: string[];
  level: Level;
  heat: number;
}

const usual: Draft = {
  title: '',
  consent: '',
  people: 12,
  pairing: 'pairs',
  blocks: 1,
  readMs: 60_000,
  playMs: 480_000,
  debriefMs: 240_000,
  switchMs: 30_000,
  bufferMs: 120_000,
  method: '',
  stories: [],
  level: 'standard',
  heat: 3,
};

/** By the name of their text. */
export const builtIn: Readonly<Record<string, Draft>> = {
  'template-pairs': usual,
  'template-threes': { ...usual, pairing: 'threes' },
  'template-taster': {
    ...usual,
    pairing: 'bot',
    level: 'guided',
    playMs: 300_000,
    debriefMs: 120_000,
  },
};

const key = 'hearout:set-ups';
const most = 12;

export function readSetUps(): Draft[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.map((one) => ({ ...usual, ...one })) : [];
  } catch {
    return [];
  }
}

/** The newest first; of one name only the newest. */
export function keepSetUp(draft: Draft) {
  const others = readSetUps().filter(({ title }) => title !== draft.title);
  try {
    localStorage.setItem(key, JSON.stringify([draft, ...others].slice(0, most)));
  } catch {
    /* a device that keeps nothing: the workshop opens all the same */
  }
}
