/** The instructor's pages: the rooms, and one room live. */
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Control, RoomEntry, ToClient } from '#protocol';
import { type Clock, hearStamp, readClock, startClock } from '../net/clock.ts';
import { Link } from '../net/link.ts';
import { takeSecret } from '../state/kept.ts';
import { evidenceText, quote, trend } from '../state/moments.ts';
import { reduce } from '../state/reduce.ts';
import { emptyRoom, type Room, type Verdict } from '../state/room.ts';
import debriefTexts from '../text/debrief.ftl?raw';
import staffTexts from '../text/staff.ftl?raw';
import { addTexts, minutes, say } from '../text/text.ts';
import { Dialog, Icon, Plain, Skeleton, Text } from '../view/parts.tsx';
import { Timeline } from '../view/timeline.tsx';

addTexts(debriefTexts);
addTexts(staffTexts);

/** Staff links live under one path; the secret opens all of it. */
const base = '/i/demo';
const refreshMs = 2_000;

class Desk {
  readonly rooms = signal<RoomEntry[] | null>(null);
  readonly room = signal<Room>(emptyRoom);
  readonly nowMs = signal(0);
  readonly staff = signal<boolean | null>(null);
  readonly seated = signal<Extract<ToClient, { kind: 'seated' }> | null>(null);
  readonly link: Link;
  #clock: Clock = startClock(0, performance.now(), false);
  readonly #ticker: number;

  constructor(readonly watching: string | null) {
    const handler = {
      welcomed: (message: { staff: boolean }) => this.#welcomed(message.staff),
      received: (messages: ToClient[]) => messages.forEach((one) => this.#take(one)),
    };
    this.link = new Link(handler, takeSecret(base));
    this.link.connect();
    this.#ticker = setInterval(() => this.#tick(), watching === null ? refreshMs : 250);
  }

  dispose() {
    clearInterval(this.#ticker);
    this.link.close();
  }

  control(what: Control, actMs = 0, reason = '') {
    this.link.send({ kind: 'control', what, actMs, reason });
  }

  #welcomed(staff: boolean) {
    this.staff.value = staff;
    if (!staff) return;
    if (this.watching === null) this.link.send({ kind: 'listRooms' });
    else this.link.send({ kind: 'watch', room: this.watching, n: this.link.seen });
  }

  #tick() {
    if (this.watching !== null) this.nowMs.value = readClock(this.#clock, performance.now());
    else if (this.staff.value) this.link.send({ kind: 'listRooms' });
  }

  #take(message: ToClient) {
    if (message.kind === 'rooms') this.rooms.value = message.rooms;
    if (message.kind === 'seated') {
      this.seated.value = message;
      this.#clock = startClock(message.nowMs, performance.now(), message.clockRuns);
    }
    if (message.kind !== 'event') return;
    this.#clock = hearStamp(this.#clock, message.atMs, performance.now());
    this.room.value = reduce(this.room.value, message.event, message.atMs);
  }
}

export function Staff({ path }: { path: string }) {
  const watched = /^\/i\/[^/]+\/r\/([^/]+)$/.exec(path)?.[1] ?? null;
  const [desk] = useState(() => new Desk(watched === null ? null : decodeURIComponent(watched)));
  useEffect(() => () => desk.dispose(), [desk]);
  if (desk.link.state.value.is === 'ended' || desk.staff.value === false) {
    return <Plain title="refused-title" text="staff-denied" />;
  }
  return watched === null ? <Rooms desk={desk} /> : <LiveRoom desk={desk} />;
}

