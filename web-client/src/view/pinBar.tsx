/** One moment on the projector, for all to look at: the chosen line and the two before it. */
import type { Desk } from '../state/desk.ts';
import { Icon, Text } from './parts.tsx';

const linesBefore = 2;

export function PinBar({ desk, line }: { desk: Desk; line: number }) {
  const spoken = desk.room.value.lines.filter(({ chip }) => chip === 'none');
  const at = spoken.findIndex((one) => one.line === line);
  const shown = desk.workshop.pinned.value.length > 0;
  const pin = () => {
    const from = spoken[Math.max(0, at - linesBefore)]?.line ?? line;
    desk.pin(from, line, true);
  };
  return (
    <p class="row pin" data-pinned={shown}>
      <span class="meta pin__shown" role="status">
        {shown && <Text id="pin-shown" />}
      </span>
      <button type="button" class="button button--small" aria-disabled={at < 0} onClick={pin}>
        <Icon name="eye" />
        <Text id={shown ? 'pin-other' : 'pin'} />
      </button>
      {shown && (
        <button type="button" class="button button--small" onClick={() => desk.pin(0, 0, false)}>
          <Text id="pin-off" />
        </button>
      )}
    </p>
  );
}
