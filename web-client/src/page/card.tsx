import { readTry } from '../state/kept.ts';
import type { Seated, Session } from '../state/session.ts';
import { minutes } from '../text/text.ts';
import { ComfortPanel } from '../view/comfort.tsx';
import { isToTell, Tick } from '../view/customersPart.tsx';
import { Icon, Text } from '../view/parts.tsx';
import { StopHere } from '../view/stopping.tsx';
import '../text/peer.ts';

/** What this seat should know before it begins. */
export function Card({ session }: { session: Session }) {
  const seated = session.seated.value;
  const room = session.room.value;
  const left = session.leftMs();
  const isReady = room.ready.includes(session.self.value);
  if (!seated) return null;
  return (
    <main class="card" lang={seated.lang}>
      <p class="meta">
        {session.self.value === 'trainee' && (
          <Text id={`play-with-${room.player}`} args={session.names()} />
        )}
      </p>
      <h1>{seated.title}</h1>
      <Trying session={session} />
      <CardSections session={session} />
      <ComfortPanel session={session} />
      <div class="card__foot">
        {isReady ? (
          <p role="status">
            <Text id="ready-waiting" />
          </p>
        ) : (
          <button type="button" class="button button--main" onClick={() => session.ready()}>
            <Text id="ready" />
          </button>
        )}
        {left !== null && (
          <span class="meta" aria-hidden="true">
            <Text id="ready-in" args={{ time: minutes(left) }} />
          </span>
        )}
        <span class="card__stop">
          <StopHere session={session} />
        </span>
      </div>
    </main>
  );
}

/** What he wanted to try after the session before, in this workshop. */
function Trying({ session }: { session: Session }) {
  const text = session.workshop === null ? '' : readTry(session.workshop);
  if (text === '') return null;
  return (
    <p class="notice notice--good">
      <Icon name="lightbulb" />
      <span>
        <Text id="card-try" args={{ text }} />
      </span>
    </p>
  );
}

type Section = Seated['card'][number];

/** The card's parts. In play a customer's opening lines go into the message by a tap, and what he
 * has told is ticked. */
export function CardSections({ session }: { session: Session }) {
  const { phase } = session.room.value;
  const playing = phase === 'play' || phase === 'wrap';
  const card = session.seated.value?.card ?? [];
  const sections = playing ? [...card].sort((a, b) => place(a) - place(b)) : card;
  return (
    <>
      {sections.map((section) => (
        <section key={section.part} class={`panel card__part card__part--${section.part}`}>
          <h2>
            <Text id={`card-part-${section.part}`} />
          </h2>
          {playing && hints[section.part] && (
            <p class="meta">
              <Text id={hints[section.part] ?? ''} />
            </p>
          )}
          <ul>
            {section.lines.map((line, index) => (
              <li key={line}>
                {playing ? <Line session={session} section={section} index={index} /> : line}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** In play: first what is at hand, last what he knows by then. */
const atHand = ['openings', 'facts', 'satisfies', 'worse', 'limits'];
function place({ part }: Section): number {
  const found = atHand.indexOf(part);
  return found < 0 ? atHand.length : found;
}

const hints: Partial<Record<Section['part'], string>> = {
  openings: 'card-tap',
  facts: 'card-part-facts-hint',
};

function Line(props: { session: Session; section: Section; index: number }) {
  const { session, section, index } = props;
  const line = section.lines[index] ?? '';
  if (section.part === 'openings') {
    return (
      <button type="button" class="button" onClick={() => session.writing.write(line)}>
        {line}
      </button>
    );
  }
  if (!isToTell(section, index)) return <>{line}</>;
  return (
    <Tick
      line={line}
      told={session.room.value.told.includes(index)}
      onTell={(on) => session.part.tell(index, on)}
    />
  );
}
