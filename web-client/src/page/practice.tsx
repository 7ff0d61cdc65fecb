/** Practice with the bot: which story, how upset, how much help; and what has been practised here. */
import { useEffect, useState } from 'preact/hooks';
import type { ScenarioEntry } from '#protocol';
import { type Comfort, readProgress, readToured, writeToured } from '../state/kept.ts';
import { nextHeat } from '../state/progress.ts';
import type { Session } from '../state/session.ts';
import practiceTexts from '../text/practice.ftl?raw';
import { addTexts, say } from '../text/text.ts';
import { Choices } from '../view/choices.tsx';
import { ComfortPanel } from '../view/comfort.tsx';
import { DeviceCheck } from '../view/linkLine.tsx';
import { NameField, useName } from '../view/nameField.tsx';
import { Brand, Icon, Text, Warning } from '../view/parts.tsx';
import { Progress } from '../view/progress.tsx';
import { Room, Tour } from './chunks.ts';
import '../style/practice.css';

addTexts(practiceTexts);

const levels = ['guided', 'standard', 'exam'] as const;
const heats = [1, 2, 3, 4, 5] as const;

export function Practice({ session }: { session: Session }) {
  const [touring, setTouring] = useState(false);
  useEffect(Room.prefetch, []);
  if (!touring) return <Choosing session={session} onTour={() => setTouring(true)} />;
  const leave = () => {
    writeToured();
    setTouring(false);
  };
  return <Tour onDone={leave} />;
}

function Choosing({ session, onTour }: { session: Session; onTour: () => void }) {
  const stories = session.welcome.value?.scenarios ?? [];
  const [story, setStory] = useState(stories[0]?.id ?? '');
  const [comfort, setComfort] = useState(session.comfort);
  const name = useName(session);
  const change = (part: Partial<Comfort>) => {
    session.setComfort({ ...session.comfort, ...part });
    setComfort(session.comfort);
  };
  const start = (event: SubmitEvent) => {
    event.preventDefault();
    const checked = name.checked();
    const { timePct, level, heat } = session.comfort;
    if (checked !== null) session.join({ scenario: story, name: checked, timePct, level, heat });
  };
  return (
    <main class="join">
      <Brand />
      <h1>
        <Text id="practice-title" />
      </h1>
      <TourOffer onTour={onTour} />
      <form class="stack" onSubmit={start} noValidate>
        <NameField {...name.field} />
        <DeviceCheck session={session} />
        <Stories stories={stories} chosen={story} onChoose={setStory} />
        <Choices
          name="heat"
          title="heat"
          hint="heat-hint"
          options={heats.map((heat) => ({ value: heat, id: `heat-${heat}` }))}
          value={comfort.heat}
          onPick={(heat) => change({ heat })}
        />
        <Suggestion heat={comfort.heat} onTake={(heat) => change({ heat })} />
        <Choices
          name="level"
          title="level"
          hint={`level-${comfort.level}-hint`}
          options={levels.map((level) => ({ value: level, id: `level-${level}` }))}
          value={comfort.level}
          onPick={(level) => change({ level })}
        />
        <ComfortPanel session={session} />
        {session.error.value && <Warning id={session.error.value} role="alert" />}
        <p class="meta">
          <Text id="consent" />
        </p>
        <button type="submit" class="button button--main" disabled={story === ''}>
          <Text id="start" />
        </button>
      </form>
      <Progress />
    </main>
  );
}

/** In full for who has never been here; afterwards a line. */
function TourOffer({ onTour }: { onTour: () => void }) {
  const fresh = !readToured() && readProgress().length === 0;
  return fresh ? (
    <section class="panel tour-offer" aria-labelledby="tour-offer">
      <h2 id="tour-offer">
        <Text id="tour-offer" />
      </h2>
      <p>
        <Text id="tour-offer-text" />
      </p>
      <button type="button" class="button button--main" onClick={onTour}>
        <Text id="tour-start" />
        <Icon name="arrow-right" />
      </button>
    </section>
  ) : (
    <p>
      <button type="button" class="button button--small" onClick={onTour}>
        <Text id="tour-again" />
      </button>
    </p>
  );
}

function Stories(props: {
  stories: readonly ScenarioEntry[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <fieldset class="field">
      <legend>
        <Text id="story" />
      </legend>
      {props.stories.length === 0 && (
        <p>
          <Text id="no-stories" />
        </p>
      )}
      <div class="choices">
        {props.stories.map((one) => (
          <label key={one.id} class="choice choice--row">
            <input
              type="radio"
              name="story"
              checked={one.id === props.chosen}
              onChange={() => props.onChoose(one.id)}
            />
            <span lang={one.lang}>{one.title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The heat that the last two sessions speak for, unless it is chosen already. */
function Suggestion({ heat, onTake }: { heat: number; onTake: (heat: number) => void }) {
  const all = readProgress();
  const next = nextHeat(all);
  if (next === null || next === heat) return null;
  const up = next > (all.at(-1)?.heat ?? 0);
  return (
    <p class="notice notice--good suggestion">
      <Icon name="lightbulb" />
      <span>
        <Text id={up ? 'suggest-up' : 'suggest-down'} />
      </span>
      <button type="button" class="button button--small" onClick={() => onTake(next)}>
        <Text id="suggest-take" args={{ heat: say(`heat-${next}`) }} />
      </button>
    </p>
  );
}
