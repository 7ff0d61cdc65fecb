/** The steps around looking together: how it felt, one's own view, the customer's answers, and what
 * to keep and to try. */
import { useState } from 'preact/hooks';
import type { Item, ItemText, Note } from '#protocol';
import type { Grading } from '../state/grading.ts';
import type { Session } from '../state/session.ts';
import gradingTexts from '../text/grading.ftl?raw';
import { addTexts, say } from '../text/text.ts';
import { Icon, Text } from '../view/parts.tsx';
import '../style/grading.css';

addTexts(gradingTexts);

export type Step = 'feel' | 'rate' | 'answers' | 'views' | 'look' | 'keep';

/** Who goes through which; without a method there is nothing to rate. */
export function stepsOf(session: Session): readonly Step[] {
  if (session.self.value === 'customer') return ['answers', 'look'];
  if (session.self.value === 'observer') return session.method.value ? ['views', 'look'] : ['look'];
  return session.method.value ? ['feel', 'rate', 'look', 'keep'] : ['look'];
}

export function isDone(step: Step, grading: Grading): boolean {
  switch (step) {
    case 'feel':
      return grading.notes.feel !== undefined;
    case 'rate':
      return grading.own !== null;
    case 'answers':
      return grading.feltHeard > 0;
    case 'views':
      return Object.keys(grading.views).length > 0;
    case 'keep':
      return grading.notes.keep !== undefined && grading.notes.try !== undefined;
    default:
      return false;
  }
}

export function StepBar(props: {
  steps: readonly Step[];
  at: Step;
  grading: Grading;
  onStep: (step: Step) => void;
}) {
  if (props.steps.length < 2) return null;
  return (
    <ol class="steps">
      {props.steps.map((step, index) => (
        <li key={step}>
          <button
            type="button"
            class="button button--small"
            data-step={step}
            aria-pressed={step === props.at}
            onClick={() => props.onStep(step)}
          >
            {index + 1} <Text id={`step-${step}`} />
            {isDone(step, props.grading) && <Icon name="check" />}
          </button>
        </li>
      ))}
    </ol>
  );
}

export function Feel({ session, onNext }: { session: Session; onNext: () => void }) {
  return (
    <section class="panel">
      <Words
        label="feel-label"
        most={24}
        button="step-next"
        onWords={(text) => {
          session.back.note('feel', text);
          onNext();
        }}
        onSkip={onNext}
      />
    </section>
  );
}

/** One line of words for one question. */
export function Words(props: {
  label: string;
  most: number;
  button: string;
  value?: string | undefined;
  onWords: (text: string) => void;
  onSkip?: () => void;
}) {
  const [text, setText] = useState(props.value ?? '');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === '') props.onSkip?.();
    else props.onWords(text);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <label class="field">
        <Text id={props.label} />
        <input
          class="input"
          maxLength={props.most}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <span class="row">
        <button type="submit" class="button">
          <Text id={props.button} />
        </button>
      </span>
    </form>
  );
}

const choices = [1, 2, 3, 4, 5, 0] as const;

/** Every item with its anchors. C2 follows from the others. */
export function Rate({ session, onNext }: { session: Session; onNext: () => void }) {
  const [levels, setLevels] = useState<Partial<Record<Item, number>>>({});
  const items = (session.method.value?.items ?? []).filter(({ item }) => item !== 'C2');
  const left = items.filter(({ item }) => levels[item] === undefined).length;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (left > 0) return;
    session.back.rateSelf(items.map(({ item }) => ({ item, level: levels[item] ?? 0 })));
    onNext();
  };
  return (
    <form class="panel stack" onSubmit={submit}>
      <p>
        <Text id="rate-first" />
      </p>
      {items.map((item) => (
        <RateItem
          key={item.item}
          item={item}
          level={levels[item.item]}
          onLevel={(level) => setLevels({ ...levels, [item.item]: level })}
        />
      ))}
      <p class="row">
        <button type="submit" class="button button--main" aria-disabled={left > 0}>
          <Text id="rate-send" />
        </button>
        {left > 0 && (
          <span class="meta">
            <Text id="marks-left" args={{ count: left }} />
          </span>
        )}
      </p>
    </form>
  );
}

function RateItem(props: {
  item: ItemText;
  level: number | undefined;
  onLevel: (level: number) => void;
}) {
  const { item } = props;
  return (
    <fieldset class="rate" data-rate={item.item}>
      <legend>{item.name}</legend>
      <div class="rate__levels">
        {choices.map((level) => (
          <label key={level} class="choice">
            <input
              type="radio"
              name={item.item}
              value={level}
              checked={props.level === level}
              onChange={() => props.onLevel(level)}
            />{' '}
            <span>
              {level > 0 ? `${level} · ${item.anchors[level - 1]}` : say('rate-not-there')}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the customer's player alone can say. He sees no marks. */
export function Answers({ session, onNext }: { session: Session; onNext: () => void }) {
  const { grading } = session.room.value;
  return (
    <section class="panel stack">
      <fieldset class="rate" disabled={grading.feltHeard > 0}>
        <legend>
          <Text id="heard-label" />
        </legend>
        <div class="row heard">
          {[1, 2, 3, 4, 5].map((level) => (
            <button
              key={level}
              type="button"
              class="button"
              aria-pressed={grading.feltHeard === level}
              onClick={() => session.back.feltHeard(level)}
            >
              {level}
            </button>
          ))}
        </div>
      </fieldset>
      <NoteField session={session} note="helped" />
      <NoteField session={session} note="would_help" />
      <button type="button" class="button button--main" onClick={onNext}>
        <Text id="step-next" />
      </button>
    </section>
  );
}

function NoteField({ session, note }: { session: Session; note: Note }) {
  const stored = session.room.value.grading.notes[note];
  return (
    <div>
      <Words
        label={`note-${note}`}
        most={300}
        button="note-save"
        value={stored}
        onWords={(text) => session.back.note(note, text)}
      />
      {stored !== undefined && (
        <p class="meta note__saved" role="status">
          <Icon name="check" />
          <Text id="note-saved" args={{ text: stored }} />
        </p>
      )}
    </div>
  );
}

export function Keep({ session }: { session: Session }) {
  return (
    <section class="panel stack">
      <NoteField session={session} note="keep" />
      <NoteField session={session} note="try" />
    </section>
  );
}
