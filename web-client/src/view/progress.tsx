/** What has been practised on this device: a column for each session, a row for each item. */
import { useState } from 'preact/hooks';
import type { Item } from '#protocol';
import { readProgress, writeProgress } from '../state/kept.ts';
import type { Practised } from '../state/progress.ts';
import { say } from '../text/text.ts';
import { Text } from './parts.tsx';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** Every item that came up in one of them, in the order of the newest method. */
function itemsOf(all: readonly Practised[]): [Item, string][] {
  const names = Object.assign({}, ...all.map(({ items }) => items)) as Partial<
    Record<Item, string>
  >;
  return Object.entries(names) as [Item, string][];
}

export function Progress() {
  const [all, setAll] = useState(readProgress);
  if (all.length === 0) return null;
  const forget = () => {
    writeProgress([]);
    setAll([]);
  };
  return (
    <section class="panel stack progress" aria-labelledby="progress-title">
      <h2 id="progress-title">
        <Text id="progress" />
      </h2>
      <p class="meta">
        <Text id="progress-hint" />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard */}
      <section class="scroll" tabIndex={0} aria-labelledby="progress-title">
        <Table all={all} />
      </section>
      <p>
        <button type="button" class="button button--small" onClick={forget}>
          <Text id="progress-forget" />
        </button>
      </p>
    </section>
  );
}

function Table({ all }: { all: readonly Practised[] }) {
  const items = itemsOf(all);
  return (
    <table class="table progress__table">
      <thead>
        <tr>
          <th scope="col">
            <Text id="progress-session" />
          </th>
          {all.map((one) => (
            <th key={one.room} scope="col" title={one.title}>
              {day.format(one.at)}
              <span class="meta">{say(`heat-${one.heat}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row name={say('progress-outcome')} all={all} of={(one) => say(`ended-${one.outcome}`)} />
        <Row name={say('progress-floor')} all={all} of={(one) => String(one.floor)} />
        <Row
          name={say('progress-total')}
          all={all}
          of={({ total }) => (total === null ? '–' : String(total))}
        />
        {items.map(([item, name]) => (
          <Row key={item} name={name} all={all} of={(one) => levels(one, item)} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: { name: string; all: readonly Practised[]; of: (one: Practised) => string }) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      {props.all.map((one) => (
        <td key={one.room}>{props.of(one)}</td>
      ))}
    </tr>
  );
}

/** 0 says that it did not come up. */
const level = (value: number | undefined) => (value ? String(value) : '–');

/** One's own level, and behind a stroke the instructor's where there is one. */
function levels({ own, given }: Practised, item: Item): string {
  const theirs = given[item];
  return theirs === undefined ? level(own[item]) : `${level(own[item])} / ${level(theirs)}`;
}
