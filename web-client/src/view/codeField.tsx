import { useState } from 'preact/hooks';
import { codeIn, isCode } from '../state/code.ts';
import { Text } from './parts.tsx';

/** Goes in by itself after six letters. `first`: what stands there already. */
export function CodeField({ first = '' }: { first?: string }) {
  const [typed, setTyped] = useState(first);
  const [wrong, setWrong] = useState(false);
  const goIn = (text: string) => {
    if (isCode(text)) location.href = `/j/${codeIn(text)}`;
    else setWrong(true);
  };
  const change = (text: string) => {
    setTyped(text);
    setWrong(false);
    if (codeIn(text).length >= 6) goIn(text);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    goIn(typed);
  };
  return (
    <form class="panel field landing__code" onSubmit={submit} noValidate>
      <label for="code">
        <Text id="code-ask" />
      </label>
      <div class="row">
        <input
          id="code"
          class="input"
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          maxLength={12}
          value={typed}
          aria-invalid={wrong}
          aria-describedby="code-hint"
          onInput={(event) => change(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          <Text id="code-go" />
        </button>
      </div>
      <p id="code-hint" class="meta" role={wrong ? 'alert' : undefined}>
        <Text id={wrong ? 'code-wrong' : 'code-hint'} />
      </p>
    </form>
  );
}
