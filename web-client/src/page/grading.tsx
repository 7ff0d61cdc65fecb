/** The grader's panel: marks, overall view, moments, critical items, whisper and release. */
import { useEffect, useState } from 'preact/hooks';
import type { Critical, Item, Moment } from '#protocol';
import type { Desk } from '../state/desk.ts';
import { unmarked } from '../state/grading.ts';
import { quote } from '../state/moments.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import gradingTexts from '../text/grading.ftl?raw';
import { addTexts, minutes, say } from '../text/text.ts';
import { hintOf, MarkGrid } from '../view/markGrid.tsx';
import { Icon, Text, Warning } from '../view/parts.tsx';
import { WordsDialog } from '../view/wordsDialog.tsx';
import '../style/grading.css';

addTexts(gradingTexts);

const undoMs = 10_000;
const momentKeys: Record<string, Moment> = { '+': 'good', '-': 'growth', f: 'flag' };
const criticals: readonly Critical[] = ['K1', 'K2', 'K3', 'K4'];

/** A mark that waits for its reason. */
interface Revision {
  item: Item;
  level: number;
}

interface Props {
  desk: Desk;
  /** The chosen line. */
  line: number;
  /** The row that keys act on has changed: its evidence is shown. */
  onItem: (item: Item | null) => void;
  onLine: (line: number) => void;
}

export function GradingPanel({ desk, line, onItem, onLine }: Props) {
  const [at, setAt] = useState(0);
  const [revision, setRevision] = useState<Revision | null>(null);
  const room = desk.room.value;
  const method = desk.method.value;
  const { grading } = room;
  const over = room.phase === 'debrief' || room.phase === 'closed';
  const overallRow = method?.items.length ?? 0;

  const mark = (item: Item, level: number, accepts = false) => {
    if (grading.released !== null) return setRevision({ item, level });
    desk.grader.mark(item, level, accepts);
    const next = (method?.items ?? []).findIndex(
      (one, index) => index > at && !grading.marks[one.item] && one.item !== 'C2',
    );
    setAt(next >= 0 ? next : over ? overallRow : at);
  };
  const current = method?.items[at]?.item ?? null;
  useEffect(() => onItem(current), [current]);
  useShortcuts((key, event) => {
    const item = current;
    if (event.ctrlKey) {
      if (key === 'enter' && over && desk.steers) desk.grader.release(true);
      return key === 'enter';
    }
    if (/^[0-5]$/.test(key) && item) mark(item, Number(key));
    else if (/^[1-5]$/.test(key) && over && at === overallRow) desk.grader.overall(Number(key));
    else if (key === 'arrowdown') setAt(Math.min(overallRow, at + 1));
    else if (key === 'arrowup') setAt(Math.max(0, at - 1));
    else if (key === 'enter' && item && hintOf(grading, item) > 0)
      mark(item, hintOf(grading, item), true);
    else if (key === 'g') setAt(overallRow);
    else if (key === 'w' && desk.steers) document.getElementById('whisper')?.focus();
    else if (momentKeys[key] && line > 0) desk.grader.moment(line, momentKeys[key]);
    else return false;
    return true;
  });
  if (!method) return null;
  return (
    <section class="panel grading" aria-label={say('marks-title')}>
      <h2>
        <Text id="marks-method" args={{ title: method.title }} />
      </h2>
      <MarkGrid
        room={room}
        grader={desk.grader}
        items={method.items}
        at={at}
        onRow={setAt}
        onMark={(item, level) => mark(item, level)}
        onLine={onLine}
      />
      {over && <Overall desk={desk} at={at === overallRow} />}
      {desk.grader.refused.value && <Warning id={desk.grader.refused.value} role="alert" />}
      <Total desk={desk} />
      {over && <Release desk={desk} />}
      <Moments desk={desk} line={line} />
      <Criticals desk={desk} line={line} />
      {!over && desk.steers && <Whisper desk={desk} />}
      <p class="meta">
        <Text id="marks-keys" />
      </p>
      {revision && <Revise desk={desk} revision={revision} onClose={() => setRevision(null)} />}
    </section>
  );
}

