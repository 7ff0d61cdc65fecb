// TLS by itself: certificates made here, over real sockets.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get as httpsGet } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { decodeBatch, encode } from './support/codec.js';
import { ask, get } from './support/raw.js';
import { binary, makePage, type Server, startServer } from './support/server.js';

const folder = mkdtempSync(join(tmpdir(), 'hearout-tls-'));
const at = (name: string) => join(folder, name);
let server: Server;

function makeCertificate(name: string) {
  const files = ['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)];
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...files, ...subject], { stdio: 'ignore' });
}

const write = (certificate: string, key = certificate) =>
  writeFileSync(at('c.yaml'), `tls: {certificate: ${at(certificate)}.pem, key: ${at(key)}.key}\n`);

beforeAll(async () => {
  makeCertificate('first');
  makeCertificate('second');
  write('first');
  server = await startServer('--config', at('c.yaml'));
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

/** A handshake: what was agreed, or why not. */
const shake = (options: ConnectionOptions = {}) =>
  new Promise<string>((resolve) => {
    const to = { port: server.port, host: '127.0.0.1', rejectUnauthorized: false, ...options };
    const socket = connect(to, () => {
      const { CN } = socket.getPeerCertificate().subject;
      resolve([socket.getProtocol(), socket.alpnProtocol || 'no alpn', CN].join(' '));
      socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });

test('1.2 and 1.3 are spoken, older ones and HTTP/2 are not', async () => {
  expect(await shake()).toBe('TLSv1.3 no alpn first');
  expect(await shake({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2 no alpn first');
  expect(await shake({ ALPNProtocols: ['h2', 'http/1.1'] })).toBe('TLSv1.3 http/1.1 first');
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  expect(await shake(old)).toMatch(/ALERT|ECONNRESET/);
  expect(await shake({ maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA' })).toMatch(/ALERT|ECONNRESET/);
  expect(server.said()).toMatch(/^listening https:/);
});

test('answers tell browsers to stay with it; plain HTTP is cut', async () => {
  const options = { port: server.port, path: '/readyz', ca: readFileSync(at('first.pem')) };
  const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
    httpsGet({ host: 'localhost', ...options }, (answer) => resolve(answer.headers)).on(
      'error',
      reject,
    );
  });
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  expect(await ask(server.port, get('/readyz'))).not.toContain('200');
});

/** A hello over wss; the first message's kind, or the error. */
const greet = (origin: string) =>
  new Promise<string>((resolve) => {
    const to = `wss://127.0.0.1:${server.port}/ws`;
    const socket = new WebSocket(to, 'hearout.1', { rejectUnauthorized: false, origin });
    socket.on('error', (error) => resolve(error.message));
    socket.on('open', () => socket.send(encode({ kind: 'hello', version: 1, tab: 'tls' })));
    socket.on('message', (data: Buffer) => {
      resolve(decodeBatch(new Uint8Array(data)).messages[0].kind);
      socket.close();
    });
  });

test('a WebSocket opens over it, from the own page over TLS alone', async () => {
  expect(await greet(`https://127.0.0.1:${server.port}`)).toBe('welcome');
  expect(await greet(`http://127.0.0.1:${server.port}`)).toContain('403');
});

test('SIGHUP takes a new certificate over, and no unsound one', async () => {
  const answers = () => server.log().match(/event="(not_)?reloaded"/g)?.length ?? 0;
  const reload = async (n: number) => {
    server.signal('SIGHUP');
    await expect.poll(answers, { interval: 10, timeout: 5000 }).toBe(n);
  };
  write('second');
  await reload(1);
  expect(await shake()).toBe('TLSv1.3 no alpn second');
  write('first', 'second');
  await reload(2);
  expect(server.log()).toContain('certificate_unsound');
  expect(await shake()).toBe('TLSv1.3 no alpn second');
});

test('a start without a sound certificate says so', () => {
  const environment = {
    ...process.env,
    HEAROUT_TLS_CERTIFICATE: at('first.pem'),
    HEAROUT_TLS_KEY: at('nothing.key'),
  };
  const options = ['serve', '--listen', '127.0.0.1:0', '--data', at('data'), '--web', makePage()];
  const { status, stderr } = spawnSync(binary, options, { encoding: 'utf8', env: environment });
  expect(status).toBe(1);
  expect(stderr).toContain('certificate_unsound');
});
