import { useState } from 'preact/hooks';
import type { Session } from '../state/session.ts';
import { Text } from './parts.tsx';

const lettersMost = 24;

/** The same rule as the server's: characters, not bytes, and none of them only space. */
function isName(text: string): boolean {
  const length = [...text.trim()].length;
  return length >= 1 && length <= lettersMost;
}

/** The name as it is written; `checked` keeps it for the next time, or says null and what is wrong. */
export function useName(session: Session) {
  const [value, onChange] = useState(session.comfort.name);
  const [wrong, setWrong] = useState(false);
  const checked = (): string | null => {
    setWrong(!isName(value));
    if (!isName(value)) {
      document.getElementById('name')?.focus();
      return null;
    }
    session.setComfort({ ...session.comfort, name: value.trim() });
    return value.trim();
  };
  return { field: { value, wrong, onChange }, checked };
}

/** `here` puts the cursor into it: for a page that was opened to fill it. */
export function NameField(props: {
  value: string;
  wrong: boolean;
  here?: boolean;
  onChange: (name: string) => void;
}) {
  return (
    <div class="field">
      <label for="name">
        <Text id="name" />
      </label>
      <input
        id="name"
        class="input"
        maxLength={2 * lettersMost}
        autoComplete="nickname"
        // biome-ignore lint/a11y/noAutofocus: only where the page was opened to fill it
        autoFocus={props.here ?? false}
        value={props.value}
        aria-invalid={props.wrong}
        aria-describedby="name-hint"
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      <p id="name-hint" class="meta" role={props.wrong ? 'alert' : undefined}>
        <Text id={props.wrong ? 'name-wrong' : 'name-hint'} />
      </p>
    </div>
  );
}
