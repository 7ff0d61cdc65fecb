// The page over HTTP: what http_answer.c says and static_files.c holds.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answers, ask, dial, get } from './support/raw.js';
import { type Server, script, startServer } from './support/server.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

async function fetchRaw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const text = await ask(server.port, get(path, headers, method));
  const [answer] = answers(text, () => method === 'HEAD');
  return answer;
}

describe('a file of the page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/app-1a2b.js', 'text/javascript; charset=utf-8'],
    ['/assets/plain-9f.css', 'text/css; charset=utf-8'],
  ])('%s has its type', async (path, type) => {
    const answer = await fetchRaw(path);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.body.length).toBe(Number(answer.headers['content-length']));
    expect(answer.headers.date).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  });

  test('that is hashed in its name may be kept for ever, others are asked for', async () => {
    const kept = 'public, max-age=31536000, immutable';
    expect((await fetchRaw('/assets/app-1a2b.js')).headers['cache-control']).toBe(kept);
    expect((await fetchRaw('/')).headers['cache-control']).toBe('no-cache');
  });

  test.each([
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0, gzip;q=0', undefined],
    ['GZIP', 'gzip'],
    ['xgzip, brx, b', undefined],
    [`${'x'.repeat(300)}, br`, undefined],
  ])('for Accept-Encoding "%s" comes as %s', async (accept, coding) => {
    const answer = await fetchRaw('/assets/app-1a2b.js', { 'Accept-Encoding': accept });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    if (coding === 'br') expect(answer.body.toString()).toBe('stands for brotli');
    const text = coding === 'gzip' ? gunzipSync(answer.body) : answer.body;
    if (coding !== 'br') expect(text.length).toBe(script.length);
  });

  test('without twins does not vary', async () => {
    const answer = await fetchRaw('/assets/plain-9f.css', { 'Accept-Encoding': 'br, gzip' });
    expect(answer.headers.vary).toBeUndefined();
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  // An attacker who sees lengths and may add to a compressed answer learns what else is in it.
  test('is compressed under /assets/ alone', async () => {
    for (const path of ['/', '/index.html', '/metrics', '/nowhere']) {
      const answer = await fetchRaw(path, { 'Accept-Encoding': 'br, gzip' });
      expect(answer.headers['content-encoding'], path).toBeUndefined();
      expect(answer.headers.vary, path).toBeUndefined();
    }
  });

  test('has a quoted tag for each form, and is not sent to one who has it', async () => {
    const plain = await fetchRaw('/assets/app-1a2b.js');
    const packed = await fetchRaw('/assets/app-1a2b.js', { 'Accept-Encoding': 'br' });
    expect(plain.headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(packed.headers.etag).toMatch(/^"[0-9a-f]{32}-br"$/);
    for (const known of [
      plain.headers.etag,
      packed.headers.etag,
      `W/${plain.headers.etag}, "x"`,
      '*',
    ]) {
      const answer = await fetchRaw('/assets/app-1a2b.js', { 'If-None-Match': known });
      expect(answer.status).toBe(304);
      expect(answer.body.length).toBe(0);
      expect(answer.headers.etag).toBe(plain.headers.etag);
      expect(answer.headers['cache-control']).toContain('immutable');
    }
    expect((await fetchRaw('/', { 'If-None-Match': plain.headers.etag })).status).toBe(200);
    expect((await fetchRaw('/', { 'If-None-Match': '"0"' })).status).toBe(200);
  });

  test('is described by HEAD', async () => {
    const got = await fetchRaw('/assets/app-1a2b.js');
    const head = await fetchRaw('/assets/app-1a2b.js', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...got.headers, date: '' });
  });

  test('comes whole to one who reads late, and others do not wait for him', async () => {
    const raw = await dial(server.port);
    raw.socket.pause();
    raw.send(get('/assets/app-1a2b.js', { Connection: 'keep-alive' }));
    expect((await fetchRaw('/healthz')).status).toBe(200);
    raw.socket.resume();
    await raw.until(() => answers(raw.text()).length > 0);
    expect(answers(raw.text())[0].body.toString()).toBe(script);
    raw.destroy();
  });

  test('comes whole, again and again, on one connection', async () => {
    const raw = await dial(server.port);
    const keep = { Connection: 'keep-alive' };
    const isHead = (i: number) => i % 4 === 0;
    const whole = () => answers(raw.text(), isHead);
    for (let i = 0; i < 20; i++) {
      raw.send(get(i % 3 ? '/' : '/assets/app-1a2b.js', keep, isHead(i) ? 'HEAD' : 'GET'));
      await raw.until(() => whole().length > i);
    }
    expect(whole().map((answer) => answer.status)).toEqual(Array(20).fill(200));
    raw.destroy();
  });
});

