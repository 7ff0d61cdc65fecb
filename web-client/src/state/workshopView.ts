/** What the server tells staff, or the projector, of a workshop: one fold for every page that
 * shows it. */
import { type Signal, signal } from '@preact/signals';
import type { QueueEntry, Tile, ToClient } from '#protocol';
import { type Glance, glanceOn } from './glance.ts';
import { emptyOrder, isSame, moved, type Order, reorder } from './wall.ts';

type Message<Kind extends ToClient['kind']> = Extract<ToClient, { kind: Kind }>;
export type Shares = Omit<Message<'lane'>, 'kind'>;

const sharesMost = 3_000;

/** Somebody who waits for an instructor. */
export interface Ask {
  key: string;
  why: 'help' | 'stopped' | 'colleague' | 'reported';
  name: string;
  /** 0: in the lobby. */
  group: number;
  sinceMs: number;
}

export class WorkshopView {
  readonly workshop = signal<Message<'workshop'> | null>(null);
  readonly lobby = signal<Message<'lobby'> | null>(null);
  readonly queue = signal<Message<'queue'> | null>(null);
  readonly queueHeardMs = signal(0);
  readonly pinned = signal<Message<'pinned'>['lines']>([]);
  /** Who had the floor in all rooms together, tick by tick. */
  readonly shares = signal<readonly Shares[]>([]);
  readonly order = signal<Order>(emptyOrder);
  /** How many rooms would stand elsewhere if they were sorted now. */
  readonly moved = signal(0);
  readonly asks = signal<readonly Ask[]>([]);
  /** When the last news of the phase came, and now: the clock between. */
  readonly heardMs = signal(0);
  readonly nowMs = signal(performance.now());
  /** Whether the tiles must stay where they are. */
  held = () => false;
  #glances = new Map<number, Signal<Glance>>();
  #session = 0;
  #order: Order = emptyOrder;

  /** Of the phase, or null where it has no end. It stands still in a pause. */
  leftMs(): number | null {
    const phase = this.workshop.value ?? this.lobby.value;
    if (!phase || phase.leftMs === 0) return null;
    const gone = phase.paused ? 0 : this.nowMs.value - this.heardMs.value;
    return Math.max(0, phase.leftMs - Math.max(0, gone));
  }

  glance(group: number): Signal<Glance> | undefined {
    return this.#glances.get(group);
  }

  get tiles(): ReadonlyMap<number, Tile> {
    return new Map([...this.#glances].map(([group, { value }]) => [group, value.tile]));
  }

  /** Sorts now, whoever looks. */
  sort() {
    this.#order = { ...this.#order, sortedMs: Number.NEGATIVE_INFINITY };
    this.#place(false);
  }

  /** Whether it was about the workshop. */
  take(message: ToClient): boolean {
    switch (message.kind) {
      case 'workshop':
        if (message.session !== this.#session) this.#forgetRooms(message.session);
        this.workshop.value = message;
        this.heardMs.value = performance.now();
        this.#listAsks();
        return true;
      case 'lobby':
        this.lobby.value = message;
        this.heardMs.value = performance.now();
        return true;
      case 'wall':
        this.#see(message);
        return true;
      case 'queue':
        this.queue.value = message;
        this.queueHeardMs.value = performance.now();
        return true;
      case 'lane':
        this.shares.value = [...this.shares.value, message].slice(-sharesMost);
        return true;
      case 'pinned':
        this.pinned.value = message.lines;
        return true;
      default:
        return false;
    }
  }

  ageMs(entry: QueueEntry): number {
    return entry.ageS * 1000 + this.nowMs.value - this.queueHeardMs.value;
  }

  #forgetRooms(session: number) {
    this.#session = session;
    this.#glances.clear();
    this.#order = this.order.value = emptyOrder;
  }

  #see(wall: Message<'wall'>) {
    for (const tile of wall.tiles) {
      const known = this.#glances.get(tile.group);
      if (known) known.value = glanceOn(known.value, tile);
      else this.#glances.set(tile.group, signal(glanceOn(undefined, tile)));
    }
    this.#place(this.held());
    this.#listAsks();
  }

  #place(held: boolean) {
    const tiles = this.tiles;
    this.#order = reorder(this.#order, tiles, performance.now(), held);
    if (!isSame(this.#order, this.order.value)) this.order.value = this.#order;
    this.moved.value = held ? moved(this.#order, tiles) : 0;
  }

  /** The one who waits longest first. */
  #listAsks() {
    const nowMs = performance.now();
    const before = new Map(this.asks.value.map((one) => [one.key, one]));
    const asks: Ask[] = [];
    const add = (ask: Ask) => asks.push(before.get(ask.key) ?? ask);
    for (const { person, name, group, helpS } of this.workshop.value?.people ?? [])
      if (helpS > 0)
        add({
          key: `help ${person} ${group}`,
          why: 'help',
          name,
          group,
          sinceMs: nowMs - helpS * 1000,
        });
    for (const { trainee, customer, group, need, reportedS, reportedBy } of this.tiles.values()) {
      if (need === 'stopped' || need === 'colleague')
        add({ key: `${need} ${group}`, why: need, name: trainee, group, sinceMs: nowMs });
      if (reportedS > 0)
        add({
          key: `reported ${group}`,
          why: 'reported',
          name: reportedBy === 'customer' ? customer : trainee,
          group,
          sinceMs: nowMs - reportedS * 1000,
        });
    }
    const same = asks.length === before.size && asks.every((one) => before.has(one.key));
    if (!same) this.asks.value = asks.sort((a, b) => a.sinceMs - b.sinceMs);
  }
}
