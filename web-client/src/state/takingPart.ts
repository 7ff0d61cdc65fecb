/** An instructor who takes part in the room himself: in the customer's place, or as the colleague
 * whom the trainee has asked for. What he writes stays with him until it is stored. */
import { signal } from '@preact/signals';
import type { Answer, Recognition, ToClient } from '#protocol';
import type { Link } from '../net/link.ts';
import { type Composing, onInput } from './composing.ts';
import { latestOfTrainee, type Room } from './room.ts';

/** The colleague's own numbers, apart from those of marks. */
const colleagueIds = 1_000_000_000;

export class TakingPart {
  /** Plays the customer. */
  readonly plays = signal(false);
  /** Is the colleague. */
  readonly joined = signal(false);
  readonly draft = signal('');
  #waiting: { id: number; text: string } | null = null;
  #lastId = 0;
  #colleagueId = colleagueIds;
  #composing: Composing = { signedMs: null };
  #asked = false;

  constructor(
    private readonly link: Link,
    private readonly room: () => Room,
  ) {}

  playCustomer(on: boolean) {
    this.link.send({ kind: 'playCustomer', on });
  }

  join(on: boolean) {
    this.#asked = on;
    this.link.send({ kind: 'colleague', on });
  }

  /** The draft has changed: who plays the customer shows that he types. */
  write(text: string) {
    this.draft.value = text;
    if (!this.plays.value) return;
    const { composing, sign } = onInput(this.#composing, text, performance.now());
    this.#composing = composing;
    if (sign) this.link.send({ kind: 'compose', state: sign });
  }

  /** `more`: he keeps the floor and goes on. */
  say(more = false) {
    const text = this.draft.value.trim();
    if (text === '' || this.#waiting) return;
    const id = this.plays.value ? this.#lastId + 1 : this.#colleagueId + 1;
    const sent = this.plays.value
      ? this.#sayAsCustomer(id, text, more)
      : this.#sayAsColleague(id, text);
    if (!sent) return;
    this.#waiting = { id, text };
    this.#composing = { signedMs: null };
    this.draft.value = '';
  }

  floor(act: 'yield' | 'request') {
    this.link.send({ kind: 'floorAct', act, expectMs: 0 });
  }

  /** How angry the customer is, 0 to 10; false: offline. */
  temper(level: number): boolean {
    return this.link.send({ kind: 'temper', level });
  }

  /** Ticks a line of the card's facts, or takes the tick back. */
  tell(line: number, on: boolean) {
    this.link.send({ kind: 'tell', line, on });
  }

  /** Of the trainee's latest line; nothing while he has said none. */
  recognise(what: Recognition) {
    const line = latestOfTrainee(this.room());
    if (line) this.link.send({ kind: 'recognise', what, line: line.line });
  }

  /** "Is it settled for you?", as the customer. */
  settle(answer: Answer) {
    this.link.send({ kind: 'close', answer });
  }

  /** Whether the message was about this. */
  take(message: ToClient): boolean {
    if (message.kind === 'playing') return this.#playing(message.on, message.lastId);
    if (message.kind === 'event' && message.event.kind === 'colleague') {
      this.joined.value = message.event.on && this.#asked;
      return false; // it is the room's, too
    }
    if (message.kind === 'ack' && message.id === this.#waiting?.id) {
      this.#waiting = null;
      return true;
    }
    if (message.kind === 'error' && message.ref === this.#waiting?.id) this.#giveBack();
    return false;
  }

  #playing(on: boolean, lastId: number): boolean {
    this.plays.value = on;
    this.#lastId = lastId;
    this.#composing = { signedMs: null };
    if (!on) this.#waiting = null;
    return true;
  }

  /** Not stored: the words are his again. */
  #giveBack() {
    const { text } = this.#waiting ?? { text: '' };
    this.#waiting = null;
    if (this.draft.value === '') this.draft.value = text;
  }

  #sayAsCustomer(id: number, text: string, more: boolean): boolean {
    this.#lastId = id;
    return this.link.send({
      kind: 'say',
      id,
      text,
      more,
      yield: !more,
      chip: 'none',
      confirm: false,
      limit: false,
      floorSeen: this.room().floor.number,
    });
  }

  #sayAsColleague(id: number, text: string): boolean {
    this.#colleagueId = id;
    return this.link.send({ kind: 'colleagueSay', id, text });
  }
}
