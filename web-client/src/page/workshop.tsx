/** A person's way through a workshop: by its code into the lobby, to each seat, and back. One
 * route, so that a reload keeps the place. */
import { useEffect, useState } from 'preact/hooks';
import { codeShown } from '../state/code.ts';
import { readComfort, writeComfort } from '../state/kept.ts';
import { type Lobby, Session } from '../state/session.ts';
import { minutes } from '../text/text.ts';
import { Announcements } from '../view/announcements.tsx';
import { CodeField } from '../view/codeField.tsx';
import { FloorBar } from '../view/floorBarView.tsx';
import { Icon, Skeleton, Text } from '../view/parts.tsx';
import { Transcript } from '../view/transcript.tsx';
import { Card } from './card.tsx';
import { Play } from './play.tsx';
import { Debrief, Ended } from './seat.tsx';

export function WorkshopPage({ code }: { code: string }) {
  const [session] = useState(() => new Session(null, null, readComfort(), code));
  useEffect(() => () => session.dispose(), [session]);
  const link = session.link.state.value;
  if (link.is === 'ended') return <Ended why={link.why} session={session} />;
  if (!session.welcome.value || session.resuming.value) return <Skeleton />;
  if (!session.member.value) return <Enter session={session} code={code} />;
  return (
    <>
      <Strip session={session} />
      <Stage session={session} />
      <Announcements voice={session.voice} />
    </>
  );
}

function Stage({ session }: { session: Session }) {
  const { phase } = session.room.value;
  const seated = session.seated.value;
  if (!seated) return <Waiting session={session} />;
  if (phase === 'debrief' || phase === 'closed') return <Debrief session={session} />;
  if (session.self.value === 'observer') return <Watch session={session} />;
  return phase === 'read' ? <Card session={session} /> : <Play session={session} />;
}

function Watch({ session }: { session: Session }) {
  return (
    <main class="play" lang={session.seated.value?.lang}>
      <h1>
        <Text id="watch-title" />
      </h1>
      <p class="meta">
        <Text id="watch-text" />
      </p>
      <Transcript session={session} />
      <FloorBar session={session} />
    </main>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const ticker = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(ticker);
  }, []);
  return now;
}

function leftMs(lobby: Lobby, now: number): number {
  return lobby.paused ? lobby.leftMs : Math.max(0, lobby.leftMs - (now - lobby.heardMs));
}

/** Where the workshop stands, and the way to the instructor: above everything else. */
function Strip({ session }: { session: Session }) {
  const now = useNow();
  const lobby = session.lobby.value;
  if (!lobby) return null;
  const { phase } = session.room.value;
  // A room has a clock of its own: two would only confuse.
  const inRoom = session.seated.value !== null && phase !== 'debrief' && phase !== 'closed';
  const clock = !inRoom && lobby.leftMs > 0;
  return (
    <header class="strip">
      <strong>{lobby.title}</strong>
      {lobby.session > 0 && (
        <span class="meta">
          <Text id="lobby-session" args={{ session: lobby.session, sessions: lobby.sessions }} />
        </span>
      )}
      {(!inRoom || lobby.paused) && (
        <span class="badge">
          <Text id={lobby.paused ? 'lobby-paused' : `gathering-${lobby.phase}`} />
        </span>
      )}
      {clock && (
        <span class="meta" role="timer" aria-live="off">
          <Text id="lobby-left" args={{ time: minutes(leftMs(lobby, now)) }} />
        </span>
      )}
      {lobby.phase !== 'over' && (
        <button
          type="button"
          class="button strip__help"
          aria-pressed={lobby.help}
          onClick={() => session.askHelp(!lobby.help)}
        >
          <Text id={lobby.help ? 'asked-help' : 'ask-help'} />
        </button>
      )}
      <Away session={session} />
      <Asked session={session} />
    </header>
  );
}

/** No staff for a while: nothing that anybody has to do. */
function Away({ session }: { session: Session }) {
  const lobby = session.lobby.value;
  return (
    <p class="workshop-line" role="status">
      {lobby?.staffAway && lobby.phase !== 'over' && <Text id="staff-away" />}
    </p>
  );
}

/** He has nobody to practise with: one tap brings him on. */
function Asked({ session }: { session: Session }) {
  const lobby = session.lobby.value;
  if (!lobby || lobby.asked === 'nothing') return null;
  return (
    <section class="panel asked" role="alert">
      <p>
        <Text id={`asked-${lobby.asked.replace('_', '-')}`} />
      </p>
      <p class="row">
        <button type="button" class="button button--main" onClick={() => session.choose('bot')}>
          <Text id="choose-bot" />
        </button>
        {lobby.mayWatch && (
          <button type="button" class="button" onClick={() => session.choose('watch')}>
            <Text id="choose-watch" />
          </button>
        )}
        <button type="button" class="button" onClick={() => session.choose('wait')}>
          <Text id="choose-wait" />
        </button>
      </p>
    </section>
  );
}

