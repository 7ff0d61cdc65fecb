/** One field of who somebody is, to be filled by hand, by pasting, or by a password manager. */
import { useState } from 'preact/hooks';
import texts from '../text/signin.ftl?raw';
import { addTexts } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';

addTexts(texts);

export function Credential(props: {
  /** Its id in the page, and that of its label's text. */
  id: string;
  name: string;
  autoComplete: 'organization' | 'username' | 'current-password' | 'new-password';
  value?: string;
  hint?: string;
  field?: { current: HTMLInputElement | null };
}) {
  const [shown, setShown] = useState(false);
  const secret = props.autoComplete.endsWith('password');
  return (
    <div class="field">
      <label for={props.id}>
        <Text id={props.id} />
      </label>
      {props.hint && (
        <span class="hint" id={`hint-${props.id}`}>
          <Text id={props.hint} />
        </span>
      )}
      <input
        id={props.id}
        {...(props.field && { ref: props.field })}
        {...(props.hint && { 'aria-describedby': `hint-${props.id}` })}
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

/** Why the server did not take it. */
export function Refused({ text, why }: { text: string; why: string }) {
  return (
    <p class="notice notice--cut" role="alert" data-refusal={why}>
      <Icon name="triangle-alert" />
      <Text id={`${text}-${why}`} />
    </p>
  );
}
