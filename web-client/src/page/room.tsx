/** One room from the card to the last word, as its phase and one's seat want it. */
import '../text/talk.ts';
import type { Session } from '../state/session.ts';
import { Card } from './card.tsx';
import { Observe } from './chunks.ts';
import { Play } from './play.tsx';
import '../style/play.css';
import '../style/peer.css';

export function Room({ session }: { session: Session }) {
  if (session.self.value === 'observer') return <Observe session={session} />;
  return session.room.value.phase === 'read' ? (
    <Card session={session} />
  ) : (
    <Play session={session} />
  );
}
