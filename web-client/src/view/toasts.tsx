/** Whoever asks for an instructor is told on every screen of the staff, the longest wait first. */
import type { Ask, WorkshopView } from '../state/workshopView.ts';
import { minutes } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';

const icons = {
  help: 'circle-question-mark',
  stopped: 'octagon-x',
  colleague: 'hand-helping',
  reported: 'flag',
};

/** `here` is the room that the page shows: it needs no link to itself, and says itself what was
 * reported there. */
export function Toasts(props: { view: WorkshopView; code: string; here?: number }) {
  const asks = props.view.asks.value.filter(
    ({ why, group }) => why !== 'reported' || group !== props.here,
  );
  return (
    <div role="alert" class={asks.length === 0 ? 'visually-hidden' : undefined}>
      <ul class="toasts">
        {asks.map((ask) => (
          <li key={ask.key} class="notice toast">
            <Icon name={icons[ask.why]} />
            <span>
              <Text id={`asks-${ask.why}`} args={{ name: ask.name, group: ask.group }} />
            </span>
            <Waits view={props.view} ask={ask} />
            {ask.group > 0 && ask.group !== props.here && (
              <a class="button button--small" href={`/i/w/${props.code}/r/${ask.group}`}>
                <Text id="asks-open" args={{ group: ask.group }} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Not read out again each second. */
function Waits({ view, ask }: { view: WorkshopView; ask: Ask }) {
  return (
    <span class="meta toast__time" aria-hidden="true">
      {minutes(view.nowMs.value - ask.sinceMs)}
    </span>
  );
}
