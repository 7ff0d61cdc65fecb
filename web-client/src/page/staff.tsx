/** The instructor's pages: the rooms, and one room live. */
import '../text/talk.ts';
import { useEffect, useState } from 'preact/hooks';
import type { RoomEntry } from '#protocol';
import { Desk } from '../state/desk.ts';
import { takeSecret } from '../state/kept.ts';
import debriefTexts from '../text/debrief.ftl?raw';
import staffTexts from '../text/staff.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Plain, Skeleton, Text } from '../view/parts.tsx';
import { StaffRoom } from './staffRoom.tsx';
import '../style/debrief.css';
import '../style/staff.css';

addTexts(debriefTexts);
addTexts(staffTexts);

/** Staff links live under one path; the secret opens all of it. */
const base = '/i/demo';

export function Staff({ path }: { path: string }) {
  const watched = /^\/i\/[^/]+\/r\/([^/]+)$/.exec(path)?.[1];
  const [desk] = useState(
    () => new Desk(watched ? decodeURIComponent(watched) : null, takeSecret(base)),
  );
  useEffect(() => () => desk.dispose(), [desk]);
  if (desk.link.state.value.is === 'ended' || desk.staff.value === false) {
    return <Plain title="refused-title" text="staff-denied" />;
  }
  return watched ? <StaffRoom desk={desk} back={base} /> : <Rooms desk={desk} />;
}

function Rooms({ desk }: { desk: Desk }) {
  const rooms = desk.rooms.value;
  if (!rooms) return <Skeleton />;
  return (
    <main class="staff">
      <h1>
        <Text id="staff-title" />
      </h1>
      <p>
        <a class="button" href="/f/new">
          <Text id="staff-new-workshop" />
        </a>
      </p>
      {rooms.length === 0 && (
        <p class="meta">
          <Text id="staff-none" />
        </p>
      )}
      <ul class="rooms">
        {rooms.map((room) => (
          <li key={room.room}>
            <RoomTile room={room} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function RoomTile({ room }: { room: RoomEntry }) {
  return (
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
        <span>
          <Text id="room-anger" args={{ anger: room.anger }} />
        </span>
        <span>
          <Text id="room-floor-score" args={{ score: room.score }} />
        </span>
      </span>
    </a>
  );
}
