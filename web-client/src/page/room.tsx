/** One room from the card to the last word, as its phase and one's seat want it. */
import type { Session } from '../state/session.ts';
import { FloorBar } from '../view/floorBarView.tsx';
import { Text } from '../view/parts.tsx';
import { Transcript } from '../view/transcript.tsx';
import { Card } from './card.tsx';
import { Play } from './play.tsx';
import '../style/play.css';

export function Room({ session }: { session: Session }) {
  if (session.self.value === 'observer') return <Watch session={session} />;
  return session.room.value.phase === 'read' ? (
    <Card session={session} />
  ) : (
    <Play session={session} />
  );
}

function Watch({ session }: { session: Session }) {
  return (
    <main class="play" lang={session.seated.value?.lang}>
      <h1>
        <Text id="watch-title" />
      </h1>
      <p class="meta">
        <Text id="watch-text" />
      </p>
      <Transcript session={session} />
      <FloorBar session={session} />
    </main>
  );
}
