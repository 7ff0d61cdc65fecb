import { CodeField } from '../view/codeField.tsx';
import { Icon, Text } from '../view/parts.tsx';

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
