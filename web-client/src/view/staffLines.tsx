import { useEffect, useRef } from 'preact/hooks';
import type { Item, ItemText } from '#protocol';
import type { NotedMoment } from '../state/grading.ts';
import { itemsOf } from '../state/itemEvidence.ts';
import type { Line, Recognised, Room } from '../state/room.ts';
import { minutes, say } from '../text/text.ts';
import { Icon, Text, useScrollToEnd } from './parts.tsx';
import '../style/peer.css';
import '../text/peer.ts';

/** Both sides, with who is writing and what is held back. */
export function StaffLines(props: {
  room: Room;
  customer: string;
  chosen: number;
  /** Its evidence is pointed at, for those who mark. */
  item?: Item | null;
  items?: readonly ItemText[];
  onChoose: (line: number) => void;
}) {
  const { room, customer, item = null, items = [] } = props;
  const list = useRef<HTMLDivElement>(null);
  const writing = (['customer', 'trainee'] as const).filter((party) => room.composing[party]);
  const nameOf = (party: string) => {
    if (party === 'instructor') return say('colleague-name');
    return party === 'customer' ? customer : (room.names.trainee ?? '');
  };
  const shows = (line: number) => itemsOf(room, line);
  const nameOfItem = (one: Item) => items.find((text) => text.item === one)?.name ?? one;
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
            pointed={item !== null && shows(line.line).includes(item)}
            evidence={shows(line.line).map(nameOfItem)}
            moments={room.grading.moments.filter((one) => one.cited === line.line)}
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
  pointed: boolean;
  evidence: readonly string[];
  moments: readonly NotedMoment[];
  recognised: readonly Recognised[];
  onChoose: (line: number) => void;
}) {
  const { line, who, evidence, moments } = props;
  const kinds = [
    line.cutIn && 'cut',
    props.chosen && 'chosen',
    props.pointed && 'pointed',
    line.party,
  ].filter((kind) => typeof kind === 'string');
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (props.chosen) end.current?.scrollIntoView({ block: 'nearest' });
  }, [props.chosen]);
  return (
    <p
      ref={end}
      class={`staff__line ${kinds.map((kind) => `staff__line--${kind}`).join(' ')}`}
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
      {moments.map(({ moment }) => (
        <span key={moment} class={`badge moment moment--${moment}`}>
          <Text id={`moment-${moment}`} />
        </span>
      ))}
      {evidence.length > 0 && (
        <span class="staff__evidence meta">
          <Text id="line-evidence" args={{ items: evidence.join(', ') }} />
        </span>
      )}
      {props.recognised.map(({ what }) => (
        <span key={what} class="line__mark line__mark--good">
          <Icon name="check" />
          <Text id={`recognised-${what}`} />
        </span>
      ))}
    </p>
  );
}
