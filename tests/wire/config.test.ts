// Settings from a file, the environment and the command line, and what SIGHUP takes over.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Client } from './support/client.js';
import { ask, get, open } from './support/raw.js';
import { secretOf } from './support/session.js';
import { binary, type Server, startServer } from './support/server.js';

const folder = mkdtempSync(join(tmpdir(), 'hearout-config-'));
const file = join(folder, 'hearout.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (yaml: string) => writeFileSync(file, yaml);

/** Sends SIGHUP and waits for the n-th answer to it. */
async function reload(server: Server, n: number) {
  const answers = () => server.log().match(/event="(not_)?reloaded"/g)?.length ?? 0;
  server.signal('SIGHUP');
  await expect.poll(answers, { interval: 10, timeout: 5000 }).toBe(n);
}

test('config check says where and what, and ends with 1', () => {
  write('listen: 127.0.0.1:0\nlimits:\n  hello_ms: soon\n');
  const check = (...args: string[]) =>
    spawnSync(binary, ['config', ...args], { encoding: 'utf8', env: {} });
  const wrong = check('check', file);
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toBe(
    `${file}:3:13: a whole number from 500 to 60000 is wanted here\n`,
  );
  write('listen: 127.0.0.1:0\n');
  expect(check('check', file)).toMatchObject({ status: 0, stdout: `${file}: can be used\n` });
  expect(check('list').stdout).toContain('| `hello_ms` | 5000 | 500 to 60000 | yes |');
  expect(check('chek', file).status).toBe(2);
});

test('a server does not start on a file that cannot be used', () => {
  write('lissten: 127.0.0.1:0\n');
  const started = spawnSync(binary, ['serve', '--config', file], { encoding: 'utf8', env: {} });
  expect(started.status).toBe(2);
  expect(started.stderr).toContain(`${file}:1:1: no such setting 'lissten'; allowed are listen`);
});

test('SIGHUP takes over origins, limits and the log level, and names what it cannot', async () => {
  write('limits: {hello_ms: 60000}\n');
  const server = await startServer('--config', file);
  const origin = { Origin: 'https://firm.example' };
  await expect(open(server.port, origin)).rejects.toThrow('403');

  write('origins: [https://firm.example]\nlimits: {hello_ms: 500}\nplay_seconds: 60\n');
  await reload(server, 1);
  (await open(server.port, origin)).destroy();
  expect(server.log()).toMatch(/restart_wanted" settings="play_seconds"/);
  const began = Date.now();
  expect(await (await open(server.port)).closeCode()).toBe(4001);
  expect(Date.now() - began).toBeLessThan(2000);

  write('origins: nowhere\n');
  await reload(server, 2);
  expect(server.log()).toContain(`${file}:1:10: a list of origins is wanted here`);
  (await open(server.port, origin)).destroy(); // what was good before still holds
  expect(await ask(server.port, get('/readyz'))).toMatch(/ 200 /);
  expect(await server.stop(), server.log()).toBe(0);
});

test('SIGTERM with a drain: staff are warned, /readyz says no, all else goes on until the end', async () => {
  write('drain_seconds: 1\n');
  const server = await startServer('--config', file, '--demo');
  const staff = await Client.open(server.port, secretOf(server, 'instructor'), 'staff');
  server.signal('SIGTERM');
  expect(await staff.message('error')).toMatchObject({ code: 'stopping', ref: 1 });
  expect(await ask(server.port, get('/readyz'))).toMatch(/ 503 /);
  const late = await open(server.port);
  expect(await late.closeCode()).toBe(1001);
  late.destroy();
  expect(await staff.closed()).toBe(1001);
  expect(await server.exited, server.log()).toBe(0);
});
