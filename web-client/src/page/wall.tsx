/** Every room of a workshop at once, the neediest first; and before it begins, who is here. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { codeShown } from '../state/code.ts';
import { takeSecret } from '../state/kept.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { found } from '../state/wall.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import deskTexts from '../text/desk.ftl?raw';
import { addTexts, minutes, say } from '../text/text.ts';
import texts from '../text/workshop.ftl?raw';
import { InviteStaff } from '../view/inviteStaff.tsx';
import { NotStaff, NoWorkshop } from '../view/notStaff.tsx';
import { Skeleton, Text, Warning } from '../view/parts.tsx';
import { Qr } from '../view/qr.tsx';
import { ShortcutSwitch } from '../view/shortcutSwitch.tsx';
import { SignedIn } from '../view/signedIn.tsx';
import { StaffOffline } from '../view/staffOffline.tsx';
import { Tile } from '../view/tile.tsx';
import { Toasts } from '../view/toasts.tsx';
import '../style/staff.css';
import '../style/wall.css';
import '../style/desk.css';

addTexts(texts);
addTexts(deskTexts);

export function Wall({ code }: { code: string }) {
  const [desk] = useState(
    () => new WorkshopDesk({ kind: 'watchWorkshop', code }, takeSecret('/i/demo')),
  );
  useEffect(() => () => desk.dispose(), [desk]);
  useShortcuts((key) => pressed(desk, key));
  if (desk.link.state.value.is === 'ended' || desk.welcome.value?.staff === false)
    return <NotStaff secret={desk.link.hasSecret} />;
  if (!desk.workshop.value) {
    return desk.error.value ? <NoWorkshop /> : <Skeleton />;
  }
  return (
    <main class="staff wall">
      <StaffOffline link={desk.link} />
      <Head desk={desk} />
      {desk.error.value && <Warning id={desk.error.value} role="alert" />}
      <Toasts view={desk} code={code} />
      {desk.workshop.value.phase === 'open' ? <WayIn code={code} /> : <Rooms desk={desk} />}
      <Foot desk={desk} />
      <People desk={desk} />
      <ShortcutSwitch keys="wall-keys" />
    </main>
  );
}

/** One key each; every one has a button or a link. */
function pressed(desk: WorkshopDesk, key: string): boolean {
  if (key === 'b' && desk.steers) desk.steer('bell');
  else if (key === '+' && desk.steers) desk.steer('extend');
  else if (key === '.' && desk.steers) desk.steer(desk.workshop.value?.paused ? 'resume' : 'pause');
  else if (key === 'r') desk.sort();
  else if (key === '/') document.getElementById('find')?.focus();
  else if (key === 'enter') roomLink(1)?.click();
  else if (/^[1-9]$/.test(key)) roomLink(Number(key))?.click();
  else return false;
  return true;
}

const roomLink = (number: number) =>
  document.querySelectorAll<HTMLAnchorElement>('.wall__grid a[data-group]')[number - 1];

function Head({ desk }: { desk: WorkshopDesk }) {
  const workshop = desk.workshop.value;
  if (!workshop) return null;
  const here = workshop.people.filter((one) => one.here).length;
  const rooms = desk.order.value.groups.length;
  return (
    <header class="wall__head">
      <h1>{workshop.title}</h1>
      <span class="badge">{workshop.shut ? say('wall-shut') : codeShown(workshop.code)}</span>
      <span class="meta">
        <Text id="lobby-people" args={{ count: here }} />
        {rooms > 0 && (
          <>
            {' · '}
            <Text id="wall-count" args={{ count: rooms }} />
          </>
        )}
      </span>
      <span class="badge" data-phase={workshop.phase}>
        <Text id={workshop.paused ? 'wall-paused' : `gathering-${workshop.phase}`} />
      </span>
      <Clock desk={desk} />
      <span class="row wall__acts">
        {desk.steers && <Steering desk={desk} />}
        <a class="button" href={`/p/${workshop.code}`} target="_blank" rel="noreferrer">
          <Text id="projector" />
        </a>
        <InviteStaff desk={desk} />
        <SignedIn welcome={desk.welcome.value} link={desk.link} />
      </span>
    </header>
  );
}

/** What graders may not do. */
function Steering({ desk }: { desk: WorkshopDesk }) {
  const workshop = desk.workshop.value;
  if (!workshop) return null;
  const waits = workshop.phase === 'open' || workshop.phase === 'switch';
  return (
    <>
      {waits && <Act desk={desk} what="start" id="start-round" main />}
      {workshop.phase !== 'open' && workshop.phase !== 'over' && (
        <>
          <Act desk={desk} what="extend" id="extend-all" shortcut="+" />
          <Act
            desk={desk}
            what={workshop.paused ? 'resume' : 'pause'}
            id={workshop.paused ? 'resume-all' : 'pause-all'}
            shortcut="."
          />
        </>
      )}
      <Act desk={desk} what="bell" id="ring" shortcut="B" />
      <a class="button" href={`/i/w/${workshop.code}/people`}>
        <Text id="people" />
      </a>
    </>
  );
}

