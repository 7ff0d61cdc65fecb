/** One's own account before the page: the line to the server, and where one is signed in. */
import { signal } from '@preact/signals';
import type { ToClient } from '#protocol';
import type { Link } from '../net/link.ts';
import { staffLink, type Welcome } from './staffLink.ts';

type SignIns = Extract<ToClient, { kind: 'signIns' }>;

/** Whoever came by an invitation or a link has none. */
const noAccount: SignIns = { kind: 'signIns', firm: '', login: '', signIns: [] };

export class OwnAccount {
  readonly welcome = signal<Welcome | null>(null);
  /** Null until the server has said. */
  readonly account = signal<SignIns | null>(null);
  /** When it was said: its ages count from there. */
  heardMs = 0;
  readonly link: Link;

  constructor(secret: string | null) {
    this.link = staffLink(
      {
        welcomed: (welcome) => {
          this.welcome.value = welcome;
          this.list();
        },
        received: (messages) => {
          for (const message of messages) this.#take(message);
        },
      },
      secret,
    );
    this.link.connect();
  }

  list() {
    this.link.send({ kind: 'listSignIns' });
  }

  dispose() {
    this.link.close();
  }

  #take(message: ToClient) {
    this.heardMs = Date.now();
    if (message.kind === 'signIns') this.account.value = message;
    if (message.kind === 'error' && message.code === 'denied') this.account.value = noAccount;
  }
}
