/** Who is in a workshop and where, and how staff change it: by dragging one onto another, or by
 * picking one up with a key or a click and then naming the place. */
import { useEffect, useState } from 'preact/hooks';
import type { Member } from '#protocol';
import { takeSecret } from '../state/kept.ts';
import { type Act, type Group, groupsOf, stands } from '../state/people.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import deskTexts from '../text/desk.ftl?raw';
import peopleTexts from '../text/people.ftl?raw';
import { addTexts, minutes, say } from '../text/text.ts';
import texts from '../text/workshop.ftl?raw';
import { NotStaff, NoWorkshop, Refused } from '../view/notStaff.tsx';
import { Skeleton, Text, Warning } from '../view/parts.tsx';
import { SignedIn } from '../view/signedIn.tsx';
import { StaffOffline } from '../view/staffOffline.tsx';
import { Toasts } from '../view/toasts.tsx';
import '../style/staff.css';
import '../style/desk.css';
import '../style/people.css';

addTexts(texts);
addTexts(peopleTexts);
addTexts(deskTexts);

export function People({ code }: { code: string }) {
  const [desk] = useState(
    () => new WorkshopDesk({ kind: 'watchWorkshop', code }, takeSecret('/i/demo')),
  );
  useEffect(() => () => desk.dispose(), [desk]);
  if (desk.link.state.value.is === 'ended' || desk.welcome.value?.staff === false)
    return <NotStaff secret={desk.link.hasSecret} />;
  if (!desk.workshop.value) return desk.error.value ? <NoWorkshop /> : <Skeleton />;
  if (!desk.steers) return <Refused text="people-denied" href={`/i/w/${code}`} way="people-back" />;
  return <Roster desk={desk} />;
}

/** The one who is picked up, and what is to be done with him. */
interface Hand {
  person: number | null;
  act: Act;
}

