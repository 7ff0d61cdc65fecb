// How the server starts and how it ends.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, dial, frame, get, open } from './support/raw.js';
import { binary, makePage, root, startBare, startServer } from './support/server.js';

describe('SIGTERM', () => {
  test('tells every WebSocket 1001 and its name, then ends with 0', async () => {
    const server = await startServer();
    const sockets = await Promise.all(Array.from({ length: 20 }, () => open(server.port)));
    const stopped = server.stop();
    for (const raw of sockets) {
      expect(await raw.closeCode()).toBe(1001);
      const close = raw.frames().find((one) => one.opcode === 8);
      expect(close?.payload.subarray(2).toString()).toBe('going_away');
      raw.send(frame(close?.payload ?? '', { opcode: 8 }));
    }
    expect(await stopped, server.log()).toBe(0);
  });

  test('what was queued leaves before the 1001', async () => {
    const server = await startBare();
    const raw = await open(server.port);
    raw.send(frame(Buffer.from([0x66, 0, 200])));
    await raw.until(() => server.said().includes('frame 3'));
    const stopped = server.stop();
    expect(await raw.closeCode()).toBe(1001);
    const bytes = raw.frames().reduce((sum, one) => sum + one.payload.length, 0);
    expect(bytes).toBeGreaterThan(200 * 1024);
    raw.destroy();
    expect(await stopped).toBe(0);
  });

  test('does not wait for those who do not answer, nor for half a request', async () => {
    const server = await startServer();
    const mute = await open(server.port);
    const half = await dial(server.port);
    half.send('GET / HT');
    const began = Date.now();
    expect(await server.stop(), server.log()).toBe(0);
    expect(Date.now() - began).toBeLessThan(5000);
    await Promise.all([mute.untilEnd(), half.untilEnd()]);
  });

  test('takes nobody new', async () => {
    const server = await startServer();
    const mute = await open(server.port);
    const stopped = server.stop();
    await mute.closeCode();
    const late = await dial(server.port).catch(() => null);
    if (late) {
      late.send(get('/healthz'));
      await late.untilEnd();
      expect(late.text()).not.toContain(' 200 ');
    }
    mute.destroy();
    expect(await stopped, server.log()).toBe(0);
  });

  test('while idle ends at once; SIGINT does the same', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const server = await startServer();
      expect(await ask(server.port, get('/readyz'))).toMatch(/ 200 /);
      server.signal(signal);
      expect(await server.exited, server.log()).toBe(0);
    }
  });
});

test('/readyz says no while the application is not ready', async () => {
  const server = await startBare();
  const answer = await ask(server.port, get('/readyz'));
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(await ask(server.port, get('/healthz'))).toMatch(/^HTTP\/1\.1 200 /);
  expect(await server.stop()).toBe(0);
});

test('an origin on the list is let in, one that only begins like it is not', async () => {
  const server = await startBare();
  (await open(server.port, { Origin: 'https://firm.example' })).destroy();
  for (const origin of ['https://firm.example.evil', 'http://firm.example', 'https://FIRM.example'])
    await expect(open(server.port, { Origin: origin })).rejects.toThrow('403');
  expect(await server.stop()).toBe(0);
});

describe('a start that cannot be', () => {
  async function serve(...args: string[]): Promise<{ code: number | null; log: string }> {
    const child = spawn(binary, ['serve', '--data', makePage(), ...args]);
    let log = '';
    child.stderr.on('data', (bytes: Buffer) => (log += bytes.toString()));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, log };
  }

  test('on a port that is taken says so', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, log } = await serve('--listen', `127.0.0.1:${port}`, '--web', makePage());
    expect(code).toBe(1);
    expect(log).toMatch(/cannot_listen.*wanted="a free port/);
    other.close();
  });

  // libwebsockets would fall back to every address of the machine, loopback asked or not.
  test('at the address that was asked for is no start at every address', async () => {
    const refusing = join(root, 'build/debug/no_netlink');
    const options = ['serve', '--listen', '127.0.0.1:0', '--data', makePage(), '--web', makePage()];
    const { status, stderr, stdout } = spawnSync(refusing, [binary, ...options], { encoding: 'utf8' });
    expect(status, stderr).toBe(1);
    expect(stderr).toContain('listens_elsewhere');
    expect(stdout).not.toContain('listening');
  });

  test.each([
    ['an address that is none', ['--listen', '127.0.0.1'], 1, /listen_address_unsound/],
    ['a port out of range', ['--listen', '127.0.0.1:99999'], 1, /listen_address_unsound/],
    [
      'a page that is not there',
      ['--listen', '127.0.0.1:0', '--web', '/nowhere'],
      1,
      /page_not_found/,
    ],
    ['an option that is none', ['--lissen', '127.0.0.1:0'], 2, /no such option/],
  ])('with %s', async (_what, args, wanted, words) => {
    const { code, log } = await serve(...args);
    expect(code).toBe(wanted);
    expect(log).toMatch(words);
  });
});
