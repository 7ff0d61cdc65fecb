/** What a person who plays the customer has at hand: his temper, and what he says of the listening. */
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../state/session.ts';
import { say } from '../text/text.ts';
import { Dialog, Icon, Text } from './parts.tsx';

export function CustomerBar({ session }: { session: Session }) {
  const [limits, setLimits] = useState(false);
  return (
    <fieldset class="part row">
      <legend class="visually-hidden">
        <Text id="part-controls" />
      </legend>
      <Temper session={session} />
      <span class="part__says row">
        <button
          type="button"
          class="button button--chip"
          title={say('thats-right-hint')}
          onClick={() => session.part.recognise('thats_right')}
        >
          <Icon name="check" />
          <Text id="thats-right" />
        </button>
        <button
          type="button"
          class="button button--chip"
          onClick={() => session.part.recognise('feel_heard')}
        >
          <Icon name="ear" />
          <Text id="feel-heard" />
        </button>
        <button
          type="button"
          class="button button--plain button--small"
          aria-haspopup="dialog"
          aria-label={say('card-part-limits')}
          onClick={() => setLimits(true)}
        >
          <Icon name="shield" />
          <span class="phone-hides">
            <Text id="limits-short" />
          </span>
        </button>
      </span>
      {limits && <Limits session={session} onClose={() => setLimits(false)} />}
    </fieldset>
  );
}

/** Sent when it is let go, not at each step of the way; shown as set until the server has it. */
function Temper({ session }: { session: Session }) {
  const stored = session.room.value.temper ?? 0;
  const [moving, setMoving] = useState<number | null>(null);
  const level = moving ?? stored;
  useEffect(() => setMoving(null), [stored]);
  return (
    <label class="part__temper" title={say('temper-hint')}>
      <span>
        <Text id="temper" /> <strong>{level}</strong>
      </span>
      <input
        type="range"
        min={0}
        max={10}
        step={1}
        value={level}
        aria-valuetext={say('temper-of-ten', { level })}
        onInput={(event) => setMoving(event.currentTarget.valueAsNumber)}
        onChange={(event) => {
          if (!session.part.temper(event.currentTarget.valueAsNumber)) setMoving(null);
        }}
      />
    </label>
  );
}

function Limits({ session, onClose }: { session: Session; onClose: () => void }) {
  const lines = session.seated.value?.card.find(({ part }) => part === 'limits')?.lines ?? [];
  return (
    <Dialog title="card-part-limits" onClose={onClose}>
      <ul class="stack">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" class="button" onClick={onClose}>
        <Text id="close-dialog" />
      </button>
    </Dialog>
  );
}
