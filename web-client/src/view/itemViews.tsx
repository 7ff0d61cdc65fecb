/** An observer's items: what shows well or could grow, and in the debrief his own levels. */
import type { Item, ItemText, Moment } from '#protocol';
import type { Session } from '../state/session.ts';
import { say } from '../text/text.ts';
import { Icon, Text } from './parts.tsx';

const signs: Record<'good' | 'growth', string> = { good: '+', growth: 'Δ' };

/** Plus and delta for each item, on the chosen line of the trainee's. */
export function ItemMoments({ session, line }: { session: Session; line: number }) {
  const items = session.method.value?.items ?? [];
  const { observed } = session.room.value.grading;
  const noted = (item: Item, moment: Moment) =>
    observed.some((one) => one.cited === line && one.item === item && one.moment === moment);
  return (
    <ul class="watch__items">
      {items
        .filter(({ item }) => item !== 'C2')
        .map(({ item, name }) => (
          <li key={item} data-watch={item}>
            <span>{name}</span>
            {(['good', 'growth'] as const).map((moment) => (
              <button
                key={moment}
                type="button"
                class="button button--small"
                aria-label={say(`watch-${moment}`, { name })}
                aria-pressed={noted(item, moment)}
                disabled={line === 0}
                onClick={() => session.part.note(line, moment, !noted(item, moment), item)}
              >
                {signs[moment]}
                {count(session, item, moment) > 0 && (
                  <span class="meta">{count(session, item, moment)}</span>
                )}
              </button>
            ))}
          </li>
        ))}
    </ul>
  );
}

function count(session: Session, item: Item, moment: Moment): number {
  const { observed } = session.room.value.grading;
  return observed.filter((one) => one.item === item && one.moment === moment).length;
}

const levels = [1, 2, 3, 4, 5, 0] as const;

/** His own level of each item: stored one by one, and changed as often as he likes. */
export function ItemLevels({ session, onNext }: { session: Session; onNext: () => void }) {
  const items = (session.method.value?.items ?? []).filter(({ item }) => item !== 'C2');
  return (
    <section class="panel stack">
      <p>
        <Text id="views-text" />
      </p>
      {items.map((item) => (
        <ItemLevel key={item.item} session={session} item={item} />
      ))}
      <p>
        <button type="button" class="button button--main" onClick={onNext}>
          <Text id="step-next" />
        </button>
      </p>
    </section>
  );
}

function ItemLevel({ session, item }: { session: Session; item: ItemText }) {
  const level = session.room.value.grading.views[item.item];
  return (
    <fieldset class="rate" data-view={item.item}>
      <legend>
        {item.name} {level !== undefined && <Icon name="check" />}
      </legend>
      <div class="rate__levels">
        {levels.map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name={`view-${item.item}`}
              checked={level === one}
              onChange={() => session.back.view(item.item, one)}
            />{' '}
            <span>{one > 0 ? `${one} · ${item.anchors[one - 1]}` : say('rate-not-there')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
