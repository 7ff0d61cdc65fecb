/** Which single keys there are, and whether they work on this device. */
import { shortcutsOn, switchShortcuts } from '../state/shortcuts.ts';
import { Text } from './parts.tsx';

export function ShortcutSwitch({ keys }: { keys: string }) {
  return (
    <details class="panel shortcuts">
      <summary>
        <Text id="shortcuts" />
      </summary>
      <p>
        <Text id={keys} />
      </p>
      <label class="row">
        <input
          type="checkbox"
          checked={shortcutsOn.value}
          onChange={(event) => switchShortcuts(event.currentTarget.checked)}
        />
        <Text id="shortcuts-on" />
      </label>
    </details>
  );
}
