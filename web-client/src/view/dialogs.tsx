/** The dialogs of the conversation. */
import { useState } from 'preact/hooks';
import type { Action, Answer } from '#protocol';
import type { Session } from '../state/session.ts';
import { ComfortFields } from './comfort.tsx';
import { KeyList, talkKeys } from './keyList.tsx';
import { Dialog, Text } from './parts.tsx';
import { Reports } from './stopping.tsx';
import { WordsDialog } from './wordsDialog.tsx';

interface Props {
  session: Session;
  onClose: () => void;
}

export function Finish({ session, onClose }: Props) {
  const customer = session.self.value === 'customer';
  const finish = () => {
    session.finish();
    onClose();
  };
  return (
    <Dialog title="finish-title" onClose={onClose}>
      <p>
        <Text id={customer ? 'finish-text-customer' : 'finish-text'} args={session.names()} />
      </p>
      <p class="row">
        {customer ? (
          <SettledAnswers session={session} onAnswer={onClose} />
        ) : (
          <button type="button" class="button button--main" onClick={finish}>
            <Text id="finish-confirm" />
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          <Text id="cancel" />
        </button>
      </p>
    </Dialog>
  );
}

const answers: readonly Answer[] = ['yes', 'partly', 'no'];

/** Is it settled? The customer's player says so, and with it the session ends. */
export function SettledAnswers(props: { session: Session; onAnswer?: () => void }) {
  return (
    <span class="row">
      {answers.map((answer) => (
        <button
          key={answer}
          type="button"
          class="button"
          data-answer={answer}
          onClick={() => {
            props.session.finish(answer);
            props.onAnswer?.();
          }}
        >
          <Text id={`answer-${answer}`} />
        </button>
      ))}
    </span>
  );
}

const momentMs = 60_000;

/** What a trainee may do beside talking: ask to wait, bring in a colleague, end by policy. */
export function Ways({ session, onClose }: Props) {
  const [chosen, setChosen] = useState<Action | null>(null);
  if (chosen) return <ActionDialog session={session} what={chosen} onClose={onClose} />;
  const { holder } = session.room.value.floor;
  const wait = () => {
    session.floorAct('hold_start', momentMs);
    onClose();
  };
  return (
    <Dialog title="ways-title" onClose={onClose}>
      <ul class="stack ways">
        <Way id="ask-moment" off={holder !== 'trainee' && holder !== 'none'} onChoose={wait} />
        <Way id="hand-over" onChoose={() => setChosen('hand_over')} />
        <Way id="end-by-policy" onChoose={() => setChosen('end_by_policy')} />
      </ul>
      <button type="button" class="button" onClick={onClose}>
        <Text id="close-dialog" />
      </button>
    </Dialog>
  );
}

function Way(props: { id: string; off?: boolean; onChoose: () => void }) {
  return (
    <li>
      <button type="button" class="button" disabled={props.off} onClick={props.onChoose}>
        <Text id={props.id} />
      </button>
      <p class="meta">
        <Text id={`${props.id}-hint`} />
      </p>
    </li>
  );
}

function ActionDialog({ session, what, onClose }: Props & { what: Action }) {
  const id = what === 'hand_over' ? 'hand-over' : 'end-by-policy';
  return (
    <WordsDialog
      title={id}
      label={`${id}-ask`}
      confirm={`${id}-confirm`}
      onWords={(text) => session.writing.act(what, text)}
      onClose={onClose}
    />
  );
}

export function Help({ session, onClose }: Props) {
  return (
    <Dialog title="help-title" onClose={onClose}>
      <ul class="stack">
        {['help-floor', 'help-chips', 'help-cut', 'help-repair'].map((id) => (
          <li key={id}>
            <Text id={id} args={session.names()} />
          </li>
        ))}
      </ul>
      <h3>
        <Text id="help-keys" />
      </h3>
      <KeyList keys={talkKeys} />
      <details class="panel">
        <summary>
          <Text id="comfort" />
        </summary>
        <ComfortFields session={session} timed={false} />
      </details>
      <span class="row">
        <button type="button" class="button" onClick={onClose}>
          <Text id="close-dialog" />
        </button>
        <Reports session={session} />
      </span>
    </Dialog>
  );
}
