/** Signing in and out: two posts, and where to go afterwards. */
import { readWanted, writeFirm, writeWanted } from './kept.ts';

export interface Credentials {
  firm: string;
  login: string;
  password: string;
}

/** What became of it; '' is done. */
export type Refusal = '' | 'wrong' | 'too_many' | 'busy' | 'not_stored' | 'malformed' | 'offline';

async function post(path: string, body: object): Promise<Refusal> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { error: Refusal }).error;
  } catch {
    return 'offline';
  }
}

export async function signIn(credentials: Credentials): Promise<Refusal> {
  const refusal = await post('/signin', credentials);
  if (refusal === '') writeFirm(credentials.firm.trim());
  return refusal;
}

export const signOut = () => post('/signout', {});

/** To the sign-in, and back to this page from there. */
export function askToSignIn() {
  writeWanted(location.pathname);
  location.replace('/signin');
}

/** Where somebody wanted to go who has signed in now: a path of ours. */
export function wantedPath(kept = readWanted()): string {
  return /^\/(i|f)\/[^/]/.test(kept) ? kept : '/i';
}
