// A session through each proxy whose sample stands in deploy/: the sample itself, with the ports and
// the certificate of this test. Where a proxy is not installed its test is left out.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from './support/client.js';
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
  writeFileSync(at('hearout.yaml'), 'proxies: [127.0.0.1]\nlimits: {failures_per_minute: 1}\n');
  server = await startServer('--config', at('hearout.yaml'));
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

const status = (port: number, path: string) =>
  new Promise<number>((resolve) => {
    request({ host: '127.0.0.1', port, path, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', () => resolve(0))
      .end();
  });

const proxies = [
  { name: 'nginx', start: startNginx },
  { name: 'haproxy', start: startHaproxy },
];
const isMissing = ({ name }: { name: string }) => !existsSync(`/usr/sbin/${name}`);

for (const proxy of proxies)
  test.skipIf(isMissing(proxy))(`a session through ${proxy.name}`, async () => {
  const port = await freePort();
  await proxy.start(port);
  await expect.poll(() => status(port, '/readyz'), { timeout: 10_000 }).toBe(200);
  expect(await status(port, '/')).toBe(200);
  expect(await status(port, '/metrics')).toBe(404);

  const trainee = await Client.open(port, undefined, 'a tab', 'wss');
  await trainee.join();
  trainee.send({ kind: 'ready' });
  await trainee.event('floor');
  trainee.drop();
  const again = await Client.open(port, undefined, 'a tab', 'wss');
  await again.resume(trainee.token, trainee.seen);
  again.close();
}, 20_000);
