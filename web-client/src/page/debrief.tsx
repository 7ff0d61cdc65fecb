/** Look together: the conversation on one line, what each act was judged, and the evidence. */
import { useState } from 'preact/hooks';
import { angerCurve, evidenceText, type Moment, moments, quote } from '../state/moments.ts';
import { type Room, secondsSaidAgain, type Verdict } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import debriefTexts from '../text/debrief.ftl?raw';
import { type Args, addTexts, minutes, say } from '../text/text.ts';
import { Icon, Text } from '../view/parts.tsx';
import { Timeline } from '../view/timeline.tsx';

addTexts(debriefTexts);

export function Debrief({ session }: { session: Session }) {
  const room = session.recalled.value;
  const seated = session.seated.value;
  const [chosen, setChosen] = useState(0);
  const [table, setTable] = useState(false);
  if (!room || !seated) return null;
  const names = session.names();
  const who = room.names.trainee ?? '';
  const all = moments(room);
  const moment = all[chosen] ?? null;
  const step = (by: number) => setChosen(Math.max(0, Math.min(all.length - 1, chosen + by)));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  };
  const own = session.self.value === 'trainee' ? 'lane-you' : 'lane-trainee';
  return (
    <main class="debrief">
      <p class="meta">{seated.title}</p>
      <h1>
        <Text id="debrief-title" />
      </h1>
      <Outcome room={room} args={names} />
      <Facts room={room} />
      <section class="panel">
        <div class="debrief__head">
          <h2>
            <Text id="timeline" />
          </h2>
          <button
            type="button"
            class="button button--small"
            aria-pressed={table}
            onClick={() => setTable(!table)}
          >
            <Text id={table ? 'hide-table' : 'show-table'} />
          </button>
        </div>
        {table ? (
          <MomentTable room={room} all={all} args={{ ...names, who }} />
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same by mouse
          <div onKeyDown={onKey}>
            <Timeline
              room={room}
              endMs={room.lastMs}
              labels={[say('lane-customer'), say(own)]}
              moments={all}
              chosen={moment}
            />
            <MomentView
              room={room}
              moment={moment}
              args={names}
              at={chosen}
              count={all.length}
              onStep={step}
            />
          </div>
        )}
      </section>
      <EvidenceLists room={room} args={names} />
      <Lines room={room} session={session} />
      <p>
        <a class="button button--main" href="/practice">
          <Icon name="repeat-2" />
          <Text id="practice-again" />
        </a>
      </p>
    </main>
  );
}

function Outcome({ room, args }: { room: Room; args: Args }) {
  const result = room.outcome ?? { outcome: 'none', reason: 'left', answer: 'no' };
  const good = result.outcome === 'satisfied' || result.outcome === 'grudging';
  return (
    <p class={`notice${good ? ' notice--good' : ''}`} data-outcome={result.outcome}>
      <Icon name={good ? 'check' : 'flag'} />
      <span>
        <strong>
          <Text id={`outcome-${result.outcome}`} args={args} />
        </strong>{' '}
        <Text id={`reason-${result.reason}`} />
      </span>
    </p>
  );
}

function Facts({ room }: { room: Room }) {
  const curve = angerCurve(room).map((one) => one.anger);
  const seconds = secondsSaidAgain(room);
  const count = room.score?.interruptions ?? room.cutIns.length;
  const first = room.deltas[0];
  const from = first ? first.angerNow - first.anger : 0;
  return (
    <dl class="facts">
      {curve.length > 0 && (
        <Fact id="fact-anger" value={say('fact-anger-value', { from, to: curve.at(-1) ?? 0 })}>
          <Text id="fact-anger-peak" args={{ peak: Math.max(from, ...curve) }} />
        </Fact>
      )}
      {room.score && (
        <Fact id="fact-floor" value={String(room.score.value)}>
          <Text id="fact-floor-note" args={{ count }} />
        </Fact>
      )}
      <Fact id="fact-cost" value={say('fact-cost-value', { seconds })}>
        <Text id={seconds > 0 ? 'fact-cost-note' : 'fact-cost-none'} />
      </Fact>
      <Fact id="fact-found" value={String(room.facts.length)}>
        <Text id="fact-found-note" args={{ keys: room.facts.filter((one) => one.key).length }} />
      </Fact>
    </dl>
  );
}

function Fact(props: { id: string; value: string; children: preact.ComponentChildren }) {
  return (
    <div class="panel fact" data-fact={props.id}>
      <dt class="meta">
        <Text id={props.id} />
      </dt>
      <dd class="fact__value">{props.value}</dd>
      <dd class="meta">{props.children}</dd>
    </div>
  );
}

