// The real server as a child process, on a port of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The binary under test: HEAROUT_BIN, or the debug build, where the sanitizers are on. */
export const binary = process.env.HEAROUT_BIN ?? join(root, 'build/debug/hearout');
/** The network without the application: see bare_net.c. */
const bare = process.env.HEAROUT_BARE ?? join(root, 'build/debug/bare_net');

export interface Server {
  port: number;
  pid: number;
  /** The folder of its page. */
  page: string;
  /** Everything it has said on stdout so far, and on stderr. */
  said(): string;
  log(): string;
  signal(name: NodeJS.Signals): void;
  /** Ends it with SIGTERM; the exit code. */
  stop(): Promise<number | null>;
  exited: Promise<number | null>;
}

/** What stands in the script of the page below. */
export const script = `// ${'a line of script. '.repeat(20_000)}\n`;

/** A page of our own, so that these tests need no built one. */
export function makePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearout-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Hearout</title>\n');
  writeFileSync(join(folder, 'index.html.br'), 'is never sent');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), script);
  writeFileSync(join(folder, 'assets/app-1a2b.js.gz'), gzipSync(script));
  writeFileSync(join(folder, 'assets/app-1a2b.js.br'), 'stands for brotli');
  writeFileSync(join(folder, 'assets/plain-9f.css'), 'body{}');
  return folder;
}

export function startServer(...extra: string[]): Promise<Server> {
  return startServerWith({}, ...extra);
}

/** A library preloaded into the server, which does what a number says. */
export interface Shim {
  env: Record<string, string>;
  set(value: number): void;
}

function makeShim(name: string, variable: string): Shim {
  const file = join(mkdtempSync(join(tmpdir(), 'hearout-shim-')), 'value');
  const set = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(value));
    const at = openSync(file, existsSync(file) ? 'r+' : 'w');
    writeSync(at, bytes, 0, 8, 0);
    closeSync(at);
  };
  set(0);
  const shim = join(dirname(binary), `lib${name}.so`);
  return { env: { LD_PRELOAD: shim, [variable]: file, ASAN_OPTIONS: 'verify_asan_link_order=0' }, set };
}

/** A wall clock that is so many seconds ahead of ours. */
export const makeClock = () => makeShim('clock_shim', 'HEAROUT_CLOCK');

/** A disk: see disk_shim.c. */
export const makeDisk = () => makeShim('disk_shim', 'HEAROUT_DISK');

export function startServerWith(env: Record<string, string>, ...extra: string[]): Promise<Server> {
  const page = makePage();
  const data = mkdtempSync(join(tmpdir(), 'hearout-data-'));
  const where = ['--listen', '127.0.0.1:0', '--data', data, '--web', page];
  return start(binary, ['serve', ...where, ...extra], page, [page, data], env);
}

export function startBare(): Promise<Server> {
  const page = makePage();
  return start(bare, [page], page, [page]);
}

async function start(
  command: string,
  args: string[],
  page: string,
  folders: string[],
  env: Record<string, string> = {},
): Promise<Server> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve));
  void exited.then(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const port = await listening(
    child,
    () => said,
    () => log,
  );
  return {
    port,
    pid: child.pid ?? 0,
    page,
    said: () => said,
    log: () => log,
    signal: (name) => void child.kill(name),
    exited,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

function listening(child: ChildProcess, said: () => string, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${log()}`)));
    child.stdout?.on('data', () => {
      const found = /listening https?:\/\/.*:(\d+)/.exec(said());
      if (found) resolve(Number(found[1]));
    });
  });
}
