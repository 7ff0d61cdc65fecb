import { useLayoutEffect, useRef } from 'preact/hooks';
import { partnerOf } from '../state/reduce.ts';
import type { Line } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import { say } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';

/** The conversation. Spoken by the announcer, not by itself, so its own live region is off. */
export function Transcript({ session }: { session: Session }) {
  const room = session.room.value;
  const outbox = session.outbox.value;
  const partner = partnerOf(session.self.value);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = list.current;
    if (node) node.scrollTop = node.scrollHeight;
  }, [room.lines.length, outbox.says.length, room.composing[partner]]);
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
      {outbox.says
        .filter((one) => one.chip === 'none')
        .map((one) => (
          <div key={`own-${one.id}`} class="line line--you line--pending" data-state={one.state}>
            <p class="bubble">{one.text}</p>
            <p class="meta">
              <Text id={one.state} />{' '}
              {one.state === 'failed' && (
                <button
                  type="button"
                  class="button button--small"
                  onClick={() => session.editFailed(one.id)}
                >
                  <Text id="failed-edit" />
                </button>
              )}
            </p>
          </div>
        ))}
      {room.composing[partner] && (
        <p class="meta typing">
          <Text id="typing" args={{ who: session.nameOf(partner) }} />
        </p>
      )}
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
  return (
    <div class={`line line--${side}${line.cutIn ? ' line--cut' : ''}`} data-line={line.line}>
      <p class="meta line__who">
        {who}
        {line.cutIn && (
          <span class="line__mark">
            <Icon name="scissors" />
            <Text id="cut-in-mark" />
          </span>
        )}
        {line.again && (
          <span class="line__mark">
            <Icon name="repeat-2" />
            <Text id="says-again" />
          </span>
        )}
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
