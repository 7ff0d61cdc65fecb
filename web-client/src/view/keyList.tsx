/** Keys, and what each does. */
import { Text } from './parts.tsx';

export type Keys = readonly (readonly [key: string, id: string])[];

export const talkKeys: Keys = [
  ['Enter', 'key-enter'],
  ['Ctrl+Enter', 'key-over'],
  ['Alt+1 2 3', 'key-chips'],
  ['Alt+H', 'key-hold'],
  ['Alt+G', 'key-give'],
  ['Alt+L', 'key-limit'],
  ['Alt+M', 'key-more'],
  ['Esc', 'key-esc'],
  ['F2', 'key-status'],
  ['/floor /time /hold /giveback /stop /help', 'key-commands'],
];

export function KeyList({ keys }: { keys: Keys }) {
  return (
    <dl class="help__keys">
      {keys.map(([key, id]) => (
        <div key={id}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>
            <Text id={id} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
