/** One's own account: another password, and where it is signed in. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SignInEntry } from '#protocol';
import { takeSecret } from '../state/kept.ts';
import { OwnAccount } from '../state/ownAccount.ts';
import { type AccountRefusal, changeAccount } from '../state/signIn.ts';
import { secretPlace } from '../state/staffLink.ts';
import texts from '../text/account.ftl?raw';
import { addTexts, say } from '../text/text.ts';
import { Credential, Refused } from '../view/credential.tsx';
import { NotStaff } from '../view/notStaff.tsx';
import { Plain, Skeleton, Text } from '../view/parts.tsx';
import { SignedIn } from '../view/signedIn.tsx';
import { useTitle } from '../view/title.ts';
import '../style/signin.css';
import '../style/account.css';

addTexts(texts);

export function Account() {
  const [own] = useState(() => new OwnAccount(takeSecret(secretPlace)));
  useEffect(() => () => own.dispose(), [own]);
  useTitle(say('account-title'));
  if (own.link.state.value.is === 'ended' || own.welcome.value?.staff === false)
    return <NotStaff secret={own.link.hasSecret} />;
  const account = own.account.value;
  if (!account) return <Skeleton />;
  if (account.login === '') return <Plain title="account-title" text="account-none" />;
  const { firm, login, signIns } = account;
  const alone = signIns.length < 2;
  return (
    <main class="sign-in account">
      <p class="row">
        <a href="/i">
          <Text id="account-back" />
        </a>
        <SignedIn welcome={own.welcome.value} link={own.link} />
      </p>
      <h1>
        <Text id="account-title" />
      </h1>
      <p>
        <Text id="account-whose" args={{ name: own.welcome.value?.name ?? '', login, firm }} />
      </p>
      <section class="panel stack" aria-labelledby="password-title">
        <h2 id="password-title">
          <Text id="account-password-title" />
        </h2>
        <Change send="account-change" sending="account-changing" done="account-changed" own={own}>
          <Credential id="account-present" name="password" autoComplete="current-password" />
          <Credential
            id="account-new"
            name="new"
            autoComplete="new-password"
            hint="account-new-hint"
          />
        </Change>
      </section>
      <section class="panel stack" aria-labelledby="places-title">
        <h2 id="places-title">
          <Text id="account-places-title" />
        </h2>
        <ul class="places">
          {signIns.map((one, place) => (
            <li key={`${place} ${one.ageS}`}>
              <Place place={one} heardMs={own.heardMs} />
            </li>
          ))}
        </ul>
        {alone && (
          <p class="meta">
            <Text id="account-alone" />
          </p>
        )}
        <Change
          send="account-leave"
          sending="account-leaving"
          done="account-left"
          own={own}
          idle={alone}
        >
          <Credential id="account-again" name="password" autoComplete="current-password" />
        </Change>
      </section>
    </main>
  );
}

/** A form whose fields the server judges; `idle`: there is nothing to be done. */
function Change(props: {
  /** Texts of its button, and of what has become of it. */
  send: string;
  sending: string;
  done: string;
  own: OwnAccount;
  idle?: boolean;
  children: ComponentChildren;
}) {
  const { own } = props;
  const [refusal, setRefusal] = useState<AccountRefusal | null>(null);
  const [sending, setSending] = useState(false);
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const text = (name: string) => String(typed.get(name) ?? '');
    setSending(true);
    setRefusal(null);
    const answer = await changeAccount(
      text('password'),
      typed.has('new') ? text('new') : undefined,
    );
    setSending(false);
    setRefusal(answer);
    if (answer !== '') return;
    form.reset();
    own.list();
  };
  return (
    <>
      {!props.idle && (
        <form class="stack" onSubmit={send}>
          {/* For password managers: whose it is. */}
          <input
            type="text"
            autoComplete="username"
            value={own.account.value?.login ?? ''}
            readOnly
            hidden
          />
          {props.children}
          {refusal && <Refused text="account-refused" why={refusal} />}
          <button type="submit" class="button button--main" disabled={sending}>
            <Text id={sending ? props.sending : props.send} />
          </button>
        </form>
      )}
      <div role="status">
        {refusal === '' && (
          <p class="notice notice--good">
            <Text id={props.done} />
          </p>
        )}
      </div>
    </>
  );
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function Place({ place, heardMs }: { place: SignInEntry; heardMs: number }) {
  const ago = (seconds: number) => moment.format(heardMs - seconds * 1000);
  return (
    <span class="row" data-here={place.here}>
      {place.here && (
        <span class="badge">
          <Text id="account-here" />
        </span>
      )}
      <Text id="account-place" args={{ since: ago(place.ageS), used: ago(place.idleS) }} />
    </span>
  );
}
