/** How a session ends on this page: looked back at, open in another tab, or not here any more. */
import { useEffect } from 'preact/hooks';
import type { Session } from '../state/session.ts';
import { Plain, Skeleton, Text } from '../view/parts.tsx';
import { Debrief as DebriefSteps } from './chunks.ts';

export function Debrief({ session }: { session: Session }) {
  const online = session.link.state.value.is === 'open';
  useEffect(() => {
    if (online) session.back.recall();
  }, [session, online]);
  return session.back.recalled.value ? (
    <DebriefSteps session={session} />
  ) : (
    <Skeleton text="debrief-loading" />
  );
}

export function Ended({ why, session }: { why: string; session: Session }) {
  if (why === 'moved') {
    return (
      <Plain title="moved-tab" text="moved-text">
        <button type="button" class="button button--main" onClick={() => session.useHere()}>
          <Text id="use-here" />
        </button>
      </Plain>
    );
  }
  if (why === 'outdated') return <Plain title="refused-title" text="error-version" />;
  return <Gone />;
}

export function Gone() {
  return (
    <Plain title="gone-title" text="gone-text">
      <a class="button button--main" href="/practice">
        <Text id="landing-practise" />
      </a>
    </Plain>
  );
}
