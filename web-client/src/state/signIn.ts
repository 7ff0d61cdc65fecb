/** Signing in and out, and one's own account: three posts, and where to go afterwards. */
import { readWanted, writeFirm, writeWanted } from './kept.ts';

export interface Credentials {
  firm: string;
  login: string;
  password: string;
}

/** What became of it; '' is done. */
export type Refusal = '' | 'wrong' | 'too_many' | 'busy' | 'not_stored' | 'malformed' | 'offline';

/** Also: no longer signed in, or what is wrong with a new password. */
export type AccountRefusal =
  | Refusal
  | 'signed_out'
  | 'short'
  | 'long'
  | 'common'
  | 'named'
  | 'same';

async function post<Answer = Refusal>(path: string, body: object): Promise<Answer | 'offline'> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      keepalive: true, // a sign-out closes the page's socket, and with it the page, before its answer
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { error: Answer }).error;
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

/** The password given once more makes this the only place where the account is signed in, and gives
 * it a new one where that is said. */
export const changeAccount = (password: string, chosen?: string) =>
  post<AccountRefusal>('/account', chosen === undefined ? { password } : { password, new: chosen });

/** To the sign-in, and back to this page from there. */
export function askToSignIn() {
  writeWanted(location.pathname);
  location.replace('/signin');
}

/** Where somebody wanted to go who has signed in now: a path of ours. */
export function wantedPath(kept = readWanted()): string {
  return /^\/(i|f)\/[^/]/.test(kept) ? kept : '/i';
}
