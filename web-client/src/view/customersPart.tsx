/** What a person has at hand who plays the customer, be he in the seat or of the staff. */
import { useEffect, useState } from 'preact/hooks';
import type { CardSection, Recognition } from '#protocol';
import { say } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';
import '../text/peer.ts';
import '../style/peer.css';

/** Sent when it is let go, not at each step of the way; shown as set until the server has it.
 * `onTemper` says whether it was sent. */
export function Temper(props: { stored: number; onTemper: (level: number) => boolean }) {
  const { stored } = props;
  const [moving, setMoving] = useState<number | null>(null);
  const level = moving ?? stored;
  // Not whenever another is stored: the next step may be on its way by then.
  useEffect(() => setMoving((now) => (now === stored ? null : now)), [stored, moving]);
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
          if (!props.onTemper(event.currentTarget.valueAsNumber)) setMoving(null);
        }}
      />
    </label>
  );
}

/** How the trainee listened, said aloud. */
export function Recognises({ onSays }: { onSays: (what: Recognition) => void }) {
  return (
    <>
      <button
        type="button"
        class="button button--chip"
        title={say('thats-right-hint')}
        onClick={() => onSays('thats_right')}
      >
        <Icon name="check" />
        <Text id="thats-right" />
      </button>
      <button type="button" class="button button--chip" onClick={() => onSays('feel_heard')}>
        <Icon name="ear" />
        <Text id="feel-heard" />
      </button>
    </>
  );
}

/** Whether that line of the card is something to tell. */
export const isToTell = ({ ticks = 0 }: CardSection, index: number) => ((ticks >> index) & 1) === 1;

/** A line of the card that is ticked once it is told. */
export function Tick(props: { line: string; told: boolean; onTell: (on: boolean) => void }) {
  return (
    <label class={`tick${props.told ? ' tick--told' : ''}`}>
      <input
        type="checkbox"
        checked={props.told}
        onChange={(event) => props.onTell(event.currentTarget.checked)}
      />
      <span>
        {props.line}{' '}
        <span class="meta">
          <Text id="told-line" />
        </span>
      </span>
    </label>
  );
}