/** By itself, so that its ticking draws nothing else. */
function Clock({ desk }: { desk: WorkshopDesk }) {
  const left = desk.leftMs();
  return left === null ? null : <span class="wall__clock">{minutes(left)}</span>;
}

function Act(props: {
  desk: WorkshopDesk;
  what: Parameters<WorkshopDesk['steer']>[0];
  id: string;
  main?: boolean;
  shortcut?: string;
}) {
  return (
    <button
      type="button"
      class={props.main ? 'button button--main' : 'button'}
      aria-keyshortcuts={props.shortcut}
      onClick={() => props.desk.steer(props.what)}
    >
      <Text id={props.id} />
      {props.shortcut && <kbd>{props.shortcut}</kbd>}
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

function Rooms({ desk }: { desk: WorkshopDesk }) {
  const [words, setWords] = useState('');
  const grid = useRef<HTMLElement>(null);
  const { groups, open } = desk.order.value;
  const code = desk.workshop.value?.code ?? '';
  const fits = (group: number) => {
    const tile = desk.glance(group)?.peek().tile;
    return tile !== undefined && found(tile, words);
  };
  desk.held = () => grid.current?.matches(':hover, :focus-within') ?? false;
  const shown =
    words.trim() === '' ? groups.filter((group) => open.has(group)) : groups.filter(fits);
  const calm = words.trim() === '' ? groups.filter((group) => !open.has(group)) : [];
  return (
    <>
      <div class="wall__bar">
        <h2>
          <Text id="wall-first" />
        </h2>
        <Moved desk={desk} />
        <Find words={words} onWords={setWords} />
      </div>
      <section ref={grid} class="wall__grid" aria-label={say('wall-rooms')}>
        <div class="wall__rooms">
          {shown.map((group, at) => (
            <Place key={group} desk={desk} code={code} group={group} number={at < 9 ? at + 1 : 0} />
          ))}
        </div>
        {shown.length === 0 && (
          <p class="meta">
            <Text id={words.trim() === '' ? 'wall-all-calm' : 'wall-none-found'} />
          </p>
        )}
        {calm.length > 0 && <Calm code={code} groups={calm} />}
      </section>
    </>
  );
}

function Place(props: { desk: WorkshopDesk; code: string; group: number; number: number }) {
  const glance = props.desk.glance(props.group);
  if (!glance) return null;
  return (
    <Tile glance={glance} href={`/i/w/${props.code}/r/${props.group}`} number={props.number} />
  );
}

function Moved({ desk }: { desk: WorkshopDesk }) {
  const count = desk.moved.value;
  return (
    <p class="meta wall__moved" role="status">
      {count > 0 && (
        <>
          <Text id="wall-moved" args={{ count }} />{' '}
          <button type="button" class="button button--small" onClick={() => desk.sort()}>
            <Text id="wall-sort" /> <kbd>R</kbd>
          </button>
        </>
      )}
    </p>
  );
}

function Find({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') roomLink(1)?.click();
    if (event.key !== 'Escape') return;
    onWords('');
    document.getElementById('find')?.blur();
  };
  return (
    <label class="wall__find">
      <Text id="wall-find" /> <kbd>/</kbd>
      <input
        id="find"
        class="input"
        type="search"
        value={words}
        onInput={(event) => onWords(event.currentTarget.value)}
        onKeyDown={press}
      />
    </label>
  );
}

/** Calm rooms are one line. */
function Calm({ code, groups }: { code: string; groups: readonly number[] }) {
  return (
    <p class="panel wall__calm">
      <strong>
        <Text id="wall-calm" args={{ count: groups.length }} />
      </strong>
      {groups.map((group) => (
        <a
          key={group}
          class="wall__number"
          data-group={group}
          href={`/i/w/${code}/r/${group}`}
          aria-label={say('tile-room', { group })}
        >
          {group}
        </a>
      ))}
    </p>
  );
}

function Foot({ desk }: { desk: WorkshopDesk }) {
  const workshop = desk.workshop.value;
  if (!workshop || workshop.phase === 'open') return null;
  const waiting = desk.queue.value?.waiting ?? 0;
  const lobby = workshop.people.filter((one) => one.here && one.group === 0).length;
  return (
    <p class="row wall__foot">
      <a class="button" data-queue={waiting} href={`/i/w/${workshop.code}/queue`}>
        <Text id="wall-to-grade" args={{ count: waiting }} />
      </a>
      <span data-lobby={lobby}>
        <Text id="wall-lobby" args={{ count: lobby }} />
      </span>
    </p>
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
            {desk.steers && (
              <button
                type="button"
                class="button button--plain"
                aria-label={say('remove-person', { name: one.name })}
                onClick={() => desk.steer('remove', one.person)}
              >
                <Text id="remove" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {desk.steers && <Doors desk={desk} />}
    </details>
  );
}

/** Nobody else comes in; and the end of it all. */
function Doors({ desk }: { desk: WorkshopDesk }) {
  const workshop = desk.workshop.value;
  if (!workshop) return null;
  return (
    <p class="row">
      <button type="button" class="button" onClick={() => desk.steer('shut', 0, 0, !workshop.shut)}>
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
  );
}
