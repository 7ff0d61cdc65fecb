/** A workshop is set up on one page, and what it comes to is said while one types. */
import { useEffect, useState } from 'preact/hooks';
import type { Level, Pairing } from '#protocol';
import { takeSecret } from '../state/kept.ts';
import { endOf, planOf } from '../state/plan.ts';
import { builtIn, type Draft, keepSetUp, readSetUps } from '../state/setUps.ts';
import { mayInvite } from '../state/staffLink.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import setUpTexts from '../text/setUp.ftl?raw';
import { addTexts, minutes, say } from '../text/text.ts';
import texts from '../text/workshop.ftl?raw';
import { NotStaff, Refused } from '../view/notStaff.tsx';
import { Skeleton, Text, Warning } from '../view/parts.tsx';
import { SignedIn } from '../view/signedIn.tsx';
import { StaffOffline } from '../view/staffOffline.tsx';
import '../style/staff.css';
import '../style/wall.css';

addTexts(texts);
addTexts(setUpTexts);

const pairings: readonly Pairing[] = ['bot', 'pairs', 'threes'];
const levels: readonly Level[] = ['guided', 'standard', 'exam'];
const heats = ['1', '2', '3', '4', '5'] as const;
const storiesMost = 8;

type Change = (part: Partial<Draft>) => void;

export function SetUp() {
  const [desk] = useState(() => new WorkshopDesk({ kind: 'listMethods' }, takeSecret('/i/demo')));
  useEffect(() => () => desk.dispose(), [desk]);
  const opened = desk.workshop.value;
  useEffect(() => {
    if (opened) location.href = `/i/w/${opened.code}`;
  }, [opened?.code]);
  const welcome = desk.welcome.value;
  if (desk.link.state.value.is === 'ended' || welcome?.staff === false)
    return <NotStaff secret={desk.link.hasSecret} />;
  if (!welcome || opened) return <Skeleton />;
  if (!mayInvite(welcome.role))
    return <Refused text="set-up-denied" href="/i" way="home-workshops" />;
  return <Form desk={desk} />;
}

/** What the server no longer has is not asked for. */
function fitting(draft: Draft, stories: readonly string[], methods: readonly string[]): Draft {
  const known = draft.stories.filter((id) => stories.includes(id));
  return {
    ...draft,
    stories: known.length > 0 ? known : stories.slice(0, 1),
    method: methods.includes(draft.method) ? draft.method : (methods[0] ?? ''),
  };
}

function Form({ desk }: { desk: WorkshopDesk }) {
  const [made, setMade] = useState<Draft>(builtIn['template-pairs'] as Draft);
  const stories = desk.welcome.value?.scenarios ?? [];
  const draft = fitting(
    made,
    stories.map(({ id }) => id),
    desk.methods.value.map(({ id }) => id),
  );
  const change: Change = (part) => setMade({ ...draft, ...part });
  const open = (event: SubmitEvent) => {
    event.preventDefault();
    keepSetUp(draft);
    desk.open(messageOf(draft));
  };
  return (
    <main class="staff set-up">
      <StaffOffline link={desk.link} />
      <header class="row">
        <h1>
          <Text id="set-up-title" />
        </h1>
        <SignedIn welcome={desk.welcome.value} link={desk.link} />
      </header>
      <Templates onPick={setMade} />
      <form class="stack" onSubmit={open}>
        <div class="set-up__head">
          <label class="field">
            <Text id="set-up-name" />
            <input
              class="input"
              maxLength={40}
              value={draft.title}
              onInput={(event) => change({ title: event.currentTarget.value })}
            />
          </label>
          <Amount
            id="people"
            value={draft.people}
            most={200}
            onChange={(people) => change({ people })}
          />
        </div>
        <Pick
          id="set-up-method"
          options={desk.methods.value.map(({ id }) => id)}
          value={draft.method}
          onPick={(method) => change({ method })}
          label={(id) => desk.methods.value.find((one) => one.id === id)?.title ?? id}
        />
        <Stories draft={draft} stories={stories} change={change} />
        <Choices draft={draft} change={change} />
        <Times draft={draft} change={change} />
        <PlanView draft={draft} />
        <p class="meta">
          <Text id="set-up-marks" />
        </p>
        <label class="field">
          <Text id="set-up-consent" />
          <textarea
            class="input"
            rows={2}
            maxLength={400}
            placeholder={say('set-up-consent-hint')}
            value={draft.consent}
            onInput={(event) => change({ consent: event.currentTarget.value })}
          />
        </label>
        {desk.error.value && <Warning id={desk.error.value} role="alert" />}
        <button type="submit" class="button button--main">
          <Text id="open-lobby" />
        </button>
        <p class="meta">
          <Text id="set-up-next" />
        </p>
      </form>
    </main>
  );
}

