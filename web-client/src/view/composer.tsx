import { useRef } from 'preact/hooks';
import { parseCommand } from '../state/command.ts';
import { type Session, textMost } from '../state/session.ts';
import { say } from '../text/text.ts';
import { mayRepair, restSeconds, sendAct } from './floorBar.ts';
import { Icon, Text } from './parts.tsx';

const chips = ['mm_hm', 'i_see', 'go_on'] as const;

/** Chips, held messages, the text and what to do with it. */
export function Composer({ session, onHelp }: { session: Session; onHelp: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { draft } = session.outbox.value;
  const way = session.way.value;
  const customer = session.self.value === 'customer';
  const asking = session.askUntil.value !== null;
  const over = [...draft].length - textMost;
  const act = (by: 'enter' | 'button') => send(session, by, onHelp);

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && asking) {
      event.preventDefault();
      session.holdForMe();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      overToYou(session);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      act('enter');
    }
  };

  return (
    <div class="composer">
      <HeldBox session={session} />
      {asking && (
        <p class="notice notice--cut ask">
          <Icon name="scissors" />
          <span>
            <Text id="about-to-cut-in" />
          </span>
          <button type="button" class="button" onClick={() => session.holdForMe()}>
            <Text id="hold-it" />
          </button>
        </p>
      )}
      <fieldset class="composer__chips row">
        <legend class="visually-hidden">
          <Text id="chips" />
        </legend>
        {!customer &&
          chips.map((chip, index) => (
            <button
              key={chip}
              type="button"
              class="button button--chip"
              aria-keyshortcuts={`Alt+${index + 1}`}
              onClick={() => session.chip(chip)}
            >
              <kbd aria-hidden="true">{index + 1}</kbd>
              <Text id={`chip-${chip}`} />
            </button>
          ))}
        {!customer && (
          <button
            type="button"
            class="button button--plain button--small composer__limit"
            aria-keyshortcuts="Alt+L"
            onClick={() => setLimit(session)}
          >
            <Icon name="shield" />
            <Text id="set-limit" />
          </button>
        )}
      </fieldset>
      <div class="composer__row">
        <textarea
          id="message"
          ref={area}
          class="input composer__text"
          rows={2}
          aria-label={say('composer-label')}
          placeholder={say(way === 'send' ? 'composer-hint-yours' : 'composer-hint-customer')}
          value={draft}
          onInput={(event) => session.write(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <fieldset class="composer__actions row">
          <legend class="visually-hidden">
            <Text id="actions" />
          </legend>
          {customer ? (
            <button
              type="button"
              class="button"
              aria-keyshortcuts="Alt+M"
              onClick={() => moreToSay(session)}
            >
              <Icon name="message-circle-more" />
              <Text id="more-to-say" />
            </button>
          ) : (
            <button
              type="button"
              class="button"
              aria-keyshortcuts="Alt+H"
              onClick={() => session.holdForMe() || session.tell('nothing-to-hold')}
            >
              <Icon name="hand" />
              <Text id="hold-short" />
            </button>
          )}
          <SendButton session={session} onPress={() => act('button')} />
          <button
            type="button"
            class="button"
            aria-keyshortcuts="Control+Enter"
            disabled={session.room.value.floor.holder !== session.self.value && draft.trim() === ''}
            onClick={() => overToYou(session)}
          >
            <Icon name="arrow-right" />
            <Text id="over-to-you" />
          </button>
        </fieldset>
      </div>
      {over > 0 && (
        <p class="meta" role="alert">
          <Text id="too-long" args={{ over }} />
        </p>
      )}
    </div>
  );
}

function SendButton({ session, onPress }: { session: Session; onPress: () => void }) {
  const way = session.way.value;
  const seconds = restSeconds(session.room.value.floor, session.nowMs.value);
  if (way === 'resting') {
    return (
      <button type="button" class="button composer__send" aria-disabled="true">
        <Icon name="hourglass" />
        <Text id="rests" args={{ seconds }} />
      </button>
    );
  }
  const look = {
    send: { id: 'send', icon: 'send', tone: 'main' },
    early: { id: 'send-early', icon: 'send', tone: 'main' },
    'cut-in': { id: 'cut-in', icon: 'scissors', tone: 'cut' },
    'step-in': { id: 'step-in', icon: 'arrow-right', tone: 'good' },
    closed: { id: 'send', icon: 'send', tone: 'main' },
  }[way];
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

/** Messages that wait: the server's, which go by themselves, and the writer's own. */
function HeldBox({ session }: { session: Session }) {
  const { heldForMe } = session.outbox.value;
  const { held } = session.room.value;
  const own = heldForMe !== '';
  return (
    <>
      {own && (
        <HeldNotice
          text={heldForMe}
          note="held-local"
          args={session.names()}
          {...(session.way.value === 'send' && { onSend: () => session.sendHeldForMe() })}
          onChange={() => session.changeHeldForMe()}
          onDiscard={() => session.discardHeldForMe()}
        />
      )}
      {held.map((one) => (
        <HeldNotice
          key={one.line}
          text={one.text}
          note={one.stale ? 'held-stale' : 'held-auto'}
          args={session.names()}
          {...(one.stale && { onSend: () => session.confirmHeld(one.text) })}
          onChange={() => session.changeHeld(one.line, one.text)}
          onDiscard={() => session.discardHeld(one.line)}
        />
      ))}
    </>
  );
}

function HeldNotice(props: {
  text: string;
  note: string;
  args: Record<string, string>;
  onSend?: () => void;
  onChange: () => void;
  onDiscard: () => void;
}) {
  return (
    <div class="notice held">
      <Icon name="hand" />
      <p>
        <span class="meta">
          <Text id={props.note} args={props.args} />
        </span>
        <span class="held__text">{props.text}</span>
      </p>
      <span class="row">
        {props.onSend && (
          <button type="button" class="button button--main button--small" onClick={props.onSend}>
            <Text id="held-send" />
          </button>
        )}
        <button type="button" class="button button--small" onClick={props.onChange}>
          <Text id="held-change" />
        </button>
        <button type="button" class="button button--small" onClick={props.onDiscard}>
          <Text id="held-discard" />
        </button>
      </span>
    </div>
  );
}

// What keys, buttons and typed commands do.

function send(session: Session, by: 'enter' | 'button', onHelp: () => void) {
  const typed = parseCommand(session.outbox.value.draft);
  if (typed) return runCommand(session, typed.command, typed.rest, onHelp);
  if (session.outbox.value.draft.trim() === '') return;
  const act = sendAct(session.way.value, session.room.value.level, by);
  if (act === 'send') session.send();
  if (act === 'ask') session.ask();
  if (act === 'hold') session.holdForMe();
  if (act === 'wait' && session.way.value === 'resting') session.tell('refused-resting');
}

export function overToYou(session: Session) {
  const act = sendAct(session.way.value, session.room.value.level, 'enter');
  if (session.outbox.value.draft.trim() === '') session.floorAct('yield');
  else if (act === 'send') session.send({ yield: true });
  else if (act === 'ask') session.ask();
}

export function moreToSay(session: Session) {
  if (session.outbox.value.draft.trim() === '') session.tell('more-empty');
  else session.send({ more: true });
}

export function setLimit(session: Session) {
  if (session.outbox.value.draft.trim() === '') session.tell('limit-empty');
  else session.send({ limit: true });
}

export function giveBack(session: Session) {
  const { floor } = session.room.value;
  if (mayRepair(floor, session.nowMs.value)) session.giveBack();
  else session.tell('nothing-to-give');
}

function runCommand(session: Session, command: string, rest: string, onHelp: () => void) {
  session.write(command === 'hold' ? rest : '');
  if (command === 'floor' || command === 'time') session.speakStatus();
  else if (command === 'hold') session.holdForMe() || session.tell('nothing-to-hold');
  else if (command === 'giveback') giveBack(session);
  else if (command === 'stop') session.stop(!session.stopped.value);
  else if (command === 'over') overToYou(session);
  else if (command === 'send') session.sendHeldForMe();
  else if (command === 'discard') session.discardHeldForMe();
  else if (command === 'finish') session.finish();
  else if (command === 'help') onHelp();
  else session.tell('command-help');
}
