/** What the machine saw in the trainee's lines, each with its quote; a person may contest it. */
import { evidenceText, quote } from '../state/moments.ts';
import { type Cited, isContested } from '../state/reduce.ts';
import type { Evidence, Room } from '../state/room.ts';
import { type Args, minutes } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';

const grades = ['credit', 'fault', 'hint', 'note'] as const;

interface Props {
  room: Room;
  args: Args;
  onContest: (cited: Cited) => void;
}

export function EvidencePanel({ room, args, onContest }: Props) {
  return (
    <section class="panel">
      <h2>
        <Text id="evidence-title" />
      </h2>
      <p class="meta">
        <Text id={room.evidence.length === 0 ? 'evidence-none' : 'evidence-machine'} />
      </p>
      <div class="evidence">
        {grades.map((grade) => {
          const found = room.evidence.filter((one) => one.grade === grade);
          if (found.length === 0) return null;
          return (
            <div key={grade} class={`evidence__list evidence__list--${grade}`}>
              <h3>
                <Text id={`evidence-${grade}s`} />
              </h3>
              <ul>
                {found.map((one, index) => (
                  <Item
                    key={`${one.line}-${one.finding}-${one.move}-${index}`}
                    {...{ room, args, one, onContest }}
                  />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Item({ room, args, one, onContest }: Props & { one: Evidence }) {
  const contested = isContested(room, one);
  const said = quote(room, one);
  return (
    <li class={contested ? 'evidence__item--contested' : undefined}>
      <span class="evidence__what">
        <span class="meta">{minutes(one.atMs)}</span> <Text id={evidenceText(one)} args={args} />
      </span>
      {said !== '' && <q>{said}</q>}
      {contested ? (
        <span class="badge">
          <Icon name="flag" />
          <Text id="contested" />
        </span>
      ) : (
        <button
          type="button"
          class="button button--plain button--small evidence__contest"
          onClick={() => onContest(one)}
        >
          <Text id="contest" />
        </button>
      )}
    </li>
  );
}
