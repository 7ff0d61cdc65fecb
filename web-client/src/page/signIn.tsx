/** Staff sign in. Pasting and password managers are welcome. */
import { useRef, useState } from 'preact/hooks';
import { readFirm } from '../state/kept.ts';
import { type Refusal, signIn, wantedPath } from '../state/signIn.ts';
import texts from '../text/signin.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Icon, Text } from '../view/parts.tsx';
import '../style/signin.css';

addTexts(texts);

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
        <Field name="firm" autoComplete="organization" value={readFirm()} hint="signin-firm-hint" />
        <Field name="login" autoComplete="username" />
        <Field name="password" autoComplete="current-password" field={password} />
        {refusal !== '' && (
          <p class="notice notice--cut" role="alert" data-refusal={refusal}>
            <Icon name="triangle-alert" />
            <Text id={`signin-refused-${refusal}`} />
          </p>
        )}
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

function Field(props: {
  name: 'firm' | 'login' | 'password';
  autoComplete: 'organization' | 'username' | 'current-password';
  value?: string;
  hint?: string;
  field?: { current: HTMLInputElement | null };
}) {
  const [shown, setShown] = useState(false);
  const secret = props.name === 'password';
  return (
    <div class="field">
      <label for={`signin-${props.name}`}>
        <Text id={`signin-${props.name}`} />
      </label>
      {props.hint && (
        <span class="hint" id={`hint-${props.name}`}>
          <Text id={props.hint} />
        </span>
      )}
      <input
        id={`signin-${props.name}`}
        {...(props.field && { ref: props.field })}
        {...(props.hint && { 'aria-describedby': `hint-${props.name}` })}
        class="input"
        name={props.name}
        type={(secret && !shown ? 'password' : 'text') as 'text'}
        autoComplete={props.autoComplete}
        autoCapitalize="none"
        spellcheck={false}
        required
        defaultValue={props.value ?? ''}
      />
      {secret && (
        <label class="row">
          <input
            type="checkbox"
            checked={shown}
            onChange={(event) => setShown(event.currentTarget.checked)}
          />
          <Text id="signin-show" />
        </label>
      )}
    </div>
  );
}
