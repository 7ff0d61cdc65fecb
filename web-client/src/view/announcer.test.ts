import { expect, it } from 'vitest';
import { clockMark, emptyQueue, enqueue, gapMs, type Kind, nextSpeech } from './announcer.ts';

/** Queues all at once, then takes what may be said, every 100 ms for `ms`. */
function spoken(speeches: readonly (readonly [Kind, string])[], ms: number) {
  let queue = speeches.reduce((all, [kind, text]) => enqueue(all, { kind, text }), emptyQueue);
  const said: [number, string][] = [];
  for (let now = 0; now <= ms; now += 100) {
    const next = nextSpeech(queue, now);
    queue = next.queue;
    if (next.speech) said.push([now, next.speech.text]);
  }
  return said;
}

it('says one thing in two seconds: alert, floor, message, clock', () => {
  const all = [
    ['clock', 'One minute left.'],
    ['message', 'Mr Cole: no.'],
    ['floor', 'Your turn.'],
    ['alert', 'You cut in.'],
  ] as const;
  expect(spoken(all, 10_000)).toEqual([
    [0, 'You cut in.'],
    [gapMs, 'Your turn.'],
    [2 * gapMs, 'Mr Cole: no.'],
    [3 * gapMs, 'One minute left.'],
  ]);
});

it('forgets a floor that has moved on, never a message', () => {
  const all = [
    ['floor', 'Open floor.'],
    ['message', 'one'],
    ['message', 'two'],
    ['floor', 'Your turn.'],
  ] as const;
  expect(spoken(all, 10_000).map(([, text]) => text)).toEqual(['Your turn.', 'one', 'two']);
});

it.each([
  [120_100, 120_000, 120_000],
  [60_001, 59_900, 60_000],
  [30_050, 29_950, 30_000],
  [10_100, 10_000, 10_000],
  [60_000, 59_900, null],
  [45_000, 44_900, null],
])('the clock from %i to %i ms passes %o', (before, after, mark) => {
  expect(clockMark(before, after)).toBe(mark);
});

it.each<[Kind, Kind, number]>([
  ['message', 'floor', 100],
  ['floor', 'alert', 100],
  ['clock', 'message', 100],
  ['floor', 'floor', gapMs],
  ['alert', 'floor', gapMs],
  ['message', 'clock', gapMs],
])('after a %s, a %s that comes at once is said at %i ms', (first, then, atMs) => {
  const start = nextSpeech(enqueue(emptyQueue, { kind: first, text: 'first' }), 0).queue;
  let queue = enqueue(start, { kind: then, text: 'then' });
  for (let now = 100; now <= 2 * gapMs; now += 100) {
    const next = nextSpeech(queue, now);
    queue = next.queue;
    if (next.speech) return expect(now).toBe(atMs);
  }
  expect.unreachable();
});
