import { say } from '../text/text.ts';
import { CodeField } from '../view/codeField.tsx';
import { Brand, Icon, Text } from '../view/parts.tsx';
import { useTitle } from '../view/title.ts';

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
