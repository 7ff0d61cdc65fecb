/** Messages that wait: the server's, which go by themselves, and the writer's own. */
import type { Session } from '../state/session.ts';
import { goOnInMessage, Icon, Text } from './parts.tsx';

export function HeldBox({ session }: { session: Session }) {
  const { heldForMe } = session.writing.outbox.value;
  const { held } = session.room.value;
  const mayGo = session.way.value === 'send';
  return (
    <>
      {heldForMe !== '' && (
        <HeldNotice
          text={heldForMe}
          note={mayGo ? 'held-ready' : 'held-local'}
          args={session.names()}
          {...(mayGo && { onSend: () => session.writing.sendHeldForMe() })}
          onChange={() => session.writing.changeHeldForMe()}
          onDiscard={() => session.writing.discardHeldForMe()}
        />
      )}
      {held.map((one) => (
        <HeldNotice
          key={one.line}
          text={one.text}
          note={one.stale ? 'held-stale' : 'held-auto'}
          args={session.names()}
          {...(one.stale && { onSend: () => session.writing.confirmHeld(one.text) })}
          onChange={() => session.writing.changeHeld(one.line, one.text)}
          onDiscard={() => session.writing.discardHeld(one.line)}
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
  const doing = (act: () => void) => () => {
    goOnInMessage();
    act();
  };
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
          <button
            type="button"
            class="button button--main button--small"
            onClick={doing(props.onSend)}
          >
            <Text id="held-send" />
          </button>
        )}
        <button type="button" class="button button--small" onClick={doing(props.onChange)}>
          <Text id="held-change" />
        </button>
        <button type="button" class="button button--small" onClick={doing(props.onDiscard)}>
          <Text id="held-discard" />
        </button>
      </span>
    </div>
  );
}
