/** One room, live, as its instructor sees it: both sides, the floor, what was judged and why. */
import { useState } from 'preact/hooks';
import type { Item } from '#protocol';
import type { Desk } from '../state/desk.ts';
import { trend } from '../state/moments.ts';
import type { Room, Verdict } from '../state/room.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { minutes, say } from '../text/text.ts';
import { BothCards } from '../view/bothCards.tsx';
import { EvidencePanel } from '../view/evidence.tsx';
import { FairnessSheet } from '../view/fairnessSheet.tsx';
import { OutcomeNotice } from '../view/outcome.tsx';
import { Dialog, Icon, Skeleton, Text, Warning } from '../view/parts.tsx';
import { PinBar } from '../view/pinBar.tsx';
import { ShortcutSwitch } from '../view/shortcutSwitch.tsx';
import { SignedIn } from '../view/signedIn.tsx';
import { StaffLines } from '../view/staffLines.tsx';
import { StaffNotices } from '../view/staffNotices.tsx';
import { StaffOffline } from '../view/staffOffline.tsx';
import { TakeAway } from '../view/takeAway.tsx';
import { TakingPart } from '../view/takingPart.tsx';
import { Timeline } from '../view/timeline.tsx';
import { Toasts } from '../view/toasts.tsx';
import { VerdictList } from '../view/verdictList.tsx';
import { WordsDialog } from '../view/wordsDialog.tsx';
import { GradingPanel } from './grading.tsx';

export function StaffRoom({ desk, back }: { desk: Desk; back: string }) {
  const [waiving, setWaiving] = useState<Verdict | null>(null);
  const [ending, setEnding] = useState(false);
  const room = desk.room.value;
  const seated = desk.seated.value;
  const go = (by: number) => desk.findBeside(by, (name) => location.assign(`${back}/r/${name}`));
  useShortcuts((key) => pressed(desk, key, go, setWaiving, setEnding));
  if (!seated) {
    if (!desk.error.value) return <Skeleton />;
    return <NoRoom back={back} />;
  }
  const args = { address: seated.address, who: room.names.trainee ?? '' };
  const live = isLive(room);
  return (
    <main class="staff room">
      <StaffOffline link={desk.link} />
      <Ways desk={desk} back={back} go={go} />
      {desk.place && <Toasts view={desk.workshop} code={desk.place.code} here={desk.place.group} />}
      <Title desk={desk} room={room} customer={seated.customer} />
      {desk.error.value && <Warning id={desk.error.value} role="alert" />}
      <StaffNotices room={room} customer={seated.customer} />
      {room.outcome && <OutcomeNotice room={room} args={args} />}
      {desk.steers && live && room.phase !== 'read' && (
        <Controls desk={desk} onEnd={() => setEnding(true)} />
      )}
      {desk.steers && <TakingPart desk={desk} customer={seated.customer} />}
      {room.phase === 'read' ? (
        <Cards desk={desk} open />
      ) : (
        <Talk desk={desk} onWaive={setWaiving} />
      )}
      <ShortcutSwitch keys="room-keys" />
      {waiving && <Waive desk={desk} verdict={waiving} onClose={() => setWaiving(null)} />}
      {ending && <End desk={desk} onClose={() => setEnding(false)} />}
    </main>
  );
}

function Cards({ desk, open }: { desk: Desk; open: boolean }) {
  const { card = [], customer = '' } = desk.seated.value ?? {};
  const trainee = desk.room.value.names.trainee ?? '';
  return <BothCards open={open} sections={card} trainee={trainee} customer={customer} />;
}

/** What was said and judged, and the marks beside it. */
function Talk({ desk, onWaive }: { desk: Desk; onWaive: (verdict: Verdict) => void }) {
  const [chosen, setChosen] = useState(0);
  const [item, setItem] = useState<Item | null>(null);
  const room = desk.room.value;
  const { address = '', customer = '' } = desk.seated.value ?? {};
  const args = { address, who: room.names.trainee ?? '' };
  const live = isLive(room);
  const line = chosen || (room.lines.findLast((one) => one.party === 'trainee')?.line ?? 0);
  const lastMs = live ? desk.nowMs.value : room.lastMs;
  return (
    <>
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
        <div class="stack">
          <StaffLines
            room={room}
            customer={customer}
            chosen={line}
            item={item}
            items={desk.method.value?.items ?? []}
            onChoose={setChosen}
          />
          {desk.place && desk.steers && <PinBar desk={desk} line={line} />}
        </div>
        <GradingPanel desk={desk} line={line} onItem={setItem} onLine={setChosen} />
      </div>
      <VerdictList room={room} args={args} {...(live && desk.steers && { onWaive })} />
      <EvidencePanel room={room} args={args} onContest={(cited) => desk.contest(cited)} />
      <Cards desk={desk} open={false} />
      {!live && <FairnessSheet room={room} />}
      {!live && <TakeAway desk={desk} />}
    </>
  );
}

