/** A workshop before its staff, or on the projector: the line to the server, and what it tells. */
import { signal } from '@preact/signals';
import type { OpenWorkshopMessage, SteerMessage, ToClient, ToServer } from '#protocol';
import type { Link } from '../net/link.ts';
import { maySteer, staffLink } from './staffLink.ts';
import { WorkshopView } from './workshopView.ts';

type Message<Kind extends ToClient['kind']> = Extract<ToClient, { kind: Kind }>;

export class WorkshopDesk extends WorkshopView {
  readonly welcome = signal<Message<'welcome'> | null>(null);
  readonly methods = signal<Message<'methods'>['methods']>([]);
  readonly called = signal<Message<'called'> | null>(null);
  readonly invited = signal<Message<'invited'> | null>(null);
  readonly error = signal<string | null>(null);
  readonly link: Link;
  readonly #ticker: number;

  /** `ask` is said at each coming; null: nothing yet. */
  constructor(
    private ask: ToServer | null,
    secret: string | null,
  ) {
    super();
    this.link = staffLink(
      {
        welcomed: (message) => {
          this.welcome.value = message;
          if (this.ask) this.link.send(this.ask);
        },
        received: (messages) => {
          for (const message of messages) this.#take(message);
        },
      },
      secret,
    );
    this.link.connect();
    this.#ticker = setInterval(() => {
      this.nowMs.value = performance.now();
    }, 500);
  }

  /** Graders look on and mark. */
  get steers(): boolean {
    return this.welcome.value !== null && maySteer(this.welcome.value.role);
  }

  dispose() {
    clearInterval(this.#ticker);
    this.link.close();
  }

  open(setUp: Omit<OpenWorkshopMessage, 'kind'>) {
    this.error.value = null;
    this.link.send({ kind: 'openWorkshop', ...setUp });
  }

  steer(what: SteerMessage['what'], person = 0, other = 0, on = true) {
    this.error.value = null;
    this.link.send({ kind: 'steer', what, person, other, on });
  }

  #take(message: ToClient) {
    if (this.take(message)) return;
    if (message.kind === 'methods') this.methods.value = message.methods;
    if (message.kind === 'called') this.called.value = message;
    if (message.kind === 'invited') this.invited.value = message;
    if (message.kind === 'error') this.error.value = `error-${message.code}`;
  }
}
