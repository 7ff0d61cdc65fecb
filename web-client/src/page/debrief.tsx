/** Look together: the conversation on one line, what each act was judged, and the evidence. */
import '../text/talk.ts';
import { useState } from 'preact/hooks';
import type { Seat } from '#protocol';
import { angerCurve, type Moment, moments, quote } from '../state/moments.ts';
import { type Room, secondsSaidAgain, type Verdict } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import debriefTexts from '../text/debrief.ftl?raw';
import { type Args, addTexts, minutes, say } from '../text/text.ts';
import { EvidencePanel } from '../view/evidence.tsx';
import { FairnessSheet } from '../view/fairnessSheet.tsx';
import { ItemLevels } from '../view/itemViews.tsx';
import { useKeepProgress } from '../view/keepProgress.ts';
import { OutcomeNotice } from '../view/outcome.tsx';
import { Icon, Text } from '../view/parts.tsx';
import { Scroll } from '../view/scroll.tsx';
import { StopHere } from '../view/stopping.tsx';
import { Timeline } from '../view/timeline.tsx';
import { MarksPanel, NotedMoments } from './debriefMarks.tsx';
import {
  Answers,
  Feel,
  isDone,
  Keep,
  Rate,
  type Step,
  StepBar,
  stepsOf,
  Words,
} from './debriefSteps.tsx';
import '../style/debrief.css';

addTexts(debriefTexts);

export function Debrief({ session }: { session: Session }) {
  const room = session.back.recalled.value;
  const seated = session.seated.value;
  useKeepProgress(session);
  if (!room || !seated) return null;
  return <Steps session={session} room={room} title={seated.title} />;
}

/** Feel, rate yourself, look together, keep one: at first the first that is not done; from then on
 * the person goes on by himself. */
function Steps({ session, room, title }: { session: Session; room: Room; title: string }) {
  const steps = stepsOf(session);
  const { grading } = session.room.value;
  const [at, setAt] = useState<Step>(() => steps.find((step) => !isDone(step, grading)) ?? 'look');
  const next = () => setAt(steps[steps.indexOf(at) + 1] ?? 'look');
  return (
    <main class="debrief">
      <header class="debrief__top">
        <p class="meta">{title}</p>
        {session.self.value !== 'observer' && <StopHere session={session} />}
      </header>
      <h1>
        <Text id={`step-${at}`} />
      </h1>
      <StepBar steps={steps} at={at} grading={grading} onStep={setAt} />
      <OutcomeNotice room={room} args={session.names()} />
      {at === 'feel' && <Feel session={session} onNext={next} />}
      {at === 'rate' && <Rate session={session} onNext={next} />}
      {at === 'answers' && <Answers session={session} onNext={next} />}
      {at === 'views' && <ItemLevels session={session} onNext={next} />}
      {at === 'look' && <Together session={session} room={room} />}
      {at === 'keep' && <Keep session={session} />}
    </main>
  );
}

/** An observer sees again what he noted. */
function Noticed({ session, room }: { session: Session; room: Room }) {
  return (
    <section class="panel">
      <h2>
        <Text id="noticed" />
      </h2>
      <NotedMoments room={room} items={session.method.value?.items ?? []} />
    </section>
  );
}

function Together({ session, room }: { session: Session; room: Room }) {
  const names = session.names();
  const self = session.self.value;
  return (
    <>
      {self === 'trainee' && <MarksPanel session={session} room={room} />}
      {self === 'observer' && <Noticed session={session} room={room} />}
      <Facts room={room} self={self} />
      <Look
        room={room}
        self={self}
        args={{ ...names, who: room.names.trainee ?? '' }}
        {...(self === 'trainee' && {
          onHoped: (line: number, text: string) => session.back.note('hoped', text, line),
        })}
        {...(self === 'trainee' &&
          room.player === 'bot' && { onTryAgain: (atMs: number) => session.back.tryAgain(atMs) })}
      />
      {self === 'trainee' && (
        <>
          <EvidencePanel
            room={room}
            args={names}
            onContest={(cited) => session.back.contest(cited)}
          />
          <FairnessSheet room={room} />
        </>
      )}
      <Lines room={room} session={session} />
      <p>
        <a class="button button--main" href="/practice">
          <Icon name="repeat-2" />
          <Text id="practice-again" />
        </a>
      </p>
    </>
  );
}

interface MomentActs {
  onTryAgain?: (atMs: number) => void;
  /** What he was hoping for as he cut in with that line. */
  onHoped?: (line: number, text: string) => void;
}

