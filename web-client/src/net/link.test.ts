import { encode } from '@msgpack/msgpack';
import { beforeEach, expect, it, vi } from 'vitest';

/** The newest connection that the page has opened. */
let socket: FakeSocket;
let opened = 0;
const listeners = new Map<string, () => void>();

class FakeSocket {
  static readonly OPEN = 1;
  readyState = 1;
  sent: Uint8Array[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: Uint8Array }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor() {
    socket = this;
    opened += 1;
  }
  send(bytes: Uint8Array) {
    this.sent.push(bytes);
  }
  close() {
    this.readyState = 3;
  }
  says(n: number, ...messages: unknown[]) {
    this.onmessage?.({ data: encode([n, messages]) });
  }
}

vi.stubGlobal('WebSocket', FakeSocket);
vi.stubGlobal('location', { href: 'http://127.0.0.1/practice' });
vi.stubGlobal('addEventListener', (name: string, act: () => void) => listeners.set(name, act));
vi.useFakeTimers();
const { Link } = await import('./link.ts');

const welcome = [64, 1, 'test', false, []];
const ready = (at: number) => [66, at, [3, 0]];
const say = {
  kind: 'say',
  id: 1,
  text: 'So',
  more: false,
  yield: false,
  chip: 'none',
  confirm: false,
  limit: false,
  floorSeen: 0,
} as const;

function connected() {
  const received: number[] = [];
  const link = new Link(
    {
      welcomed: () => {},
      received: (all) => {
        for (const one of all) if (one.kind === 'event') received.push(one.atMs);
      },
    },
    null,
  );
  link.connect();
  socket.onopen?.();
  socket.says(0, welcome);
  return { link, received };
}

beforeEach(() => {
  opened = 0;
  vi.clearAllTimers();
});

it('says hello first, and is open once it is welcome', () => {
  const { link } = connected();
  expect(socket.sent).toHaveLength(1);
  expect(link.state.value.is).toBe('open');
});

it('takes each event once, by its number', () => {
  const { link, received } = connected();
  socket.says(2, ready(1), ready(2));
  socket.says(3, ready(2), ready(3));
  socket.says(3, [67, 1, 1]);
  expect(received).toEqual([1, 2, 3]);
  expect(link.seen).toBe(3);
});

it('comes back after a loss, each time later', () => {
  const { link } = connected();
  socket.onclose?.({ code: 1006 });
  expect(link.state.value).toEqual({ is: 'offline', attempt: 1 });
  vi.advanceTimersByTime(300);
  expect(opened).toBe(2);
  socket.onclose?.({ code: 1006 });
  expect(link.state.value).toEqual({ is: 'offline', attempt: 2 });
  vi.advanceTimersByTime(299);
  vi.advanceTimersByTime(301);
  expect(opened).toBe(3);
});

it('leaves the seat to another tab until it is asked to take it back', () => {
  const { link } = connected();
  socket.onclose?.({ code: 4010 });
  listeners.get('online')?.();
  vi.advanceTimersByTime(60_000);
  expect(opened).toBe(1);
  expect(link.state.value).toEqual({ is: 'ended', why: 'moved' });
  link.useHere();
  expect(opened).toBe(2);
});

it('takes a message that nobody acknowledges for a dead connection', () => {
  const { link } = connected();
  link.send(say);
  vi.advanceTimersByTime(6_000);
  expect(link.state.value.is).toBe('offline');
});

it('is patient again once the message is acknowledged', () => {
  const { link } = connected();
  link.send(say);
  socket.says(0, [67, 1, 1]);
  vi.advanceTimersByTime(6_000);
  expect(link.state.value.is).toBe('open');
});

it('says when there is nobody to send to', () => {
  const { link } = connected();
  socket.onclose?.({ code: 1006 });
  expect(link.send({ kind: 'ready' })).toBe(false);
});
