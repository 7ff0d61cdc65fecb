/** The way into a workshop: a name, and Go. It can be filled in before the server has answered. */
import { useEffect, useState } from 'preact/hooks';
import { codeShown } from '../state/code.ts';
import type { Session } from '../state/session.ts';
import { DeviceCheck } from '../view/linkLine.tsx';
import { NameField, useName } from '../view/nameField.tsx';
import { Brand, Text, Warning } from '../view/parts.tsx';
import { Room } from './chunks.ts';

export function Enter({ session, code }: { session: Session; code: string }) {
  const name = useName(session);
  const [pin, setPin] = useState('');
  const [asked, ask] = useAsking(session, name.field.value.trim(), pin.trim());
  const error = session.error.value;
  useEffect(Room.prefetch, []);
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.checked() !== null) ask();
  };
  return (
    <main class="join">
      <Brand />
      <h1>
        <Text id="workshop-join" />
      </h1>
      <p class="meta">
        <Text id="workshop-code" args={{ code: codeShown(code) }} />
      </p>
      <form class="stack" onSubmit={enter} noValidate>
        <NameField {...name.field} here />
        <DeviceCheck session={session} />
        {error && (
          <Warning id={error === 'error-not_found' ? 'workshop-wrong-code' : error} role="alert" />
        )}
        <p class="meta">
          <Text id="consent" />
        </p>
        <button type="submit" class="button button--main" aria-disabled={asked}>
          <Text id={asked ? 'going' : pin === '' ? 'go' : 'workshop-come-back'} />
        </button>
        <OtherDevice pin={pin} onPin={setPin} />
      </form>
      <p>
        <a href="/practice">
          <Text id="landing-practise" />
        </a>
      </p>
    </main>
  );
}

/** Asks to be let in as soon as the server is there to be asked; again, where the link was lost. */
function useAsking(session: Session, name: string, pin: string): [boolean, () => void] {
  const [asked, setAsked] = useState(false);
  const open = session.link.state.value.is === 'open';
  const error = session.error.value;
  useEffect(() => {
    if (!asked || !open) return;
    if (pin === '') session.enter(name);
    else session.changeDevice(name, pin);
  }, [asked, open]);
  useEffect(() => {
    if (error) setAsked(false);
  }, [error]);
  return [asked, () => setAsked(true)];
}

function OtherDevice({ pin, onPin }: { pin: string; onPin: (pin: string) => void }) {
  return (
    <details class="panel">
      <summary>
        <Text id="workshop-other-device" />
      </summary>
      <div class="field">
        <label for="pin">
          <Text id="workshop-pin" />
        </label>
        <input
          id="pin"
          class="input"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={pin}
          aria-describedby="pin-hint"
          onInput={(event) => onPin(event.currentTarget.value)}
        />
        <p id="pin-hint" class="meta">
          <Text id="workshop-pin-hint" />
        </p>
      </div>
    </details>
  );
}
