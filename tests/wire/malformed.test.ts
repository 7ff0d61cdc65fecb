// What no honest client sends, over HTTP, WebSocket and MessagePack: each is answered or cut, a
// client beside it is served all the while, and memory and descriptors come back.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToServer } from '#protocol';
import { encode } from './support/codec.js';
import { dial, frame, longTurns, type Raw, soundKey, upgrade } from './support/raw.js';
import { type Server, startServer } from './support/server.js';

let server: Server;
beforeAll(async () => {
  // Under the address sanitizer freed memory is kept back; not so much that growth cannot be seen.
  process.env.ASAN_OPTIONS ??= 'quarantine_size_mb=1';
  server = await startServer('--demo');
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

interface Case {
  what: string;
  send: (raw: Raw) => void;
}

const bytes = (...numbers: number[]) => Buffer.from(numbers);
const hello = Buffer.from(encode({ kind: 'hello', version: 1, tab: 'x' }));
const join = Buffer.from(
  encode({ kind: 'join', scenario: 'moving-truck', name: 'X', timePct: 100, level: 'open', heat: 3 }),
);

// HTTP: each is one whole connection.

const starts = [
  '', ' ', '\r\n', '\n\n\n\n', '\0\0\0\0', 'GET', 'GET ', 'GET /', 'GET / HTTP', 'GET / HTTP/9.9',
  'GET / HTTP/0.9', 'GET  /  HTTP/1.1', 'get / HTTP/1.1', 'GETT / HTTP/1.1', 'G\0T / HTTP/1.1',
  'GET /\0 HTTP/1.1', 'GET /%00 HTTP/1.1', 'GET /%zz HTTP/1.1', 'GET /../../etc/passwd HTTP/1.1',
  'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1', 'GET /..%2f..%2fetc/passwd HTTP/1.1', 'GET \\ HTTP/1.1',
  'GET //etc/passwd HTTP/1.1', 'GET http://other.example/ HTTP/1.1', 'GET * HTTP/1.1',
  'CONNECT other.example:443 HTTP/1.1', 'TRACE / HTTP/1.1', 'OPTIONS * HTTP/1.1', 'PUT / HTTP/1.1',
  'DELETE / HTTP/1.1', 'POST /healthz HTTP/1.1', 'PRI * HTTP/2.0\r\n\r\nSM', 'SSH-2.0-x',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', `GET /${'a'.repeat(600)} HTTP/1.1`,
  `GET /${'a'.repeat(9000)} HTTP/1.1`, `${'A'.repeat(9000)} / HTTP/1.1`,
]; // prettier-ignore
const headers = [
  'Host: a\r\nHost: b', 'Host : a', ': a', 'Host', 'Host:', 'Host: \0', `Host: ${'a'.repeat(300)}`,
  ' Host: a', 'Content-Length: -1', 'Content-Length: 1e3', 'Content-Length: 99999999999999999999',
  'Content-Length: 1\r\nContent-Length: 2', 'Content-Length: +1', 'Content-Length: 5000',
  'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked\r\nContent-Length: 3',
  'Transfer-Encoding: xchunked', 'Expect: 100-continue', 'Upgrade: h2c\r\nConnection: Upgrade',
  'Upgrade: websocket', 'Connection: Upgrade', 'Range: bytes=0-1,2-3,4-', 'Accept-Encoding: gzip;q=',
  `Cookie: ${'c'.repeat(9000)}`, `${'X-A: b\r\n'.repeat(2000)}X: y`, 'If-None-Match: ""\r\nIf-None-Match: *',
  'X-Forwarded-For: not, an, address', `X-Forwarded-For: ${'1.1.1.1, '.repeat(200)}`, 'A: b\nC: d', 'A: \x7f',
]; // prettier-ignore
const http: Case[] = [
  ...starts.map((start) => ({
    what: `start ${JSON.stringify(start.slice(0, 40))}`,
    send: (raw: Raw) => raw.send(Buffer.from(`${start}\r\nHost: localhost\r\n\r\n`, 'latin1')),
  })),
  ...headers.flatMap((lines) =>
    ['GET', 'POST'].map((method) => ({
      what: `${method} with ${JSON.stringify(lines.slice(0, 40))}`,
      send: (raw: Raw) =>
        raw.send(Buffer.from(`${method} /healthz HTTP/1.1\r\n${lines}\r\n\r\nxyz`, 'latin1')),
    })),
  ),
];

// Bodies that sign nobody in.

const signIns: Case[] = [
  '{', '[]', ' ', '{"firm":"acme","login":"dana"}', '{"firm":"acme","login":"dana","password":1}',
  '{"firm":"acme","login":"dana","password":"x","role":"admin"}',
  '{"firm":"acme","login":"dana","login":"gil","password":"x"}',
  '{"firm":"acme","login":" ","password":"x"}', '{"firm":"acme","login":"dana","password":""}',
  `{"firm":"${'a'.repeat(41)}","login":"dana","password":"x"}`,
  `{"firm":"acme","login":"dana","password":"${'x'.repeat(257)}"}`,
  '{"firm":"acme\\u0000x","login":"dana","password":"x"}', '['.repeat(900),
  '{"firm":"acme","login":"dana","password":"x"}{}', '{"firm":"\xff","login":"dana","password":"x"}',
  `{"firm":${'9'.repeat(900)}}`, '\0'.repeat(400),
].map((body) => ({
  what: `sign-in with ${JSON.stringify(body.slice(0, 40))}`,
  send: (raw) =>
    raw.send(
      Buffer.from(
        `POST /signin HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: http://127.0.0.1:${server.port}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        'latin1',
      ),
    ),
})); // prettier-ignore

// Handshakes that are not quite one.

const handshakes: Case[] = (
  [
    { 'Sec-WebSocket-Key': null }, { 'Sec-WebSocket-Key': '' }, { 'Sec-WebSocket-Key': 'short' },
    { 'Sec-WebSocket-Key': `${soundKey}=` }, { 'Sec-WebSocket-Version': null },
    { 'Sec-WebSocket-Version': '12' }, { 'Sec-WebSocket-Version': '13, 13' }, { Host: null },
    { 'Sec-WebSocket-Protocol': null }, { 'Sec-WebSocket-Protocol': 'hearout.2' },
    { Origin: 'null' }, { Origin: 'https://evil.example' }, { Origin: '' },
    { 'Sec-WebSocket-Extensions': 'permessage-deflate; server_max_window_bits=99', Origin: 'x' },
    { 'Content-Length': '4' }, { Upgrade: 'websocket, h2c' }, { Connection: 'close' },
  ] as Record<string, string | null>[]
).map((change) => ({
  what: `upgrade with ${JSON.stringify(change)}`,
  send: (raw) => raw.send(upgrade(server.port, change)),
})); // prettier-ignore

// Frames, behind a sound upgrade.

const masked = (first: number, length: number[], rest: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([bytes(first, ...length, 0, 0, 0, 0), rest]);
const frames: [string, Buffer][] = [
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map(
    (opcode): [string, Buffer] => [`opcode ${opcode}`, frame('x', { opcode })],
  ),
  ['text', frame('x', { opcode: 1 })],
  ['text that is no UTF-8', frame(bytes(0xff), { opcode: 1 })],
  ['a continuation of nothing', frame('x', { opcode: 0 })],
  ['reserved bit 1', frame(hello, { rsv1: true })],
  ['reserved bits 2 and 3', masked(0xb2, [0x81], bytes(1))],
  ['a ping in pieces', frame('x', { opcode: 9, final: false })],
  ['a ping of 126', frame(Buffer.alloc(126), { opcode: 9 })],
  ['a close of one byte', frame(bytes(3), { opcode: 8 })],
  ...[0, 999, 1004, 1005, 1006, 1015, 2000, 5000, 65535].map(
    (code): [string, Buffer] => [
      `a close with ${code}`,
      frame(bytes(code >> 8, code & 255), { opcode: 8 }),
    ],
  ),
  ['a close whose reason is no UTF-8', frame(bytes(3, 232, 0xff), { opcode: 8 })],
  ['16385 bytes', frame(Buffer.alloc(16_385, 0x90))],
  ['a length of 2^63', masked(0x82, [0xff, 0x80, 0, 0, 0, 0, 0, 0, 0])],
  ['a length of 2^32', masked(0x82, [0xff, 0, 0, 0, 1, 0, 0, 0, 0])],
  ['an empty message', frame('')],
  ['100 empty pieces', Buffer.concat([frame('', { final: false }), ...Array.from({ length: 100 }, () => frame('', { opcode: 0, final: false }))])],
  ['a message in a message', Buffer.concat([frame('x', { final: false }), frame(hello)])],
  ['60 messages at once', Buffer.concat([frame(hello), ...Array.from({ length: 60 }, () => frame(bytes(0x91, 5)))])],
  ['60 pongs at once', Buffer.concat(Array.from({ length: 60 }, () => frame('', { opcode: 10 })))],
  ['an upgrade again', Buffer.from('GET /ws HTTP/1.1\r\nHost: a\r\n\r\n')],
]; // prettier-ignore

// MessagePack: before the hello, and after it.

const deep = (depth: number) => Buffer.concat([Buffer.alloc(depth, 0x91), bytes(1)]);
const documents: [string, Buffer][] = [
  ['nil', bytes(0xc0)], ['true', bytes(0xc3)], ['an integer', bytes(1)], ['a string', bytes(0xa1, 0x61)],
  ['the byte that is never used', bytes(0xc1)], ['an empty array', bytes(0x90)],
  ['a map', bytes(0x81, 1, 1)], ['a map in it', bytes(0x92, 1, 0x81, 1, 1)],
  ['a float', bytes(0x92, 1, 0xca, 0, 0, 0, 0)], ['a double', bytes(0x92, 1, 0xcb, 0, 0, 0, 0, 0, 0, 0, 0)],
  ['bytes', bytes(0x92, 1, 0xc4, 1, 0)], ['an extension', bytes(0x92, 1, 0xd4, 1, 0)],
  ['4 billion items', bytes(0xdd, 0xff, 0xff, 0xff, 0xff)], ['65535 items', bytes(0xdc, 0xff, 0xff)],
  ['4 billion pairs', bytes(0xdf, 0xff, 0xff, 0xff, 0xff)], ['a string of 4 GB', bytes(0x92, 1, 0xdb, 0xff, 0xff, 0xff, 0xff)],
  ['9 deep', deep(9)], ['1000 deep', deep(1000)], ['16000 deep', deep(16_000)],
  ['a number that is no message', bytes(0x91, 0)], ['the server\'s own', bytes(0x92, 66, 1)],
  ['message 65535', bytes(0x91, 0xcd, 0xff, 0xff)], ['message -1', bytes(0x91, 0xff)],
  ['a long integer', bytes(0x91, 0xcc, 5)], ['a longer one', bytes(0x91, 0xcf, 0, 0, 0, 0, 0, 0, 0, 5)],
  ['two documents', Buffer.concat([hello, hello])], ['a byte behind', Buffer.concat([hello, bytes(0)])],
  ['a tab of 33 bytes', Buffer.concat([bytes(0x93, 1, 1, 0xd9, 33), Buffer.alloc(33, 0x61)])],
  ['a tab that is no UTF-8', bytes(0x93, 1, 1, 0xa1, 0xff)], ['a surrogate', bytes(0x93, 1, 1, 0xa3, 0xed, 0xa0, 0x80)],
  ['a long form of a letter', bytes(0x93, 1, 1, 0xa2, 0xc1, 0x81)], ['version 65536', bytes(0x93, 1, 0xce, 0, 1, 0, 0, 0xa1, 0x61)],
  ['no fields', bytes(0x91, 1)], ['text for a number', bytes(0x93, 1, 0xa1, 0x31, 0xa1, 0x61)],
  ...Array.from({ length: hello.length - 1 }, (_, i): [string, Buffer] => [`a hello cut at ${i + 1}`, hello.subarray(0, i + 1)]),
  ...Array.from({ length: join.length - 1 }, (_, i): [string, Buffer] => [`a join cut at ${i + 1}`, join.subarray(0, i + 1)]),
  ...Array.from({ length: 17 }, (_, i): [string, Buffer] => [`message ${i} and nothing else`, bytes(0x91, i)]),
  ...Array.from({ length: 17 }, (_, i): [string, Buffer] => [`message ${i} of nils`, Buffer.concat([bytes(0x9b, i), Buffer.alloc(10, 0xc0)])]),
]; // prettier-ignore

// Whole messages at the wrong time, from somebody who may not, or with what can be nothing.

const newest = [17, 18, 19, 20, 21, 22, 23, 33, 34, 35, 36, 37, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 110, 111, 112, 113]; // prettier-ignore
const misplaced: ToServer[] = [
  { kind: 'comeBack', token: 'x'.repeat(64), room: 'y'.repeat(32), n: 4_294_967_295 },
  { kind: 'comeBack', token: '', room: '', n: 0 },
  { kind: 'changeDevice', code: 'ABCDEF', name: 'x'.repeat(96), pin: '0000' },
  { kind: 'enter', code: '\u202e'.repeat(8), name: '\u0000', timePct: 100 },
  { kind: 'lookUp', code: '' }, { kind: 'lookUp', code: '%00'.repeat(8) },
  { kind: 'project', code: '- - -' }, { kind: 'choose', what: 'watch' }, { kind: 'askHelp', on: true },
  { kind: 'beCalled', name: '\u200b' }, { kind: 'beCalled', name: 'x'.repeat(96) },
  { kind: 'invite', role: 'admin', on: true }, { kind: 'invite', role: 'invitedGrader', on: false },
  { kind: 'playCustomer', on: true }, { kind: 'playCustomer', on: false },
  { kind: 'colleague', on: true }, { kind: 'colleagueSay', id: 1, text: 'x'.repeat(1000) },
  { kind: 'pin', first: 65_535, last: 0, on: true }, { kind: 'watchGroup', session: 255, group: 65_535, n: 9 },
  { kind: 'steer', what: 'swap', person: 65_535, other: 65_535, on: true },
  { kind: 'openWorkshop', title: 'x', pairing: 'pairs', scenario: '../../etc/passwd', level: 'open', heat: 3,
    sessions: 24, readMs: 1000, playMs: 1000, debriefMs: 1000, consent: '\u0007'.repeat(400) },
] as ToServer[]; // prettier-ignore
const wrongTimes: [string, Buffer][] = [
  ...newest.flatMap((number): [string, Buffer][] => [
    [`message ${number} and nothing else`, bytes(0x91, number)],
    [`message ${number} of nils`, Buffer.concat([bytes(0x9b, number), Buffer.alloc(10, 0xc0)])],
    [`message ${number} of lists`, Buffer.concat([bytes(0x9b, number), Buffer.alloc(10, 0x90)])],
    [`message ${number} of a long text`, Buffer.concat([bytes(0x92, number, 0xda, 0x3f, 0), Buffer.alloc(0x3f00, 0x41)])],
  ]),
  ...misplaced.map((message): [string, Buffer] => [
    `a ${message.kind} from a stranger`,
    Buffer.from(encode(message)),
  ]),
]; // prettier-ignore

const upgraded = (what: string, ...parts: Buffer[]): Case => ({
  what,
  send: (raw) => {
    raw.send(upgrade(server.port));
    for (const part of parts) raw.send(part);
  },
});
const cases: Case[] = [
  ...http,
  ...signIns,
  ...handshakes,
  ...frames.map(([what, sent]) => upgraded(what, sent)),
  ...documents.map(([what, sent]) => upgraded(`first ${what}`, frame(sent))),
  ...[...documents, ...wrongTimes].map(([what, sent]) =>
    upgraded(`then ${what}`, frame(hello), frame(sent)),
  ),
];

const residentKb = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]);
const descriptors = () => readdirSync(`/proc/${server.pid}/fd`).length;

/** An answer, a message or a close; or the end of it. */
const answered = (raw: Raw) =>
  raw.statuses().some((status) => status !== 101) || raw.frames().length > 0;

async function run(one: Case) {
  const raw = await dial(server.port);
  one.send(raw);
  // Half a request is one whose rest is still to come: it ends when we do.
  await raw.until(() => answered(raw), 250).catch(() => raw.socket.end());
  await raw.until(() => answered(raw), 12_000).catch(() => {
    throw new Error(`${one.what}: neither answered nor cut`);
  });
  raw.destroy();
}

/** One connection that is served all the while; how often. */
async function canary(going: () => boolean) {
  const raw = await dial(server.port);
  let answers = 0;
  for (; going(); answers++) {
    raw.send('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await raw.until(() => raw.statuses().length > answers);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  raw.destroy();
  return answers;
}

async function runAll(list: Case[]) {
  const left = [...list];
  const one = async () => {
    for (let next = left.pop(); next; next = left.pop()) await run(next);
  };
  await Promise.all(Array.from({ length: 16 }, one));
}

test(`${cases.length} malformed inputs cost nothing that stays`, async () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  await runAll(cases); // once, so that what is kept for good is there
  const [residentBefore, openBefore] = [residentKb(), descriptors()];
  const longBefore = await longTurns(server.port);
  let going = true;
  const served = canary(() => going);
  for (let round = 0; round < 3; round++) await runAll(cases);
  going = false;
  expect(await served).toBeGreaterThan(20);
  expect((await longTurns(server.port)) - longBefore).toBe(0);
  await expect.poll(descriptors, { interval: 50, timeout: 12_000 }).toBeLessThanOrEqual(openBefore);
  expect(residentKb() - residentBefore).toBeLessThan(8 * 1024);
}, 60_000);