function messageOf(draft: Draft): Parameters<WorkshopDesk['open']>[0] {
  const { title, pairing, level, heat, readMs, playMs, debriefMs, switchMs, bufferMs } = draft;
  const [scenario = '', ...others] = draft.stories;
  return {
    title,
    pairing,
    scenario,
    level,
    heat,
    sessions: planOf(draft).sessions,
    readMs,
    playMs,
    debriefMs,
    switchMs,
    bufferMs,
    stories: others.map((one) => ({ scenario: one })),
    ...(draft.method !== '' && { method: draft.method }),
    ...(draft.consent.trim() !== '' && { consent: draft.consent.trim() }),
  };
}

/** Three that come with it, and a copy of any that was opened on this device. */
function Templates({ onPick }: { onPick: (draft: Draft) => void }) {
  const [kept] = useState(readSetUps);
  const pick = (value: string) => {
    const draft = builtIn[value] ?? kept[Number(value)];
    if (draft) onPick(draft);
  };
  return (
    <label class="field">
      <Text id="set-up-from" />
      <select class="input" onChange={(event) => pick(event.currentTarget.value)}>
        {Object.keys(builtIn).map((id) => (
          <option key={id} value={id}>
            {say(id)}
          </option>
        ))}
        {kept.map((one, at) => (
          <option key={one.title} value={String(at)}>
            {say('template-copy', { title: one.title || say('set-up-nameless') })}
          </option>
        ))}
      </select>
    </label>
  );
}

function Stories(props: {
  draft: Draft;
  stories: readonly { id: string; title: string }[];
  change: Change;
}) {
  const { stories: picked } = props.draft;
  const toggle = (id: string, on: boolean) => {
    const next = on ? [...picked, id] : picked.filter((one) => one !== id);
    if (next.length > 0 && next.length <= storiesMost) props.change({ stories: next });
    else props.change({});
  };
  return (
    <fieldset class="field">
      <legend>
        <Text id="set-up-stories" />
      </legend>
      <div class="choices">
        {props.stories.map(({ id, title }) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={picked.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Choices({ draft, change }: { draft: Draft; change: Change }) {
  return (
    <>
      <Pick
        id="pairing"
        options={pairings}
        value={draft.pairing}
        onPick={(pairing) => change({ pairing })}
      />
      <Pick
        id="set-up-heat"
        options={heats}
        value={String(draft.heat) as (typeof heats)[number]}
        onPick={(heat) => change({ heat: Number(heat) })}
        label={(one) => say(`heat-${one}`)}
      />
      <Pick
        id="set-up-level"
        options={levels}
        value={draft.level}
        onPick={(level) => change({ level })}
        label={(one) => say(`level-${one}`)}
      />
    </>
  );
}

const times = ['read', 'play', 'debrief', 'switch', 'buffer'] as const;

function Times({ draft, change }: { draft: Draft; change: Change }) {
  return (
    <div class="set-up__times">
      {times.map((id) => (
        <Seconds
          key={id}
          id={id}
          ms={draft[`${id}Ms`]}
          onChange={(ms) => change({ [`${id}Ms`]: ms })}
        />
      ))}
      <Amount id="blocks" value={draft.blocks} most={8} onChange={(blocks) => change({ blocks })} />
    </div>
  );
}

const clock = () => new Date().toTimeString().slice(0, 5);

function PlanView({ draft }: { draft: Draft }) {
  const [start, setStart] = useState(clock);
  const plan = planOf(draft);
  return (
    <div class="panel set-up__plan">
      <label class="field">
        <Text id="plan-start" />
        <input
          class="input"
          type="time"
          value={start}
          onInput={(event) => setStart(event.currentTarget.value)}
        />
      </label>
      <output>
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
        <ul class="plain-list">
          <li>
            <Text id={`plan-seats-${draft.pairing}`} />
          </li>
          {draft.pairing === 'pairs' && plan.withBot > 0 && (
            <li>
              <Text id="plan-odd" />
            </li>
          )}
          {plan.botThird > 0 && (
            <li>
              <Text id="plan-bot-third" args={{ people: plan.botThird }} />
            </li>
          )}
          {draft.pairing !== 'bot' && (
            <li>
              <Text id={plan.anew ? 'plan-anew' : 'plan-again'} />
            </li>
          )}
          <li>
            <Text
              id="plan-end"
              args={{ end: endOf(start, plan.lastsMs), latest: endOf(start, plan.mostMs) }}
            />
          </li>
        </ul>
      </output>
    </div>
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
