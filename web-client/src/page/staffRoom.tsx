/** One room, live, as its instructor sees it: both sides, the floor, what was judged and why. */
import { useEffect, useState } from 'preact/hooks';
import type { Desk } from '../state/desk.ts';
import { trend } from '../state/moments.ts';
import type { Room, Verdict } from '../state/room.ts';
import { say } from '../text/text.ts';
import { EvidencePanel } from '../view/evidence.tsx';
import { FairnessSheet } from '../view/fairnessSheet.tsx';
import { OutcomeNotice } from '../view/outcome.tsx';
import { Dialog, Icon, Skeleton, Text, WordsForm } from '../view/parts.tsx';
import { StaffLines } from '../view/staffLines.tsx';
import { StaffNotices } from '../view/staffNotices.tsx';
import { Timeline } from '../view/timeline.tsx';
import { VerdictList } from '../view/verdictList.tsx';
import { GradingPanel } from './grading.tsx';

export function StaffRoom({ desk, back }: { desk: Desk; back: string }) {
  const [waiving, setWaiving] = useState<Verdict | null>(null);
  const [ending, setEnding] = useState(false);
  const [chosen, setChosen] = useState(0);
  const room = desk.room.value;
  const seated = desk.seated.value;
  useShortcuts(desk, back, setWaiving, setEnding);
  if (!seated) return <Skeleton />;
  const args = { address: seated.address, who: room.names.trainee ?? '' };
  const live = isLive(room);
  const line = chosen || (room.lines.findLast((one) => one.party === 'trainee')?.line ?? 0);
  const lastMs = live ? desk.nowMs.value : room.lastMs;
  return (
    <main class="staff">
      <p>
        <a href={back}>
          <Text id="back-to-rooms" />
        </a>
      </p>
      <Title desk={desk} room={room} customer={seated.customer} />
      {desk.error.value && (
        <p class="notice" role="alert">
          <Icon name="triangle-alert" />
          <Text id={desk.error.value} />
        </p>
      )}
      <StaffNotices room={room} customer={seated.customer} />
      {room.outcome && <OutcomeNotice room={room} args={args} />}
      {live && <Controls desk={desk} onEnd={() => setEnding(true)} />}
      <Figures room={room} nowMs={lastMs} />
      <section class="panel">
        <h2>
          <Text id="live-lane" />
        </h2>
        <Timeline
          room={room}
          nowMs={lastMs}
          endMs={Math.max(60_000, lastMs)}
          labels={[say('lane-customer'), say('lane-trainee')]}
        />
      </section>
      <div class="staff__columns">
        <StaffLines room={room} customer={seated.customer} chosen={line} onChoose={setChosen} />
        <GradingPanel desk={desk} line={line} />
      </div>
      <VerdictList room={room} args={args} {...(live && { onWaive: setWaiving })} />
      <EvidencePanel room={room} args={args} onContest={(cited) => desk.contest(cited)} />
      {!live && <FairnessSheet room={room} />}
      {waiving && <Waive desk={desk} verdict={waiving} onClose={() => setWaiving(null)} />}
      {ending && <End desk={desk} onClose={() => setEnding(false)} />}
    </main>
  );
}

function isLive(room: Room): boolean {
  return room.phase !== 'debrief' && room.phase !== 'closed';
}

function Title({ desk, room, customer }: { desk: Desk; room: Room; customer: string }) {
  const offline = desk.link.state.value.is === 'offline';
  return (
    <h1 class="row">
      <Text id="room-people" args={{ trainee: room.names.trainee ?? '…', customer }} />
      <span class="badge">
        <Text id={`phase-${room.phase}`} />
      </span>
      <span class="badge">
        <Text id={`player-${room.player}`} />
      </span>
      {room.heat > 0 && (
        <span class="badge">
          <Text id={`heat-${room.heat}`} />
        </span>
      )}
      {offline && (
        <span class="badge" role="status">
          <Icon name="wifi-off" />
          <Text id="staff-offline" />
        </span>
      )}
    </h1>
  );
}

