// A session and a workshop's wall through each proxy whose sample stands in deploy/: the sample
// itself, with the ports and the certificate of this test. Where a proxy is not installed its test is
// left out.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Client } from './support/client.js';
import { decodeBatch, encode } from './support/codec.js';
import { secretOf } from './support/session.js';
import { type Server, startServer } from './support/server.js';

const deploy = join(dirname(fileURLToPath(import.meta.url)), '../../deploy');
const folder = mkdtempSync(join(tmpdir(), 'hearout-proxies-'));
const at = (name: string) => join(folder, name);
const running: ChildProcess[] = [];
let server: Server;

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  const files = ['-keyout', at('key.pem'), '-out', at('chain.pem')];
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '9', '-subj', '/CN=localhost'];
  execFileSync('openssl', ['req', ...kind, ...files], { stdio: 'ignore' });
  const both = readFileSync(at('chain.pem'), 'utf8') + readFileSync(at('key.pem'), 'utf8');
  writeFileSync(at('both.pem'), both);
  writeFileSync(at('hearout.yaml'), 'proxies: [127.0.0.1]\nlimits: {failures_per_minute: 1, failures_per_minute_known: 1}\n');
  server = await startServer('--config', at('hearout.yaml'), '--demo');
});
afterAll(async () => {
  for (const proxy of running) {
    proxy.kill('SIGTERM');
    await new Promise((resolve) => proxy.on('close', resolve));
  }
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

const sample = (name: string, changes: [RegExp, string][]) =>
  changes.reduce(
    (text, [what, by]) => {
      expect(text).toMatch(what);
      return text.replace(what, by);
    },
    readFileSync(join(deploy, name), 'utf8'),
  );

async function startNginx(port: number) {
  const site = sample('nginx.conf', [
    [/127\.0\.0\.1:8080/, `127.0.0.1:${server.port}`],
    [/listen 443 ssl/, `listen 127.0.0.1:${port} ssl`],
    [/\/etc\/letsencrypt\S+fullchain.pem/, at('chain.pem')],
    [/\/etc\/letsencrypt\S+privkey.pem/, at('key.pem')],
  ]);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${at(name)};`)
    .join('\n');
  writeFileSync(
    at('nginx.conf'),
    `daemon off; pid ${at('pid')}; error_log stderr;\nevents {}\nhttp { access_log off;\n${paths}\n${site}\n}\n`,
  );
  running.push(spawn('/usr/sbin/nginx', ['-c', at('nginx.conf'), '-e', 'stderr'], { stdio: 'ignore' }));
}

async function startHaproxy(port: number) {
  const config = sample('haproxy.cfg', [
    [/127\.0\.0\.1:8080/, `127.0.0.1:${server.port}`],
    [/bind :443/, `bind 127.0.0.1:${port}`],
    [/\/etc\/haproxy\/training.example.pem/, at('both.pem')],
  ]);
  writeFileSync(at('haproxy.cfg'), config);
  running.push(spawn('/usr/sbin/haproxy', ['-f', at('haproxy.cfg')], { stdio: 'ignore' }));
}

async function startCaddy(port: number) {
  const site = sample('Caddyfile', [
    [/127\.0\.0\.1:8080/, `127.0.0.1:${server.port}`],
    [/training\.example \{/, `https://127.0.0.1:${port} {\n\ttls ${at('chain.pem')} ${at('key.pem')}`],
  ]);
  writeFileSync(at('Caddyfile'), `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}`);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const args = ['run', '--adapter', 'caddyfile', '--config', at('Caddyfile')];
  running.push(spawn('/usr/bin/caddy', args, { stdio: 'ignore', env }));
}

const status = (port: number, path: string) =>
  new Promise<number>((resolve) => {
    request({ host: '127.0.0.1', port, path, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', () => resolve(0))
      .end();
  });

/** Tries a token that nobody has, with a false claim of who asks; the close code, or 0. */
const guess = (port: number, claimed: string) =>
  new Promise<number>((resolve) => {
    const options = { rejectUnauthorized: false, headers: { 'X-Forwarded-For': claimed } };
    const socket = new WebSocket(`wss://127.0.0.1:${port}/ws`, 'hearout.1', options);
    socket.on('open', () => {
      socket.send(encode({ kind: 'hello', version: 1, tab: 'guess', secret: null }));
      socket.send(encode({ kind: 'resume', token: 'no such token', n: 0 }));
    });
    socket.on('message', (data: Buffer) => {
      const { messages } = decodeBatch(new Uint8Array(data));
      if (messages.some(({ kind }) => kind === 'error')) resolve(0);
    });
    socket.on('close', resolve);
  });

/** One wrong try a minute is let through: whoever is believed to be somebody else has another. */
async function claimsAreDropped(port: number) {
  await guess(port, `203.0.113.${port % 250}`);
  expect(await guess(port, `198.51.100.${port % 250}`)).toBe(4009);
}

async function session(port: number) {
  const trainee = await Client.open(port, undefined, 'a tab', 'wss');
  await trainee.join();
  trainee.send({ kind: 'ready' });
  await trainee.event('floor');
  trainee.drop();
  const again = await Client.open(port, undefined, 'a tab', 'wss');
  await again.resume(trainee.token, trainee.seen);
  again.close();
}

async function enter(port: number, code: string, name: string) {
  const member = await Client.open(port, undefined, name, 'wss');
  member.send({ kind: 'enter', code, name, timePct: 100 });
  await member.message('lobby');
  return member;
}

/** A workshop of two, until the instructor's wall shows their room. */
async function wall(port: number) {
  const staff = await Client.open(port, secretOf(server, 'instructor'), 'staff', 'wss');
  staff.send({
    kind: 'openWorkshop', title: 'Behind a proxy', pairing: 'pairs', scenario: 'moving-truck',
    level: 'standard', heat: 3, sessions: 1, readMs: 60_000, playMs: 60_000, debriefMs: 1_000,
    switchMs: 1_000,
  });
  const { code } = await staff.message('workshop');
  const members = await Promise.all(['Asha', 'Ben'].map((name) => enter(port, code, name)));
  await staff.message('workshop', ({ people }) => people.length === 2);
  staff.send({ kind: 'steer', what: 'start', person: 0, other: 0, on: true });
  for (const member of members) await member.message('seated');
  const { tiles } = await staff.message('wall', ({ rooms }) => rooms === 1);
  expect([tiles[0]?.trainee, tiles[0]?.customer].sort()).toEqual(['Asha', 'Ben']);
  for (const one of [staff, ...members]) one.close();
}

const proxies = [
  { path: '/usr/sbin/nginx', start: startNginx },
  { path: '/usr/sbin/haproxy', start: startHaproxy },
  { path: '/usr/bin/caddy', start: startCaddy },
];

for (const { path, start } of proxies)
  test.skipIf(!existsSync(path))(`a session and a wall through ${basename(path)}`, async () => {
    const port = await freePort();
    await start(port);
    await expect.poll(() => status(port, '/readyz'), { timeout: 30_000 }).toBe(200);
    expect(await status(port, '/')).toBe(200);
    expect(await status(port, '/metrics')).toBe(404);
    await claimsAreDropped(port);
    await session(port);
    await wall(port);
  }, 60_000);
