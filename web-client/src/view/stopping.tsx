/** Stop, why, and a report: told to staff alone. */
import { useState } from 'preact/hooks';
import type { StopWhy } from '#protocol';
import type { Session } from '../state/session.ts';
import { Dialog, Icon, Text } from './parts.tsx';
import '../text/peer.ts';

const reasons: readonly StopWhy[] = ['break', 'technical', 'beyond'];

/** One tap, asked privately. */
export function StopReasons({ session }: { session: Session }) {
  const [told, setTold] = useState(false);
  const tell = (why: StopWhy) => {
    session.part.stopWhy(why);
    setTold(true);
  };
  return (
    <>
      <p role="status">
        <Text id={told ? 'stop-why-told' : 'stop-why'} />
      </p>
      <span class="row">
        {!told &&
          reasons.map((why) => (
            <button
              key={why}
              type="button"
              class="button button--small"
              data-why={why}
              onClick={() => tell(why)}
            >
              <Text id={`stop-${why}`} />
            </button>
          ))}
        <Reports session={session} />
      </span>
    </>
  );
}

/** The button and its dialog. */
export function Reports({ session }: { session: Session }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="button button--small button--stop"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="flag" />
        <Text id="report" />
      </button>
      {open && <Report session={session} onClose={() => setOpen(false)} />}
    </>
  );
}

function Report({ session, onClose }: { session: Session; onClose: () => void }) {
  const [text, setText] = useState('');
  const report = (event: SubmitEvent) => {
    event.preventDefault();
    session.part.report(text.trim());
    onClose();
  };
  return (
    <Dialog title="report-title" onClose={onClose}>
      <form class="stack" onSubmit={report}>
        <p>
          <Text id="report-text" />
        </p>
        <label class="field">
          <Text id="report-words" />
          <input
            class="input"
            maxLength={300}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <span class="row">
          <button type="submit" class="button button--main">
            <Text id="report-confirm" />
          </button>
          <button type="button" class="button" onClick={onClose}>
            <Text id="cancel" />
          </button>
        </span>
      </form>
    </Dialog>
  );
}

/** On a screen where nothing runs: staff are told, and the person is asked what he needs. */
export function StopHere({ session }: { session: Session }) {
  const [open, setOpen] = useState(false);
  const stop = () => {
    if (session.member.value) session.askHelp(true);
    setOpen(true);
  };
  return (
    <>
      <button type="button" class="button button--stop" aria-haspopup="dialog" onClick={stop}>
        <Icon name="octagon-x" />
        <Text id="stop" />
      </button>
      {open && (
        <Dialog title="stop" onClose={() => setOpen(false)}>
          <div class="stack">
            <p>
              <Text id={session.member.value ? 'stop-here' : 'stop-here-alone'} />
            </p>
            <StopReasons session={session} />
            <span class="row">
              <button type="button" class="button" onClick={() => setOpen(false)}>
                <Text id="close-dialog" />
              </button>
              <a class="button" href="/">
                <Icon name="log-out" />
                <Text id="stop-leave" />
              </a>
            </span>
          </div>
        </Dialog>
      )}
    </>
  );
}
