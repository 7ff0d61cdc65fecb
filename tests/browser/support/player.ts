// Serves the built page and plays recorded rooms to it over a real WebSocket, in the server's place.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { decode, encode } from '@msgpack/msgpack';
import { WebSocketServer } from 'ws';
import {
  type RoomEntry,
  type RoomEvent,
  type Seat,
  shapes,
  type ToClient,
} from '../../../protocol/gen/ts/protocol.ts';

type Named = Record<string, unknown>;
type Field = readonly [name: string, kind: string, optional: number, ...detail: unknown[]];
type Messages = Record<string, readonly [string, readonly Field[]]>;

const { toServer, toClient, events } = shapes as unknown as Record<string, Messages>;
const enums = shapes.enums as unknown as Record<string, readonly string[]>;
const structs = shapes.structs as unknown as Record<string, readonly Field[]>;

/** A message by its names, as the array that goes over the wire. */
function packed(message: Named, table: Messages): unknown[] {
  const found = Object.entries(table).find(([, [name]]) => name === message.kind);
  if (!found) throw new Error(`no message ${message.kind}`);
  return [Number(found[0]), ...fieldsOf(message, found[1][1])];
}

function fieldsOf(named: Named, fields: readonly Field[]): unknown[] {
  return fields.map(([name, kind, , detail]) => packedValue(named[name], kind, detail as string));
}

function packedValue(value: unknown, kind: string, detail: string): unknown {
  if (value === undefined) return null;
  if (kind === 'e') return enums[detail]?.indexOf(value as string);
  if (kind === 'v') return packed(value as Named, events as Messages);
  const struct = structs[detail];
  return kind === 'l' && struct ? (value as Named[]).map((one) => fieldsOf(one, struct)) : value;
}

/** What the page sent, by its names. */
function named(values: readonly unknown[], table: Messages): Named {
  const [kind, fields] = table[String(values[0])] ?? ['unknown', []];
  const entries = fields.map(([name, type, , detail], index) => {
    const value = values[index + 1];
    return [name, type === 'e' ? enums[detail as string]?.[value as number] : value];
  });
  return { kind, ...Object.fromEntries(entries) };
}

/** A room as one seat sees it, standing still at `nowMs`; events from then on are news. */
export interface Recording {
  seat: Seat;
  nowMs: number;
  events: readonly (readonly [atMs: number, event: RoomEvent])[];
  card?: Extract<ToClient, { kind: 'seated' }>['card'];
  rttMs?: number;
  /** What the session is graded by; without it, it is not. */
  method?: Extract<ToClient, { kind: 'method' }>;
}

const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export async function startPlayer(dist: string) {
  let playing: Recording | null = null;
  let rooms: RoomEntry[] = [];
  let wake = () => {};
  const received: Named[] = [];
  const server = createServer((request, response) => {
    const path = join(dist, (request.url ?? '/').split('?')[0] ?? '/');
    const file = extname(path) && existsSync(path) ? path : join(dist, 'index.html');
    const type = types[extname(file) as keyof typeof types] ?? 'text/html';
    response.setHeader('Content-Type', type).setHeader('Content-Security-Policy', policy);
    response.end(readFileSync(file));
  });
  const sockets = new WebSocketServer({ server, path: '/ws' });
  sockets.on('connection', (socket) => {
    const send = (n: number, messages: ToClient[]) =>
      socket.send(encode([n, messages.map((one) => packed({ ...one }, toClient as Messages))]));
    socket.on('message', (bytes: Buffer) => {
      const message = named(decode(bytes) as unknown[], toServer as Messages);
      const asked = message.kind as string;
      received.push(message);
      wake();
      if (asked === 'hello') send(0, [welcome]);
      else if (asked === 'listRooms') send(0, [{ kind: 'rooms', rooms }]);
      else if (asked === 'recall' && playing) send(0, recalled(playing));
      else if (playing && seating.has(asked)) send(playing.events.length, seated(playing));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every message since the recording began to play. */
    received: received as readonly Named[],
    /** Waits until what was received makes it true. */
    async until(isTrue: () => boolean) {
      const deadline = AbortSignal.timeout(8_000);
      while (!isTrue()) {
        await new Promise<void>((woken, late) => {
          wake = woken;
          deadline.onabort = () => late(new Error('it was never received'));
        });
      }
    },
    play(recording: Recording | null, list: RoomEntry[] = []) {
      received.length = 0;
      playing = recording;
      rooms = list;
    },
    /** Ends every connection with this code, as the server would. */
    end(code: number) {
      for (const socket of sockets.clients) socket.close(code);
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.close();
    },
  };
}

export type Player = Awaited<ReturnType<typeof startPlayer>>;

const seating = new Set(['join', 'resume', 'watch']);

const welcome: ToClient = {
  kind: 'welcome',
  version: 1,
  server: 'recorded',
  staff: true,
  role: 'instructor',
  name: 'Instructor',
  invited: '',
  scenarios: [
    { id: 'truck', title: 'The moving truck that came at three', lang: 'en' },
    { id: 'charge', title: 'Charged twice for one month', lang: 'en' },
  ],
};

function seated({ seat, nowMs, events, card = [], rttMs = 20, method }: Recording): ToClient[] {
  return [
    {
      kind: 'seated',
      room: 'recorded',
      seat,
      token: 'token',
      title: 'The moving truck that came at three',
      customer: 'Daniel Cole',
      address: 'Mr Cole',
      lang: 'en',
      lastId: 0,
      nowMs,
      clockRuns: false,
      card,
    },
    ...(method ? [method] : []),
    ...events.map(([atMs, event]): ToClient => ({ kind: 'event', atMs, event })),
    { kind: 'link', rttMs },
  ];
}

function recalled({ events }: Recording): ToClient[] {
  const all = events.map(([atMs, event]): ToClient => ({ kind: 'recalled', atMs, event }));
  return [...all, { kind: 'recalledAll', count: all.length }];
}
