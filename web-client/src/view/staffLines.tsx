import { useRef } from 'preact/hooks';
import type { Line, Recognised, Room } from '../state/room.ts';
import { minutes, say } from '../text/text.ts';
import { Icon, Text, useScrollToEnd } from './parts.tsx';

/** Both sides, with who is writing and what is held back. */
export function StaffLines(props: {
  room: Room;
  customer: string;
  chosen: number;
  onChoose: (line: number) => void;
}) {
  const { room, customer } = props;
  const list = useRef<HTMLDivElement>(null);
  const writing = (['customer', 'trainee'] as const).filter((party) => room.composing[party]);
  const nameOf = (party: string) => (party === 'customer' ? customer : (room.names.trainee ?? ''));
  useScrollToEnd(list, [room.lines.length, room.held.length, writing.length]);
  return (
    <section class="panel">
      <h2>
        <Text id="transcript" />
      </h2>
      <div
        ref={list}
        class="staff__lines"
        role="log"
        aria-label={say('transcript')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
        tabIndex={0}
      >
        {room.lines.map((line) => (
          <StaffLine
            key={line.line}
            line={line}
            who={nameOf(line.party)}
            chosen={line.line === props.chosen}
            recognised={room.recognised.filter(({ cited }) => cited === line.line)}
            onChoose={props.onChoose}
          />
        ))}
        {room.held.map((one) => (
          <p key={one.line} class="staff__line staff__line--held">
            <Icon name="hand" /> <Text id="held-line" /> {one.text}
          </p>
        ))}
        {writing.map((party) => (
          <p key={party} class="meta">
            <Text id="typing" args={{ who: nameOf(party) }} />
          </p>
        ))}
      </div>
    </section>
  );
}

function StaffLine(props: {
  line: Line;
  who: string;
  chosen: boolean;
  recognised: readonly Recognised[];
  onChoose: (line: number) => void;
}) {
  const { line, who } = props;
  const cut = line.cutIn ? ' staff__line--cut' : '';
  return (
    <p
      class={`staff__line staff__line--${line.party}${cut}${props.chosen ? ' staff__line--chosen' : ''}`}
      data-line={line.line}
    >
      <button
        type="button"
        class="staff__time meta"
        aria-pressed={props.chosen}
        aria-label={say('choose-line', { time: minutes(line.atMs), who })}
        onClick={() => props.onChoose(line.line)}
      >
        {minutes(line.atMs)}
      </button>{' '}
      {line.cutIn && <Icon name="scissors" />}{' '}
      {line.action ? <Text id={`did-${line.action}`} args={{ who }} /> : <strong>{who}</strong>}{' '}
      {line.chip === 'none' ? line.text : say(`chip-${line.chip}`)}
      {props.recognised.map(({ what }) => (
        <span key={what} class="line__mark line__mark--good">
          {' '}
          <Icon name="check" />
          <Text id={`recognised-${what}`} />
        </span>
      ))}
    </p>
  );
}
