/** The marks under an instructor's hands: each is typed, sent or stored, and says which. What could
 * not be sent goes out when the connection is back; what somebody else marked first is said. */
import { signal } from '@preact/signals';
import type { Critical, Item, Moment, ToClient, ToServer } from '#protocol';
import type { Link } from '../net/link.ts';
import { type Grading, versionOf } from './grading.ts';

type Asked = Extract<ToServer, { id: number }>;
type Unnumbered<One> = One extends unknown ? Omit<One, 'id'> : never;

export interface Pending {
  message: Asked;
  state: 'typed' | 'sent';
}

export class Grader {
  /** Not yet stored, in order. */
  readonly pending = signal<readonly Pending[]>([]);
  /** Why the last one was refused. */
  readonly refused = signal<string | null>(null);
  #id = 0;

  constructor(
    private readonly link: Link,
    private readonly grading: () => Grading,
  ) {}

  mark(item: Item, level: number, accepts = false, reason = '') {
    if (this.pendingMark(item)) return; // one at a time: the next names the version of this one
    const version = versionOf(this.grading(), item);
    this.#ask({ kind: 'mark', item, level, version, accepts, reason });
  }

  overall(level: number) {
    this.#ask({ kind: 'overall', level });
  }

  /** Sets the moment on the line, or takes it back. */
  moment(line: number, moment: Moment) {
    const { moments } = this.grading();
    const on = !moments.some((one) => one.cited === line && one.moment === moment);
    this.#ask({ kind: 'moment', line, moment, on });
  }

  critical(critical: Critical, cited: number, on: boolean, reason: string) {
    this.#ask({ kind: 'critical', critical, cited, on, reason });
  }

  release(on: boolean) {
    this.#ask({ kind: 'release', on });
  }

  whisper(text: string) {
    this.#ask({ kind: 'whisper', text });
  }

  pendingMark(item: Item): Pending | undefined {
    return this.pending.value.find(
      ({ message }) => message.kind === 'mark' && message.item === item,
    );
  }

  /** The room is being watched again: what was sent before may not have come. */
  connected() {
    for (const one of this.pending.value) this.link.send(one.message);
    this.pending.value = this.pending.value.map((one) => ({ ...one, state: 'sent' }));
  }

  /** Whether the message answers what was asked here. */
  take(message: ToClient): boolean {
    if (message.kind === 'ack') return this.#forget(message.id);
    if (message.kind !== 'error' || !this.#forget(message.ref)) return false;
    this.refused.value = `error-${message.code}`;
    return true;
  }

  #forget(id: number): boolean {
    const before = this.pending.value;
    this.pending.value = before.filter(({ message }) => message.id !== id);
    return this.pending.value.length < before.length;
  }

  #ask(message: Unnumbered<Asked>) {
    const asked = { ...message, id: ++this.#id } as Asked;
    this.refused.value = null;
    const state = this.link.send(asked) ? 'sent' : 'typed';
    this.pending.value = [...this.pending.value, { message: asked, state }];
  }
}
