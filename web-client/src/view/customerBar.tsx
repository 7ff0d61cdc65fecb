/** What a person who plays the customer has at hand: his temper, and what he says of the listening. */
import { useState } from 'preact/hooks';
import type { Session } from '../state/session.ts';
import { say } from '../text/text.ts';
import { Recognises, Temper } from './customersPart.tsx';
import { Dialog, Icon, Text } from './parts.tsx';

export function CustomerBar({ session }: { session: Session }) {
  const [limits, setLimits] = useState(false);
  return (
    <fieldset class="part row">
      <legend class="visually-hidden">
        <Text id="part-controls" />
      </legend>
      <Temper
        stored={session.room.value.temper ?? 0}
        onTemper={(level) => session.part.temper(level)}
      />
      <span class="part__says row">
        <Recognises onSays={(what) => session.part.recognise(what)} />
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
