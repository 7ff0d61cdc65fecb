import { useState } from 'preact/hooks';
import { wayTo } from '../state/code.ts';
import { Text } from './parts.tsx';

/** Goes in by itself after six letters. `first`: what stands there already. */
export function CodeField({ first = '' }: { first?: string }) {
  const [typed, setTyped] = useState(first);
  const change = (text: string) => {
    setTyped(text);
    const way = wayTo(text);
    if (way) location.href = way;
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
