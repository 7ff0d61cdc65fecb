/** The instructor's side of the line: the list of rooms, or one room as it happens, by its id or by
 * its place in a workshop. */
import { signal } from '@preact/signals';
import type { Control, RoomEntry, ToClient, WorkshopEntry } from '#protocol';
import { type Clock, hearStamp, readClock, startClock } from '../net/clock.ts';
import type { Link } from '../net/link.ts';
import type { Told } from './exports.ts';
import { Grader } from './grader.ts';
import { type Cited, reduce } from './reduce.ts';
import { emptyRoom, type Room } from './room.ts';
import { maySteer, staffLink, type Welcome } from './staffLink.ts';
import { TakingPart } from './takingPart.ts';
import { WorkshopView } from './workshopView.ts';

const listEveryMs = 2_000;
const clockEveryMs = 250;

/** A room by its place: session 0 is the one that runs. */
export interface RoomPlace {
  code: string;
  session: number;
  group: number;
  /** Which of the group's rooms in that session, where people were placed anew; null: the one that
   * waits for its marks. */
  take: number | null;
}

/** What stands behind /r/ for a room that has ended. */
export const nameInQueue = (one: { session: number; group: number; take: number }) =>
  `${one.session}-${one.group}-${one.take}`;

export class Desk {
  /** Null until the server has said whether this link is staff's. */
  readonly staff = signal<boolean | null>(null);
  readonly welcome = signal<Welcome | null>(null);
  readonly rooms = signal<RoomEntry[] | null>(null);
  readonly workshops = signal<WorkshopEntry[]>([]);
  readonly seated = signal<Extract<ToClient, { kind: 'seated' }> | null>(null);
  readonly room = signal<Room>(emptyRoom);
  readonly method = signal<Extract<ToClient, { kind: 'method' }> | null>(null);
  readonly nowMs = signal(0);
  readonly error = signal<string | null>(null);
  /** Everything that was told of the room, for whoever takes it away. */
  readonly told: Told[] = [];
  readonly workshop = new WorkshopView();
  readonly link: Link;
  readonly grader: Grader;
  readonly part: TakingPart;
  #clock: Clock = startClock(0, performance.now(), false);
  readonly #ticker: number;
  #beside: { by: number; found: (room: string) => void } | null = null;

  /** `watching` is the room to look into; null: the list. */
  constructor(
    readonly watching: string | RoomPlace | null,
    secret: string | null,
  ) {
    const handler = {
      welcomed: (message: Welcome) => this.#welcomed(message),
      received: (messages: ToClient[]) => {
        for (const message of messages) this.#take(message);
      },
    };
    this.link = staffLink(handler, secret);
    this.grader = new Grader(this.link, () => this.room.value.grading);
    this.part = new TakingPart(this.link, () => this.room.value);
    this.link.connect();
    this.#ticker = setInterval(() => this.#tick(), watching === null ? listEveryMs : clockEveryMs);
  }

  get place(): RoomPlace | null {
    return typeof this.watching === 'object' ? this.watching : null;
  }

  /** Graders mark; they do not act on the room. */
  get steers(): boolean {
    return this.welcome.value !== null && maySteer(this.welcome.value.role);
  }

  dispose() {
    clearInterval(this.#ticker);
    this.link.close();
  }

  control(what: Control, actMs = 0, reason = '') {
    this.error.value = null;
    this.link.send({ kind: 'control', what, actMs, reason });
  }

  /** Shows the lines on the projector, or none any more. */
  pin(first: number, last: number, on: boolean) {
    this.link.send({ kind: 'pin', first, last, on });
  }

  /** Tells what stands behind /r/ for the room that many places further, if there is one. */
  findBeside(by: number, found: (room: string) => void) {
    if (this.place) return this.#findInWorkshop(this.place, by, found);
    this.#beside = { by, found };
    this.link.send({ kind: 'listRooms' });
  }

  #findInWorkshop({ session, group, take }: RoomPlace, by: number, found: (room: string) => void) {
    const running = session === 0;
    const queue = this.workshop.queue.value?.rooms ?? [];
    const names = running
      ? [...this.workshop.tiles.keys()].sort((a, b) => a - b).map(String)
      : queue.map(nameInQueue);
    const at = names.indexOf(
      running ? `${group}` : nameInQueue({ session, group, take: take ?? 0 }),
    );
    const name = at < 0 ? names[0] : names[at + by];
    if (name) found(name);
  }

  #tellBeside(rooms: readonly RoomEntry[]) {
    const { by, found } = this.#beside ?? { by: 0, found: () => {} };
    const at = rooms.findIndex(({ room }) => room === this.watching);
    const room = at < 0 ? undefined : rooms[at + by];
    this.#beside = null;
    if (room) found(encodeURIComponent(room.room));
  }

  contest({ line, finding, move }: Cited) {
    this.link.send({ kind: 'contest', line, finding, move });
  }

  #welcomed(welcome: Welcome) {
    this.welcome.value = welcome;
    this.staff.value = welcome.staff;
    if (!welcome.staff) return;
    const n = this.link.seen;
    const { watching } = this;
    if (watching === null) this.#list();
    else if (typeof watching === 'string') this.link.send({ kind: 'watch', room: watching, n });
    else {
      const { code, session, group, take } = watching;
      this.link.send({ kind: 'watchWorkshop', code });
      this.link.send({ kind: 'watchGroup', session, group, n, ...(take !== null && { take }) });
    }
  }

  #tick() {
    this.workshop.nowMs.value = performance.now();
    if (this.watching !== null) this.nowMs.value = readClock(this.#clock, performance.now());
    else if (this.staff.value) this.#list();
  }

  #list() {
    this.link.send({ kind: 'listWorkshops' });
    this.link.send({ kind: 'listRooms' });
  }

  #take(message: ToClient) {
    if (this.part.take(message) || this.grader.take(message) || this.workshop.take(message)) return;
    switch (message.kind) {
      case 'rooms':
        this.rooms.value = message.rooms;
        if (this.#beside) this.#tellBeside(message.rooms);
        return;
      case 'workshops':
        this.workshops.value = message.workshops;
        return;
      case 'seated':
        this.seated.value = message;
        this.#clock = startClock(message.nowMs, performance.now(), message.clockRuns);
        this.grader.connected();
        return;
      case 'method':
        this.method.value = message;
        return;
      case 'error':
        this.error.value = `error-${message.code}`;
        return;
      case 'event':
        this.#clock = hearStamp(this.#clock, message.atMs, performance.now());
        this.told.push({ atMs: message.atMs, event: message.event });
        this.room.value = reduce(this.room.value, message.event, message.atMs);
        return;
    }
  }
}
