/** A workshop before its staff, or on the projector: what the server tells of it. */
import { signal } from '@preact/signals';
import type { OpenWorkshopMessage, SteerMessage, Tile, ToClient, ToServer } from '#protocol';
import type { Link } from '../net/link.ts';
import { staffLink } from './staffLink.ts';

type Message<Kind extends ToClient['kind']> = Extract<ToClient, { kind: Kind }>;
export type Lane = readonly string[];

const laneSeconds = 60;

export class WorkshopDesk {
  readonly welcome = signal<Message<'welcome'> | null>(null);
  readonly workshop = signal<Message<'workshop'> | null>(null);
  readonly methods = signal<Message<'methods'>['methods']>([]);
  readonly lobby = signal<Message<'lobby'> | null>(null);
  readonly tiles = signal<ReadonlyMap<number, Tile>>(new Map());
  /** Who had the floor in each room, second by second. */
  readonly lanes = signal<ReadonlyMap<number, Lane>>(new Map());
  readonly called = signal<Message<'called'> | null>(null);
  readonly invited = signal<Message<'invited'> | null>(null);
  readonly error = signal<string | null>(null);
  /** When the last news of the phase came, and now: the clock between. */
  readonly heardMs = signal(0);
  readonly nowMs = signal(0);
  readonly link: Link;
  readonly #ticker: number;

  /** `ask` is said at each coming; null: nothing yet. */
  constructor(
    private ask: ToServer | null,
    secret: string | null,
  ) {
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
    }, 250);
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

  /** Of the phase, or null where it has no end. It stands still in a pause. */
  leftMs(): number | null {
    const phase = this.workshop.value ?? this.lobby.value;
    if (!phase || phase.leftMs === 0) return null;
    const gone = phase.paused ? 0 : this.nowMs.value - this.heardMs.value;
    return Math.max(0, phase.leftMs - Math.max(0, gone));
  }

  #take(message: ToClient) {
    switch (message.kind) {
      case 'workshop':
        this.workshop.value = message;
        this.heardMs.value = performance.now();
        if (message.phase === 'read') this.#forgetRooms(message.session);
        return;
      case 'lobby':
        this.lobby.value = message;
        this.heardMs.value = performance.now();
        return;
      case 'methods':
        this.methods.value = message.methods;
        return;
      case 'called':
        this.called.value = message;
        return;
      case 'invited':
        this.invited.value = message;
        return;
      case 'wall':
        return this.#see(message);
      case 'error':
        this.error.value = `error-${message.code}`;
        return;
    }
  }

  #session = 0;
  #forgetRooms(session: number) {
    if (session === this.#session) return;
    this.#session = session;
    this.tiles.value = new Map();
    this.lanes.value = new Map();
  }

  #see(wall: Message<'wall'>) {
    const tiles = new Map([...this.tiles.value].filter(([group]) => group <= wall.rooms));
    const lanes = new Map(this.lanes.value);
    for (const tile of wall.tiles) {
      tiles.set(tile.group, tile);
      const lane = lanes.get(tile.group) ?? [];
      lanes.set(tile.group, [...lane, tile.holder].slice(-laneSeconds));
    }
    this.tiles.value = tiles;
    this.lanes.value = lanes;
  }
}
