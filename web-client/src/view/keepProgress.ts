/** A practice session that is over goes into the learner's own progress, on this device alone. */
import { useEffect } from 'preact/hooks';
import { readProgress, writeProgress } from '../state/kept.ts';
import { practised, withSession } from '../state/progress.ts';
import type { Session } from '../state/session.ts';

export function useKeepProgress(session: Session) {
  const log = session.back.recalled.value;
  const { grading } = session.room.value;
  useEffect(() => {
    const seated = session.seated.value;
    const alone = session.member.value === null && log?.player === 'bot';
    if (!log || !seated || !alone || seated.seat !== 'trainee') return;
    const items = session.method.value?.items ?? [];
    const one = practised(log, session.room.value, {
      room: seated.room,
      at: Date.now(),
      title: seated.title,
      items: Object.fromEntries(items.map(({ item, name }) => [item, name])),
    });
    if (one) writeProgress(withSession(readProgress(), one));
  }, [log, grading]);
}
