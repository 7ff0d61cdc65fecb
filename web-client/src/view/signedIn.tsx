/** Who is signed in here, the way to his account, and the way out. Whoever came by a link has nothing to sign out of. */
import { useState } from 'preact/hooks';
import type { Link } from '../net/link.ts';
import { signOut } from '../state/signIn.ts';
import type { Welcome } from '../state/staffLink.ts';
import texts from '../text/signin.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';
import '../style/signin.css';

addTexts(texts);

export function SignedIn({ welcome, link }: { welcome: Welcome | null; link: Link }) {
  const [failed, setFailed] = useState(false);
  if (!welcome?.staff || link.hasSecret) return null;
  const out = async () => {
    setFailed((await signOut()) !== '');
    location.assign('/signin');
  };
  return (
    <span class="row signed-in">
      <a class="meta" href="/i/account" data-signed-in>
        <Text id="signed-in-as" args={{ name: welcome.name }} />
      </a>
      <button type="button" class="button button--plain" onClick={out}>
        <Icon name="log-out" />
        <Text id="sign-out" />
      </button>
      {failed && (
        <span role="alert">
          <Text id="sign-out-failed" />
        </span>
      )}
    </span>
  );
}
