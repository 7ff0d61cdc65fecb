/** What a person does in the debrief, and the log as it may show it. */
import { signal } from '@preact/signals';
import type { Item, Note, OwnMark, RoomEvent, ToClient } from '#protocol';
import { writeTry } from './kept.ts';
import { type Cited, reduce } from './reduce.ts';
import { emptyRoom, type Room } from './room.ts';
import type { Session } from './session.ts';

export class LookingBack {
  /** The log as the debrief shows it; null until it has all come. */
  readonly recalled = signal<Room | null>(null);
  #recalling: Room | null = null;

  constructor(private readonly session: Session) {}

  /** Asks for the log, once. */
  recall() {
    if (!this.recalled.value) this.#recallAll();
  }

  #recallAll() {
    this.#recalling = emptyRoom;
    this.session.link.send({ kind: 'recall' });
  }

  contest({ line, finding, move }: Cited) {
    this.session.link.send({ kind: 'contest', line, finding, move });
  }

  /** A new room that goes on from that moment; the page goes there. */
  tryAgain(atMs: number) {
    this.session.link.send({ kind: 'tryAgain', atMs });
  }

  rateSelf(marks: OwnMark[]) {
    this.session.link.send({ kind: 'rateSelf', marks });
  }

  /** `cited` is the line that it is about. In a workshop the next card shows what he tries. */
  note(note: Note, text: string, cited?: number) {
    if (text.trim() === '') return;
    const about = cited === undefined ? {} : { cited };
    this.session.link.send({ kind: 'note', note, text: text.trim(), ...about });
    if (note === 'try' && this.session.workshop) writeTry(this.session.workshop, text.trim());
  }

  feltHeard(level: number) {
    this.session.link.send({ kind: 'feltHeard', level });
  }

  /** An observer's own level of an item. */
  view(item: Item, level: number) {
    this.session.link.send({ kind: 'view', id: 0, item, level });
  }

  // What the server says.

  event(event: RoomEvent, atMs: number) {
    if (this.recalled.value) this.recalled.value = reduce(this.recalled.value, event, atMs);
    // What was locked until now has been told already, to others.
    const unlocks = event.kind === 'ratedSelf' || event.kind === 'released';
    if (unlocks && this.recalled.value) this.#recallAll();
  }

  take({ event, atMs }: Extract<ToClient, { kind: 'recalled' }>) {
    if (this.#recalling) this.#recalling = reduce(this.#recalling, event, atMs);
  }

  takenAll() {
    this.recalled.value = this.#recalling;
  }

  /** Another seat: nothing of the one before belongs to it. */
  forget() {
    this.recalled.value = null;
    this.#recalling = null;
  }
}
