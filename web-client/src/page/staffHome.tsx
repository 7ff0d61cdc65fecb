/** Where staff begin: the firm's running workshops, and every room. */
import type { RoomEntry, WorkshopEntry } from '#protocol';
import { codeShown } from '../state/code.ts';
import type { Desk } from '../state/desk.ts';
import { addTexts } from '../text/text.ts';
import workshopTexts from '../text/workshop.ftl?raw';
import { Skeleton, Text } from '../view/parts.tsx';
import { SignedIn } from '../view/signedIn.tsx';
import { StaffOffline } from '../view/staffOffline.tsx';

addTexts(workshopTexts);

export function StaffHome({ desk }: { desk: Desk }) {
  const rooms = desk.rooms.value;
  if (!rooms) return <Skeleton />;
  const role = desk.welcome.value?.role ?? 'grader';
  return (
    <main class="staff">
      <StaffOffline link={desk.link} />
      <header class="home__head">
        <h1>
          <Text id="staff-title" />
        </h1>
        <SignedIn welcome={desk.welcome.value} link={desk.link} />
      </header>
      <Workshops workshops={desk.workshops.value} />
      {(role === 'instructor' || role === 'admin') && (
        <p>
          <a class="button" href="/f/new">
            <Text id="staff-new-workshop" />
          </a>
        </p>
      )}
      <Rooms rooms={rooms} />
    </main>
  );
}

function Workshops({ workshops }: { workshops: readonly WorkshopEntry[] }) {
  return (
    <section>
      <h2>
        <Text id="home-workshops" />
      </h2>
      {workshops.length === 0 && (
        <p class="meta">
          <Text id="home-no-workshops" />
        </p>
      )}
      <ul class="rooms">
        {workshops.map((one) => (
          <li key={one.code}>
            <a class="panel rooms__room" href={`/i/w/${one.code}`}>
              <strong>{one.title}</strong>
              <span class="row meta">
                <span class="badge">{codeShown(one.code)}</span>
                <span class="badge">
                  <Text id={`gathering-${one.phase}`} />
                </span>
                <span>
                  <Text id="home-workshop-state" args={{ people: one.people }} />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rooms({ rooms }: { rooms: readonly RoomEntry[] }) {
  return (
    <section>
      <h2>
        <Text id="home-rooms" />
      </h2>
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
    </section>
  );
}

function RoomTile({ room }: { room: RoomEntry }) {
  return (
    <a class="panel rooms__room" href={`/i/r/${encodeURIComponent(room.room)}`}>
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
