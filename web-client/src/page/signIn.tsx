/** Staff sign in. Pasting and password managers are welcome. */
import { useRef, useState } from 'preact/hooks';
import { readFirm } from '../state/kept.ts';
import { type Refusal, signIn, wantedPath } from '../state/signIn.ts';
import { Credential, Refused } from '../view/credential.tsx';
import { Icon, Text } from '../view/parts.tsx';
import '../style/signin.css';

export function SignIn() {
  const [refusal, setRefusal] = useState<Refusal>('');
  const [sending, setSending] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    setSending(true);
    setRefusal('');
    const credentials = { firm: text('firm'), login: text('login'), password: text('password') };
    const answer = await signIn(credentials);
    if (answer === '') return location.replace(wantedPath());
    setSending(false);
    setRefusal(answer);
    password.current?.select();
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
        {refusal !== '' && <Refused text="signin-refused" why={refusal} />}
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