function Rooms({ desk }: { desk: Desk }) {
  const rooms = desk.rooms.value;
  if (!rooms) return <Skeleton />;
  return (
    <main class="staff">
      <h1>
        <Text id="staff-title" />
      </h1>
      {rooms.length === 0 && (
        <p class="meta">
          <Text id="staff-none" />
        </p>
      )}
      <ul class="rooms">
        {rooms.map((room) => (
          <li key={room.room}>
            <a class="panel rooms__room" href={`${base}/r/${encodeURIComponent(room.room)}`}>
              <strong>
                <Text id="room-people" args={{ trainee: room.trainee, customer: room.customer }} />
              </strong>
              <span>{room.title}</span>
              <span class="row meta">
                <span class="badge">
                  <Text id={`phase-${room.phase}`} />
                </span>
                <span class="badge">
                  <Text id={`player-${room.player}`} />
                </span>
                <Text id="room-anger" args={{ anger: room.anger }} />
                <Text id="room-floor-score" args={{ score: room.score }} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function LiveRoom({ desk }: { desk: Desk }) {
  const room = desk.room.value;
  const seated = desk.seated.value;
  const [waive, setWaive] = useState<Verdict | null>(null);
  const [ending, setEnding] = useState(false);
  if (!seated) return <Skeleton />;
  const args = { address: seated.address };
  const delta = room.deltas.at(-1);
  return (
    <main class="staff">
      <p>
        <a href={base}>
          <Text id="back-to-rooms" />
        </a>
      </p>
      <h1>
        <Text
          id="room-people"
          args={{ trainee: room.names.trainee ?? '', customer: seated.customer }}
        />{' '}
        <span class="badge">
          <Text id={`phase-${room.phase}`} />
        </span>{' '}
        <span class="badge">
          <Text id={`player-${room.player}`} />
        </span>
      </h1>
      <Controls desk={desk} onEnd={() => setEnding(true)} />
      <dl class="facts">
        <Figure id="anger-now" value={delta?.angerNow} note={trend(room, desk.nowMs.value)} />
        <Figure id="trust-now" value={delta?.trustNow} />
        <Figure id="score-now" value={room.score?.value ?? 100} />
        <Figure id="cut-ins" value={room.score?.interruptions ?? 0} />
      </dl>
      <section class="panel">
        <h2>
          <Text id="live-lane" />
        </h2>
        <Timeline
          room={room}
          endMs={Math.max(60_000, desk.nowMs.value)}
          labels={[say('lane-customer'), say('lane-trainee')]}
        />
      </section>
      <div class="staff__columns">
        <section class="panel staff__lines">
          <h2>
            <Text id="transcript" />
          </h2>
          {room.lines.map((line) => (
            <p
              key={line.line}
              class={`staff__line staff__line--${line.party}${line.cutIn ? ' staff__line--cut' : ''}`}
            >
              <span class="meta">{minutes(line.atMs)}</span>{' '}
              {line.cutIn && <Icon name="scissors" />}
              <strong>{line.party === 'customer' ? seated.customer : room.names.trainee}</strong>{' '}
              {line.chip === 'none' ? line.text : say(`chip-${line.chip}`)}
            </p>
          ))}
        </section>
        <section class="panel">
          <h2>
            <Text id="verdicts" />
          </h2>
          {room.verdicts.length === 0 && (
            <p class="meta">
              <Text id="verdicts-none" />
            </p>
          )}
          <ul class="stack">
            {room.verdicts.toReversed().map((one, index) => (
              <li key={`${one.actMs}-${index}`} data-verdict={one.verdict}>
                <span class="meta">{minutes(one.actMs)}</span>{' '}
                <Text id={`verdict-${one.verdict}`} args={args} />{' '}
                <span class="meta">
                  {one.points !== undefined && <Text id="points" args={{ points: one.points }} />}{' '}
                  {one.marginMs !== undefined && <Text id="margin" args={{ ms: one.marginMs }} />}{' '}
                  {one.rttMs !== undefined && <Text id="rtt" args={{ ms: one.rttMs }} />} {one.rule}
                </span>
                {one.penalty && !room.waived.includes(one.actMs) && (
                  <button type="button" class="button button--small" onClick={() => setWaive(one)}>
                    <Text id="waive" />
                  </button>
                )}
              </li>
            ))}
          </ul>
          <h2>
            <Text id="evidence" />
          </h2>
          <ul class="stack">
            {room.evidence.toReversed().map((one, index) => (
              <li key={`${one.line}-${index}`}>
                <span class="badge">
                  <Text id={`grade-${one.grade}`} />
                </span>{' '}
                <Text id={evidenceText(one)} /> <q>{quote(room, one)}</q>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {waive && (
        <Waive
          onClose={() => setWaive(null)}
          onWaive={(reason) => desk.control('waive', waive.actMs, reason)}
        />
      )}
      {ending && (
        <Dialog title="end-title" onClose={() => setEnding(false)}>
          <p>
            <Text id="end-text" />
          </p>
          <p class="row dialog__row">
            <button
              type="button"
              class="button button--main"
              onClick={() => {
                desk.control('end');
                setEnding(false);
              }}
            >
              <Text id="end-confirm" />
            </button>
            <button type="button" class="button" onClick={() => setEnding(false)}>
              <Text id="cancel" />
            </button>
          </p>
        </Dialog>
      )}
    </main>
  );
}

function Figure(props: { id: string; value: number | undefined; note?: string }) {
  return (
    <div class="panel fact" data-fact={props.id}>
      <dt class="meta">
        <Text id={props.id} />
      </dt>
      <dd class="fact__value">{props.value ?? '–'}</dd>
      {props.note && (
        <dd class="meta">
          <Text id={`trend-${props.note}`} />
        </dd>
      )}
    </div>
  );
}

function Controls({ desk, onEnd }: { desk: Desk; onEnd: () => void }) {
  const { holder } = desk.room.value.floor;
  const paused = holder === 'suspended';
  const speaking = holder === 'instructor';
  return (
    <p class="row">
      <button
        type="button"
        class="button"
        onClick={() => desk.control(paused ? 'resume' : 'pause')}
      >
        <Icon name={paused ? 'play' : 'pause'} />
        <Text id={paused ? 'resume-room' : 'pause-room'} />
      </button>
      <button
        type="button"
        class="button"
        onClick={() => desk.control(speaking ? 'barge_in_end' : 'barge_in_start')}
      >
        <Icon name="eye" />
        <Text id={speaking ? 'barge-out' : 'barge-in'} />
      </button>
      <button type="button" class="button" onClick={() => desk.control('tag_abusive')}>
        <Icon name="flag" />
        <Text id="tag-abusive" />
      </button>
      <button type="button" class="button" onClick={onEnd}>
        <Icon name="octagon-x" />
        <Text id="end-room" />
      </button>
    </p>
  );
}

function Waive({ onClose, onWaive }: { onClose: () => void; onWaive: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title="waive-title" onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onWaive(reason.trim());
          onClose();
        }}
      >
        <label class="field">
          <Text id="waive-reason" />
          <input
            class="input"
            required
            maxLength={200}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <span class="row">
          <button type="submit" class="button button--main">
            <Text id="waive-confirm" />
          </button>
          <button type="button" class="button" onClick={onClose}>
            <Text id="cancel" />
          </button>
        </span>
      </form>
    </Dialog>
  );
}
