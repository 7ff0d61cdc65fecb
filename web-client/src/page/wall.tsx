/** Every room of a workshop at once, the neediest first; and before it begins, who is here. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Tile } from '#protocol';
import { codeShown } from '../state/code.ts';
import { takeSecret } from '../state/kept.ts';
import { emptyOrder, levelOf, moved, type Order, reorder } from '../state/wall.ts';
import { type Lane, WorkshopDesk } from '../state/workshopDesk.ts';
import { addTexts, minutes, say } from '../text/text.ts';
import texts from '../text/workshop.ftl?raw';
import { InviteStaff } from '../view/inviteStaff.tsx';
import { NotStaff } from '../view/notStaff.tsx';
import { Icon, Plain, Skeleton, Text } from '../view/parts.tsx';
import { Qr } from '../view/qr.tsx';
import { SignedIn } from '../view/signedIn.tsx';
import '../style/staff.css';
import '../style/wall.css';

addTexts(texts);

export function Wall({ code }: { code: string }) {
  const [desk] = useState(
    () => new WorkshopDesk({ kind: 'watchWorkshop', code }, takeSecret('/i/demo')),
  );
  useEffect(() => () => desk.dispose(), [desk]);
  useKeys(desk);
  if (desk.link.state.value.is === 'ended' || desk.welcome.value?.staff === false)
    return <NotStaff secret={desk.link.hasSecret} />;
  if (!desk.workshop.value) {
    return desk.error.value ? <Plain title="refused-title" text="wall-none" /> : <Skeleton />;
  }
  return (
    <main class="staff wall">
      <Head desk={desk} />
      {desk.error.value && (
        <p class="notice" role="alert">
          <Text id={desk.error.value} />
        </p>
      )}
      <Toasts desk={desk} />
      {desk.workshop.value.phase === 'open' ? <WayIn code={code} /> : <Rooms desk={desk} />}
      <People desk={desk} />
    </main>
  );
}

function Head({ desk }: { desk: WorkshopDesk }) {
  const workshop = desk.workshop.value;
  const left = desk.leftMs();
  if (!workshop) return null;
  const waits = workshop.phase === 'open' || workshop.phase === 'switch';
  const here = workshop.people.filter((one) => one.here).length;
  return (
    <header class="wall__head">
      <h1>{workshop.title}</h1>
      <span class="badge">{workshop.shut ? say('wall-shut') : codeShown(workshop.code)}</span>
      <span class="meta">
        <Text id="lobby-people" args={{ count: here }} />
      </span>
      <span class="badge" data-phase={workshop.phase}>
        <Text id={workshop.paused ? 'wall-paused' : `gathering-${workshop.phase}`} />
      </span>
      {left !== null && <span class="wall__clock">{minutes(left)}</span>}
      <span class="row wall__acts">
        {waits && <Act desk={desk} what="start" id="start-round" main />}
        {workshop.phase !== 'open' && workshop.phase !== 'over' && (
          <>
            <Act desk={desk} what="extend" id="extend-all" />
            <Act
              desk={desk}
              what={workshop.paused ? 'resume' : 'pause'}
              id={workshop.paused ? 'resume-all' : 'pause-all'}
            />
          </>
        )}
        <Act desk={desk} what="bell" id="ring" />
        <a class="button" href={`/i/w/${workshop.code}/people`}>
          <Text id="people" />
        </a>
        <a class="button" href={`/p/${workshop.code}`} target="_blank" rel="noreferrer">
          <Text id="projector" />
        </a>
        <InviteStaff desk={desk} />
        <SignedIn welcome={desk.welcome.value} link={desk.link} />
      </span>
    </header>
  );
}

function Act(props: {
  desk: WorkshopDesk;
  what: Parameters<WorkshopDesk['steer']>[0];
  id: string;
  main?: boolean;
}) {
  return (
    <button
      type="button"
      class={props.main ? 'button button--main' : 'button'}
      onClick={() => props.desk.steer(props.what)}
    >
      <Text id={props.id} />
    </button>
  );
}

function WayIn({ code }: { code: string }) {
  return (
    <section class="panel wall__in">
      <Qr text={`${location.origin}/j/${code}`} />
      <div>
        <p class="wall__code">{codeShown(code)}</p>
        <p>
          <a href={`/j/${code}`}>{`${location.host}/j/${code}`}</a>
        </p>
      </div>
    </section>
  );
}

/** Whoever asks for help is told on every screen of the staff. */
function Toasts({ desk }: { desk: WorkshopDesk }) {
  const asking = desk.workshop.value?.people.filter((one) => one.helpS > 0) ?? [];
  return (
    <div class="toasts" role="alert">
      {asking.map((one) => (
        <p key={one.person} class="notice">
          <Icon name="circle-question-mark" />
          <Text id="wants-help" args={{ name: one.name, group: one.group }} />
        </p>
      ))}
    </div>
  );
}

