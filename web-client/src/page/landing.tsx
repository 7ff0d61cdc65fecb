import { useState } from 'preact/hooks';
import { codeIn, isCode } from '../state/code.ts';
import { say } from '../text/text.ts';
import { Brand, Icon, Text } from '../view/parts.tsx';
import { useTitle } from '../view/title.ts';

/** Goes in by itself after six letters. */
function CodeField() {
  const [typed, setTyped] = useState('');
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

export function Landing() {
  useTitle(say('tagline'));
  return (
    <main class="landing">
      <Brand />
      <h1>
        <Text id="tagline" />
      </h1>
      <CodeField />
      <p class="landing__lead">
        <Text id="landing-lead" />
      </p>
      <p>
        <a class="button button--main" href="/practice">
          <Text id="landing-practise" />
          <Icon name="arrow-right" />
        </a>
      </p>
      <ol class="landing__steps">
        {['landing-step-1', 'landing-step-2', 'landing-step-3'].map((id) => (
          <li key={id}>
            <Text id={id} />
          </li>
        ))}
      </ol>
      <footer class="row landing__foot">
        <a href="/settings">
          <Text id="settings" />
        </a>
        <a href="/signin">
          <Text id="landing-staff" />
        </a>
      </footer>
    </main>
  );
}