function Overall({ desk, at }: { desk: Desk; at: boolean }) {
  const { grading } = desk.room.value;
  const locked = grading.released !== null;
  return (
    <fieldset class={`overall${at ? ' overall--at' : ''}`} disabled={locked}>
      <legend>
        <Text id="marks-overall" /> <kbd>G</kbd>
      </legend>
      <div class="row">
        {[1, 2, 3, 4, 5].map((level) => (
          <button
            key={level}
            type="button"
            class="button button--small"
            aria-pressed={grading.overall === level}
            onClick={() => desk.grader.overall(level)}
          >
            {level} <Text id={`overall-${level}`} />
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Only after the overall view, so that it is a view of its own. */
function Total({ desk }: { desk: Desk }) {
  const { graded, overall } = desk.room.value.grading;
  if (!graded)
    return (
      <p class="meta">
        <Text id="marks-total-hidden" />
      </p>
    );
  const { rubric, floor, total, passing } = graded;
  const disagree = overall >= 3 !== (passing === 'passed');
  return (
    <div class={`notice${passing === 'passed' ? ' notice--good' : ''}`} data-total={total}>
      <p>
        <strong>
          <Text id={`passing-${passing}`} args={{ total }} />
        </strong>{' '}
        <Text id="total-parts" args={{ rubric, floor }} />
        {disagree && (
          <>
            <br />
            <Text id="marks-disagree" />
          </>
        )}
        {Math.abs(total - 65) <= 6 && (
          <>
            <br />
            <Text id="marks-near" />
          </>
        )}
      </p>
    </div>
  );
}

function Release({ desk }: { desk: Desk }) {
  const { grading } = desk.room.value;
  const left = unmarked(grading).length + (grading.overall === 0 ? 1 : 0);
  if (grading.released !== null)
    return (
      <p class="notice notice--good" data-released>
        <Icon name="check" />
        <span>
          <Text id="released" args={{ by: grading.released }} />
        </span>
      </p>
    );
  if (!desk.steers)
    return (
      <p class="meta">
        <Text id="release-others" />
      </p>
    );
  if (grading.releasingMs !== null) {
    const seconds = Math.max(
      0,
      Math.ceil((grading.releasingMs + undoMs - desk.nowMs.value) / 1000),
    );
    return (
      <p class="row" data-releasing>
        <Text id="release-in" args={{ seconds }} />
        <button type="button" class="button" onClick={() => desk.grader.release(false)}>
          <Text id="release-undo" />
        </button>
      </p>
    );
  }
  return (
    <p class="row">
      <button
        type="button"
        class="button button--main"
        aria-disabled={left > 0}
        onClick={() => desk.grader.release(true)}
      >
        <Text id="release" /> <kbd>Ctrl+Enter</kbd>
      </button>
      {left > 0 && <Text id="marks-left" args={{ count: left }} />}
    </p>
  );
}

function Moments({ desk, line }: { desk: Desk; line: number }) {
  const room = desk.room.value;
  const chosen = room.lines.find((one) => one.line === line);
  const icons = { good: 'check', growth: 'repeat-2', flag: 'flag' };
  return (
    <div class="stack">
      <h3>
        <Text id="moments-title" />
      </h3>
      <p class="row">
        {Object.entries(momentKeys).map(([key, moment]) => (
          <button
            key={key}
            type="button"
            class="button button--small"
            aria-disabled={!chosen}
            onClick={() => chosen && desk.grader.moment(line, moment)}
          >
            <Icon name={icons[moment]} />
            <Text id={`moment-${moment}`} /> <kbd>{key.toUpperCase()}</kbd>
          </button>
        ))}
      </p>
      <p class="meta">
        {chosen ? (
          <Text id="moments-on" args={{ time: minutes(chosen.atMs), quote: quoteOf(desk, line) }} />
        ) : (
          <Text id="moments-none" />
        )}
      </p>
      <ul class="meta">
        {room.grading.moments.map((one) => (
          <li key={`${one.cited}-${one.moment}`} data-moment={one.moment}>
            <strong>
              <Text id={`moment-${one.moment}`} />
            </strong>{' '}
            {quoteOf(desk, one.cited)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function quoteOf(desk: Desk, line: number): string {
  const text = quote(desk.room.value, { line, begin: 0, end: 0 });
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function Criticals({ desk, line }: { desk: Desk; line: number }) {
  const [asking, setAsking] = useState<Critical | null>(null);
  const set = desk.room.value.grading.criticals;
  const count = Object.keys(set).length;
  return (
    <details>
      <summary>
        <Text id="critical-title" />: {count === 0 ? <Text id="critical-none" /> : count}
      </summary>
      <ul class="stack critical">
        {criticals.map((one) => (
          <li key={one} data-critical={set[one] ? 'set' : 'none'}>
            <span>
              <Text id={`critical-${one}`} />
            </span>
            <button
              type="button"
              class="button button--small"
              aria-disabled={line === 0}
              onClick={() => line > 0 && setAsking(one)}
            >
              <Text id={set[one] ? 'critical-back' : 'critical-set'} />
            </button>
            {set[one] && (
              <p class="meta critical__why">
                <q>{quoteOf(desk, set[one].cited)}</q> {set[one].text}
              </p>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <WordsDialog
          title={`critical-${asking}`}
          label="critical-reason"
          confirm={set[asking] ? 'critical-back' : 'critical-set'}
          onWords={(reason) => desk.grader.critical(asking, line, !set[asking], reason)}
          onClose={() => setAsking(null)}
        >
          <blockquote>{quote(desk.room.value, { line, begin: 0, end: 0 })}</blockquote>
        </WordsDialog>
      )}
    </details>
  );
}

function Whisper({ desk }: { desk: Desk }) {
  const [text, setText] = useState('');
  const room = desk.room.value;
  if (room.level === 'exam')
    return (
      <p class="meta">
        <Text id="whisper-exam" />
      </p>
    );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() !== '') desk.grader.whisper(text.trim());
    setText('');
    document.getElementById('whisper')?.blur();
  };
  return (
    <form class="row" onSubmit={send}>
      <label class="field grading__whisper">
        <Text id="whisper-label" args={{ who: room.names.trainee ?? '' }} />
        <input
          id="whisper"
          class="input"
          maxLength={200}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        <Text id="whisper-send" />
      </button>
      <ul class="meta grading__whispers">
        {room.grading.whispers.map((one) => (
          <li key={one.atMs}>
            {minutes(one.atMs)} {one.text}
          </li>
        ))}
      </ul>
    </form>
  );
}

function Revise(props: { desk: Desk; revision: Revision; onClose: () => void }) {
  const { item, level } = props.revision;
  return (
    <WordsDialog
      title="revise-title"
      label="revise-reason"
      confirm="revise-confirm"
      onWords={(reason) => props.desk.grader.mark(item, level, false, reason)}
      onClose={props.onClose}
    />
  );
}
