import { useEffect, useState } from 'preact/hooks';
import { type Comfort, writeComfort } from '../state/kept.ts';
import type { Session } from '../state/session.ts';
import { DeviceCheck } from '../view/linkLine.tsx';
import { isName, NameField } from '../view/nameField.tsx';
import { Icon, Text } from '../view/parts.tsx';
import { Room } from './chunks.ts';

const levels = ['guided', 'standard', 'exam'] as const;
const heats = [1, 2, 3, 4, 5] as const;
const times = [100, 125, 150, 200] as const;
const sizes = ['normal', 'large', 'largest'] as const;

/** Name, story, help and comfort: one field, and the rest has a good default. */
export function Join({ session, practice }: { session: Session; practice: boolean }) {
  const stories = session.welcome.value?.scenarios ?? [];
  const [story, setStory] = useState(stories[0]?.id ?? '');
  const [comfort, setComfort] = useState(session.comfort);
  const [wrong, setWrong] = useState(false);
  useEffect(Room.prefetch, []);
  const change = (part: Partial<Comfort>) => {
    const next = { ...comfort, ...part };
    setComfort(next);
    session.comfort = next;
    writeComfort(next);
    document.documentElement.dataset.text = next.text;
  };
  const start = (event: SubmitEvent) => {
    event.preventDefault();
    const name = comfort.name.trim();
    setWrong(!isName(name));
    if (!isName(name)) return document.getElementById('name')?.focus();
    const { timePct, level, heat } = comfort;
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
        <details class="panel">
          <summary>
            <Text id="comfort" />
          </summary>
          <div class="stack join__comfort">
            <p class="meta">
              <Text id="comfort-hint" />
            </p>
            <Choices
              name="time"
              title="time-allowance"
              options={times.map((pct) => ({
                value: pct,
                id: 'time-times',
                args: { times: pct / 100 },
              }))}
              value={comfort.timePct}
              onPick={(timePct) => change({ timePct })}
            />
            <Choices
              name="size"
              title="text-size"
              options={sizes.map((size) => ({ value: size, id: `text-${size}` }))}
              value={comfort.text}
              onPick={(text) => change({ text })}
            />
            <Switch id="sounds" on={comfort.sounds} onChange={(sounds) => change({ sounds })} />
            <Switch
              id="announce-floor"
              on={comfort.readFloor}
              onChange={(readFloor) => change({ readFloor })}
            />
          </div>
        </details>
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

interface Option<Value> {
  value: Value;
  id: string;
  args?: Record<string, number>;
}

function Choices<Value extends string | number>(props: {
  name: string;
  title: string;
  hint?: string;
  options: readonly Option<Value>[];
  value: Value;
  onPick: (value: Value) => void;
}) {
  return (
    <fieldset class="field">
      <legend>
        <Text id={props.title} />
      </legend>
      <div class="choices">
        {props.options.map(({ value, id, args }) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={props.name}
              checked={value === props.value}
              onChange={() => props.onPick(value)}
            />
            <span>
              <Text id={id} {...(args && { args })} />
            </span>
          </label>
        ))}
      </div>
      {props.hint && (
        <p class="meta">
          <Text id={props.hint} />
        </p>
      )}
    </fieldset>
  );
}

function Switch(props: { id: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="row">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <Text id={props.id} />
    </label>
  );
}
