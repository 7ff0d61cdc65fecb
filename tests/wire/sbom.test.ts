// The bill of materials against what a running server has really loaded, and what the page's lock
// file says. Wants the page built.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binary, root, startServer } from './support/server.js';

interface Part {
  name: string;
  version?: string;
  purl?: string;
  hashes?: { alg: string; content: string }[];
  properties?: { name: string; value: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'hearout-sbom-'));
let parts: Part[] = [];
let loaded: string[] = [];

const lines = (path: string) => readFileSync(path, 'utf8').split('\n');
const values = (name: string) =>
  parts.flatMap(({ properties = [] }) => properties).filter((one) => one.name === name);

beforeAll(async () => {
  const out = join(folder, 'sbom.json');
  execFileSync('node', [join(root, 'deploy/sbom.mjs'), binary, out]);
  parts = JSON.parse(readFileSync(out, 'utf8')).components;
  const server = await startServer();
  const mapped = lines(`/proc/${server.pid}/maps`).map((line) => line.split(/\s+/)[5] ?? '');
  loaded = [...new Set(mapped)].filter((path) => /\.so(\.|$)/.test(path));
  expect(await server.stop(), server.log()).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every object in the process is listed with its Debian package, and no other', () => {
  const listed = values('hearout:object').map(({ value }) => value);
  expect(loaded.some((path) => path.includes('evlib_uv'))).toBe(true);
  expect(listed.sort()).toEqual(loaded.sort());
  for (const part of parts.filter(({ purl }) => purl?.startsWith('pkg:deb/')))
    expect(part.version, part.name).toMatch(/^\d/);
});

test('every module that the page needs is listed as locked, with its hash', () => {
  type Locked = { version: string; integrity: string; dev?: boolean };
  const lock = JSON.parse(readFileSync(join(root, 'web-client/package-lock.json'), 'utf8'));
  const wanted = Object.entries<Locked>(lock.packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, { version, integrity }]) => {
      const hash = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
      return [place.replace('node_modules/', ''), version, hash];
    });
  const listed = parts
    .filter(({ purl }) => purl?.startsWith('pkg:npm/'))
    .map(({ name, version, hashes }) => [name, version, hashes?.[0]?.content]);
  expect(listed.sort()).toEqual(wanted.sort());
});

test('what others made and is checked in is listed with the hash of the copy', () => {
  const copies = parts.filter(({ purl }) => !purl);
  const files = copies.map(({ properties, hashes }) => {
    const file = properties?.[0]?.value ?? '';
    const bytes = readFileSync(join(root, file));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hashes?.[0]?.content);
    return file;
  });
  expect(files.sort()).toEqual([
    'server/recognise/rp_vectors_table.inc',
    'web-client/src/style/icons.svg',
  ]);
});
