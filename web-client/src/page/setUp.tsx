/** A workshop is set up on one page, and what it comes to is said while one types. */
import { useEffect, useState } from 'preact/hooks';
import type { Level, Pairing } from '#protocol';
import { takeSecret } from '../state/kept.ts';
import { planOf, type SetUpForm } from '../state/plan.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import { addTexts, minutes, say } from '../text/text.ts';
import texts from '../text/workshop.ftl?raw';
import { NotStaff } from '../view/notStaff.tsx';
import { Skeleton, Text } from '../view/parts.tsx';
import '../style/staff.css';
import '../style/wall.css';

addTexts(texts);

const pairings: readonly Pairing[] = ['bot', 'pairs', 'threes'];
const levels: readonly Level[] = ['guided', 'standard', 'exam'];
const heats = ['1', '2', '3', '4', '5'] as const;
const first: SetUpForm = {
  people: 12,
  pairing: 'pairs',
  blocks: 1,
  readMs: 60_000,
  playMs: 480_000,
  debriefMs: 240_000,
  switchMs: 30_000,
};

export function SetUp() {
  const [desk] = useState(() => new WorkshopDesk(null, takeSecret('/i/demo')));
  useEffect(() => () => desk.dispose(), [desk]);
  const opened = desk.workshop.value;
  useEffect(() => {
    if (opened) location.href = `/i/w/${opened.code}`;
  }, [opened?.code]);
  const welcome = desk.welcome.value;
  if (desk.link.state.value.is === 'ended' || welcome?.staff === false)
    return <NotStaff secret={desk.link.hasSecret} />;
  if (!welcome || opened) return <Skeleton />;
  return <Form desk={desk} />;
}

function Form({ desk }: { desk: WorkshopDesk }) {
  const stories = desk.welcome.value?.scenarios ?? [];
  const [title, setTitle] = useState('');
  const [story, setStory] = useState(stories[0]?.id ?? '');
  const [level, setLevel] = useState<Level>('standard');
  const [heat, setHeat] = useState('3');
  const [form, setForm] = useState(first);
  const change = (part: Partial<SetUpForm>) => setForm({ ...form, ...part });
  const plan = planOf(form);
  const open = (event: SubmitEvent) => {
    event.preventDefault();
    const { pairing, readMs, playMs, debriefMs, switchMs } = form;
    const times = { readMs, playMs, debriefMs, switchMs };
    const { sessions } = plan;
    desk.open({ title, pairing, scenario: story, level, heat: Number(heat), sessions, ...times });
  };
  return (
    <main class="staff set-up">
      <h1>
        <Text id="set-up-title" />
      </h1>
      <form class="stack" onSubmit={open}>
        <label class="field">
          <Text id="set-up-name" />
          <input
            class="input"
            maxLength={40}
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        <Amount
          id="people"
          value={form.people}
          most={200}
          onChange={(people) => change({ people })}
        />
        <Pick
          id="story"
          options={stories.map(({ id }) => id)}
          value={story}
          onPick={setStory}
          label={(id) => stories.find((one) => one.id === id)?.title ?? id}
        />
        <Pick
          id="pairing"
          options={pairings}
          value={form.pairing}
          onPick={(pairing) => change({ pairing })}
        />
        <Pick
          id="set-up-heat"
          options={heats}
          value={heat}
          onPick={setHeat}
          label={(one) => say(`heat-${one}`)}
        />
        <Pick
          id="set-up-level"
          options={levels}
          value={level}
          onPick={setLevel}
          label={(one) => say(`level-${one}`)}
        />
        <div class="set-up__times">
          <Seconds id="read" ms={form.readMs} onChange={(readMs) => change({ readMs })} />
          <Seconds id="play" ms={form.playMs} onChange={(playMs) => change({ playMs })} />
          <Seconds
            id="debrief"
            ms={form.debriefMs}
            onChange={(debriefMs) => change({ debriefMs })}
          />
          <Seconds id="switch" ms={form.switchMs} onChange={(switchMs) => change({ switchMs })} />
          <Amount
            id="blocks"
            value={form.blocks}
            most={8}
            onChange={(blocks) => change({ blocks })}
          />
        </div>
        <output class="panel set-up__plan">
          <strong>
            <Text id="plan" />
          </strong>{' '}
          <Text
            id="plan-line"
            args={{
              threes: plan.threes,
              pairs: plan.pairs,
              bot: plan.withBot,
              sessions: plan.sessions,
              time: minutes(plan.lastsMs),
            }}
          />
        </output>
        {desk.error.value && (
          <p class="notice" role="alert">
            <Text id={desk.error.value} />
          </p>
        )}
        <button type="submit" class="button button--main">
          <Text id="open-lobby" />
        </button>
      </form>
    </main>
  );
}

function Pick<Value extends string>(props: {
  id: string;
  options: readonly Value[];
  value: Value;
  onPick: (value: Value) => void;
  label?: (value: Value) => string;
}) {
  return (
    <fieldset class="field">
      <legend>
        <Text id={props.id} />
      </legend>
      <div class="choices">
        {props.options.map((value) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={props.id}
              checked={value === props.value}
              onChange={() => props.onPick(value)}
            />
            <span>{props.label ? props.label(value) : say(`${props.id}-${value}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Amount(props: { id: string; value: number; most: number; onChange: (n: number) => void }) {
  return (
    <label class="field">
      <Text id={`set-up-${props.id}`} />
      <input
        class="input"
        type="number"
        min={1}
        max={props.most}
        required
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.valueAsNumber || 1)}
      />
    </label>
  );
}

function Seconds({ id, ms, onChange }: { id: string; ms: number; onChange: (ms: number) => void }) {
  return (
    <Amount
      id={id}
      value={ms / 1000}
      most={3600}
      onChange={(seconds) => onChange(seconds * 1000)}
    />
  );
}