/** The conversation as a picture with its moments, or the same as a table. */
function Look(props: { room: Room; self: Seat; args: Args } & MomentActs) {
  const { room, self, args } = props;
  const [at, setAt] = useState(0);
  const [table, setTable] = useState(false);
  const all = moments(room);
  const step = (by: number) => setAt(Math.max(0, Math.min(all.length - 1, at + by)));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  };
  const own = self === 'trainee' ? 'lane-you' : 'lane-trainee';
  return (
    <section class="panel">
      <div class="debrief__head">
        <h2>
          <Text id="timeline" />
        </h2>
        <button type="button" class="button button--small" onClick={() => setTable(!table)}>
          <Text id={table ? 'hide-table' : 'show-table'} />
        </button>
      </div>
      {table ? (
        <MomentTable room={room} all={all} args={args} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same by mouse
        <div onKeyDown={onKey}>
          <Timeline
            room={room}
            nowMs={room.lastMs}
            endMs={room.lastMs}
            labels={[say('lane-customer'), say(own)]}
            moments={all}
            chosen={all[at] ?? null}
            onChoose={setAt}
          />
          <MomentView
            room={room}
            moment={all[at] ?? null}
            args={args}
            at={at}
            count={all.length}
            onStep={step}
            {...(props.onTryAgain && { onTryAgain: props.onTryAgain })}
            {...(props.onHoped && { onHoped: props.onHoped })}
          />
        </div>
      )}
    </section>
  );
}

function Facts({ room, self }: { room: Room; self: Seat }) {
  const curve = angerCurve(room).map((one) => one.anger);
  const seconds = secondsSaidAgain(room);
  const count = room.score?.interruptions ?? room.cutIns.length;
  const from = curve[0] ?? 0;
  return (
    <dl class="facts">
      {curve.length > 0 && (
        <Fact id="fact-anger" value={say('fact-anger-value', { from, to: curve.at(-1) ?? 0 })}>
          <Text id="fact-anger-peak" args={{ peak: Math.max(...curve) }} />
        </Fact>
      )}
      {room.score && (
        <Fact id="fact-floor" value={String(room.score.value)}>
          <Text id="fact-floor-note" args={{ count }} />
        </Fact>
      )}
      <Fact
        id={self === 'trainee' ? 'fact-cost' : 'fact-cost-theirs'}
        value={say('fact-cost-value', { seconds })}
      >
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

function MomentView(
  props: MomentActs & {
    room: Room;
    moment: Moment | null;
    args: Args;
    at: number;
    count: number;
    onStep: (by: number) => void;
  },
) {
  const { moment, onTryAgain, onHoped } = props;
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
          <Text id="moment-of" args={{ n: props.at + 1, all: props.count }} />{' '}
          <Text id="timeline-hint" />
        </span>
      </div>
      <p aria-live="polite">
        <strong>{minutes(moment.atMs)}</strong> <Sentence {...props} moment={moment} />
      </p>
      {moment.line !== 0 && (
        <blockquote>{quote(props.room, { line: moment.line, begin: 0, end: 0 })}</blockquote>
      )}
      {onHoped && moment.tone === 'cut' && moment.line !== 0 && (
        <Hoped
          key={moment.line}
          stored={props.room.grading.hoped[moment.line]}
          onHoped={(text) => onHoped(moment.line, text)}
        />
      )}
      {onTryAgain && (
        <p>
          <button
            type="button"
            class="button button--small"
            onClick={() => onTryAgain(Math.max(0, moment.atMs - 1))}
          >
            <Icon name="repeat-2" />
            <Text id="try-again-here" />
          </button>
        </p>
      )}
    </div>
  );
}

/** A cut-in had its reason: the trainee alone writes and reads it, and staff. */
function Hoped(props: { stored: string | undefined; onHoped: (text: string) => void }) {
  return (
    <>
      <Words
        label="hoped-ask"
        most={200}
        button="note-save"
        value={props.stored}
        onWords={props.onHoped}
      />
      {props.stored !== undefined && (
        <p class="meta" role="status">
          <Icon name="check" />
          <Text id="note-saved" args={{ text: props.stored }} />
        </p>
      )}
    </>
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
    <Scroll>
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
    </Scroll>
  );
}

function Lines({ room, session }: { room: Room; session: Session }) {
  return (
    <details class="panel">
      <summary>
        <Text id="transcript-title" />
      </summary>
      <Scroll>
        <table class="table">
          <tbody>
            {room.lines.map((line) => (
              <tr key={line.line}>
                <td>{minutes(line.atMs)}</td>
                <th scope="row">{session.nameOf(line.party)}</th>
                <td>
                  {line.cutIn && <Icon name="scissors" />}
                  {line.action && <Text id={`did-${line.action}`} args={{ who: '' }} />}{' '}
                  {line.chip === 'none' ? line.text : say(`chip-${line.chip}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
