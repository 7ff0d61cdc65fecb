/** The nodes that only a screen reader meets. The visible conversation is silent: what is said
 * there is spoken from here, so that nothing is told twice or out of order. */
import type { Voice } from '../state/voice.ts';

export function Announcements({ voice }: { voice: Voice }) {
  const { alert, floor, message, clock } = voice.nodes.value;
  return (
    <div class="visually-hidden">
      <div role="alert">{alert}</div>
      <div role="status">{floor}</div>
      <div aria-live="polite">{message}</div>
      <div role="timer" aria-live="polite">
        {clock}
      </div>
    </div>
  );
}
