import type { Room } from '../state/room.ts';
import type { Args } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';

const unknown = { outcome: 'none', reason: 'left', answer: 'no' };

/** How it ended, in words. */
export function OutcomeNotice({ room, args }: { room: Room; args: Args }) {
  const { outcome, reason, answer } = room.outcome ?? unknown;
  const good = outcome === 'satisfied' || outcome === 'grudging';
  return (
    <p class={`notice${good ? ' notice--good' : ''}`} data-outcome={outcome}>
      <Icon name={good ? 'check' : 'flag'} />
      <span>
        <strong>
          <Text id={`outcome-${outcome}`} args={args} />
        </strong>{' '}
        <Text id={`reason-${reason}`} /> {reason === 'settled' && <Text id={`settled-${answer}`} />}
      </span>
    </p>
  );
}
