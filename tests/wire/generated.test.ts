// What is checked in under protocol/gen is what the generator makes of the definition today.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const protocol = fileURLToPath(new URL('../../protocol', import.meta.url));
const fresh = mkdtempSync(join(tmpdir(), 'hearout-gen-'));
afterAll(() => rmSync(fresh, { recursive: true }));

function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]));
}

test('the generated files are not stale', () => {
  execFileSync(process.execPath, [join(protocol, 'generate.mjs'), fresh]);
  const made = filesOf(fresh);
  const checkedIn = filesOf(join(protocol, 'gen'));
  expect([...checkedIn.keys()].sort()).toEqual([...made.keys()].sort());
  const stale = [...made].filter(([path, text]) => checkedIn.get(path) !== text);
  expect(
    stale.map(([path]) => path),
    'run: node protocol/generate.mjs',
  ).toEqual([]);
});
