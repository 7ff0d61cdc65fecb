import type { Session } from '../state/session.ts';
import { minutes } from '../text/text.ts';
import { Text } from '../view/parts.tsx';

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
      <CardSections session={session} />
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
      </div>
    </main>
  );
}

/** The card's parts; a customer's opening lines go into the message by a tap. */
export function CardSections({ session }: { session: Session }) {
  const sections = session.seated.value?.card ?? [];
  const playing = session.room.value.phase === 'play';
  return (
    <>
      {sections.map(({ part, lines }) => (
        <section key={part} class={`panel card__part card__part--${part}`}>
          <h2>
            <Text id={`card-part-${part}`} />
          </h2>
          {part === 'openings' && playing && (
            <p class="meta">
              <Text id="card-tap" />
            </p>
          )}
          <ul>
            {lines.map((line) => (
              <li key={line}>
                {part === 'openings' && playing ? (
                  <button type="button" class="button" onClick={() => session.write(line)}>
                    {line}
                  </button>
                ) : (
                  line
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
