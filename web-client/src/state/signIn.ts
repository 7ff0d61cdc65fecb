/** Signing in and out, and one's own account: three posts, and where to go afterwards. */
import { readWanted, writeFirm, writeWanted } from './kept.ts';

export interface Credentials {
  firm: string;
  login: string;
  password: string;
  /** Instead of one that was made for him. */
  new?: string;
}

/** What is wrong with a new password. */
type Flaw = 'short' | 'long' | 'common' | 'named' | 'same';

/** What became of it; '' is done. */
type Answer = '' | 'wrong' | 'too_many' | 'busy' | 'not_stored' | 'malformed' | 'offline' | Flaw;

/** Also: the password was made for him and he is to choose another, or it has waited for too long. */
export type Refusal = Answer | 'choose' | 'expired';

/** Also: no longer signed in. */
export type AccountRefusal = Answer | 'signed_out';

async function post<Told>(path: string, body: object): Promise<Told | 'offline'> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      keepalive: true, // a sign-out closes the page's socket, and with it the page, before its answer
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return ((await answer.json()) as { error: Told }).error;
  } catch {
    return 'offline';
  }
}

export async function signIn(credentials: Credentials): Promise<Refusal> {
  const refusal = await post<Refusal>('/signin', credentials);
  if (refusal === '') writeFirm(credentials.firm.trim());
  return refusal;
}

export const signOut = () => post<Answer>('/signout', {});

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
