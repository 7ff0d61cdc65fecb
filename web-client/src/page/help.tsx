/** What the question mark opens, anywhere: the keys of this page, and where everything else is. */
import helpTexts from '../text/help.ftl?raw';
import '../text/talk.ts';
import { addTexts, say } from '../text/text.ts';
import { KeyList, type Keys, talkKeys } from '../view/keyList.tsx';
import { Dialog, Text } from '../view/parts.tsx';

addTexts(helpTexts);

const wallKeys: Keys = [
  ['1 … 9', 'key-open'],
  ['Enter', 'key-neediest'],
  ['R', 'key-sort'],
  ['/', 'key-find'],
  ['B', 'key-bell'],
  ['+', 'key-extend'],
  ['.', 'key-pause-all'],
];

const roomKeys: Keys = [
  ['1 … 5', 'key-mark'],
  ['0', 'key-not-there'],
  ['↑ ↓', 'key-item'],
  ['Enter', 'key-hint'],
  ['G', 'key-overall'],
  ['+ − F', 'key-moment'],
  ['X', 'key-waive'],
  ['W', 'key-whisper'],
  ['P', 'key-pause'],
  ['T', 'key-take'],
  ['E', 'key-end'],
  ['[ ]', 'key-room'],
  ['Ctrl+Enter', 'key-release'],
];

interface Subject {
  /** Fluent ids of what to know here. */
  words: readonly string[];
  keys: Keys;
}

const talk: Subject = {
  words: ['help-floor', 'help-chips', 'help-cut', 'help-repair'],
  keys: talkKeys,
};

/** By the path, the first that fits. */
const subjects: readonly (readonly [RegExp, Subject])[] = [
  [/^\/i\/.*\/r\//, { words: ['help-room'], keys: roomKeys }],
  [/^\/i\/w\//, { words: ['help-wall'], keys: wallKeys }],
  [/^\/(i|f|p|signin)(\/|$)/, { words: ['help-staff'], keys: [] }],
  [/./, talk],
];

export function Help({ path, onClose }: { path: string; onClose: () => void }) {
  const { words, keys } = subjects.find(([fits]) => fits.test(path))?.[1] ?? talk;
  return (
    <Dialog title="help-title" onClose={onClose}>
      <ul class="stack">
        {words.map((id) => (
          <li key={id}>
            <Text id={id} args={{ address: say('help-customer') }} />
          </li>
        ))}
      </ul>
      {keys.length > 0 && (
        <h3>
          <Text id="help-keys" />
        </h3>
      )}
      <KeyList keys={[...keys, ['?', 'key-help']]} />
      <p class="row">
        <button type="button" class="button button--main" onClick={onClose}>
          <Text id="close-dialog" />
        </button>
        <a class="button" href="/settings">
          <Text id="settings" />
        </a>
      </p>
    </Dialog>
  );
}
