/** The line of a page that is staff's: by the cookie of a sign-in, by a link's secret, or by an
 * invitation, whose holder says his name each time he comes. */
import { effect } from '@preact/signals';
import type { StaffRole, ToClient } from '#protocol';
import { Link, type LinkHandler } from '../net/link.ts';
import { forgetSecret, readInvitedName } from './kept.ts';
import { askToSignIn } from './signIn.ts';

export type Welcome = ToClient & { kind: 'welcome' };

/** Where the secret of a staff link lives in the tab. */
export const secretPlace = '/i/demo';

export const maySteer = (role: StaffRole) => role !== 'grader' && role !== 'invited_grader';
export const mayInvite = (role: StaffRole) => role === 'instructor' || role === 'admin';

export function staffLink(handler: LinkHandler, secret: string | null): Link {
  let invited: Welcome | null = null;
  const link = new Link(
    {
      welcomed: (welcome) => {
        const name = readInvitedName();
        invited = welcome.invited !== '' && name !== '' ? welcome : null;
        if (invited) link.send({ kind: 'beCalled', name });
        else handler.welcomed(welcome);
      },
      received: (messages) => {
        const called = messages.find((message) => message.kind === 'called');
        if (called?.kind === 'called' && invited)
          handler.welcomed({ ...invited, staff: true, role: called.role, name: called.name });
        handler.received(messages);
      },
    },
    secret,
  );
  effect(() => {
    const state = link.state.value;
    if (state.is !== 'ended' || state.why !== 'signed-out') return;
    if (secret === null) askToSignIn();
    else forgetSecret(secretPlace);
  });
  return link;
}
