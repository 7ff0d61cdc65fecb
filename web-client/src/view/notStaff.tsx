/** Instead of a page that is staff's. */
import { useEffect } from 'preact/hooks';
import { askToSignIn } from '../state/signIn.ts';
import texts from '../text/signin.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Plain, Skeleton } from './parts.tsx';

addTexts(texts);

/** Whoever has no link to explain it may be somebody who has not signed in yet. */
export function NotStaff({ secret }: { secret: boolean }) {
  useEffect(() => {
    if (!secret) askToSignIn();
  }, [secret]);
  return secret ? <Plain title="refused-title" text="link-denied" /> : <Skeleton />;
}
