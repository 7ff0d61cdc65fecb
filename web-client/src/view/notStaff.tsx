/** Instead of a page that is staff's. */
import { useEffect } from 'preact/hooks';
import { forgetSecret } from '../state/kept.ts';
import { askToSignIn } from '../state/signIn.ts';
import { secretPlace } from '../state/staffLink.ts';
import texts from '../text/signin.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Plain, Skeleton, Text } from './parts.tsx';

addTexts(texts);

/** Why the page is not there for him, and where he may go instead. */
export function Refused(props: { text: string; href: string; way: string; onGo?: () => void }) {
  return (
    <Plain title="refused-title" text={props.text}>
      <a class="button button--main" href={props.href} onClick={props.onGo}>
        <Text id={props.way} />
      </a>
    </Plain>
  );
}

export const NoWorkshop = () => <Refused text="wall-none" href="/i" way="home-workshops" />;

/** Whoever has no link to explain it may be somebody who has not signed in yet. */
export function NotStaff({ secret }: { secret: boolean }) {
  useEffect(() => {
    if (!secret) askToSignIn();
  }, [secret]);
  if (!secret) return <Skeleton />;
  const forget = () => forgetSecret(secretPlace);
  return <Refused text="link-denied" href="/signin" way="signin-title" onGo={forget} />;
}
