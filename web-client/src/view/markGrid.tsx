/** The method's items by levels 1 to 5 and "does not apply": one key or one click a mark. */
import type { Item, ItemText } from '#protocol';
import type { Grader } from '../state/grader.ts';
import type { Grading } from '../state/grading.ts';
import { evidenceFor } from '../state/itemEvidence.ts';
import { evidenceText, quote } from '../state/moments.ts';
import type { Room } from '../state/room.ts';
import { minutes, say } from '../text/text.ts';
import { Text } from './parts.tsx';

export const levels = [1, 2, 3, 4, 5, 0] as const;

interface Props {
  room: Room;
  grader: Grader;
  items: readonly ItemText[];
  /** The row that keys act on. */
  at: number;
  onRow: (row: number) => void;
  onMark: (item: Item, level: number) => void;
  /** A line of the evidence is chosen. */
  onLine: (line: number) => void;
}

export function MarkGrid(props: Props) {
  const { items, at } = props;
  const row = items[at];
  return (
    <>
      <table class="marks">
        <thead>
          <tr>
            <td />
            {levels.map((level) => (
              <th key={level} scope="col" class="meta">
                <Text id="level-name" args={{ level }} />
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <Row key={item.item} {...props} item={item} index={index} />
          ))}
        </tbody>
      </table>
      {row && <Anchors {...props} item={row} />}
    </>
  );
}

function Row(props: Props & { item: ItemText; index: number }) {
  const { item, index, room, grader, at } = props;
  const { grading } = room;
  const mark = grading.marks[item.item];
  const pending = grader.pendingMark(item.item);
  const typed = pending?.message.kind === 'mark' ? pending.message.level : undefined;
  const shown = typed ?? mark?.level;
  const hint = hintOf(grading, item.item);
  const label = say('marks-row', { name: item.name, weight: item.weight });
  return (
    <tr
      class={index === at ? 'marks__row marks__row--at' : 'marks__row'}
      data-item={item.item}
      data-state={pending?.state ?? (mark ? 'stored' : 'none')}
    >
      <th scope="row">
        <button
          type="button"
          class="marks__name"
          aria-current={index === at}
          onClick={() => props.onRow(index)}
        >
          {item.name}
        </button>
      </th>
      {levels.map((level) => (
        <td key={level}>
          <button
            type="button"
            class={`marks__level${hint > 0 && hint === level ? ' marks__level--hint' : ''}`}
            aria-pressed={shown === level}
            aria-label={`${label}: ${say('level-name', { level })}`}
            onClick={() => {
              props.onRow(index);
              props.onMark(item.item, level);
            }}
          >
            {shown === level ? '●' : hint > 0 && hint === level ? '◌' : '·'}
          </button>
        </td>
      ))}
      <td class="meta marks__state">
        <State {...props} hint={hint} />
      </td>
    </tr>
  );
}

function State({ item, room, grader, hint }: Props & { item: ItemText; hint: number }) {
  const mark = room.grading.marks[item.item];
  const pending = grader.pendingMark(item.item);
  if (pending) return <Text id={`marks-${pending.state}`} />;
  if (mark) {
    const how = { human: 'marks-stored', hint: 'marks-hinted', machine: 'marks-machine' } as const;
    return <Text id={how[mark.source]} />;
  }
  return hint > 0 ? <Text id="marks-hint" args={{ level: hint }} /> : null;
}

/** The hint that is still to be decided on; 0: none. */
export function hintOf(grading: Grading, item: Item): number {
  return grading.marks[item] ? 0 : (grading.hints[item]?.level ?? 0);
}

/** What the levels of the row look like, and what was seen. */
function Anchors({ room, item, onLine }: Props & { item: ItemText }) {
  const { marks, hints } = room.grading;
  const hint = hints[item.item];
  const level = marks[item.item]?.level || hint?.level || 3;
  const anchor = item.anchors[level - 1] ?? '';
  return (
    <div class="marks__anchors">
      <p>
        <strong>{item.name}</strong> <Text id="marks-anchor" args={{ level, anchor }} />
      </p>
      {hint && hint.level > 0 && (
        <p class="meta">
          <Text id="marks-hint-from" args={{ level: hint.level }} />{' '}
          {hint.cited > 0 ? (
            <Text
              id="marks-evidence"
              args={{ quote: quote(room, { line: hint.cited, begin: 0, end: 0 }) }}
            />
          ) : (
            <Text id="marks-evidence-none" />
          )}
        </p>
      )}
      <Seen room={room} item={item.item} onLine={onLine} />
    </div>
  );
}

/** Every line that speaks of the item; the line itself is a tap away. */
function Seen({ room, item, onLine }: Pick<Props, 'room' | 'onLine'> & { item: Item }) {
  const seen = evidenceFor(room, item);
  if (seen.length === 0) return null;
  return (
    <ul class="seen" aria-label={say('marks-seen')}>
      {seen.map((one) => (
        <li key={`${one.line}-${one.finding}-${one.move}-${one.begin}`} data-evidence={one.line}>
          <button
            type="button"
            class={`seen__line seen__line--${one.grade}`}
            onClick={() => onLine(one.line)}
          >
            <span class="meta">{minutes(one.atMs)}</span> <Text id={evidenceText(one)} />
          </button>
        </li>
      ))}
    </ul>
  );
}
