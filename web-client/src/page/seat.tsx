/** A person's way through one session: join, card, talk, look back. One route, so that a reload
 * keeps the place. */

import { useEffect, useState } from 'preact/hooks';
import { readComfort, takeSecret } from '../state/kept.ts';
import { Session } from '../state/session.ts';
import { say } from '../text/text.ts';
import { Announcements } from '../view/announcements.tsx';
import { PageLink } from '../view/linkLine.tsx';
import { Skeleton } from '../view/parts.tsx';
import { useTitle } from '../view/title.ts';
import { Join, Practice, Room } from './chunks.ts';
import { Debrief, Ended, Gone } from './ending.tsx';

export function SeatPage({ room }: { room: string | null }) {
  const [session] = useState(
    () => new Session(room, room === null ? null : takeSecret(location.pathname), readComfort()),
  );
  useEffect(() => () => session.dispose(), [session]);
  useAddress(session, room);
  useTitleOf(session, room === null);
  return (
    <>
      <PageLink session={session} />
      <Stage session={session} practice={room === null} />
      <Announcements voice={session.voice} />
    </>
  );
}

function useTitleOf(session: Session, practice: boolean) {
  const seated = session.seated.value;
  const turn = seated && session.bar.value.side === 'you' ? say('floor-short-yours') : '';
  useTitle(turn, seated?.title ?? say(practice ? 'practice-title' : 'join-title'));
}

/** A new practice room gets its own address, so that a reload finds it. */
function useAddress(session: Session, room: string | null) {
  const seated = session.seated.value;
  useEffect(() => {
    if (!seated) return;
    if (room === null) history.replaceState(null, '', `/w/${encodeURIComponent(seated.room)}`);
  }, [seated?.room, room]);
}

function Stage({ session, practice }: { session: Session; practice: boolean }) {
  const link = session.link.state.value;
  const seated = session.seated.value;
  if (link.is === 'ended') return <Ended why={link.why} session={session} />;
  if (session.gone.value) return <Gone />;
  if (!seated) {
    if (!session.welcome.value || session.resuming.value) return <Skeleton />;
    return practice ? <Practice session={session} /> : <Join session={session} />;
  }
  const { phase } = session.room.value;
  if (phase === 'debrief' || phase === 'closed') return <Debrief session={session} />;
  return <Room session={session} />;
}
