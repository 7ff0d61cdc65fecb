/** What a person has written and the server has not yet answered for. Kept on the device, so that
 * a reload or a lost link loses no word. Pure; kept.ts reads and writes it. */
import type { ActionMessage, SayMessage } from '#protocol';

/** What is numbered, acknowledged, and sent again after a lost link. */
export type Numbered = SayMessage | ActionMessage;
export type Unnumbered = Omit<SayMessage, 'id'> | Omit<ActionMessage, 'id'>;

export interface Outgoing {
  message: Numbered;
  /** `failed` waits for the person; the others wait for the server. */
  state: 'sending' | 'failed';
}

export interface Outbox {
  draft: string;
  /** Held by its writer: "Hold for me". Empty: none. */
  heldForMe: string;
  lastId: number;
  waiting: readonly Outgoing[];
  /** The latest that are stored: a refusal that comes later gives the words back. */
  stored: readonly Outgoing[];
}

export const emptyOutbox: Outbox = {
  draft: '',
  heldForMe: '',
  lastId: 0,
  waiting: [],
  stored: [],
};

const storedMost = 8;

export function add(outbox: Outbox, unnumbered: Unnumbered): { outbox: Outbox; message: Numbered } {
  const id = outbox.lastId + 1;
  const message = { ...unnumbered, id } as Numbered;
  const waiting: Outgoing[] = [...outbox.waiting, { message, state: 'sending' }];
  return { outbox: { ...outbox, lastId: id, waiting }, message };
}

/** The server has stored it; what became of it is told by events. */
export function acknowledge(outbox: Outbox, id: number): Outbox {
  return acknowledgeWhere(outbox, (one) => one.message.id === id);
}

/** Back on the line: everything up to `lastId` is stored, the rest wants sending again. */
export function resumed(outbox: Outbox, lastId: number): Outbox {
  const known = acknowledgeWhere(outbox, (one) => one.message.id <= lastId);
  return { ...known, lastId: Math.max(outbox.lastId, lastId) };
}

function acknowledgeWhere(outbox: Outbox, isStored: (one: Outgoing) => boolean): Outbox {
  const stored = outbox.waiting.filter(isStored);
  return {
    ...outbox,
    waiting: outbox.waiting.filter((one) => !isStored(one)),
    stored: [...outbox.stored, ...stored].slice(-storedMost),
  };
}

/** Not stored: the words go back to an empty composer, or wait beside a full one. */
export function notStored(outbox: Outbox, id: number): Outbox {
  const found = outbox.waiting.find((one) => one.message.id === id);
  return found ? giveBackWords(outbox, found) : outbox;
}

/** Stored, but not taken by the floor: the same. */
export function refused(outbox: Outbox, id: number): Outbox {
  const found = [...outbox.waiting, ...outbox.stored].find((one) => one.message.id === id);
  return found ? giveBackWords(outbox, found) : outbox;
}

function giveBackWords(outbox: Outbox, returned: Outgoing): Outbox {
  const { message } = returned;
  const others = (one: Outgoing) => one.message.id !== message.id;
  const rest = {
    ...outbox,
    waiting: outbox.waiting.filter(others),
    stored: outbox.stored.filter(others),
  };
  if (message.kind === 'say' && message.chip !== 'none') return rest;
  if (rest.draft.trim() === '') return { ...rest, draft: message.text };
  return { ...rest, waiting: [...rest.waiting, { message, state: 'failed' }] };
}

/** The person takes a failed message back into the composer. */
export function editFailed(outbox: Outbox, id: number): Outbox {
  const found = outbox.waiting.find((one) => one.message.id === id);
  if (!found) return outbox;
  return {
    ...outbox,
    draft: joined(outbox.draft, found.message.text),
    waiting: outbox.waiting.filter((one) => one !== found),
  };
}

/** "Hold for me": the draft waits with what is held already. */
export function holdDraft(outbox: Outbox): Outbox {
  return { ...outbox, draft: '', heldForMe: joined(outbox.heldForMe, outbox.draft) };
}

/** Two pieces of text, one under the other; empty ones leave no trace. */
export function joined(first: string, second: string): string {
  return [first.trim(), second.trim()].filter((part) => part !== '').join('\n');
}
