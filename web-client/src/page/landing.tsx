import { useState } from 'preact/hooks';
import { codeIn } from '../state/code.ts';
import { Icon, Text } from '../view/parts.tsx';

/** Goes in by itself after six letters. */
function CodeField() {
  const [typed, setTyped] = useState('');
  const change = (text: string) => {
    setTyped(text);
    if (codeIn(text).length === 6) location.href = `/j/${codeIn(text)}`;
  };
  return (
    <div class="field landing__code">
      <label for="code">
        <Text id="code-ask" />
      </label>
      <input
        id="code"
        class="input"
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={12}
        value={typed}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}

export function Landing() {
  return (
    <main class="landing">
      <p class="brand" aria-hidden="true">
        <i class="brand__mark" />
        <Text id="product" />
      </p>
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
      <p>
        <a href="/signin">
          <Text id="landing-staff" />
        </a>
      </p>
      <ol class="landing__steps">
        {['landing-step-1', 'landing-step-2', 'landing-step-3'].map((id) => (
          <li key={id}>
            <Text id={id} />
          </li>
        ))}
      </ol>
    </main>
  );
}