function MomentView(props: {
  room: Room;
  moment: Moment | null;
  args: Args;
  at: number;
  count: number;
  onStep: (by: number) => void;
}) {
  const { moment } = props;
  if (!moment) {
    return (
      <p class="meta">
        <Text id="no-moments" />
      </p>
    );
  }
  return (
    <div class={`moment moment--${moment.tone}`}>
      <div class="row">
        <button
          type="button"
          class="button button--small"
          aria-label={say('moment-previous')}
          aria-disabled={props.at === 0}
          onClick={() => props.onStep(-1)}
        >
          ←
        </button>
        <button
          type="button"
          class="button button--small"
          aria-label={say('moment-next')}
          aria-disabled={props.at === props.count - 1}
          onClick={() => props.onStep(1)}
        >
          →
        </button>
        <span class="meta">
          <Text id="moment-of" args={{ n: props.at + 1, all: props.count }} />
        </span>
      </div>
      <p aria-live="polite">
        <strong>{minutes(moment.atMs)}</strong> <Sentence {...props} moment={moment} />
      </p>
      <blockquote>{quote(props.room, { line: moment.line, begin: 0, end: 0 })}</blockquote>
    </div>
  );
}

/** One plain sentence for a moment, and what it cost. */
function Sentence({ room, moment, args }: { room: Room; moment: Moment; args: Args }) {
  return (
    <>
      <Text id={moment.id} args={args} />{' '}
      {moment.seconds > 0 && <Text id="moments-seconds" args={{ seconds: moment.seconds }} />}{' '}
      {moment.verdict && <Cost room={room} verdict={moment.verdict} />}
    </>
  );
}

function Cost({ room, verdict }: { room: Room; verdict: Verdict }) {
  const { points = 0, wouldBePoints = 0 } = verdict;
  return (
    <>
      {points > 0 && <Text id="verdict-points" args={{ points }} />}
      {points === 0 && wouldBePoints > 0 && (
        <Text id="verdict-would" args={{ points: wouldBePoints }} />
      )}{' '}
      {room.repaired.includes(verdict.actMs) && <Text id="moments-given-back" />}{' '}
      {room.waived.includes(verdict.actMs) && <Text id="moments-waived" />}
    </>
  );
}

function MomentTable({ room, all, args }: { room: Room; all: Moment[]; args: Args }) {
  return (
    <div class="scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">
              <Text id="table-time" />
            </th>
            <th scope="col">
              <Text id="table-what" />
            </th>
            <th scope="col">
              <Text id="table-anger" />
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((moment) => (
            <tr key={`${moment.atMs}-${moment.id}`}>
              <td>{minutes(moment.atMs)}</td>
              <td>
                <Sentence room={room} moment={moment} args={args} />
              </td>
              <td>{angerCurve(room).findLast((one) => one.atMs <= moment.atMs)?.anger ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EvidenceLists({ room, args }: { room: Room; args: Args }) {
  const grades = [
    ['credit', 'evidence-credits'],
    ['fault', 'evidence-faults'],
    ['note', 'evidence-notes'],
  ] as const;
  return (
    <section class="panel">
      <h2>
        <Text id="evidence-title" />
      </h2>
      <p class="meta">
        <Text id="evidence-machine" />
      </p>
      {room.evidence.length === 0 && (
        <p>
          <Text id="evidence-none" />
        </p>
      )}
      <div class="evidence">
        {grades.map(([grade, title]) => {
          const found = room.evidence.filter((one) => one.grade === grade);
          if (found.length === 0) return null;
          return (
            <div key={grade} class={`evidence__list evidence__list--${grade}`}>
              <h3>
                <Text id={title} />
              </h3>
              <ul>
                {found.map((one, index) => (
                  <li key={`${one.line}-${one.move}-${index}`}>
                    <span class="meta">{minutes(one.atMs)}</span>{' '}
                    <Text id={evidenceText(one)} args={args} />
                    <q>{quote(room, one)}</q>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Lines({ room, session }: { room: Room; session: Session }) {
  return (
    <details class="panel">
      <summary>
        <Text id="transcript-title" />
      </summary>
      <div class="scroll">
        <table class="table">
          <tbody>
            {room.lines.map((line) => (
              <tr key={line.line}>
                <td>{minutes(line.atMs)}</td>
                <th scope="row">{session.nameOf(line.party)}</th>
                <td>
                  {line.cutIn && <Icon name="scissors" />}
                  {line.chip === 'none' ? line.text : say(`chip-${line.chip}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
