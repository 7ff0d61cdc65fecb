/** An observer's view: the talk and its floor as they happen, and the items to look for. */
import '../text/talk.ts';
import { useState } from 'preact/hooks';
import { latestOfTrainee } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import debriefTexts from '../text/debrief.ftl?raw';
import gradingTexts from '../text/grading.ftl?raw';
import observeTexts from '../text/observe.ftl?raw';
import { addTexts, minutes, say } from '../text/text.ts';
import { FloorBar } from '../view/floorBarView.tsx';
import { ItemMoments } from '../view/itemViews.tsx';
import { Text } from '../view/parts.tsx';
import { StaffLines } from '../view/staffLines.tsx';
import { Timeline } from '../view/timeline.tsx';
import { CardSections } from './card.tsx';
import '../style/debrief.css';
import '../style/grading.css';
import '../style/staff.css';

addTexts(debriefTexts);
addTexts(gradingTexts);
addTexts(observeTexts);

export function Observe({ session }: { session: Session }) {
  const [chosen, setChosen] = useState(0);
  const room = session.room.value;
  const line = room.lines.find((one) => one.line === chosen) ?? latestOfTrainee(room);
  const nowMs = session.nowMs.value;
  return (
    <main class="watch" lang={session.seated.value?.lang}>
      <header>
        <h1>
          <Text id="watch-title" />
        </h1>
        <p class="meta">
          <Text id="watch-text" />
        </p>
      </header>
      <section class="panel watch__lane" aria-label={say('watch-lane')}>
        <Timeline
          room={room}
          nowMs={nowMs}
          endMs={Math.max(60_000, nowMs)}
          labels={[say('lane-customer'), say('lane-trainee')]}
        />
      </section>
      <div class="watch__columns">
        <div class="watch__talk">
          <StaffLines
            room={room}
            customer={session.seated.value?.customer ?? ''}
            chosen={line?.line ?? 0}
            onChoose={setChosen}
          />
          <FloorBar session={session} />
        </div>
        <section class="panel">
          <h2>
            <Text id="watch-card" />
          </h2>
          <p class="meta watch__about">
            {line ? (
              <Text id="watch-about" args={{ time: minutes(line.atMs), text: line.text }} />
            ) : (
              <Text id="watch-none" />
            )}
          </p>
          {chosen > 0 && (
            <button type="button" class="button button--small" onClick={() => setChosen(0)}>
              <Text id="watch-latest" />
            </button>
          )}
          <ItemMoments session={session} line={line?.line ?? 0} />
        </section>
      </div>
      <details class="panel">
        <summary>
          <Text id="card-title" />
        </summary>
        <CardSections session={session} />
      </details>
    </main>
  );
}