function Rooms({ desk }: { desk: WorkshopDesk }) {
  const [order, setOrder] = useState<Order>(emptyOrder);
  const grid = useRef<HTMLElement>(null);
  const tiles = desk.tiles.value;
  const held = () => grid.current?.matches(':hover, :focus-within') ?? false;
  useEffect(() => setOrder((was) => reorder(was, tiles, performance.now(), held())), [tiles]);
  useEffect(() => {
    const sort = (event: KeyboardEvent) => {
      if (event.key === 'r' && isFree(event))
        setOrder(reorder(emptyOrder, desk.tiles.value, performance.now(), false));
    };
    addEventListener('keydown', sort);
    return () => removeEventListener('keydown', sort);
  }, [desk]);
  const shown = order.groups.filter((group) => tiles.has(group));
  const calm = shown.filter((group) => isCalm(tiles.get(group)));
  const loud = shown.filter((group) => !isCalm(tiles.get(group)));
  const changed = moved(order, tiles);
  return (
    <>
      <p class="meta" role="status">
        {changed > 0 && <Text id="wall-moved" args={{ count: changed }} />}
      </p>
      <section ref={grid} class="wall__rooms" aria-label={say('wall-rooms')}>
        {loud.map((group, at) => (
          <Room
            key={group}
            tile={tiles.get(group) as Tile}
            lane={desk.lanes.value.get(group) ?? []}
            at={at}
          />
        ))}
        <details class="panel wall__calm" open={loud.length === 0}>
          <summary>
            <Text id="wall-calm" args={{ count: calm.length }} />
          </summary>
          <div class="wall__rooms">
            {calm.map((group) => (
              <Room
                key={group}
                tile={tiles.get(group) as Tile}
                lane={desk.lanes.value.get(group) ?? []}
                at={-1}
              />
            ))}
          </div>
        </details>
      </section>
    </>
  );
}

const isCalm = (tile: Tile | undefined) => !tile || levelOf(tile.attention) === 'calm';
const isFree = (event: KeyboardEvent) =>
  !(event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey;

function Room({ tile, lane, at }: { tile: Tile; lane: Lane; at: number }) {
  const level = levelOf(tile.attention);
  const rise = tile.anger - tile.angerBefore;
  const trend = rise > 2 ? 'up' : rise < -2 ? 'down' : 'flat';
  return (
    <a
      class="panel tile"
      data-level={level}
      data-group={tile.group}
      data-at={at}
      href={`/i/r/${tile.room}`}
    >
      <strong class="row">
        <Text id="tile-room" args={{ group: tile.group }} />
        <span class="badge">
          <Text id={`level-${level}`} />
        </span>
      </strong>
      <span>
        <Text
          id="tile-people"
          args={{ trainee: tile.trainee, customer: tile.customer || say('tile-bot') }}
        />
        {tile.observer !== '' && ` · ${tile.observer}`}
      </span>
      <span class="meta">
        <Text id="tile-anger" args={{ anger: tile.anger, trend: say(`tile-${trend}`) }} />
        {' · '}
        <Text id={`gathering-${tile.phase === 'closed' ? 'over' : tile.phase}`} />
        {tile.need !== 'none' && ' · '}
        {tile.need !== 'none' && (
          <Text
            id={`need-${tile.need.replace('_', '-')}`}
            args={{ seconds: tile.needS, count: tile.cutIns }}
          />
        )}
      </span>
      <LaneView lane={lane} />
      <span class="tile__last">{tile.last}</span>
    </a>
  );
}

const rows = { customer: 0, trainee: 8 } as const;

function LaneView({ lane }: { lane: Lane }) {
  return (
    <svg class="lane" viewBox="0 0 60 14" preserveAspectRatio="none" aria-hidden="true">
      {lane.map((holder, second) =>
        holder in rows ? (
          <rect
            key={second}
            class={`lane__${holder}`}
            x={60 - lane.length + second}
            y={rows[holder as keyof typeof rows]}
            width="1.05"
            height="6"
          />
        ) : null,
      )}
    </svg>
  );
}

function People({ desk }: { desk: WorkshopDesk }) {
  const workshop = desk.workshop.value;
  if (!workshop) return null;
  return (
    <details class="panel" open={workshop.phase === 'open'}>
      <summary>
        <Text id="wall-people" args={{ count: workshop.people.length }} />
      </summary>
      <ul class="wall__people">
        {workshop.people.map((one) => (
          <li key={one.person} class="row">
            <span>{one.name}</span>
            <span class="badge">
              <Text
                id={!one.here ? 'person-away' : one.group === 0 ? 'person-lobby' : 'person-room'}
                args={{ group: one.group }}
              />
            </span>
            <button
              type="button"
              class="button button--plain"
              aria-label={say('remove-person', { name: one.name })}
              onClick={() => desk.steer('remove', one.person)}
            >
              <Text id="remove" />
            </button>
          </li>
        ))}
      </ul>
      <p class="row">
        <button
          type="button"
          class="button"
          onClick={() => desk.steer('shut', 0, 0, !workshop.shut)}
        >
          <Text id={workshop.shut ? 'unshut' : 'shut'} />
        </button>
        {workshop.phase !== 'over' && (
          <button
            type="button"
            class="button"
            onClick={() => confirm(say('end-workshop-ask')) && desk.steer('end')}
          >
            <Text id="end-workshop" />
          </button>
        )}
      </p>
    </details>
  );
}

/** One key each, outside of text fields; every one has a button or a link. */
function useKeys(desk: WorkshopDesk) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isFree(event)) return;
      const paused = desk.workshop.value?.paused;
      if (event.key === 'b') desk.steer('bell');
      if (event.key === '+') desk.steer('extend');
      if (event.key === '.') desk.steer(paused ? 'resume' : 'pause');
      if (/^[1-9]$/.test(event.key))
        document
          .querySelector<HTMLAnchorElement>(`.tile[data-at="${Number(event.key) - 1}"]`)
          ?.click();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [desk]);
}
