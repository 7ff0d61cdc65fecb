/** What a page says of its link, and of the device: one line, and only when something is wrong. */
import type { LinkState } from '../net/link.ts';
import { keepsNothing } from '../state/kept.ts';
import type { Session } from '../state/session.ts';
import { Icon, Text, useLate, Warning } from './parts.tsx';

/** A first connection that takes longer than this is worth a word. */
const patienceMs = 4_000;

/** Above a page that waits for the server: what was written is safe, and what is being done. */
export function Offline({ link, words = 'offline' }: { link: LinkState; words?: string }) {
  if (link.is !== 'offline') return null;
  return (
    <div class="notice offline" role="status">
      <Icon name="wifi-off" />
      <p>
        <Text id={words} /> <Text id="offline-retry" args={{ count: link.attempt }} />
      </p>
    </div>
  );
}

/** The same for every screen but the talk itself, which says it above its floor bar. */
export function PageLink({ session }: { session: Session }) {
  const { phase } = session.room.value;
  const talks = session.seated.value && (phase === 'play' || phase === 'wrap');
  return talks ? null : <Offline link={session.link.state.value} />;
}

/** Runs while people type their names: the connection, then storage, then the round trip. */
export function DeviceCheck({ session }: { session: Session }) {
  const link = session.link.state.value;
  const late = useLate(link.is === 'connecting', patienceMs);
  if (link.is === 'offline') return <Offline link={link} words="check-offline" />;
  const wrong = late
    ? 'check-connecting'
    : keepsNothing()
      ? 'check-storage'
      : session.slow.value
        ? 'slow-link'
        : null;
  return wrong && <Warning id={wrong} role="status" />;
}
