/** What a person sets for this device: comfort, and whether single keys work. */
import { useState } from 'preact/hooks';
import { readComfort, writeComfort } from '../state/kept.ts';
import { shortcutsOn, switchShortcuts } from '../state/shortcuts.ts';
import settingsTexts from '../text/settings.ftl?raw';
import { addTexts, say } from '../text/text.ts';
import { Switch } from '../view/choices.tsx';
import { ComfortFields } from '../view/comfort.tsx';
import { Brand, Text } from '../view/parts.tsx';
import { useTitle } from '../view/title.ts';

addTexts(settingsTexts);

/** Comfort without a session: kept for the next one. */
class Kept {
  comfort = readComfort();
  setComfort(next: typeof this.comfort) {
    this.comfort = next;
    writeComfort(next);
  }
}

export function Settings() {
  const [kept] = useState(() => new Kept());
  useTitle(say('settings'));
  return (
    <main class="join">
      <Brand />
      <h1>
        <Text id="settings" />
      </h1>
      <section class="panel" aria-labelledby="comfort-title">
        <h2 id="comfort-title">
          <Text id="comfort" />
        </h2>
        <ComfortFields session={kept} timed />
      </section>
      <section class="panel stack" aria-labelledby="keys-title">
        <h2 id="keys-title">
          <Text id="settings-keys" />
        </h2>
        <Switch id="settings-single" on={shortcutsOn.value} onChange={switchShortcuts} />
        <p class="meta">
          <Text id="settings-single-hint" />
        </p>
      </section>
      <p class="meta">
        <Text id="settings-kept" />
      </p>
    </main>
  );
}
