import { useEffect } from 'preact/hooks';
import type { Session } from '../state/session.ts';
import practiceTexts from '../text/practice.ftl?raw';
import { addTexts } from '../text/text.ts';
import { ComfortPanel } from '../view/comfort.tsx';
import { DeviceCheck } from '../view/linkLine.tsx';
import { NameField, useName } from '../view/nameField.tsx';
import { Text, Warning } from '../view/parts.tsx';
import { Room } from './chunks.ts';

addTexts(practiceTexts);

/** A seat that a link opens: one field, and the rest has a good default. */
export function Join({ session }: { session: Session }) {
  const name = useName(session);
  useEffect(Room.prefetch, []);
  const start = (event: SubmitEvent) => {
    event.preventDefault();
    const checked = name.checked();
    const { timePct, level, heat } = session.comfort;
    const scenario = session.welcome.value?.scenarios[0]?.id ?? '';
    if (checked !== null) session.join({ scenario, name: checked, timePct, level, heat });
  };
  return (
    <main class="join">
      <h1>
        <Text id="join-title" />
      </h1>
      <p>
        <Text id="join-demo" />
      </p>
      <form class="stack" onSubmit={start} noValidate>
        <NameField {...name.field} />
        <DeviceCheck session={session} />
        <ComfortPanel session={session} />
        {session.error.value && <Warning id={session.error.value} role="alert" />}
        <p class="meta">
          <Text id="consent" />
        </p>
        <button type="submit" class="button button--main">
          <Text id="go" />
        </button>
      </form>
    </main>
  );
}
