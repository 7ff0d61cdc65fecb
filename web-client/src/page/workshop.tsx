/** A person's way through a workshop: by its code into the lobby, to each seat, and back. One
 * route, so that a reload keeps the place. */
import { useEffect, useState } from 'preact/hooks';
import { codeShown } from '../state/code.ts';
import { readComfort, readMember } from '../state/kept.ts';
import { type Lobby, Session } from '../state/session.ts';
import { minutes, say } from '../text/text.ts';
import { Announcements } from '../view/announcements.tsx';
import { PageLink } from '../view/linkLine.tsx';
import { Skeleton, Text } from '../view/parts.tsx';
import { useTitle } from '../view/title.ts';
import { ComfortPanel, Room } from './chunks.ts';
import { Debrief, Ended } from './ending.tsx';
import { Enter } from './enter.tsx';

export function WorkshopPage({ code }: { code: string }) {
  const [session] = useState(() => new Session(null, null, readComfort(), code));
  useEffect(() => () => session.dispose(), [session]);
  useTitleOf(session, code);
  const link = session.link.state.value;
  if (link.is === 'ended') return <Ended why={link.why} session={session} />;
  if (!session.member.value && comesBack(session, code)) {
    return (
      <>
        <PageLink session={session} />
        <Skeleton />
      </>
    );
  }
  if (!session.member.value) return <Enter session={session} code={code} />;
  return (
    <>
      <Strip session={session} />
      <PageLink session={session} />
      <Stage session={session} />
      <Announcements voice={session.voice} />
    </>
  );
}

/** Who has been here before waits for his place; anyone else may write his name meanwhile. */
function comesBack(session: Session, code: string): boolean {
  return session.resuming.value || (!session.welcome.value && readMember(code).token !== '');
}

function useTitleOf(session: Session, code: string) {
  const lobby = session.lobby.value;
  const seated = session.seated.value;
  const turn = seated && session.bar.value.side === 'you' ? say('floor-short-yours') : '';
  if (seated) return useTitle(turn, seated.title);
  return useTitle(lobby ? lobby.title : say('workshop-code', { code: codeShown(code) }));
}

function Stage({ session }: { session: Session }) {
  const { phase } = session.room.value;
  const seated = session.seated.value;
  if (!seated) return <Waiting session={session} />;
  if (phase === 'debrief' || phase === 'closed') return <Debrief session={session} />;
  return <Room session={session} />;
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
  // Who is through before the others need not be told that they still play.
  const looksBack = session.seated.value !== null && ['read', 'play'].includes(lobby.phase);
  const clock = !inRoom && lobby.leftMs > 0;
  return (
    <header class="strip">
      <strong>{lobby.title}</strong>
      {lobby.session > 0 && (
        <span class="meta">
          <Text id="lobby-session" args={{ session: lobby.session, sessions: lobby.sessions }} />
        </span>
      )}
      {(lobby.paused || (!inRoom && !looksBack)) && (
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
      {lobby.phase !== 'over' && <ComfortPanel session={session} />}
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