function isLive(room: Room): boolean {
  return room.phase !== 'debrief' && room.phase !== 'closed';
}

function NoRoom({ back }: { back: string }) {
  return (
    <main class="plain">
      <h1>
        <Text id="room-gone" />
      </h1>
      <p>
        <a href={back}>
          <Text id="back-to-rooms" />
        </a>
      </p>
    </main>
  );
}

/** Back to all rooms, and to the ones beside this. */
function Ways({ desk, back, go }: { desk: Desk; back: string; go: (by: number) => void }) {
  const ended = (desk.place?.session ?? 0) > 0;
  return (
    <nav class="row room__ways">
      <a href={ended ? `${back}/queue` : back}>
        <Text id={ended ? 'back-to-queue' : 'back-to-rooms'} />
      </a>
      <span class="row">
        <button
          type="button"
          class="button button--small"
          aria-keyshortcuts="["
          onClick={() => go(-1)}
        >
          <kbd>[</kbd> <Text id="room-before" />
        </button>
        <button
          type="button"
          class="button button--small"
          aria-keyshortcuts="]"
          onClick={() => go(1)}
        >
          <Text id="room-after" /> <kbd>]</kbd>
        </button>
      </span>
      <SignedIn welcome={desk.welcome.value} link={desk.link} />
    </nav>
  );
}

function Title({ desk, room, customer }: { desk: Desk; room: Room; customer: string }) {
  const { place } = desk;
  const left = leftMs(room, desk.nowMs.value);
  return (
    <h1 class="row">
      {place && (
        <span>
          <Text id="room-number" args={{ group: place.group }} />
        </span>
      )}
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
      {left !== null && <span class="room__clock">{minutes(left)}</span>}
    </h1>
  );
}

/** It stands still with the room. */
function leftMs(room: Room, nowMs: number): number | null {
  if (room.phaseEndsMs === 0 || !isLive(room)) return null;
  const stands = room.floor.holder === 'suspended' ? room.floor.sinceMs : nowMs;
  return Math.max(0, room.phaseEndsMs - stands);
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

const togglePlaying = (desk: Desk) => desk.part.playCustomer(!desk.part.plays.value);

function Controls({ desk, onEnd }: { desk: Desk; onEnd: () => void }) {
  const room = desk.room.value;
  const { holder } = room.floor;
  const paused = holder === 'suspended';
  const plays = desk.part.plays.value;
  const elsewhere = room.player === 'instructor' && !plays;
  const buttons = [
    {
      key: 'P',
      icon: paused ? 'play' : 'pause',
      id: paused ? 'resume-room' : 'pause-room',
      act: () => togglePause(desk),
    },
    {
      key: 'T',
      icon: plays ? 'undo-2' : 'user',
      id: plays ? 'hand-back' : elsewhere ? 'taken-over' : 'take-over',
      act: () => togglePlaying(desk),
      off: elsewhere,
    },
    {
      key: 'S',
      icon: 'eye',
      id: holder === 'instructor' ? 'barge-out' : 'barge-in',
      act: () => toggleBargeIn(desk),
    },
    { key: 'A', icon: 'flag', id: 'tag-abusive', act: () => desk.control('tag_abusive') },
    { key: 'E', icon: 'octagon-x', id: 'end-room', act: onEnd },
  ];
  return (
    <p class="row room__acts">
      {buttons.map(({ key, icon, id, act, off }) => (
        <button
          key={key}
          type="button"
          class="button"
          aria-keyshortcuts={key}
          aria-disabled={off === true}
          onClick={() => off !== true && act()}
        >
          <Icon name={icon} />
          <Text id={id} />
          <kbd>{key}</kbd>
        </button>
      ))}
    </p>
  );
}

/** One key for each control; X waives the latest charge. */
function pressed(
  desk: Desk,
  key: string,
  go: (by: number) => void,
  onWaive: (verdict: Verdict) => void,
  onEnd: (ending: boolean) => void,
): boolean {
  const room = desk.room.value;
  const charge = room.verdicts.findLast((one) => one.penalty);
  if (key === '[' || key === ']') go(key === '[' ? -1 : 1);
  else if (key === 'n' && (desk.place?.session ?? 0) > 0) go(1);
  else if (!desk.steers || !isLive(room) || room.phase === 'read') return false;
  else if (key === 'p') togglePause(desk);
  else if (key === 't') togglePlaying(desk);
  else if (key === 's') toggleBargeIn(desk);
  else if (key === 'a') desk.control('tag_abusive');
  else if (key === 'e') onEnd(true);
  else if (key === 'x' && charge) onWaive(charge);
  else return false;
  return true;
}

function Waive(props: { desk: Desk; verdict: Verdict; onClose: () => void }) {
  return (
    <WordsDialog
      title="waive-title"
      label="waive-reason"
      confirm="waive-confirm"
      onWords={(reason) => props.desk.control('waive', props.verdict.actMs, reason)}
      onClose={props.onClose}
    />
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
