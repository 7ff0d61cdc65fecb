/** The views beside each other once the trainee's own is in: his, the customer's, the observer's,
 * and the marks when they are out. */
import type { Item, ItemText } from '#protocol';
import type { Grading } from '../state/grading.ts';
import { quote } from '../state/moments.ts';
import type { Room } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import { say } from '../text/text.ts';
import { Text } from '../view/parts.tsx';
import { Scroll } from '../view/scroll.tsx';

/** The trainee's own view beside the marks, once both are there; the customer's answers. */
export function MarksPanel({ session, room }: { session: Session; room: Room }) {
  const { grading } = room;
  const items = session.method.value?.items ?? [];
  if (items.length === 0) return null;
  const open = grading.graded !== null;
  return (
    <section class="panel stack" data-marks={open ? 'open' : 'locked'}>
      <h2>
        <Text id="marks-title" />
      </h2>
      <Status grading={grading} />
      {grading.own && <Compare items={items} room={room} />}
      <CustomerSays grading={grading} />
      <NotedMoments room={room} items={items} />
    </section>
  );
}

function Status({ grading }: { grading: Grading }) {
  const { graded, released, own } = grading;
  if (!graded)
    return (
      <p class="meta">
        <Text id={own === null ? 'rate-first' : 'marks-waiting'} />
      </p>
    );
  const { total, passing, rubric, floor } = graded;
  return (
    <div class={`notice${passing === 'passed' ? ' notice--good' : ''}`}>
      <p>
        <Text id="marks-out" args={{ by: released ?? '' }} />{' '}
        <strong>
          <Text id={`passing-${passing}`} args={{ total }} />
        </strong>{' '}
        <Text id="total-parts" args={{ rubric, floor }} />
      </p>
      {Object.values(grading.criticals).map((one) => (
        <p key={one.critical}>
          <Text id="critical-told" /> <Text id={`critical-${one.critical}`} />: {one.text}
        </p>
      ))}
    </div>
  );
}

interface Column {
  /** Fluent id of its head, or a name. */
  head: string;
  of: (item: Item) => number | undefined;
}

/** Each view has its column; nobody's is seen before the trainee's own is in. */
function columnsOf(room: Room, names: { observer: string }): Column[] {
  const { grading } = room;
  const columns: Column[] = [{ head: say('compare-you'), of: (item) => grading.own?.[item] }];
  if (grading.feltHeard > 0) columns.push({ head: room.names.customer ?? '', of: () => undefined });
  if (names.observer !== '')
    columns.push({ head: names.observer, of: (item) => grading.views[item] });
  columns.push({ head: say('compare-marked'), of: (item) => grading.marks[item]?.level });
  return columns;
}

function levelText(value: number | undefined): string {
  return value === undefined ? '–' : say('level-name', { level: value });
}

function Compare({ items, room }: { items: readonly ItemText[]; room: Room }) {
  const { grading } = room;
  const columns = columnsOf(room, { observer: room.names.observer ?? '' });
  return (
    <Scroll>
      <table class="table compare">
        <thead>
          <tr>
            <th scope="col">
              <Text id="compare-item" />
            </th>
            {columns.map(({ head }, index) => (
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ item, name }) => (
            <tr key={item} data-item={item}>
              <th scope="row">
                {name}
                {grading.revised.includes(item) && (
                  <span class="meta compare__revised">
                    <Text id="compare-revised" args={{ why: grading.marks[item]?.text ?? '' }} />
                  </span>
                )}
              </th>
              {columns.map(({ of }, index) => (
                <td key={index}>{levelText(of(item))}</td>
              ))}
            </tr>
          ))}
          {grading.feltHeard > 0 && (
            <tr data-item="heard">
              <th scope="row">
                <Text id="compare-heard" />
              </th>
              {columns.map((_, index) => (
                <td key={index}>{index === 1 ? levelText(grading.feltHeard) : '–'}</td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

function CustomerSays({ grading }: { grading: Grading }) {
  const { feltHeard, notes } = grading;
  if (feltHeard === 0 && !notes.helped && !notes.would_help) return null;
  return (
    <dl class="said">
      {feltHeard > 0 && (
        <div>
          <dt>
            <Text id="heard-told" />
          </dt>
          <dd>{feltHeard} / 5</dd>
        </div>
      )}
      {(['helped', 'would_help'] as const).map((note) =>
        notes[note] ? (
          <div key={note}>
            <dt>
              <Text id={`told-${note}`} />
            </dt>
            <dd>{notes[note]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** The graders' moments and the observer's, with the words that they are about. */
export function NotedMoments({ room, items }: { room: Room; items: readonly ItemText[] }) {
  const { moments, observed } = room.grading;
  const nameOf = (item: Item | null) => items.find((one) => one.item === item)?.name ?? '';
  return (
    <ul class="noted">
      {moments.map((one) => (
        <Noted key={`${one.cited}-${one.moment}`} room={room} {...one} about="" />
      ))}
      {observed.map((one) => (
        <Noted
          key={`${one.cited}-${one.moment}-${one.item}`}
          room={room}
          {...one}
          by={room.names.observer ?? say('observer')}
          about={nameOf(one.item)}
        />
      ))}
    </ul>
  );
}

function Noted(props: { room: Room; cited: number; moment: string; by: string; about: string }) {
  const { room, cited, moment, by, about } = props;
  return (
    <li data-moment={moment}>
      <span class={`badge moment moment--${moment}`}>
        <Text id={`moment-${moment}`} />
      </span>{' '}
      {about} <span class="meta">{by}</span>
      <q>{quote(room, { line: cited, begin: 0, end: 0 })}</q>
    </li>
  );
}
