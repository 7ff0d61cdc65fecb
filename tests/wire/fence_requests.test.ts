// HTTP requests that libwebsockets 4.1.6 would stumble over: the guards of net_http.c.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, ask, dial, get, open, upgrade } from './support/raw.js';
import { type Server, startServer } from './support/server.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

/** Another client is answered, and soon: the loop does not spin. */
async function stillServes() {
  expect(await ask(server.port, get('/healthz'), 2000)).toMatch(/^HTTP\/1\.1 200 /);
}

function post(body: string, headers: Record<string, string> = {}, method = 'POST'): string {
  const all = { Connection: 'keep-alive', 'Content-Length': String(body.length), ...headers };
  return get('/healthz', all, method) + body;
}

async function statuses(request: string): Promise<number[]> {
  const raw = await dial(server.port);
  raw.send(request);
  await raw.untilEnd(14_000);
  return raw.statuses();
}

/** libwebsockets 4.3 lets such a connection wait until the time for a head is over. */
const waits = { timeout: 15_000 };

describe('more than one request in a segment', () => {
  test('three POSTs: one answer, and the server goes on', waits, async () => {
    const got = await statuses(post('a=1').repeat(3));
    expect(got.length).toBeLessThanOrEqual(1);
    await stillServes();
  });

  test('POST, then GET: the POST is carried out at most once', waits, async () => {
    const got = await statuses(post('a=1') + get('/healthz'));
    expect(got.filter((status) => status === 405).length).toBeLessThanOrEqual(1);
    await stillServes();
  });

  test('bytes behind a body', waits, async () => {
    const got = await statuses(`${post('a=1')}garbage`);
    expect(got.length).toBeLessThanOrEqual(1);
    await stillServes();
  });

  test('five GETs are answered, in order', async () => {
    const paths = ['/', '/assets/none.js', '/healthz', '/assets/plain-9f.css'];
    const keep = { Connection: 'keep-alive' };
    const raw = await dial(server.port);
    raw.send(paths.map((path) => get(path, keep)).join('') + get('/'));
    await raw.untilEnd();
    expect(answers(raw.text()).map((answer) => answer.status)).toEqual([200, 404, 200, 200, 200]);
  });

  test('a request behind an upgrade that is refused', async () => {
    const refused = upgrade(server.port, { Origin: 'https://evil.example' });
    expect(await statuses(refused + get('/healthz'))).toEqual([403]);
    await stillServes();
  });

  test('a body that no method needs ends the connection with the answer', async () => {
    const smuggled = get('/healthz', { Connection: 'keep-alive', 'Content-Length': '40' });
    const got = await statuses(smuggled + get('/assets/none.js'));
    expect(got).toEqual([200]);
  });
});

describe('a body', () => {
  test('whole, in pieces, empty', async () => {
    for (const body of ['', 'a=1', 'x'.repeat(4096)]) {
      const raw = await dial(server.port);
      const request = post(body);
      raw.send(request.slice(0, request.length - body.length + 1));
      await stillServes();
      raw.send(request.slice(request.length - body.length + 1));
      await raw.until(() => raw.statuses().length > 0);
      expect(raw.statuses()).toEqual([405]);
      raw.destroy();
    }
  });

  const chunked = { 'Transfer-Encoding': 'chunked' };
  const rows: [string, string, number][] = [
    [
      'in chunks',
      `${get('/healthz', { Connection: 'keep-alive', ...chunked }, 'POST')}3\r\na=1\r\n0\r\n\r\n`,
      411,
    ],
    ['in chunks, with GET', get('/healthz', { Connection: 'keep-alive', ...chunked }), 411],
    ['in chunks, with a length', post('a=1', chunked), 411],
    ['with no length', get('/healthz', { Connection: 'keep-alive' }, 'POST'), 411],
    ['with no length, by PUT', get('/healthz', { Connection: 'keep-alive' }, 'PUT'), 411],
    ['of 4097 bytes', post('x'.repeat(4097)), 413],
    ['of a TiB', post('', { 'Content-Length': '1099511627776' }), 413],
    ['of more than a number holds', post('', { 'Content-Length': '99999999999999999999' }), 400],
    ['of a negative length', post('', { 'Content-Length': '-1' }), 400],
    ['of no length that is a number', post('', { 'Content-Length': '0x10' }), 400],
  ];
  test.each(rows)('%s is refused at once, in words', async (_what, request, status) => {
    const began = Date.now();
    expect(await statuses(request)).toEqual([status]);
    expect(Date.now() - began).toBeLessThan(1000);
    await stillServes();
  });

  test('with two lengths', async () => {
    const two = post('a=1').replace('Content-Length', 'Content-Length: 3\r\nContent-Length');
    expect(await statuses(two)).toEqual([400]);
  });

  test('that never comes is not waited for', { timeout: 20_000 }, async () => {
    const raw = await dial(server.port);
    raw.send(post('', { 'Content-Length': '10' }));
    await raw.untilEnd(15_000);
    await stillServes();
  });
});