const waitingFor = { open: 'lobby-open', switch: 'lobby-switch', over: 'lobby-over' } as const;

function Waiting({ session }: { session: Session }) {
  const lobby = session.lobby.value;
  const member = session.member.value;
  if (!lobby || !member) return <Skeleton />;
  const last = lobby.session > 0 && lobby.session === lobby.sessions;
  const late = last ? 'lobby-last' : 'lobby-late';
  const text = waitingFor[lobby.phase as keyof typeof waitingFor] ?? late;
  return (
    <main class="plain lobby">
      <p class="meta">
        <Text id="lobby-title" />
      </p>
      <h1>{member.name}</h1>
      <p role="status">
        <Text id={text} />
      </p>
      <NextStart lobby={lobby} />
      <p>
        <Text id="lobby-people" args={{ count: lobby.people }} />
      </p>
      <p class="meta">
        <Text id="lobby-code" args={{ code: codeShown(member.code) }} />
      </p>
      {member.pin !== '' && (
        <p class="meta">
          <Text id="lobby-pin" args={{ pin: member.pin }} />
        </p>
      )}
    </main>
  );
}

function NextStart({ lobby }: { lobby: Lobby }) {
  const now = useNow();
  const gone = lobby.paused ? 0 : now - lobby.heardMs;
  if (lobby.nextMs === 0 || lobby.phase === 'over') return null;
  return (
    <p>
      <Text id="lobby-next" args={{ time: minutes(Math.max(0, lobby.nextMs - gone)) }} />
    </p>
  );
}

/** What was typed stays there, to be mended. */
function WrongCode({ code }: { code: string }) {
  return (
    <main class="join">
      <h1>
        <Text id="workshop-join" />
      </h1>
      <p class="notice" role="alert">
        <Icon name="triangle-alert" />
        <span>
          <Text id="workshop-wrong-code" />
        </span>
      </p>
      <CodeField first={codeShown(code)} />
      <p>
        <a class="button" href="/practice">
          <Text id="landing-practise" />
        </a>
      </p>
    </main>
  );
}

function Enter({ session, code }: { session: Session; code: string }) {
  const [name, setName] = useState(session.comfort.name);
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState(false);
  const isSound = () => {
    const length = [...name.trim()].length;
    setWrong(length < 1 || length > 24);
    return length >= 1 && length <= 24;
  };
  const enter = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isSound()) return;
    session.comfort = { ...session.comfort, name: name.trim() };
    writeComfort(session.comfort);
    if (pin === '') session.enter(name.trim());
    else session.changeDevice(name.trim(), pin.trim());
  };
  const error = session.error.value;
  if (error === 'error-not_found' && pin === '') return <WrongCode code={code} />;
  return (
    <main class="join">
      <h1>{session.lobby.value?.title || <Text id="workshop-join" />}</h1>
      <p class="meta">
        <Text id="workshop-code" args={{ code: codeShown(code) }} />
      </p>
      <form class="stack" onSubmit={enter} noValidate>
        <div class="field">
          <label for="name">
            <Text id="name" />
          </label>
          <input
            id="name"
            class="input"
            maxLength={48}
            autoComplete="nickname"
            // biome-ignore lint/a11y/noAutofocus: the one field of a page that was opened to fill it
            autoFocus
            value={name}
            aria-invalid={wrong}
            aria-describedby="name-hint"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <p id="name-hint" class="meta" role={wrong ? 'alert' : undefined}>
            <Text id={wrong ? 'name-wrong' : 'name-hint'} />
          </p>
        </div>
        <details class="panel">
          <summary>
            <Text id="workshop-other-device" />
          </summary>
          <div class="field">
            <label for="pin">
              <Text id="workshop-pin" />
            </label>
            <input
              id="pin"
              class="input"
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              value={pin}
              aria-describedby="pin-hint"
              onInput={(event) => setPin(event.currentTarget.value)}
            />
            <p id="pin-hint" class="meta">
              <Text id="workshop-pin-hint" />
            </p>
          </div>
        </details>
        {error && (
          <p class="notice" role="alert">
            <Icon name="triangle-alert" />
            <span>
              <Text id={error === 'error-not_found' ? 'workshop-wrong-pin' : error} />
            </span>
          </p>
        )}
        <p class="meta">
          <Text id="consent" />
        </p>
        <button type="submit" class="button button--main">
          <Text id={pin === '' ? 'go' : 'workshop-come-back'} />
        </button>
      </form>
      <p>
        <a href="/practice">
          <Text id="landing-practise" />
        </a>
      </p>
    </main>
  );
}