function Roster({ desk }: { desk: WorkshopDesk }) {
  const [hand, setHand] = useState<Hand>({ person: null, act: 'swap' });
  const workshop = desk.workshop.value;
  useEffect(() => {
    const drop = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setHand((was) => ({ ...was, person: null }));
    };
    addEventListener('keydown', drop);
    return () => removeEventListener('keydown', drop);
  }, []);
  if (!workshop) return null;
  const { people } = workshop;
  const picked = people.find(({ person }) => person === hand.person) ?? null;
  const name = (two: number) => people.find(({ person }) => person === two)?.name ?? '';

  const onto = (one: Member, other: Member) => {
    const on = hand.act === 'swap' || !stands(hand.act, one, other, workshop.apart);
    desk.steer(hand.act, one.person, other.person, on);
    setHand({ person: null, act: 'swap' });
  };
  const take = (one: Member) => {
    if (picked && picked !== one) onto(picked, one);
    else setHand({ ...hand, person: picked ? null : one.person });
  };
  const move = (person: number, group: number) => {
    desk.steer('move', person, group);
    setHand({ person: null, act: 'swap' });
  };
  const exchange = (person: number, other: number) => desk.steer('swap', person, other);
  const place = { name, picked, take, move, exchange };
  const lobby = people.filter(({ group }) => group === 0);
  return (
    <main class="staff people">
      <StaffOffline link={desk.link} />
      <h1>
        <Text id="people-title" args={{ title: workshop.title }} />
      </h1>
      <p class="row">
        <a class="button" href={`/i/w/${workshop.code}`}>
          <Text id="people-back" />
        </a>
        <span class="badge">
          <Text id={workshop.paused ? 'wall-paused' : `gathering-${workshop.phase}`} />
        </span>
        {desk.leftMs() !== null && <span>{minutes(desk.leftMs() ?? 0)}</span>}
        <SignedIn welcome={desk.welcome.value} link={desk.link} />
      </p>
      <Toasts view={desk} code={workshop.code} />
      <p class="meta">
        <Text id={workshop.phase === 'switch' ? 'people-how-switch' : 'people-how'} />
      </p>
      <p role="status" class="people__said">
        {picked && <Text id={`people-picked-${hand.act}`} args={{ name: picked.name }} />}
      </p>
      {desk.error.value && (
        <Warning
          id={desk.error.value === 'error-wrong_phase' ? 'people-not-now' : desk.error.value}
          role="alert"
        />
      )}
      {picked && <Acts desk={desk} picked={picked} hand={hand} setHand={setHand} />}
      <div class="people__groups">
        {groupsOf(workshop).map((group) => (
          <GroupView key={group.group} desk={desk} group={group} place={place} />
        ))}
        <section class="panel people__group">
          <h2>
            <Text id="people-lobby" args={{ count: lobby.length }} />
          </h2>
          <ul>
            {lobby.map((one) => (
              <li key={one.person}>
                <Chip one={one} place={place} />
              </li>
            ))}
          </ul>
        </section>
      </div>
      {workshop.apart.length > 0 && (
        <section>
          <h2>
            <Text id="people-apart-list" />
          </h2>
          <ul class="people__apart">
            {workshop.apart.map(({ a, b }) => (
              <li key={`${a} ${b}`} class="row">
                <span>
                  {name(a)} · {name(b)}
                </span>
                <button
                  type="button"
                  class="button button--small"
                  aria-label={say('people-apart-end-of', { a: name(a), b: name(b) })}
                  onClick={() => desk.steer('apart', a, b, false)}
                >
                  <Text id="people-apart-end" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

interface Place {
  name: (person: number) => string;
  picked: Member | null;
  take: (one: Member) => void;
  move: (person: number, group: number) => void;
  /** Dropped there: nothing else on the page moves while somebody is dragged. */
  exchange: (person: number, other: number) => void;
}

/** What can be done with the one who is picked up, beside naming another. */
function Acts(props: {
  desk: WorkshopDesk;
  picked: Member;
  hand: Hand;
  setHand: (hand: Hand) => void;
}) {
  const { desk, picked, hand, setHand } = props;
  const put = (what: 'bot' | 'remove' | 'block') => {
    if (what !== 'bot' && !confirm(say(`people-${what}-ask`, { name: picked.name }))) return;
    desk.steer(what, picked.person);
    setHand({ person: null, act: 'swap' });
  };
  return (
    <fieldset class="panel people__acts">
      <legend>{picked.name}</legend>
      <div class="choices">
        {(['swap', 'apart', 'lock'] as const).map((act) => (
          <label key={act} class="choice">
            <input
              type="radio"
              name="act"
              checked={hand.act === act}
              onChange={() => setHand({ ...hand, act })}
            />
            <span>{say(`people-${act}`)}</span>
          </label>
        ))}
      </div>
      <p class="row">
        {picked.group > 0 && (
          <button type="button" class="button" onClick={() => put('bot')}>
            <Text id="people-bot" />
          </button>
        )}
        <button type="button" class="button" onClick={() => put('remove')}>
          <Text id="remove" />
        </button>
        <button type="button" class="button" onClick={() => put('block')}>
          <Text id="people-block" />
        </button>
        <button
          type="button"
          class="button button--plain"
          onClick={() => setHand({ person: null, act: 'swap' })}
        >
          <Text id="people-put-down" />
        </button>
      </p>
    </fieldset>
  );
}

function GroupView({ desk, group, place }: { desk: WorkshopDesk; group: Group; place: Place }) {
  return (
    <section class="panel people__group">
      <h2>
        <Text id="tile-room" args={{ group: group.group }} />
      </h2>
      <ul>
        {group.places.map(({ seat, member }) => (
          <li key={seat}>
            <span class="meta">
              <Text id={`seat-${seat}`} />
            </span>
            {member ? (
              <Chip one={member} place={place} />
            ) : (
              <Free group={group} seat={seat} place={place} />
            )}
          </li>
        ))}
        {group.free === 'observer' && group.places.length === 2 && place.picked && (
          <li>
            <span class="meta">
              <Text id="seat-observer" />
            </span>
            <Free group={group} seat="observer" place={place} />
          </li>
        )}
      </ul>
      <button
        type="button"
        class="button button--plain"
        aria-label={say('people-minute-of', { group: group.group })}
        onClick={() => desk.steer('extend_room', group.group)}
      >
        <Text id="people-minute" />
      </button>
    </section>
  );
}

const dragged = (event: DragEvent) =>
  Number(event.dataTransfer?.getData('text/plain') || Number.NaN);

/** A seat that nobody has; as the customer the bot. */
function Free({ group, seat, place }: { group: Group; seat: string; place: Place }) {
  const text = seat === 'customer' ? 'people-the-bot' : 'people-free';
  const { picked } = place;
  if (seat !== group.free || (picked && picked.group === group.group))
    return (
      <span>
        <Text id={text} />
      </span>
    );
  return (
    <button
      type="button"
      class="button people__free"
      aria-disabled={!picked}
      aria-label={say('people-move-to', { group: group.group, seat: say(`seat-${seat}`) })}
      onClick={() => picked && place.move(picked.person, group.group)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const person = dragged(event);
        if (!Number.isNaN(person)) place.move(person, group.group);
      }}
    >
      <Text id={text} />
    </button>
  );
}

function Chip({ one, place }: { one: Member; place: Place }) {
  const notes = [
    !one.here && say('person-away'),
    one.helpS > 0 && say('people-help'),
    one.asked !== 'nothing' && say('people-asked'),
    one.timePct > 100 && say('time-times', { times: one.timePct / 100 }),
    one.locked > 0 && say('people-locked', { name: place.name(one.locked - 1) }),
  ].filter(Boolean);
  return (
    <button
      type="button"
      class="button people__chip"
      draggable
      aria-pressed={place.picked?.person === one.person}
      data-away={!one.here}
      onClick={() => place.take(one)}
      onDragStart={(event) => event.dataTransfer?.setData('text/plain', String(one.person))}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const person = dragged(event);
        if (!Number.isNaN(person) && person !== one.person) place.exchange(person, one.person);
      }}
    >
      {one.name}
      {notes.length > 0 && <span class="meta"> {notes.join(' · ')}</span>}
    </button>
  );
}
