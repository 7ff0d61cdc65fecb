/** Comfort: time, text, sounds and announcements. Private to the person; before play, and beside it. */
import { useState } from 'preact/hooks';
import type { Comfort } from '../state/kept.ts';
import type { Session } from '../state/session.ts';
import { Choices, Switch } from './choices.tsx';
import { Dialog, Text } from './parts.tsx';

const times = [100, 125, 150, 200] as const;
const sizes = ['normal', 'large', 'largest'] as const;

/** `timed`: the time allowance can still be changed. */
export function ComfortFields(props: {
  session: Pick<Session, 'comfort' | 'setComfort'>;
  timed: boolean;
}) {
  const { session, timed } = props;
  const [comfort, setComfort] = useState(session.comfort);
  const change = (part: Partial<Comfort>) => {
    const next = { ...session.comfort, ...part };
    setComfort(next);
    session.setComfort(next);
  };
  return (
    <div class="stack join__comfort">
      <p class="meta">
        <Text id={timed ? 'comfort-hint' : 'comfort-play'} />
      </p>
      {timed && (
        <Choices
          name="time"
          title="time-allowance"
          options={times.map((pct) => ({
            value: pct,
            id: 'time-times',
            args: { times: pct / 100 },
          }))}
          value={comfort.timePct}
          onPick={(timePct) => change({ timePct })}
        />
      )}
      <Choices
        name="size"
        title="text-size"
        options={sizes.map((size) => ({ value: size, id: `text-${size}` }))}
        value={comfort.text}
        onPick={(text) => change({ text })}
      />
      <Switch id="sounds" on={comfort.sounds} onChange={(sounds) => change({ sounds })} />
      <Switch
        id="announce-floor"
        on={comfort.readFloor}
        onChange={(readFloor) => change({ readFloor })}
      />
      <p class="meta">
        <Text id="vibration-hint" />
      </p>
    </div>
  );
}

/** Folded away, on a page. */
export function ComfortPanel({ session }: { session: Session }) {
  return (
    <details class="panel">
      <summary>
        <Text id="comfort" />
      </summary>
      <ComfortFields session={session} timed />
    </details>
  );
}

export function ComfortSheet({ session, onClose }: { session: Session; onClose: () => void }) {
  return (
    <Dialog title="comfort" onClose={onClose}>
      <ComfortFields session={session} timed={session.room.value.phase === 'read'} />
      <button type="button" class="button" onClick={onClose}>
        <Text id="close-dialog" />
      </button>
    </Dialog>
  );
}
