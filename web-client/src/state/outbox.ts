/** What a person has written and the server has not yet answered for. Kept on the device, so that
 * a reload or a lost link loses no word. Pure; kept.ts reads and writes it. */
import type { Chip } from '#protocol';

export interface Say {
  id: number;
  text: string;
  more: boolean;
  yield: boolean;
  chip: Chip;
  confirm: boolean;
  limit: boolean;
  floorSeen: number;
}

export interface Outgoing extends Say {
  /** `failed` waits for the person; the others wait for the server. */
  state: 'sending' | 'failed';
}

export interface Outbox {
  draft: string;
  /** Held by its writer: "Hold for me". Empty: none. */
  heldForMe: string;
  lastId: number;
  says: readonly Outgoing[];
  /** The latest that are stored, by id: a refusal that comes later gives the words back. */
  stored: readonly Outgoing[];
}

export const emptyOutbox: Outbox = { draft: '', heldForMe: '', lastId: 0, says: [], stored: [] };

const storedMost = 8;

export function addSay(outbox: Outbox, say: Omit<Say, 'id'>): { outbox: Outbox; say: Outgoing } {
  const id = outbox.lastId + 1;
  const outgoing: Outgoing = { ...say, id, state: 'sending' };
  return { outbox: { ...outbox, lastId: id, says: [...outbox.says, outgoing] }, say: outgoing };
}

/** The server has stored it; what became of it is told by events. */
export function acknowledge(outbox: Outbox, id: number): Outbox {
  return acknowledgeUpTo(outbox, (say) => say.id === id);
}

/** Back on the line: everything up to `lastId` is stored, the rest wants sending again. */
export function resumed(outbox: Outbox, lastId: number): Outbox {
  const known = acknowledgeUpTo(outbox, (say) => say.id <= lastId);
  return { ...known, lastId: Math.max(outbox.lastId, lastId) };
}

function acknowledgeUpTo(outbox: Outbox, isStored: (say: Outgoing) => boolean): Outbox {
  const stored = outbox.says.filter(isStored);
  return {
    ...outbox,
    says: outbox.says.filter((say) => !isStored(say)),
    stored: [...outbox.stored, ...stored].slice(-storedMost),
  };
}

/** Not taken: the words go back to an empty composer, or wait beside a full one. */
export function giveBackWords(outbox: Outbox, id: number): Outbox {
  const say = [...outbox.says, ...outbox.stored].find((one) => one.id === id);
  if (!say) return outbox;
  const rest = {
    ...outbox,
    says: outbox.says.filter((one) => one.id !== id),
    stored: outbox.stored.filter((one) => one.id !== id),
  };
  if (say.chip !== 'none') return rest;
  if (rest.draft.trim() === '') return { ...rest, draft: say.text };
  return { ...rest, says: [...rest.says, { ...say, state: 'failed' }] };
}

/** The person takes a failed message back into the composer. */
export function editFailed(outbox: Outbox, id: number): Outbox {
  const say = outbox.says.find((one) => one.id === id);
  if (!say) return outbox;
  const draft = [outbox.draft.trim(), say.text].filter((part) => part !== '').join('\n');
  return { ...outbox, draft, says: outbox.says.filter((one) => one.id !== id) };
}
