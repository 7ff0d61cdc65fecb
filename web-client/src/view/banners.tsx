/** What happened and what to do about it, straight above the floor bar: the weightiest thing alone. */
import type { ComponentChildren } from 'preact';
import { lineToSayAgain } from '../state/room.ts';
import type { Session } from '../state/session.ts';
import { say } from '../text/text.ts';
import { SettledAnswers } from './dialogs.tsx';
import { mayRepair } from './floorBar.ts';
import { Offline } from './linkLine.tsx';
import { goOnInMessage, Icon, Text } from './parts.tsx';
import { StopReasons } from './stopping.tsx';

const icons = { cut: 'scissors', good: 'check', plain: 'message-square' };

export function Banners({ session }: { session: Session }) {
  const { floor } = session.room.value;
  const notice = session.notice.value;
  const trainee = session.self.value === 'trainee';
  const link = session.link.state.value;
  if (link.is === 'offline') return <Offline link={link} />;
  if (session.stopped.value) return <Stopped session={session} />;
  if (trainee && mayRepair(floor, session.nowMs.value)) return <Repair session={session} />;
  if (!trainee && session.room.value.asked) return <Settled session={session} />;
  if (!trainee && lineToSayAgain(session.room.value)) return <Resend session={session} />;
  if (notice) {
    return (
      <Banner tone={notice.tone} icon={icons[notice.tone]}>
        <p>{session.noticeText(notice)}</p>
      </Banner>
    );
  }
  return trainee && floor.holder === 'hold' ? <Holding session={session} /> : null;
}

function Banner(props: { tone: string; icon: string; children: ComponentChildren }) {
  return (
    <div class={`notice notice--${props.tone}`}>
      <Icon name={props.icon} />
      {props.children}
    </div>
  );
}

function Stopped({ session }: { session: Session }) {
  return (
    <Banner tone="plain" icon="octagon-x">
      <p>
        <Text id="stopped-text" />
      </p>
      <button type="button" class="button button--main" onClick={() => session.part.stop(false)}>
        <Text id="stopped-resume" />
      </button>
      {session.self.value === 'trainee' && (
        <button type="button" class="button" onClick={() => session.finish()}>
          <Text id="stopped-end" />
        </button>
      )}
      <div class="stack notice__more">
        <StopReasons session={session} />
      </div>
    </Banner>
  );
}

/** The words of the cut-in stay beside the button for as long as it can be used. */
function Repair({ session }: { session: Session }) {
  const notice = session.notice.value;
  const words =
    notice?.tone === 'cut' ? session.noticeText(notice) : say('cut-in-first', session.names());
  return (
    <Banner tone="cut" icon="scissors">
      <p>{words}</p>
      <button
        type="button"
        class="button button--cut"
        aria-keyshortcuts="Alt+G"
        onClick={() => {
          goOnInMessage();
          session.giveBack();
        }}
      >
        <Icon name="undo-2" />
        <Text id="give-back" />
      </button>
    </Banner>
  );
}

/** The other side has closed: his answer ends it. Talking on is an answer, too. */
function Settled({ session }: { session: Session }) {
  return (
    <Banner tone="plain" icon="circle-question-mark">
      <p>
        <Text id="settled-ask" args={session.names()} />
      </p>
      <SettledAnswers session={session} />
    </Banner>
  );
}

function Resend({ session }: { session: Session }) {
  return (
    <Banner tone="cut" icon="scissors">
      <p>
        <Text id="cut-off-you" />
      </p>
      <button
        type="button"
        class="button button--cut"
        onClick={() => {
          goOnInMessage();
          session.writing.resend();
        }}
      >
        <Icon name="repeat-2" />
        <Text id="resend-cut" />
      </button>
    </Banner>
  );
}

function Holding({ session }: { session: Session }) {
  return (
    <Banner tone="plain" icon="hourglass">
      <p>
        <Text id="moment-running" args={session.names()} />
      </p>
      <button type="button" class="button" onClick={() => session.floorAct('hold_end')}>
        <Text id="moment-back" />
      </button>
    </Banner>
  );
}
