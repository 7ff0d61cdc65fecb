/** The instructor's own words in the room: as the customer, or as the colleague. */
import type { Desk } from '../state/desk.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { minutes } from '../text/text.ts';
import { isToTell, Recognises, Temper, Tick } from './customersPart.tsx';
import { Icon, Text } from './parts.tsx';

export function TakingPart({ desk, customer }: { desk: Desk; customer: string }) {
  const room = desk.room.value;
  if (desk.part.plays.value) return <AsCustomer desk={desk} customer={customer} />;
  if (desk.part.joined.value) return <AsColleague desk={desk} />;
  if (room.colleague?.by === '') return <Offer desk={desk} untilMs={room.colleague.untilMs} />;
  return null;
}

function AsCustomer({ desk, customer }: { desk: Desk; customer: string }) {
  const { floor, temper } = desk.room.value;
  const { part } = desk;
  return (
    <section class="panel part part--customer">
      <h2>
        <Text id="part-customer" args={{ customer }} />
      </h2>
      <p class="meta" role="status">
        <Text id={`part-floor-${floor.holder}`} />
      </p>
      <Words desk={desk} label="part-words-customer" args={{ customer }} more />
      <p class="row">
        <Temper stored={temper ?? 0} onTemper={(level) => part.temper(level)} />
        <Recognises onSays={(what) => part.recognise(what)} />
      </p>
      <ToTell desk={desk} />
      <p class="row">
        <Text id="part-settled" args={{ customer }} />
        {(['yes', 'partly', 'no'] as const).map((answer) => (
          <button
            key={answer}
            type="button"
            class="button button--small"
            onClick={() => part.settle(answer)}
          >
            <Text id={`part-settled-${answer}`} />
          </button>
        ))}
      </p>
    </section>
  );
}

/** What is told only if asked, as it stands on the customer's card. */
function ToTell({ desk }: { desk: Desk }) {
  const facts = desk.seated.value?.card.find(({ part }) => part === 'facts');
  if (!facts) return null;
  return (
    <details open>
      <summary>
        <Text id="card-part-facts" />
      </summary>
      <ul class="part__facts">
        {facts.lines.map((line, index) => (
          <li key={line}>
            {isToTell(facts, index) ? (
              <Tick
                line={line}
                told={desk.room.value.told.includes(index)}
                onTell={(on) => desk.part.tell(index, on)}
              />
            ) : (
              line
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function AsColleague({ desk }: { desk: Desk }) {
  return (
    <section class="panel part">
      <h2>
        <Text id="part-colleague" />
      </h2>
      <p class="meta">
        <Text id="part-colleague-how" />
      </p>
      <Words desk={desk} label="part-words-colleague" />
      <button type="button" class="button" onClick={() => desk.part.join(false)}>
        <Icon name="log-out" />
        <Text id="part-colleague-leave" />
      </button>
    </section>
  );
}

/** Somebody is asked for; whoever is first joins. */
function Offer({ desk, untilMs }: { desk: Desk; untilMs: number }) {
  const room = desk.room.value;
  const briefing = room.lines.findLast(({ action }) => action === 'hand_over')?.text ?? '';
  useShortcuts((key) => {
    if (key === 'j') desk.part.join(true);
    return key === 'j';
  });
  return (
    <section class="notice part" role="alert" data-offer>
      <Icon name="hand-helping" />
      <div>
        <p>
          <strong>
            <Text id="part-offer" args={{ who: room.names.trainee ?? '' }} />
          </strong>
        </p>
        <q>{briefing}</q>
      </div>
      <span class="meta" aria-hidden="true">
        {minutes(Math.max(0, untilMs - desk.nowMs.value))}
      </span>
      <button
        type="button"
        class="button button--main"
        aria-keyshortcuts="J"
        onClick={() => desk.part.join(true)}
      >
        <Text id="part-join" /> <kbd>J</kbd>
      </button>
    </section>
  );
}

/** Ctrl+Enter is "over to you", as in the trainee's own message. */
function Words(props: {
  desk: Desk;
  label: string;
  args?: Record<string, string>;
  more?: boolean;
}) {
  const { part } = props.desk;
  const press = (event: KeyboardEvent) => {
    if (event.key === 'm' && event.altKey && props.more) part.say(true);
    else if (event.key === 'Enter' && !event.shiftKey) part.say(false);
    else return;
    event.preventDefault();
  };
  return (
    <form
      class="part__words"
      onSubmit={(event) => {
        event.preventDefault();
        part.say(false);
      }}
    >
      <label class="field part__field">
        <Text id={props.label} {...(props.args && { args: props.args })} />
        <textarea
          id="part-words"
          class="input"
          rows={2}
          maxLength={1000}
          value={part.draft.value}
          onInput={(event) => part.write(event.currentTarget.value)}
          onKeyDown={press}
        />
      </label>
      <span class="row">
        <button type="submit" class="button button--main">
          <Icon name="send" />
          <Text id="part-say" />
        </button>
        {props.more && (
          <button
            type="button"
            class="button"
            aria-keyshortcuts="Alt+M"
            onClick={() => part.say(true)}
          >
            <Text id="part-more" />
          </button>
        )}
      </span>
    </form>
  );
}
