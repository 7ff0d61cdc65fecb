/** What a screen reader is told, and when: one thing in two seconds, the weightiest first. Only what
 * is weightier than the last does not wait for it: who may speak must not come late for a message.
 * Pure: a queue goes in, a queue and perhaps one sentence come out. */

export const kinds = ['alert', 'floor', 'message', 'clock'] as const;
export type Kind = (typeof kinds)[number];

export interface Speech {
  kind: Kind;
  text: string;
}

export interface Queue {
  waiting: readonly Speech[];
  spokeMs: number;
  /** What it was that was spoken then. */
  spoke: Kind | null;
}

export const gapMs = 2_000;
export const emptyQueue: Queue = { waiting: [], spokeMs: Number.NEGATIVE_INFINITY, spoke: null };

/** A floor or a clock that has moved on is no news: only the newest of these waits. */
export function enqueue(queue: Queue, speech: Speech): Queue {
  const outdated = (one: Speech) =>
    one.kind === speech.kind && (speech.kind === 'floor' || speech.kind === 'clock');
  return { ...queue, waiting: [...queue.waiting.filter((one) => !outdated(one)), speech] };
}

const weight = (kind: Kind) => kinds.length - kinds.indexOf(kind);

export function nextSpeech(queue: Queue, nowMs: number): { queue: Queue; speech: Speech | null } {
  if (queue.waiting.length === 0) return { queue, speech: null };
  const weightier = (best: Speech, one: Speech) =>
    weight(one.kind) > weight(best.kind) ? one : best;
  const speech = queue.waiting.reduce(weightier);
  const waits = queue.spoke !== null && weight(speech.kind) <= weight(queue.spoke);
  if (waits && nowMs - queue.spokeMs < gapMs) return { queue, speech: null };
  const waiting = queue.waiting.filter((one) => one !== speech);
  return { queue: { waiting, spokeMs: nowMs, spoke: speech.kind }, speech };
}

const spokenAtMs = [120_000, 60_000, 30_000, 10_000];

/** The mark that the time left has just passed, or null. */
export function clockMark(beforeMs: number, afterMs: number): number | null {
  return spokenAtMs.find((mark) => beforeMs > mark && afterMs <= mark) ?? null;
}
