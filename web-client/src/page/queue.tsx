/** Rooms of a workshop that have ended and wait for their marks, the oldest first. */
import { useEffect, useState } from 'preact/hooks';
import type { QueueEntry } from '#protocol';
import { nameInQueue } from '../state/desk.ts';
import { takeSecret } from '../state/kept.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { secretPlace } from '../state/staffLink.ts';
import { WorkshopDesk } from '../state/workshopDesk.ts';
import deskTexts from '../text/desk.ftl?raw';
import { addTexts, minutes } from '../text/text.ts';
import texts from '../text/workshop.ftl?raw';
import { NotStaff, NoWorkshop } from '../view/notStaff.tsx';
import { Icon, Skeleton, Text } from '../view/parts.tsx';
import { ShortcutSwitch } from '../view/shortcutSwitch.tsx';
import { SignedIn } from '../view/signedIn.tsx';
import { StaffOffline } from '../view/staffOffline.tsx';
import { Toasts } from '../view/toasts.tsx';
import '../style/staff.css';
import '../style/desk.css';

addTexts(texts);
addTexts(deskTexts);

export function Queue({ code }: { code: string }) {
  const [desk] = useState(
    () => new WorkshopDesk({ kind: 'watchWorkshop', code }, takeSecret(secretPlace)),
  );
  useEffect(() => () => desk.dispose(), [desk]);
  useShortcuts((key) => key === 'n' && next());
  if (desk.link.state.value.is === 'ended' || desk.welcome.value?.staff === false)
    return <NotStaff secret={desk.link.hasSecret} />;
  const queue = desk.queue.value;
  if (!queue) {
    return desk.error.value ? <NoWorkshop /> : <Skeleton />;
  }
  return (
    <main class="staff queue">
      <StaffOffline link={desk.link} />
      <p class="row">
        <a href={`/i/w/${code}`}>
          <Text id="back-to-wall" />
        </a>
        <SignedIn welcome={desk.welcome.value} link={desk.link} />
      </p>
      <h1>
        <Text id="wall-to-grade" args={{ count: queue.waiting }} />
      </h1>
      <Toasts view={desk} code={code} />
      {queue.waiting === 0 && (
        <p class="notice notice--good" role="status">
          <Text id="queue-done" />
        </p>
      )}
      {queue.waiting > 0 && (
        <p>
          <button type="button" class="button button--main" aria-keyshortcuts="N" onClick={next}>
            <Text id="queue-next" /> <kbd>N</kbd>
          </button>
        </p>
      )}
      <ol class="queue__rooms">
        {queue.rooms.map((one) => (
          <li key={nameInQueue(one)}>
            <Entry desk={desk} code={code} entry={one} />
          </li>
        ))}
      </ol>
      {queue.waiting > queue.rooms.length && (
        <p class="meta">
          <Text id="queue-more" args={{ count: queue.waiting - queue.rooms.length }} />
        </p>
      )}
      <ShortcutSwitch keys="queue-keys" />
    </main>
  );
}

function next(): boolean {
  const first = document.querySelector<HTMLAnchorElement>('.queue__room');
  first?.click();
  return first !== null;
}

function Entry({ desk, code, entry }: { desk: WorkshopDesk; code: string; entry: QueueEntry }) {
  const { session, group, take, trainee, hints, marked, items, reported } = entry;
  return (
    <a class="panel queue__room" href={`/i/w/${code}/r/${nameInQueue(entry)}`}>
      <strong>
        <Text id="queue-room" args={{ session, group, trainee }} />
      </strong>
      {take > 0 && (
        <span class="badge">
          <Text id="queue-anew" />
        </span>
      )}
      {reported && (
        <span class="badge badge--cut">
          <Icon name="flag" />
          <Text id="queue-reported" />
        </span>
      )}
      <span class="row meta">
        <span>
          <Text id="queue-age" args={{ age: minutes(desk.ageMs(entry)) }} />
        </span>
        <span>
          <Text id="queue-marked" args={{ marked, items }} />
        </span>
        <span>
          <Text id="queue-hints" args={{ count: hints }} />
        </span>
      </span>
    </a>
  );
}
