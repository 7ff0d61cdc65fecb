/** The one connection to the server: hello, then what the page asks, and back again by itself
 * after a loss. Knows nothing of rooms; counts the events so that a resume can name the last. */
import { signal } from '@preact/signals';
import { protocolVersion, type ToClient, type ToServer } from '#protocol';
import { afterClose, backoffMs, type Ending } from './backoff.ts';
import { decodeBatch, encodeToServer } from './wire.ts';

export type LinkState =
  | { is: 'connecting' }
  | { is: 'open' }
  | { is: 'offline'; attempt: number }
  | { is: 'ended'; why: Exclude<Ending, 'retry'> };

export interface LinkHandler {
  /** The server knows us: send join, resume or watch. */
  welcomed(message: ToClient & { kind: 'welcome' }): void;
  /** Every other message; events come once each, in order. One call for each frame. */
  received(messages: ToClient[]): void;
}

/** A message that is not acknowledged in this time means a dead connection: browsers notice late. */
const ackPatienceMs = 6_000;

/** One page is one tab. It lives in memory, as a duplicated tab must not pass for this one. */
const tab = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');

export class Link {
  readonly state = signal<LinkState>({ is: 'connecting' });
  /** Number of the last counted event seen. */
  seen = 0;
  /** The seat that `seen` counts for. */
  #seat = '';
  #socket: WebSocket | null = null;
  #attempt = 0;
  #retry: number | undefined;
  #patience: number | undefined;

  constructor(
    private readonly handler: LinkHandler,
    private readonly secret: string | null,
  ) {
    addEventListener('offline', this.#dropped);
    addEventListener('online', this.connect);
  }

  /** Opens a new connection now, in place of the one there may be. */
  readonly connect = () => {
    // Being online again is no reason to take a seat back from another tab.
    if (this.state.value.is === 'open' || this.state.value.is === 'ended') return;
    this.#detach();
    const socket = new WebSocket(new URL('/ws', location.href.replace(/^http/, 'ws')), 'hearout.1');
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => this.#send(socket, this.#hello());
    socket.onmessage = (message) => this.#receive(new Uint8Array(message.data));
    socket.onclose = (event) => this.#lost(afterClose(event.code));
    this.#socket = socket;
  };

  /** Sends, or says that there is no connection: what must not be lost stays with the caller. */
  send(message: ToServer): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#send(this.#socket, message);
    if ('id' in message) this.#patience ??= setTimeout(this.#dropped, ackPatienceMs);
    return true;
  }

  get hasSecret() {
    return this.secret !== null;
  }

  /** Takes the seat back from another tab. */
  readonly useHere = () => {
    this.state.value = { is: 'connecting' };
    this.connect();
  };

  /** Leaves for good. */
  close() {
    removeEventListener('offline', this.#dropped);
    removeEventListener('online', this.connect);
    this.#detach();
  }

  #hello(): ToServer {
    const hello = { kind: 'hello', version: protocolVersion, tab } as const;
    return this.secret === null ? hello : { ...hello, secret: this.secret };
  }

  #send(socket: WebSocket, message: ToServer) {
    socket.send(encodeToServer(message));
  }

  #receive(bytes: Uint8Array) {
    const batch = decodeBatch(bytes);
    const fresh = this.#unseen(batch.n, batch.messages);
    for (const message of fresh) {
      if (message.kind === 'welcome') {
        this.#attempt = 0;
        this.state.value = { is: 'open' };
        this.handler.welcomed(message);
      }
      if (message.kind === 'ack' || message.kind === 'error') this.#patient();
    }
    this.handler.received(fresh);
  }

  /** Another seat counts anew; what stands before it in the batch belonged to the one before. */
  #unseen(n: number, messages: ToClient[]): ToClient[] {
    const moved = messages.findLastIndex(
      (message) => message.kind === 'seated' && `${message.room} ${message.seat}` !== this.#seat,
    );
    const message = messages[moved];
    if (message?.kind !== 'seated') return this.#unseenHere(n, messages);
    if (this.#seat !== '') this.seen = 0;
    this.#seat = `${message.room} ${message.seat}`;
    return [...messages.slice(0, moved + 1), ...this.#unseenHere(n, messages.slice(moved + 1))];
  }

  /** The k events of a batch have the numbers n-k+1 to n; those seen before are left out. */
  #unseenHere(n: number, messages: ToClient[]): ToClient[] {
    const events = messages.filter((message) => message.kind === 'event').length;
    let number = n - events;
    const fresh = messages.filter((message) => {
      if (message.kind !== 'event') return true;
      number += 1;
      return number > this.seen;
    });
    if (events > 0) this.seen = Math.max(this.seen, n);
    return fresh;
  }

  #patient() {
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }

  readonly #dropped = () => {
    this.#detach();
    this.#lost('retry');
  };

  #lost(ending: Ending) {
    this.#detach();
    if (ending !== 'retry') {
      this.state.value = { is: 'ended', why: ending };
      return;
    }
    this.state.value = { is: 'offline', attempt: this.#attempt + 1 };
    this.#retry = setTimeout(this.connect, backoffMs(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  #detach() {
    clearTimeout(this.#retry);
    this.#patient();
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
