import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../state/session.ts';
import { minutes, say } from '../text/text.ts';
import { Banners } from '../view/banners.tsx';
import { Composer } from '../view/composer.tsx';
import { Finish, Help, Ways } from '../view/dialogs.tsx';
import { giveBack, moreToSay, setLimit } from '../view/doing.ts';
import { FloorBar } from '../view/floorBarView.tsx';
import { Icon, Text } from '../view/parts.tsx';
import { Transcript } from '../view/transcript.tsx';
import { CardSections } from './card.tsx';

const dialogs = { help: Help, finish: Finish, ways: Ways };
type Open = keyof typeof dialogs | null;

/** The conversation itself. */
export function Play({ session }: { session: Session }) {
  const [open, setOpen] = useState<Open>(null);
  const Opened = open && dialogs[open];
  useShortcuts(session);
  useWakeLock();
  const customer = session.self.value === 'customer';
  const beside = useWide() && customer;
  const talk = (
    <main class="play" lang={session.seated.value?.lang}>
      <Header session={session} onOpen={setOpen} />
      {!beside && (
        <details class="play__card">
          <summary>
            <Text id="card-title" />
          </summary>
          <CardSections session={session} />
        </details>
      )}
      <Transcript session={session} />
      <Banners session={session} />
      <FloorBar session={session} />
      <Composer session={session} onHelp={() => setOpen('help')} onWays={() => setOpen('ways')} />
      {Opened && <Opened session={session} onClose={() => setOpen(null)} />}
    </main>
  );
  return customer ? (
    <div class={`beside${beside ? '' : ' beside--alone'}`}>
      {talk}
      {beside && <Beside session={session} />}
    </div>
  ) : (
    talk
  );
}

/** Who plays the customer has his card beside the talk, where there is room for both. */
function Beside({ session }: { session: Session }) {
  return (
    <aside class="beside__card" aria-label={say('card-title')} lang={session.seated.value?.lang}>
      <CardSections session={session} />
    </aside>
  );
}

const wide = '(min-width: 64rem)';

function useWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(wide).matches);
  useEffect(() => {
    const query = matchMedia(wide);
    const onChange = () => setWide(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return isWide;
}

function Header({ session, onOpen }: { session: Session; onOpen: (what: Open) => void }) {
  const left = session.leftMs();
  return (
    <header class="play__header">
      <h1>{session.seated.value?.title}</h1>
      {session.slow.value && (
        <span class="badge">
          <Icon name="wifi" />
          <Text id="slow-short" />
        </span>
      )}
      {left !== null && (
        <p class="play__clock">
          <span class="play__digits">{minutes(left)}</span>{' '}
          <span class="meta phone-hides">
            <Text id="clock-left" />
          </span>
        </p>
      )}
      <button
        type="button"
        class="button button--plain"
        aria-label={say('help')}
        onClick={() => onOpen('help')}
      >
        <Icon name="circle-question-mark" />
        <span class="phone-hides">
          <Text id="help" />
        </span>
      </button>
      <button type="button" class="button" onClick={() => onOpen('finish')}>
        <Text id="finish" />
      </button>
      <button type="button" class="button button--stop" onClick={() => session.part.stop(true)}>
        <Icon name="octagon-x" />
        <Text id="stop" />
      </button>
    </header>
  );
}

const chipKeys = { Digit1: 'mm_hm', Digit2: 'i_see', Digit3: 'go_on' } as const;

function useShortcuts(session: Session) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = shortcut(session, event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [session]);
}

function shortcut(session: Session, event: KeyboardEvent): (() => void) | null {
  if (event.key === 'F2') return () => session.tellStatus();
  if (event.key === 'Escape') {
    return session.writing.askUntil.value === null ? null : () => session.writing.holdForMe();
  }
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  if (session.self.value === 'customer') {
    return event.code === 'KeyM' ? () => moreToSay(session) : null;
  }
  return altKey(session, event.code);
}

function altKey(session: Session, code: string): (() => void) | null {
  if (code in chipKeys) return () => session.writing.chip(chipKeys[code as keyof typeof chipKeys]);
  if (code === 'KeyH') return () => session.writing.holdForMe();
  if (code === 'KeyG') return () => giveBack(session);
  if (code === 'KeyM') return () => moreToSay(session);
  return code === 'KeyL' ? () => setLimit(session) : null;
}

/** A phone that sleeps in mid-conversation would drop the seat. */
function useWakeLock() {
  useEffect(() => {
    let lock: Promise<WakeLockSentinel | null> | undefined;
    // The browser takes it away while the page is hidden.
    const keep = () => {
      if (!document.hidden) lock = navigator.wakeLock?.request('screen').catch(() => null);
    };
    keep();
    document.addEventListener('visibilitychange', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      lock?.then((held) => held?.release());
    };
  }, []);
}
