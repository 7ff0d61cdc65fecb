/** Two minutes on the floor, before the first session: a scripted customer in the page alone, with
 * the bar and the keys of the real thing. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import {
  type TourAct,
  type TourLine,
  type TourStep,
  tourLines,
  tourStep,
  tourSteps,
} from '../state/tour.ts';
import '../text/talk.ts';
import { addTexts, say } from '../text/text.ts';
import tourTexts from '../text/tour.ftl?raw';
import type { Bar } from '../view/floorBar.ts';
import { BarPicture } from '../view/floorBarView.tsx';
import { Icon, Text } from '../view/parts.tsx';
import { useTitle } from '../view/title.ts';
import '../style/play.css';
import '../style/tour.css';

addTexts(tourTexts);

const quietMs = 4_000;
const tickMs = 100;

const them: Omit<Bar, 'ring'> = {
  side: 'them',
  icon: 'message-square',
  label: 'floor-customer',
  short: 'floor-short-customer',
};

const bars: Record<TourStep, Omit<Bar, 'ring'>> = {
  listen: them,
  quiet: { ...them, label: 'floor-customer-quiet' },
  yours: { side: 'you', icon: 'pen-line', label: 'floor-yours', short: 'floor-short-yours' },
  cut: them,
  repair: { side: 'again', icon: 'scissors', label: 'floor-again', short: 'floor-short-again' },
  done: them,
};

export function Tour({ onDone }: { onDone: () => void }) {
  const [at, setAt] = useState<TourStep>('listen');
  /** Read when a key comes, which may be before the page is drawn anew. */
  const own = useSignal('');
  const act = (what: TourAct) => setAt((step) => tourStep(step, what));
  const left = useDraining(at === 'quiet', () => act('drained'));
  useTitle(say('tour-title'));
  useKeys(act, own);
  const ring = at === 'quiet' ? { share: left / quietMs, seconds: Math.ceil(left / 1_000) } : null;
  return (
    <main class="tour">
      <header class="play__header">
        <h1>
          <Text id="tour-title" />
        </h1>
        <span class="meta">
          <Text id="tour-step" args={{ n: tourSteps.indexOf(at) + 1, all: tourSteps.length }} />
        </span>
        {at !== 'done' && (
          <button type="button" class="button button--plain" onClick={onDone}>
            <Text id="tour-leave" />
          </button>
        )}
      </header>
      <div class="tour__talk">
        {tourLines(at).map((line) => (
          <Line key={line.id} line={line} own={own.value} />
        ))}
      </div>
      <BarPicture bar={{ ...bars[at], ring }} names={{ address: say('tour-address') }} />
      <p class="panel tour__says" role="status">
        <Text id={`tour-${at}`} /> {at !== 'done' && <strong>{say(`tour-${at}-do`)}</strong>}
      </p>
      <div class="row">
        <Doing at={at} own={own} onAct={act} />
        {at === 'done' && (
          <>
            <button type="button" class="button button--main" onClick={onDone}>
              <Text id="tour-to-practice" />
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                own.value = '';
                setAt('listen');
              }}
            >
              <Text id="tour-once-more" />
            </button>
          </>
        )}
      </div>
    </main>
  );
}

/** What is left of the quiet window, while it runs; at its end `onEnd`. */
function useDraining(runs: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(quietMs);
  useEffect(() => {
    if (!runs) return;
    const began = performance.now();
    const ticker = setInterval(() => {
      const now = quietMs - (performance.now() - began);
      setLeft(Math.max(0, now));
      if (now <= 0) onEnd();
    }, tickMs);
    return () => {
      clearInterval(ticker);
      setLeft(quietMs);
    };
  }, [runs]);
  return left;
}

/** The keys of the real thing. */
function useKeys(act: (what: TourAct) => void, own: Signal<string>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const over = event.ctrlKey && event.key === 'Enter' && own.value.trim() !== '';
      const what = over ? 'over' : event.altKey && altKeys[event.code];
      if (!what) return;
      event.preventDefault();
      act(what);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

const altKeys: Record<string, TourAct> = { Digit1: 'chip', KeyG: 'give-back' };

function Line({ line, own }: { line: TourLine; own: string }) {
  if (line.side === 'chip') {
    return (
      <p class="chip-mark chip-mark--you meta">
        <Icon name="ear" />
        <Text id={line.id} />
      </p>
    );
  }
  const words = line.id === 'own' ? own : say(line.cut ? 'tour-cut-words' : line.id);
  return (
    <div class={`line line--${line.side}${line.cut ? ' line--cut' : ''}`}>
      <p class="meta line__who">
        <Text id={line.side === 'you' ? 'you' : 'tour-name'} />
        {line.cut && (
          <span class="line__mark">
            <Icon name="scissors" />
            <Text id="cut-in-mark" />
          </span>
        )}
      </p>
      <p class="bubble">{words}</p>
    </div>
  );
}

/** The one control that the step is about. */
function Doing(props: { at: TourStep; own: Signal<string>; onAct: (what: TourAct) => void }) {
  const { at, own, onAct } = props;
  if (at === 'listen') return <Act what="chip" id="chip-mm_hm" tone="chip" onAct={onAct} />;
  if (at === 'cut') {
    return <Act what="cut-in" id="cut-in" tone="cut" icon="scissors" onAct={onAct} />;
  }
  if (at === 'repair') {
    return <Act what="give-back" id="give-back" tone="cut" icon="undo-2" onAct={onAct} />;
  }
  if (at !== 'yours') return null;
  return (
    <form
      class="tour__message"
      onSubmit={(event) => {
        event.preventDefault();
        if (own.value.trim() !== '') onAct('over');
      }}
    >
      <input
        class="input"
        aria-label={say('composer-label')}
        placeholder={say('composer-hint-yours')}
        maxLength={120}
        value={own.value}
        onInput={(event) => {
          own.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="button button--main" aria-disabled={own.value.trim() === ''}>
        <Text id="over-to-you" />
      </button>
    </form>
  );
}

function Act(props: {
  what: TourAct;
  id: string;
  tone: string;
  icon?: string;
  onAct: (what: TourAct) => void;
}) {
  return (
    <button
      type="button"
      class={`button button--${props.tone}`}
      onClick={() => props.onAct(props.what)}
    >
      {props.icon && <Icon name={props.icon} />}
      <Text id={props.id} />
    </button>
  );
}
