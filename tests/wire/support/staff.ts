// Firms and their staff: made by the command line, signed in as the page does it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './client.ts';
import { binary } from './server.ts';

export const password = 'correct horse battery staple';

/** A firm in a data folder; `data` names one that is there already. */
export class Firm {
  readonly data: string;
  constructor(
    readonly id: string,
    data?: string,
  ) {
    this.data = data ?? mkdtempSync(join(tmpdir(), 'hearout-firm-'));
    this.run('firm', 'add', id, `The firm ${id}`);
  }

  run(...words: string[]): string {
    return execFileSync(binary, [...words, '--data', this.data], { input: password, encoding: 'utf8' });
  }

  /** Exit code and what it said, of a command that may fail. */
  try(words: string[], input = password) {
    const { status, stdout, stderr } = spawnSync(binary, [...words, '--data', this.data], { input, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  add(login: string, role: string, name = login) {
    this.run('user', 'add', this.id, login, '--role', role, '--name', name, '--password-file', '-');
  }

  async signedIn(port: number, login: string): Promise<string> {
    const { status, cookie } = await signIn(port, { firm: this.id, login, password });
    if (status !== 200) throw new Error(`${login} of ${this.id} was answered ${status}`);
    return cookie;
  }

  /** A connection of somebody who has signed in. */
  async connect(port: number, login: string): Promise<Client> {
    return connect(port, await this.signedIn(port, login));
  }

  forget() {
    rmSync(this.data, { recursive: true, force: true });
  }
}

export const connect = (port: number, cookie: string) =>
  Client.open(port, undefined, 'a tab', 'ws', cookie);

export async function post(port: number, path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: `http://127.0.0.1:${port}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const set = answer.headers.get('set-cookie') ?? '';
  return {
    status: answer.status,
    text,
    error: /"error":"(\w*)"/.exec(text)?.[1],
    set,
    cookie: set.split(';')[0] ?? '',
    retryAfter: Number(answer.headers.get('retry-after') ?? 0),
  };
}

export const signIn = (port: number, body: { firm: string; login: string; password: string } | string) =>
  post(port, '/signin', body);
export const signOut = (port: number, cookie: string) => post(port, '/signout', {}, { Cookie: cookie });
