// Who may open a WebSocket: every guard of server/shell/net/net_handshake.c and net_http.c.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, dial, get, open, upgrade } from './support/raw.js';
import { type Server, startServer } from './support/server.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

const stillServes = async () =>
  expect(await ask(server.port, get('/healthz'))).toMatch(/^HTTP\/1\.1 200 /);

async function statusOf(request: string): Promise<number | undefined> {
  const raw = await dial(server.port);
  raw.send(request);
  await raw.until(() => raw.statuses().length > 0);
  const [status] = raw.statuses();
  raw.destroy();
  return status;
}

describe('a sound handshake', () => {
  test('is answered with the right key, our subprotocol and no extension', async () => {
    const raw = await open(server.port, {
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
    });
    expect(raw.text()).toMatch(/sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=/i);
    expect(raw.text()).toMatch(/sec-websocket-protocol: hearout\.1/i);
    expect(raw.text()).not.toMatch(/extensions/i);
    raw.destroy();
  });

  test('may name our own origin, plain or behind TLS, and others of the list beside ours', async () => {
    for (const origin of [`http://127.0.0.1:${server.port}`, `https://127.0.0.1:${server.port}`])
      (await open(server.port, { Origin: origin })).destroy();
    (await open(server.port, { 'Sec-WebSocket-Protocol': 'nope, hearout.1' })).destroy();
  });
});

describe('a handshake that is refused, in words', () => {
  const own = () => `127.0.0.1:${server.port}`;
  const rows: [string, Record<string, string | null>, number, string?][] = [
    ['an origin of a stranger', { Origin: 'https://evil.example' }, 403],
    ['the origin null', { Origin: 'null' }, 403],
    ['our host with a suffix', { Origin: 'http://127.0.0.1.evil.example' }, 403],
    ['our host on another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['an empty scheme', { Origin: '127.0.0.1' }, 403],
    ['version 8', { 'Sec-WebSocket-Version': '8' }, 426],
    ['no version', { 'Sec-WebSocket-Version': null }, 426],
    ['version 13 with a tail', { 'Sec-WebSocket-Version': '13x' }, 426],
    ['no key', { 'Sec-WebSocket-Key': null }, 400],
    ['a short key', { 'Sec-WebSocket-Key': 'c2hvcnQ=' }, 400],
    ['a key of 17 bytes', { 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZXM=' }, 400],
    ['a key with stray bits', { 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZR==' }, 400],
    ['no Host', { Host: null }, 400],
    ['no subprotocol', { 'Sec-WebSocket-Protocol': null }, 400],
    ['a subprotocol we do not speak', { 'Sec-WebSocket-Protocol': 'chat' }, 400],
    ['a subprotocol with our name inside', { 'Sec-WebSocket-Protocol': 'hearout.10' }, 400],
    ['a body', { 'Content-Length': '5' }, 400],
    ['a negative body', { 'Content-Length': '-1' }, 400],
    ['POST', {}, 400, 'POST /ws HTTP/1.1'],
    ['HEAD', {}, 400, 'HEAD /ws HTTP/1.1'],
    ['HTTP/1.0', {}, 400, 'GET /ws HTTP/1.0'],
    ['another path', {}, 404, 'GET /wss HTTP/1.1'],
  ];
  test.each(rows)('%s', async (_what, headers, status, start) => {
    expect(await statusOf(upgrade(server.port, headers, start))).toBe(status);
    await stillServes();
  });

  test('two Host lines', async () => {
    const twice = upgrade(server.port, { Origin: `http://${own()}` }).replace(
      'Upgrade: ',
      'Host: evil.example\r\nUpgrade: ',
    );
    expect(await statusOf(twice)).toBe(400);
  });

  test('426 names the version we speak', async () => {
    const answer = await ask(server.port, upgrade(server.port, { 'Sec-WebSocket-Version': '7' }));
    expect(answer).toMatch(/Sec-WebSocket-Version: 13/);
  });

  test('a refused handshake, then CLOSED: three hundred in a row harm nobody', async () => {
    const watcher = await open(server.port);
    const refused = upgrade(server.port, { Origin: 'https://evil.example' });
    for (let i = 0; i < 10; i++)
      await Promise.all(Array.from({ length: 30 }, () => ask(server.port, refused)));
    expect(watcher.ended).toBe(false);
    watcher.destroy();
    await stillServes();
  });
});

describe('upgrades to anything else', () => {
  test.each(['h2c', 'foo', 'websocketx', 'TLS/1.0', 'h2c, websocket'])('%s', async (protocol) => {
    const raw = await dial(server.port);
    raw.send(
      upgrade(server.port, { Upgrade: protocol, 'HTTP2-Settings': 'AAMAAABkAAQAoAAAAAIAAAAA' }),
    );
    await raw.untilEnd();
    expect(raw.text()).not.toMatch(/ 101 /);
    await stillServes();
  });

  test('an unknown upgrade with a pipelined request behind it', async () => {
    const raw = await dial(server.port);
    raw.send(
      upgrade(server.port, { Upgrade: 'bogus', Connection: 'keep-alive' }) + get('/healthz'),
    );
    await raw.untilEnd();
    expect(raw.text()).not.toMatch(/ 101 /);
    await stillServes();
  });

  test('CONNECT and the HTTP/2 preface', async () => {
    for (const start of [
      'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    ]) {
      const raw = await dial(server.port);
      raw.send(start);
      await raw.untilEnd();
      expect(raw.statuses().every((status) => status >= 400)).toBe(true);
    }
    await stillServes();
  });
});

describe('time and size', () => {
  test('a slow handshake is cut after ten seconds', { timeout: 20_000 }, async () => {
    const began = Date.now();
    const silent = await dial(server.port);
    const slow = await dial(server.port);
    slow.send(upgrade(server.port).slice(0, 60));
    const drip = setInterval(() => slow.ended || slow.send('x'), 500);
    await Promise.all([silent.untilEnd(15_000), slow.untilEnd(15_000)]);
    clearInterval(drip);
    expect(Date.now() - began).toBeGreaterThan(8_000);
  });

  test('a head of 7 KiB is read, one above 8 KiB is not', async () => {
    const long = (bytes: number) => get('/healthz', { Cookie: 'a'.repeat(bytes) });
    expect(await ask(server.port, long(7000))).toMatch(/ 200 /);
    expect(await ask(server.port, long(9000))).not.toMatch(/ 200 /);
    await stillServes();
  });
});
