/** Session time as the server counts it, guessed between messages. Display only: the server judges. */

export interface Clock {
  /** Session time minus local time, in ms. */
  readonly offsetMs: number;
  /** Session time at which the clock stands still, or null while it runs. */
  readonly stoppedAtMs: number | null;
}

export function startClock(sessionMs: number, localMs: number, runs: boolean): Clock {
  return { offsetMs: sessionMs - localMs, stoppedAtMs: runs ? null : sessionMs };
}

/** A message stamped `sessionMs` came just now. It left a little earlier, so the true offset is
 * never smaller than any sample: keep the greatest. */
export function hearStamp(clock: Clock, sessionMs: number, localMs: number): Clock {
  const sample = sessionMs - localMs;
  if (clock.stoppedAtMs !== null) {
    if (sessionMs < clock.stoppedAtMs) return clock; // a replayed event of before
    return { offsetMs: sample, stoppedAtMs: null };
  }
  return sample > clock.offsetMs ? { ...clock, offsetMs: sample } : clock;
}

export function stopClock(clock: Clock, localMs: number): Clock {
  return { ...clock, stoppedAtMs: readClock(clock, localMs) };
}

export function readClock(clock: Clock, localMs: number): number {
  return clock.stoppedAtMs ?? clock.offsetMs + localMs;
}
