// A bare socket and the few bytes of WebSocket that a hostile client needs to say wrongly.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export class Raw {
  received = Buffer.alloc(0);
  ended = false;
  private wakers: (() => void)[] = [];

  constructor(readonly socket: Socket) {
    socket.on('data', (bytes) => {
      this.received = Buffer.concat([this.received, bytes]);
      this.wake();
    });
    const end = () => {
      this.ended = true;
      this.wake();
    };
    socket.on('end', end).on('close', end).on('error', end);
  }

  private wake() {
    for (const waker of this.wakers.splice(0)) waker();
  }

  send(bytes: string | Buffer): this {
    this.socket.write(bytes);
    return this;
  }

  /** Waits until the condition holds or the server ends the connection. */
  async until(condition: () => boolean, ms = 5000): Promise<boolean> {
    const deadline = Date.now() + ms;
    while (!condition() && !this.ended) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`waited ${ms} ms; got ${this.text().slice(0, 400)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.wakers.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return condition();
  }

  untilEnd(ms = 5000): Promise<boolean> {
    return this.until(() => this.ended, ms);
  }

  text(): string {
    return this.received.toString('latin1');
  }

  /** The status codes of all answers that came so far. */
  statuses(): number[] {
    return [...this.text().matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map((m) => Number(m[1]));
  }

  /** Whole frames from the server, once the upgrade's head is taken off. */
  frames(): Frame[] {
    const head = this.received.indexOf('\r\n\r\n');
    return head < 0 ? [] : parseFrames(this.received.subarray(head + 4));
  }

  /** From now on answers every ping, as a browser does. */
  answerPings(): this {
    let answered = 0;
    const answer = () => {
      const pings = this.frames().filter((frame) => frame.opcode === 9);
      for (const ping of pings.slice(answered)) this.send(frame(ping.payload, { opcode: 10 }));
      answered = pings.length;
    };
    this.socket.on('data', answer);
    answer();
    return this;
  }

  async closeCode(ms = 5000): Promise<number | null> {
    const found = () => this.frames().find((frame) => frame.opcode === 8);
    await this.until(() => found() !== undefined, ms);
    const frame = found();
    return frame && frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : null;
  }

  destroy() {
    this.socket.destroy();
  }
}

export interface Frame {
  final: boolean;
  opcode: number;
  payload: Buffer;
}

function parseFrames(bytes: Buffer): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const short = bytes[at + 1] & 0x7f;
    const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
    if (at + 2 + extra > bytes.length) break;
    let length = short;
    if (extra === 2) length = bytes.readUInt16BE(at + 2);
    if (extra === 8) length = Number(bytes.readBigUInt64BE(at + 2));
    const begin = at + 2 + extra;
    if (begin + length > bytes.length) break;
    frames.push({
      final: (bytes[at] & 0x80) !== 0,
      opcode: bytes[at] & 0x0f,
      payload: bytes.subarray(begin, begin + length),
    });
    at = begin + length;
  }
  return frames;
}

export interface FrameOptions {
  opcode?: number;
  final?: boolean;
  rsv1?: boolean;
}

/** A client's frame: masked, as it must be. */
export function frame(payload: Buffer | string, options: FrameOptions = {}): Buffer {
  const body = Buffer.from(payload);
  const { opcode = 2, final = true, rsv1 = false } = options;
  const first = (final ? 0x80 : 0) | (rsv1 ? 0x40 : 0) | opcode;
  const extra = body.length < 126 ? 0 : body.length < 65536 ? 2 : 8;
  const head = Buffer.alloc(2 + extra);
  head[0] = first;
  head[1] = 0x80 | (extra === 0 ? body.length : extra === 2 ? 126 : 127);
  if (extra === 2) head.writeUInt16BE(body.length, 2);
  if (extra === 8) head.writeBigUInt64BE(BigInt(body.length), 2);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, Buffer.from(body.map((byte, i) => byte ^ mask[i & 3]))]);
}

export function dial(port: number): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(new Raw(socket)));
    socket.setNoDelay(true).once('error', reject);
  });
}

export const soundKey = 'dGhlIHNhbXBsZSBub25jZQ==';

/** An upgrade request; a header given as null is left out, others are added or replaced. */
export function upgrade(
  port: number,
  headers: Record<string, string | null> = {},
  start = 'GET /ws HTTP/1.1',
): string {
  const all: Record<string, string | null> = {
    Host: `127.0.0.1:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': soundKey,
    'Sec-WebSocket-Protocol': 'hearout.1',
    ...headers,
  };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}`);
  return [start, ...lines, '', ''].join('\r\n');
}

/** An open WebSocket. */
export async function open(
  port: number,
  headers: Record<string, string | null> = {},
): Promise<Raw> {
  const raw = await dial(port);
  raw.send(upgrade(port, headers));
  await raw.until(() => raw.text().includes('\r\n\r\n'));
  if (raw.statuses()[0] !== 101) throw new Error(`no upgrade: ${raw.text()}`);
  return raw;
}

/** One request on a connection of its own; the whole answer, a character for each byte. */
export async function ask(port: number, request: string, ms = 5000): Promise<string> {
  const raw = await dial(port);
  raw.send(request);
  await raw.untilEnd(ms);
  return raw.text();
}

/** How many turns of the server's loop have worked for more than 50 ms: nobody is served meanwhile. */
export async function longTurns(port: number): Promise<number> {
  const text = await ask(port, get('/metrics'));
  const figure = (name: string) => {
    const line = text.split('\n').find((one) => one.startsWith(`hearout_turn_seconds_${name} `));
    if (!line) throw new Error(`no ${name} among the figures`);
    return Number(line.split(' ')[1]);
  };
  return figure('count') - figure('bucket{le="0.05"}');
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Whole answers in what came, one behind the other. `heads`: which of them answer a HEAD. */
export function answers(text: string, isHead: (index: number) => boolean = () => false): Answer[] {
  const found: Answer[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\r\n\r\n', at);
    if (end < 0) break;
    const [start, ...lines] = text.slice(at, end).split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    const status = Number(start.split(' ')[1]);
    const empty = status === 304 || isHead(found.length);
    const next = end + 4 + (empty ? 0 : Number(headers['content-length'] ?? text.length - end - 4));
    if (next > text.length) break;
    found.push({ status, headers, body: Buffer.from(text.slice(end + 4, next), 'latin1') });
    at = next;
  }
  return found;
}

export function get(path: string, headers: Record<string, string> = {}, method = 'GET'): string {
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers });
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([n, v]) => `${n}: ${v}\r\n`).join('')}\r\n`;
}
