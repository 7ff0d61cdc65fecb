import { useRef } from 'preact/hooks';
import type { Outgoing } from '../state/outbox.ts';
import { partnerOf } from '../state/reduce.ts';
import type { Line } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import { say } from '../text/text.ts';
import { Icon, Text, useScrollToEnd } from './parts.tsx';

/** The conversation. Spoken by the announcer, not by itself, so its own live region is off. */
export function Transcript({ session }: { session: Session }) {
  const room = session.room.value;
  const outbox = session.writing.outbox.value;
  const partner = partnerOf(session.self.value);
  const list = useRef<HTMLDivElement>(null);
  useScrollToEnd(list, [room.lines.length, outbox.waiting.length, room.composing[partner]]);
  return (
    <div
      ref={list}
      class="transcript"
      role="log"
      aria-live="off"
      aria-label={say('transcript')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
      tabIndex={0}
    >
      {room.lines.length === 0 && (
        <p class="meta transcript__empty">
          <Text id="still-empty" />
        </p>
      )}
      {room.lines.map((line) => (
        <TranscriptLine key={line.line} line={line} session={session} />
      ))}
      {outbox.waiting.map((one) => (
        <Pending key={`own-${one.message.id}`} outgoing={one} session={session} />
      ))}
      {room.composing[partner] && (
        <p class="meta typing">
          <Text id="typing" args={{ who: session.nameOf(partner) }} />
        </p>
      )}
    </div>
  );
}

/** A message of one's own that the server has not stored yet. */
function Pending({ outgoing, session }: { outgoing: Outgoing; session: Session }) {
  const { message, state } = outgoing;
  if (message.kind === 'say' && message.chip !== 'none') return null;
  return (
    <div class="line line--you line--pending" data-state={state}>
      <p class="bubble">{message.text}</p>
      <p class="meta">
        <Text id={state} />{' '}
        {state === 'failed' && (
          <button
            type="button"
            class="button button--small"
            onClick={() => session.writing.editFailed(message.id)}
          >
            <Text id="failed-edit" />
          </button>
        )}
      </p>
    </div>
  );
}

function TranscriptLine({ line, session }: { line: Line; session: Session }) {
  const own = line.party === session.self.value;
  const who = session.nameOf(line.party);
  const side = own ? 'you' : 'them';
  if (line.chip !== 'none') {
    return (
      <p class={`chip-mark chip-mark--${side} meta`}>
        <Icon name="ear" />
        <Text id="chip-by" args={{ who, chip: say(`chip-${line.chip}`) }} />
      </p>
    );
  }
  if (line.action !== null) {
    return (
      <p class="notice act-mark">
        <Icon name="hand-helping" />
        <span>
          <Text id={`did-${line.action}`} args={{ who }} /> {line.text}
        </span>
      </p>
    );
  }
  return (
    <div class={`line line--${side}${line.cutIn ? ' line--cut' : ''}`} data-line={line.line}>
      <p class="meta line__who">
        {who}
        {line.cutIn && <Mark icon="scissors" id="cut-in-mark" />}
        {line.givenBack && <Mark icon="undo-2" id="given-back-mark" />}
        {line.again && <Mark icon="repeat-2" id="says-again" />}
        {session.room.value.recognised
          .filter(({ cited }) => cited === line.line)
          .map(({ what }) => (
            <Mark key={what} icon="check" id={`recognised-${what}`} good />
          ))}
      </p>
      <p class="bubble">
        {line.text}
        {line.cutOff && (
          <span class="bubble__cut">
            <Icon name="scissors" />
            <span class="visually-hidden">
              <Text id="was-cut-off" />
            </span>
          </span>
        )}
      </p>
    </div>
  );
}

function Mark({ icon, id, good = false }: { icon: string; id: string; good?: boolean }) {
  return (
    <span class={`line__mark${good ? ' line__mark--good' : ''}`}>
      <Icon name={icon} />
      <Text id={id} />
    </span>
  );
}
