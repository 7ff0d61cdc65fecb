/** The instructor's pages: the rooms, and one room live. */
import { useEffect, useState } from 'preact/hooks';
import type { RoomEntry } from '#protocol';
import { codeIn } from '../state/code.ts';
import { Desk, type RoomPlace } from '../state/desk.ts';
import { takeSecret } from '../state/kept.ts';
import debriefTexts from '../text/debrief.ftl?raw';
import deskTexts from '../text/desk.ftl?raw';
import staffTexts from '../text/staff.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Plain, Skeleton, Text } from '../view/parts.tsx';
import { StaffRoom } from './staffRoom.tsx';
import '../style/desk.css';

addTexts(debriefTexts);
addTexts(staffTexts);
addTexts(deskTexts);

/** Staff links live under one path; the secret opens all of it. */
const base = '/i/demo';

/** What stands behind /i/: a room by its place in a workshop, a room by its id, or all rooms. */
function watchedAt(path: string): { watched: string | RoomPlace | null; back: string } {
  const placed = /^\/i\/w\/([^/]+)\/r\/(?:(\d+)-)?(\d+)$/.exec(path);
  if (placed) {
    const [, typed = '', session = '0', group = '1'] = placed;
    const code = codeIn(typed);
    return {
      watched: { code, session: Number(session), group: Number(group) },
      back: `/i/w/${code}`,
    };
  }
  const room = /^\/i\/[^/]+\/r\/([^/]+)$/.exec(path)?.[1];
  return { watched: room ? decodeURIComponent(room) : null, back: base };
}

export function Staff({ path }: { path: string }) {
  const [{ watched, back }] = useState(() => watchedAt(path));
  const [desk] = useState(() => new Desk(watched, takeSecret(base)));
  useEffect(() => () => desk.dispose(), [desk]);
  if (desk.link.state.value.is === 'ended' || desk.staff.value === false) {
    return <Plain title="refused-title" text="staff-denied" />;
  }
  return watched ? <StaffRoom desk={desk} back={back} /> : <Rooms desk={desk} />;
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