describe('an address that is no file', () => {
  test.each(['/j/BCDFGH', '/instructor', '/a/b/c?d=e', '/favicon'])(
    '%s is a page of the router',
    async (path) => {
      const answer = await fetchRaw(path);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  test.each(['/assets/none.js', '/assets/', '/api/none', '/ws', '/assets/app-1a2b.js.br'])(
    '%s is not found, in words',
    async (path) => {
      const answer = await fetchRaw(path);
      expect(answer.status).toBe(404);
      expect(answer.body.toString()).toMatch(/^404 Not Found: .*\n$/);
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  test.each([
    '/../../etc/passwd',
    '/assets/../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/..%5c..%5cetc/passwd',
    '//etc/passwd',
    '/index.html%00.js',
    '/assets/..;/secret',
  ])('%s leads nowhere', async (path) => {
    const text = await ask(server.port, get(path));
    expect(text).not.toContain('root:');
    expect(text).toMatch(/^$|^HTTP\/1\.1 (200|400|403|404) /);
    expect(await ask(server.port, get('/healthz'))).toMatch(/ 200 /);
  });
});

describe('a method that changes things', () => {
  const body = { 'Content-Length': '0' };
  test.each([
    ['POST', '/', body],
    ['POST', '/healthz', body],
    ['PUT', '/assets/app-1a2b.js', body],
    ['PATCH', '/j/BCDFGH', body],
    ['DELETE', '/index.html', {}],
    ['OPTIONS', '/healthz', {}],
  ])('%s %s is told what is allowed', async (method, path, headers) => {
    const answer = await fetchRaw(path, headers, method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
    expect(answer.body.toString()).toMatch(/^405 Method Not Allowed: .*\n$/);
  });

  test.each(['TRACE', 'PROPFIND', 'GE'])('%s is not answered as if it were one', async (method) => {
    expect(await ask(server.port, get('/', {}, method))).not.toMatch(/ 200 /);
  });
});

describe('every answer', () => {
  const paths = ['/', '/assets/app-1a2b.js', '/assets/none.js', '/healthz', '/metrics'];
  test.each(paths)('to %s carries the rules of safety', async (path) => {
    const { headers } = await fetchRaw(path, { Host: 'train.example:8443' });
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain(
      "connect-src 'self' ws://train.example:8443 wss://train.example:8443;",
    );
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  });

  test.each(['a;script-src *', 'a b', 'a,b', "'none'"])(
    'keeps the Host %s out of the policy',
    async (host) => {
      const { headers } = await fetchRaw('/', { Host: host });
      expect(headers['content-security-policy']).toContain("connect-src 'self';");
    },
  );
});

describe('the operator', () => {
  test('asks whether it lives and whether it is ready', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const answer = await fetchRaw(path);
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  test('reads figures as Prometheus does', async () => {
    const answer = await fetchRaw('/metrics');
    expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = answer.body.toString().trimEnd().split('\n');
    const shape =
      /^(# HELP \w+ .+|# TYPE \w+ (counter|gauge|histogram)|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.]+)$/;
    expect(lines.filter((line) => !shape.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(10);
  });

  test('reloads the page; a broken one changes nothing', async () => {
    const index = join(server.page, 'index.html');
    writeFileSync(index, '<!doctype html><title>Changed</title>\n');
    const says = async (words: string) => {
      for (let i = 0; i < 50; i++)
        if ((await fetchRaw('/')).body.toString().includes(words)) return true;
      return false;
    };
    server.signal('SIGHUP');
    expect(await says('Changed')).toBe(true);
    rmSync(index);
    server.signal('SIGHUP');
    const log = server.log().length;
    while (!server.log().slice(log).includes('page_not_found')) await fetchRaw('/healthz');
    expect(await says('Changed')).toBe(true);
  });
});