function Figures({ room, nowMs }: { room: Room; nowMs: number }) {
  const delta = room.deltas.at(-1);
  return (
    <dl class="facts">
      <Figure id="anger-now" value={delta?.angerNow} note={`trend-${trend(room, nowMs)}`} />
      <Figure id="trust-now" value={delta?.trustNow} />
      <Figure id="score-now" value={room.score?.value ?? 100} />
      <Figure id="cut-ins" value={room.score?.interruptions ?? 0} />
    </dl>
  );
}

function Figure(props: { id: string; value: number | undefined; note?: string }) {
  return (
    <div class="panel fact" data-fact={props.id}>
      <dt class="meta">
        <Text id={props.id} />
      </dt>
      <dd class="fact__value">{props.value ?? '–'}</dd>
      {props.note && props.value !== undefined && (
        <dd class="meta">
          <Text id={props.note} />
        </dd>
      )}
    </div>
  );
}

function togglePause(desk: Desk) {
  desk.control(desk.room.value.floor.holder === 'suspended' ? 'resume' : 'pause');
}

function toggleBargeIn(desk: Desk) {
  const speaking = desk.room.value.floor.holder === 'instructor';
  desk.control(speaking ? 'barge_in_end' : 'barge_in_start');
}

function Controls({ desk, onEnd }: { desk: Desk; onEnd: () => void }) {
  const { holder } = desk.room.value.floor;
  const paused = holder === 'suspended';
  const buttons = [
    {
      key: 'P',
      icon: paused ? 'play' : 'pause',
      id: paused ? 'resume-room' : 'pause-room',
      act: () => togglePause(desk),
    },
    {
      key: 'T',
      icon: 'eye',
      id: holder === 'instructor' ? 'barge-out' : 'barge-in',
      act: () => toggleBargeIn(desk),
    },
    { key: 'A', icon: 'flag', id: 'tag-abusive', act: () => desk.control('tag_abusive') },
    { key: 'E', icon: 'octagon-x', id: 'end-room', act: onEnd },
  ];
  return (
    <p class="row">
      {buttons.map(({ key, icon, id, act }) => (
        <button key={key} type="button" class="button" aria-keyshortcuts={key} onClick={act}>
          <Icon name={icon} />
          <Text id={id} />
          <kbd>{key}</kbd>
        </button>
      ))}
    </p>
  );
}

/** One key for each control, outside of text fields and dialogs; X waives the latest charge. */
function useShortcuts(
  desk: Desk,
  back: string,
  onWaive: (verdict: Verdict) => void,
  onEnd: (ending: boolean) => void,
) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      if (inField || event.altKey || event.ctrlKey || event.metaKey) return;
      const key = event.key.toLowerCase();
      if (key === '[' || key === ']')
        desk.findBeside(key === '[' ? -1 : 1, (room) =>
          location.assign(`${back}/r/${encodeURIComponent(room)}`),
        );
      if (!isLive(desk.room.value)) return;
      if (key === 'p') togglePause(desk);
      if (key === 't') toggleBargeIn(desk);
      if (key === 'a') desk.control('tag_abusive');
      if (key === 'e') onEnd(true);
      const charge = desk.room.value.verdicts.findLast((one) => one.penalty);
      if (key === 'x' && charge) onWaive(charge);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [desk, back, onWaive, onEnd]);
}

function Waive(props: { desk: Desk; verdict: Verdict; onClose: () => void }) {
  return (
    <Dialog title="waive-title" onClose={props.onClose}>
      <WordsForm
        label="waive-reason"
        confirm="waive-confirm"
        onCancel={props.onClose}
        onWords={(reason) => {
          props.desk.control('waive', props.verdict.actMs, reason);
          props.onClose();
        }}
      />
    </Dialog>
  );
}

function End({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const end = () => {
    desk.control('end');
    onClose();
  };
  return (
    <Dialog title="end-title" onClose={onClose}>
      <p>
        <Text id="end-text" />
      </p>
      <p class="row">
        <button type="button" class="button button--main" onClick={end}>
          <Text id="end-confirm" />
        </button>
        <button type="button" class="button" onClick={onClose}>
          <Text id="cancel" />
        </button>
      </p>
    </Dialog>
  );
}
