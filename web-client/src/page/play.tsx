import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '#protocol';
import type { Session } from '../state/session.ts';
import { minutes, say } from '../text/text.ts';
import { Composer, giveBack, moreToSay, setLimit } from '../view/composer.tsx';
import { mayRepair } from '../view/floorBar.ts';
import { FloorBar } from '../view/floorBarView.tsx';
import { Dialog, Icon, Text } from '../view/parts.tsx';
import { Transcript } from '../view/transcript.tsx';
import { CardSections } from './card.tsx';

type Open = 'help' | 'finish' | null;

/** The conversation itself. */
export function Play({ session }: { session: Session }) {
  const [open, setOpen] = useState<Open>(null);
  const help = () => setOpen('help');
  useShortcuts(session);
  useWakeLock();
  return (
    <main class="play" lang={session.seated.value?.lang}>
      <Header session={session} onOpen={setOpen} />
      <details class="play__card">
        <summary>
          <Text id="card-title" />
        </summary>
        <CardSections session={session} />
      </details>
      <Transcript session={session} />
      <Banners session={session} />
      <FloorBar session={session} />
      <Composer session={session} onHelp={help} />
      {open === 'help' && <Help session={session} onClose={() => setOpen(null)} />}
      {open === 'finish' && <Finish session={session} onClose={() => setOpen(null)} />}
    </main>
  );
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
          <span class="meta">
            <Text id="clock-left" />
          </span>
        </p>
      )}
      <button type="button" class="button button--plain" onClick={() => onOpen('help')}>
        <Icon name="circle-question-mark" />
        <span class="play__word">
          <Text id="help" />
        </span>
      </button>
      <button type="button" class="button" onClick={() => onOpen('finish')}>
        <Text id="finish" />
      </button>
      <button type="button" class="button button--stop" onClick={() => session.stop(true)}>
        <Icon name="octagon-x" />
        <Text id="stop" />
      </button>
    </header>
  );
}

/** What happened and what to do about it, straight above the floor bar. */
function Banners({ session }: { session: Session }) {
  const link = session.link.state.value;
  const notice = session.notice.value;
  const { floor } = session.room.value;
  if (link.is === 'offline' || link.is === 'connecting') {
    return (
      <p class="notice">
        <Icon name="wifi-off" />
        <span>
          <Text id="offline" />{' '}
          {link.is === 'offline' && <Text id="offline-retry" args={{ count: link.attempt }} />}
        </span>
      </p>
    );
  }
  if (session.stopped.value) {
    return (
      <div class="notice">
        <Icon name="octagon-x" />
        <p>
          <Text id="stopped-text" />
        </p>
        <button type="button" class="button button--main" onClick={() => session.stop(false)}>
          <Text id="stopped-resume" />
        </button>
        <button type="button" class="button" onClick={() => session.finish()}>
          <Text id="stopped-end" />
        </button>
      </div>
    );
  }
  const repair = session.self.value === 'trainee' && mayRepair(floor, session.nowMs.value);
  if (!notice && !repair) return null;
  return (
    <div class={`notice notice--${repair ? 'cut' : (notice?.tone ?? 'plain')}`}>
      <Icon name={repair || notice?.tone === 'cut' ? 'scissors' : 'check'} />
      <p>{notice ? session.noticeText(notice) : say('cut-in-first', session.names())}</p>
      {repair && (
        <button
          type="button"
          class="button button--cut"
          aria-keyshortcuts="Alt+G"
          onClick={() => session.giveBack()}
        >
          <Icon name="undo-2" />
          <Text id="give-back" />
        </button>
      )}
      {notice?.act === 'resend' && (
        <button type="button" class="button button--cut" onClick={() => session.resend()}>
          <Icon name="repeat-2" />
          <Text id="resend-cut" />
        </button>
      )}
    </div>
  );
}

function Finish({ session, onClose }: { session: Session; onClose: () => void }) {
  const customer = session.self.value === 'customer';
  const finish = (answer?: Answer) => {
    session.finish(answer);
    onClose();
  };
  return (
    <Dialog title="finish-title" onClose={onClose}>
      <p>
        <Text id={customer ? 'finish-text-customer' : 'finish-text'} args={session.names()} />
      </p>
      <p class="row dialog__row">
        {customer ? (
          (['yes', 'partly', 'no'] as const).map((answer) => (
            <button key={answer} type="button" class="button" onClick={() => finish(answer)}>
              <Text id={`answer-${answer}`} />
            </button>
          ))
        ) : (
          <button type="button" class="button button--main" onClick={() => finish()}>
            <Text id="finish-confirm" />
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          <Text id="cancel" />
        </button>
      </p>
    </Dialog>
  );
}

const keys = [
  ['Enter', 'key-enter'],
  ['Ctrl+Enter', 'key-over'],
  ['Alt+1 2 3', 'key-chips'],
  ['Alt+H', 'key-hold'],
  ['Alt+G', 'key-give'],
  ['Alt+L', 'key-limit'],
  ['Alt+M', 'key-more'],
  ['Esc', 'key-esc'],
  ['F2', 'key-status'],
  ['/floor /time /hold /giveback /stop /help', 'key-commands'],
] as const;

function Help({ session, onClose }: { session: Session; onClose: () => void }) {
  return (
    <Dialog title="help-title" onClose={onClose}>
      <ul class="stack">
        {['help-floor', 'help-chips', 'help-cut', 'help-repair'].map((id) => (
          <li key={id}>
            <Text id={id} args={session.names()} />
          </li>
        ))}
      </ul>
      <dl class="help__keys">
        {keys.map(([key, id]) => (
          <div key={id}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>
              <Text id={id} />
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onClose}>
        <Text id="close-dialog" />
      </button>
    </Dialog>
  );
}

const chipKeys = { Digit1: 'mm_hm', Digit2: 'i_see', Digit3: 'go_on' } as const;

function useShortcuts(session: Session) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F2') {
        event.preventDefault();
        session.speakStatus();
      }
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const act = altKey(session, event.code);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [session]);
}

function altKey(session: Session, code: string): (() => void) | null {
  if (session.self.value === 'customer') return code === 'KeyM' ? () => moreToSay(session) : null;
  if (code in chipKeys) return () => session.chip(chipKeys[code as keyof typeof chipKeys]);
  if (code === 'KeyH') return () => session.holdForMe() || session.tell('nothing-to-hold');
  if (code === 'KeyG') return () => giveBack(session);
  return code === 'KeyL' ? () => setLimit(session) : null;
}

/** A phone that sleeps in mid-conversation would drop the seat. */
function useWakeLock() {
  useEffect(() => {
    const lock = navigator.wakeLock?.request('screen').catch(() => null);
    return () => {
      lock?.then((held) => held?.release());
    };
  }, []);
}
