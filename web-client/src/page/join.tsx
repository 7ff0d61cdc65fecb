import { useEffect, useState } from 'preact/hooks';
import type { Comfort } from '../state/kept.ts';
import type { Session } from '../state/session.ts';
import practiceTexts from '../text/practice.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Choices } from '../view/choices.tsx';
import { ComfortPanel } from '../view/comfort.tsx';
import { DeviceCheck } from '../view/linkLine.tsx';
import { isName, NameField } from '../view/nameField.tsx';
import { Icon, Text } from '../view/parts.tsx';
import { Room } from './chunks.ts';

addTexts(practiceTexts);

const levels = ['guided', 'standard', 'exam'] as const;
const heats = [1, 2, 3, 4, 5] as const;

/** Name, story, help and comfort: one field, and the rest has a good default. */
export function Join({ session, practice }: { session: Session; practice: boolean }) {
  const stories = session.welcome.value?.scenarios ?? [];
  const [story, setStory] = useState(stories[0]?.id ?? '');
  const [comfort, setComfort] = useState(session.comfort);
  const [wrong, setWrong] = useState(false);
  useEffect(Room.prefetch, []);
  const change = (part: Partial<Comfort>) => {
    const next = { ...session.comfort, ...part };
    setComfort(next);
    session.setComfort(next);
  };
  const start = (event: SubmitEvent) => {
    event.preventDefault();
    const name = comfort.name.trim();
    setWrong(!isName(name));
    if (!isName(name)) return document.getElementById('name')?.focus();
    const { timePct, level, heat } = session.comfort;
    session.join({ scenario: story, name, timePct, level, heat });
  };
  return (
    <main class="join">
      <h1>
        <Text id={practice ? 'practice-title' : 'join-title'} />
      </h1>
      {!practice && (
        <p>
          <Text id="join-demo" />
        </p>
      )}
      <form class="stack" onSubmit={start} noValidate>
        <NameField value={comfort.name} wrong={wrong} onChange={(name) => change({ name })} />
        <DeviceCheck session={session} />
        {practice && (
          <fieldset class="field">
            <legend>
              <Text id="story" />
            </legend>
            {stories.length === 0 && (
              <p>
                <Text id="no-stories" />
              </p>
            )}
            <div class="choices">
              {stories.map((one) => (
                <label key={one.id} class="choice choice--row">
                  <input
                    type="radio"
                    name="story"
                    checked={one.id === story}
                    onChange={() => setStory(one.id)}
                  />
                  <span lang={one.lang}>{one.title}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {practice && (
          <Choices
            name="heat"
            title="heat"
            hint="heat-hint"
            options={heats.map((heat) => ({ value: heat, id: `heat-${heat}` }))}
            value={comfort.heat}
            onPick={(heat) => change({ heat })}
          />
        )}
        {practice && (
          <Choices
            name="level"
            title="level"
            hint={`level-${comfort.level}-hint`}
            options={levels.map((level) => ({ value: level, id: `level-${level}` }))}
            value={comfort.level}
            onPick={(level) => change({ level })}
          />
        )}
        <ComfortPanel session={session} />
        {session.error.value && (
          <p class="notice" role="alert">
            <Icon name="triangle-alert" />
            <span>
              <Text id={session.error.value} />
            </span>
          </p>
        )}
        <p class="meta">
          <Text id="consent" />
        </p>
        <button type="submit" class="button button--main" disabled={practice && story === ''}>
          <Text id={practice ? 'start' : 'go'} />
        </button>
      </form>
    </main>
  );
}
