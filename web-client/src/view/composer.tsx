import type { Session } from '../state/session.ts';
import { textMost } from '../state/writing.ts';
import { say } from '../text/text.ts';
import { CustomerBar } from './customerBar.tsx';
import { moreToSay, overToYou, send, setLimit } from './doing.ts';
import { restSeconds } from './floorBar.ts';
import { HeldBox } from './heldBox.tsx';
import { goOnInMessage, Icon, Text } from './parts.tsx';

const chips = ['mm_hm', 'i_see', 'go_on'] as const;

interface Props {
  session: Session;
  onHelp: () => void;
  onWays: () => void;
}

/** Chips, held messages, the text and what to do with it. */
export function Composer({ session, onHelp, onWays }: Props) {
  const trainee = session.self.value === 'trainee';
  return (
    <div class="composer">
      <HeldBox session={session} />
      {session.writing.askUntil.value !== null && <Ask session={session} />}
      {trainee ? <Chips session={session} onWays={onWays} /> : <CustomerBar session={session} />}
      <div class="composer__row">
        <Message session={session} onHelp={onHelp} />
        <Actions session={session} trainee={trainee} onHelp={onHelp} />
      </div>
    </div>
  );
}

/** One second to take a cut-in back; the line under it runs out. */
function Ask({ session }: { session: Session }) {
  return (
    <div class="notice notice--cut ask">
      <Icon name="scissors" />
      <p>
        <Text id="about-to-cut-in" />
      </p>
      <button
        type="button"
        class="button"
        aria-keyshortcuts="Escape"
        onClick={() => {
          goOnInMessage();
          session.writing.holdForMe();
        }}
      >
        <Text id="hold-it" />
      </button>
    </div>
  );
}

function Chips({ session, onWays }: { session: Session; onWays: () => void }) {
  return (
    <fieldset class="composer__chips row">
      <legend class="visually-hidden">
        <Text id="chips" />
      </legend>
      {chips.map((chip, index) => (
        <button
          key={chip}
          type="button"
          class="button button--chip"
          aria-keyshortcuts={`Alt+${index + 1}`}
          onClick={() => session.writing.chip(chip)}
        >
          <kbd class="phone-hides">{index + 1}</kbd>
          <Text id={`chip-${chip}`} />
        </button>
      ))}
      <span class="composer__ways row">
        <button
          type="button"
          class="button button--plain button--small"
          aria-keyshortcuts="Alt+L"
          aria-label={say('set-limit')}
          onClick={() => setLimit(session)}
        >
          <Icon name="shield" />
          <span class="phone-hides">
            <Text id="set-limit" />
          </span>
        </button>
        <button
          type="button"
          class="button button--plain button--small"
          aria-haspopup="dialog"
          aria-label={say('ways')}
          onClick={onWays}
        >
          <Icon name="hand-helping" />
          <span class="phone-hides">
            <Text id="ways" />
          </span>
        </button>
      </span>
    </fieldset>
  );
}

function Message({ session, onHelp }: { session: Session; onHelp: () => void }) {
  const { draft } = session.writing.outbox.value;
  const over = [...draft].length - textMost;
  const hint = session.way.value === 'send' ? 'composer-hint-yours' : 'composer-hint-customer';
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) overToYou(session);
    else send(session, 'enter', onHelp);
  };
  return (
    <div class="composer__message">
      <textarea
        id="message"
        class="input composer__text"
        rows={2}
        aria-label={say('composer-label')}
        aria-invalid={over > 0}
        aria-describedby="message-note"
        placeholder={say(hint)}
        value={draft}
        onInput={(event) => session.writing.write(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <p id="message-note" class="meta" hidden={over <= 0}>
        <Text id="too-long" args={{ over }} />
      </p>
    </div>
  );
}

function Actions(props: { session: Session; trainee: boolean; onHelp: () => void }) {
  const { session, trainee } = props;
  const holds = session.room.value.floor.holder === session.self.value;
  const empty = session.writing.outbox.value.draft.trim() === '';
  return (
    <fieldset class="composer__actions row">
      <legend class="visually-hidden">
        <Text id="actions" />
      </legend>
      {trainee ? (
        <button
          type="button"
          class="button"
          aria-keyshortcuts="Alt+H"
          aria-label={say('hold-for-me')}
          onClick={() => session.writing.holdForMe()}
        >
          <Icon name="hand" />
          <span class="phone-hides">
            <Text id="hold-short" />
          </span>
        </button>
      ) : (
        <button
          type="button"
          class="button"
          aria-keyshortcuts="Alt+M"
          onClick={() => moreToSay(session)}
        >
          <Text id="more-to-say" />
        </button>
      )}
      <SendButton session={session} onPress={() => send(session, 'button', props.onHelp)} />
      <button
        type="button"
        class="button"
        aria-keyshortcuts="Control+Enter"
        disabled={!holds && empty}
        onClick={() => overToYou(session)}
      >
        <Text id="over-to-you" />
      </button>
    </fieldset>
  );
}

const looks = {
  send: { id: 'send', icon: 'send', tone: 'main' },
  early: { id: 'send-early', icon: 'send', tone: 'main' },
  'cut-in': { id: 'cut-in', icon: 'scissors', tone: 'cut' },
  'step-in': { id: 'step-in', icon: 'arrow-right', tone: 'good' },
  closed: { id: 'send', icon: 'send', tone: 'main' },
} as const;

function SendButton({ session, onPress }: { session: Session; onPress: () => void }) {
  const way = session.way.value;
  if (way === 'resting') {
    const seconds = restSeconds(session.room.value.floor, session.nowMs.value);
    return (
      <button type="button" class="button composer__send" aria-disabled="true">
        <Icon name="hourglass" />
        <Text id="rests" args={{ seconds }} />
      </button>
    );
  }
  const look = looks[way];
  return (
    <button
      type="button"
      class={`button button--${look.tone} composer__send`}
      disabled={way === 'closed'}
      onClick={onPress}
    >
      <Icon name={look.icon} />
      <Text id={look.id} />
    </button>
  );
}
