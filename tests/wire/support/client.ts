// One person's connection as the page makes it, without a page: says hello, sits down, folds the
// room's events, and waits for what a test wants to see.
import { WebSocket } from 'ws';
import type { RoomEvent, ToClient, ToServer } from '#protocol';
import { reduce } from '../../../web-client/src/state/reduce.ts';
import { emptyRoom, type Room } from '../../../web-client/src/state/room.ts';
import { decodeBatch, encode } from './codec.ts';

export type Message<Kind extends ToClient['kind']> = Extract<ToClient, { kind: Kind }>;
export type Event<Kind extends RoomEvent['kind']> = Extract<RoomEvent, { kind: Kind }>;
export interface Told {
  n: number;
  atMs: number;
  event: RoomEvent;
}

const patienceMs = 15_000;

export class Client {
  /** Every message but events, in order. */
  readonly messages: ToClient[] = [];
  /** Every event, with its number as this recipient counts. */
  readonly told: Told[] = [];
  room: Room = emptyRoom;
  token = '';
  seen = 0;
  closeCode: number | null = null;
  /** Bytes of every frame received, for looking for what must not be there. */
  readonly frames: Uint8Array[] = [];
  #socket: WebSocket;
  #waiting = new Set<() => void>();
  #sayId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(new Uint8Array(data)));
    socket.on('close', (code) => {
      this.closeCode = code;
      this.#wake();
    });
  }

  /** `scheme` wss: with a certificate that nobody vouches for. */
  static async open(
    port: number,
    secret?: string,
    tab = 'a tab',
    scheme = 'ws',
    cookie = '',
  ): Promise<Client> {
    const options = { rejectUnauthorized: false, headers: cookie === '' ? {} : { Cookie: cookie } };
    const socket = new WebSocket(`${scheme}://127.0.0.1:${port}/ws`, 'hearout.1', options);
    const client = new Client(socket);
    await new Promise<void>((resolve, reject) => {
      socket.on('open', resolve);
      socket.on('error', reject);
    });
    client.send({ kind: 'hello', version: 1, tab, ...(secret !== undefined && { secret }) });
    await client.message('welcome');
    return client;
  }

  send(message: ToServer) {
    this.#socket.send(encode(message));
  }

  sendBytes(bytes: Uint8Array) {
    this.#socket.send(bytes);
  }

  /** Takes a seat and waits until it is told. */
  async join(how: Partial<Extract<ToServer, { kind: 'join' }>> = {}): Promise<Message<'seated'>> {
    this.send({
      kind: 'join',
      scenario: 'moving-truck',
      name: 'Asha',
      timePct: 100,
      level: 'standard',
      heat: 3,
      ...how,
    });
    return this.#sit();
  }

  async resume(token: string, n = 0): Promise<Message<'seated'>> {
    this.seen = n;
    this.send({ kind: 'resume', token, n });
    return this.#sit();
  }

  async #sit() {
    const seated = await this.message('seated');
    this.token = seated.token;
    this.#sayId = seated.lastId;
    return seated;
  }

  /** Says a line and waits until it is stored; its number in the room. */
  async say(text: string, how: Partial<Extract<ToServer, { kind: 'say' }>> = {}): Promise<number> {
    const id = this.sayNow(text, how);
    return (await this.message('ack', (ack) => ack.id === id)).line;
  }

  sayNow(text: string, how: Partial<Extract<ToServer, { kind: 'say' }>> = {}): number {
    const id = how.id ?? ++this.#sayId;
    this.send({
      kind: 'say',
      text,
      more: false,
      yield: true,
      chip: 'none',
      confirm: false,
      limit: false,
      floorSeen: this.room.floor.number,
      ...how,
      id,
    });
    return id;
  }

  /** The first message of that kind, come already or still to come. */
  async message<Kind extends ToClient['kind']>(
    kind: Kind,
    fits: (message: Message<Kind>) => boolean = () => true,
  ): Promise<Message<Kind>> {
    const find = () =>
      this.messages.find((one): one is Message<Kind> => one.kind === kind && fits(one as Message<Kind>));
    await this.until(() => find() !== undefined, `a message ${kind}`);
    return find() as Message<Kind>;
  }

  async event<Kind extends RoomEvent['kind']>(
    kind: Kind,
    fits: (event: Event<Kind>, told: Told) => boolean = () => true,
  ): Promise<Event<Kind>> {
    const find = () =>
      this.told.find((one) => one.event.kind === kind && fits(one.event as Event<Kind>, one));
    await this.until(() => find() !== undefined, `an event ${kind}`);
    return find()?.event as Event<Kind>;
  }

  /** Fails when it took too long, and at once when the connection has gone: nothing more comes. */
  async until(holds: () => boolean, what = 'it', ms = patienceMs): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      const fail = () => {
        done();
        const last = JSON.stringify(this.told.at(-1)?.event);
        reject(new Error(`waited up to ${ms} ms for ${what}; closed: ${this.closeCode}; last: ${last}`));
      };
      const look = () => {
        if (holds()) {
          done();
          resolve();
        } else if (this.closeCode !== null) fail();
      };
      const timer = setTimeout(fail, ms);
      this.#waiting.add(look);
      if (this.closeCode !== null) fail();
    });
  }

  /** Waits for the close; its code. */
  async closed(): Promise<number> {
    await this.until(() => this.closeCode !== null, 'the close');
    return this.closeCode as number;
  }

  /** Cuts the line without a goodbye. */
  drop() {
    this.#socket.terminate();
  }

  close() {
    this.#socket.close();
  }

  /** Stops reading from the socket, as a slow reader does. */
  pause() {
    this.#socket.pause();
  }

  #receive(bytes: Uint8Array) {
    this.frames.push(bytes);
    const { n, messages } = decodeBatch(bytes);
    let number = n - messages.filter((message) => message.kind === 'event').length;
    for (const message of messages) {
      if (message.kind !== 'event') {
        if (message.kind === 'seated') this.#move(message);
        this.messages.push(message);
        continue;
      }
      number += 1;
      this.seen = number;
      this.told.push({ n: number, atMs: message.atMs, event: message.event });
      this.room = reduce(this.room, message.event, message.atMs);
    }
    this.#wake();
  }

  /** A workshop seats its people anew: nothing of the room before belongs to this one. */
  #move({ room, seat, lastId }: Message<'seated'>) {
    const before = this.messages.findLast((one) => one.kind === 'seated') as Message<'seated'>;
    this.#sayId = lastId;
    if (before === undefined || (before.room === room && before.seat === seat)) return;
    this.told.length = 0;
    this.room = emptyRoom;
  }

  #wake() {
    for (const look of [...this.#waiting]) look();
  }
}
