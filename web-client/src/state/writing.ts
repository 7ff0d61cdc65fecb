/** What a person writes: the draft, what waits for the server, and what is held back. Kept on the
 * device until the server has stored it. */
import { signal } from '@preact/signals';
import type { Action, Chip, SayMessage } from '#protocol';
import { say as words } from '../text/text.ts';
import { type Composing, onInput } from './composing.ts';
import { readOutbox, writeOutbox } from './kept.ts';
import {
  acknowledge,
  add,
  editFailed,
  emptyOutbox,
  holdDraft,
  joined,
  notStored,
  type Outbox,
  refused,
  resumed,
  type Unnumbered,
} from './outbox.ts';
import { lineToSayAgain } from './room.ts';
import type { Session } from './session.ts';

/** How the draft goes out. */
export type How = Partial<Pick<SayMessage, 'more' | 'yield' | 'limit'>>;

export const textMost = 4_000;
/** A whole ring of grace before a cut-in goes out in Standard. */
const askMs = 1_000;

const plainSay = {
  more: false,
  yield: false,
  chip: 'none' as Chip,
  confirm: false,
  limit: false,
};

export class Writing {
  readonly outbox = signal<Outbox>(emptyOutbox);
  /** Local time at which a cut-in goes out unless taken back. */
  readonly askUntil = signal<number | null>(null);
  #composing: Composing = { signedMs: null };
  #askTimer: number | undefined;
  #asked: How = {};

  constructor(private readonly session: Session) {}

  /** The text has changed under the person's hands. */
  write(text: string) {
    this.#keep({ ...this.outbox.value, draft: text });
    const { composing, sign } = onInput(this.#composing, text, performance.now());
    if (sign === null || this.session.link.send({ kind: 'compose', state: sign })) {
      this.#composing = composing;
    }
  }

  /** Sends the draft. It is kept until the server has stored it. */
  send(how: How = {}) {
    const text = this.outbox.value.draft.trim();
    if (text === '' || [...text].length > textMost) return;
    this.#composing = { signedMs: null };
    this.#keep({ ...this.outbox.value, draft: '' });
    this.#say({ ...plainSay, ...how, text });
  }

  chip(chip: Chip) {
    this.#say({ ...plainSay, chip, text: '' });
  }

  /** Brings in a colleague, or ends by the firm's policy; kept until stored, as a message is. */
  act(what: Action, text: string) {
    this.#send({ kind: 'action', what, text });
  }

  /** Says again the line that was cut off. */
  resend() {
    const line = lineToSayAgain(this.session.room.value);
    this.session.hush();
    if (line) this.#say({ ...plainSay, text: line.text, more: line.more });
  }

  // Held back: by the writer on this device, or by the server.

  /** "Hold for me": the draft waits here until its writer sends or changes it. */
  holdForMe() {
    this.takeBack();
    const kept = holdDraft(this.outbox.value);
    if (this.outbox.value.draft.trim() === '') return this.session.tell('nothing-to-hold');
    this.write('');
    this.#keep(kept);
    this.session.voice.speak('floor', words('held-local', this.session.names()));
  }

  sendHeldForMe() {
    const text = this.#takeHeldForMe();
    if (text !== '') this.#say({ ...plainSay, text });
  }

  changeHeldForMe() {
    this.write(joined(this.#takeHeldForMe(), this.outbox.value.draft));
  }

  discardHeldForMe() {
    this.#takeHeldForMe();
  }

  #takeHeldForMe(): string {
    const { heldForMe } = this.outbox.value;
    this.#keep({ ...this.outbox.value, heldForMe: '' });
    return heldForMe;
  }

  confirmHeld(text: string) {
    this.#say({ ...plainSay, text, confirm: true });
  }

  discardHeld(line: number) {
    this.session.link.send({ kind: 'discard', line });
  }

  /** Takes the server's held message back into the composer. */
  changeHeld(line: number, text: string) {
    this.discardHeld(line);
    this.write(joined(text, this.outbox.value.draft));
  }

  editFailed(id: number) {
    this.#keep(editFailed(this.outbox.value, id));
  }

  // One second to think before a cut-in goes out.

  ask(how: How = {}) {
    if (this.askUntil.value !== null) return;
    this.askUntil.value = performance.now() + askMs;
    this.#asked = how;
    this.session.voice.speak('alert', words('about-to-cut-in'));
    this.#askTimer = setTimeout(() => this.goOn(), askMs);
  }

  goOn() {
    this.takeBack();
    this.send(this.#asked);
  }

  takeBack() {
    clearTimeout(this.#askTimer);
    this.askUntil.value = null;
  }

  // What the server says of it.

  /** On the line again, though not yet back in the seat. */
  connected() {
    this.#composing = { signedMs: null };
  }

  /** In the seat again: what is not stored goes out once more. */
  seated(lastId: number) {
    this.#keep(resumed(this.outbox.value, lastId));
    for (const { state, message } of this.outbox.value.waiting) {
      if (state === 'sending') this.session.link.send(message);
    }
  }

  stored(id: number) {
    this.#keep(acknowledge(this.outbox.value, id));
  }

  notStored(ref: number) {
    this.#keep(notStored(this.outbox.value, ref));
  }

  refused(id: number) {
    this.#keep(refused(this.outbox.value, id));
  }

  /** What was kept on this device for the seat. */
  load() {
    const place = this.session.place();
    if (place) this.outbox.value = readOutbox(place);
  }

  #say(say: Omit<SayMessage, 'kind' | 'id' | 'floorSeen'>) {
    this.#send({ kind: 'say', ...say, floorSeen: this.session.room.value.floor.number });
  }

  #send(unnumbered: Unnumbered) {
    const added = add(this.outbox.value, unnumbered);
    this.#keep(added.outbox);
    this.session.link.send(added.message);
  }

  #keep(outbox: Outbox) {
    if (outbox === this.outbox.value) return;
    this.outbox.value = outbox;
    const place = this.session.place();
    if (place) writeOutbox(place, outbox);
  }
}
