import type { Session } from '../state/session.ts';
import { type Args, say } from '../text/text.ts';
import type { Bar } from './floorBar.ts';
import { Icon, Text } from './parts.tsx';

const ringLength = 2 * Math.PI * 9;

/** Side, words and icon together: never colour alone. Spoken by its own node, once a change. */
export function FloorBar({ session }: { session: Session }) {
  return <BarPicture bar={session.bar.value} names={session.names()} />;
}

export function BarPicture({ bar, names }: { bar: Bar; names: Args }) {
  return (
    <div class={`floor-bar floor-bar--${bar.side}`} data-side={bar.side} aria-hidden="true">
      <div class="floor-bar__block">
        <Icon name={bar.icon} />
        <span class="floor-bar__words">
          <Text id={bar.label} args={names} />
        </span>
        <span class="floor-bar__short">
          <Text id={bar.short} />
        </span>
        {bar.ring && <Ring share={bar.ring.share} seconds={bar.ring.seconds} />}
      </div>
    </div>
  );
}

/** The quiet window drains; with reduced motion only the number stays. */
function Ring({ share, seconds }: { share: number; seconds: number }) {
  return (
    <span class="ring" title={say('floor-seconds', { seconds })}>
      <svg viewBox="0 0 22 22" class="ring__circle" aria-hidden="true">
        <circle cx="11" cy="11" r="9" class="ring__track" />
        <circle
          cx="11"
          cy="11"
          r="9"
          class="ring__left"
          stroke-dasharray={`${ringLength * share} ${ringLength}`}
        />
      </svg>
      <span class="ring__number">
        <Text id="floor-seconds" args={{ seconds }} />
      </span>
    </span>
  );
}
