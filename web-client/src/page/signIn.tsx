/** Staff sign in. Pasting and password managers are welcome. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { readFirm } from '../state/kept.ts';
import { type Refusal, signIn, wantedPath } from '../state/signIn.ts';
import { Credential, Refused } from '../view/credential.tsx';
import { Icon, Text } from '../view/parts.tsx';
import '../style/signin.css';

export function SignIn() {
  const [refusal, setRefusal] = useState<Refusal>('');
  const [sending, setSending] = useState(false);
  /** His password was made for him. */
  const [choosing, setChoosing] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const chosen = useRef<HTMLInputElement>(null);
  useEffect(() => chosen.current?.focus(), [choosing]);
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    setSending(true);
    setRefusal('');
    const answer = await signIn({
      firm: text('firm'),
      login: text('login'),
      password: text('password'),
      ...(form.has('new') && { new: text('new') }),
    });
    if (answer === '') return location.replace(wantedPath());
    setSending(false);
    setRefusal(answer);
    if (answer === 'choose') setChoosing(true);
    else (answer === 'wrong' ? password : chosen).current?.select();
  };
  return (
    <main class="sign-in">
      <h1>
        <Text id="signin-title" />
      </h1>
      <p>
        <Text id="signin-lead" />
      </p>
      {!isSecureContext && (
        <p class="notice" role="alert">
          <Icon name="triangle-alert" />
          <Text id="signin-insecure" />
        </p>
      )}
      <form class="stack" onSubmit={send}>
        <Credential
          id="signin-firm"
          name="firm"
          autoComplete="organization"
          value={readFirm()}
          hint="signin-firm-hint"
        />
        <Credential id="signin-login" name="login" autoComplete="username" />
        <Credential
          id="signin-password"
          name="password"
          autoComplete="current-password"
          field={password}
        />
        {choosing && (
          <>
            <p class="notice" role="status">
              <Text id="signin-choose" />
            </p>
            <Credential
              id="signin-new"
              name="new"
              autoComplete="new-password"
              hint="signin-new-hint"
              field={chosen}
            />
          </>
        )}
        {refusal !== '' && refusal !== 'choose' && <Refused text="signin-refused" why={refusal} />}
        <button type="submit" class="button button--main" disabled={sending}>
          <Text id={sending ? 'signin-sending' : 'signin-send'} />
        </button>
      </form>
      <p>
        <a href="/">
          <Text id="signin-home" />
        </a>
      </p>
    </main>
  );
}