describe('a head', () => {
  test('with two Host lines', async () => {
    const two = get('/').replace('Host: localhost', 'Host: localhost\r\nHost: evil.example');
    expect(await statuses(two)).toEqual([400]);
  });

  test.each([
    '',
    '\r\n\r\n\r\n',
    'GET\r\n\r\n',
    '\0\0\0\0',
    'GET / HTTP/9.9\r\nHost: a\r\n\r\n',
    `${'A'.repeat(9000)}\r\n\r\n`,
    '\x16\x03\x01\x02\x00\x01\x00\x01',
  ])('of nonsense (%j) harms nobody', { timeout: 20_000 }, async (bytes) => {
    const raw = await dial(server.port);
    raw.socket.end(bytes, 'latin1');
    await raw.untilEnd(15_000);
    await stillServes();
  });
});

/** A sequence of numbers that is the same each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test('two hundred random conversations, whole or cut anywhere', { timeout: 60_000 }, async () => {
  const keep = { Connection: 'keep-alive' };
  const parts = [
    () => get('/', keep),
    () => get('/assets/app-1a2b.js', keep, 'HEAD'),
    () => get('/nothing', { ...keep, Cookie: 'a'.repeat(3000) }),
    () => post('a=1'),
    () => post('a=1', { 'Content-Length': '2' }),
    () => post('a=1', { 'Content-Length': '30' }),
    () => post('', { 'Content-Length': '-5' }),
    () => post('a=1', {}, 'PUT'),
    () => get('/', keep, 'DELETE'),
    () => upgrade(server.port),
    () => upgrade(server.port, { Upgrade: 'h2c' }),
    () => upgrade(server.port, { Origin: 'https://evil.example' }),
    () => upgrade(server.port, { 'Sec-WebSocket-Protocol': null }),
    () => 'garbage\r\n\r\n',
  ];
  for (let seed = 1; seed <= 200; seed++) {
    const random = sequence(seed);
    const count = 1 + random(6);
    const text = Array.from({ length: count }, () => parts[random(parts.length)]()).join('');
    const cut = random(2) ? random(text.length) : text.length;
    const raw = await dial(server.port);
    raw.send(text.slice(0, cut));
    if (cut < text.length) await stillServes();
    raw.send(text.slice(cut));
    await stillServes();
    expect(raw.received.length, `seed ${seed}`).toBeLessThan(2_000_000);
    raw.destroy();
  }
});

test('connections that come and go leave nothing behind', async () => {
  const watched = async () => {
    const text = await ask(server.port, get('/metrics'));
    return Number(/^hearout_connections (\d+)$/m.exec(text)?.[1]);
  };
  const before = await watched();
  const sockets = await Promise.all(Array.from({ length: 100 }, () => open(server.port)));
  expect(await watched()).toBeGreaterThanOrEqual(100);
  for (const raw of sockets) raw.destroy();
  const deadline = Date.now() + 3000;
  while ((await watched()) > before) expect(Date.now()).toBeLessThan(deadline);
});
