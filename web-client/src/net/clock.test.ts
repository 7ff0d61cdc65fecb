import { describe, expect, it } from 'vitest';
import { hearStamp, readClock, startClock, stopClock } from './clock.ts';

describe('the session clock', () => {
  it('runs from what the server said', () => {
    const clock = startClock(5_000, 100, true);
    expect(readClock(clock, 1_100)).toBe(6_000);
  });

  it('believes the fastest message, since every message is late', () => {
    let clock = startClock(5_000, 100, true);
    clock = hearStamp(clock, 6_000, 1_300); // 200 ms late
    expect(readClock(clock, 1_300)).toBe(6_200);
    clock = hearStamp(clock, 7_000, 2_050); // faster than the first
    expect(readClock(clock, 2_050)).toBe(7_000);
  });

  it('stands still until something newer happens', () => {
    let clock = startClock(5_000, 100, false);
    clock = hearStamp(clock, 4_000, 900);
    expect(readClock(clock, 9_000)).toBe(5_000);
    clock = hearStamp(clock, 5_000, 9_000);
    expect(readClock(clock, 9_500)).toBe(5_500);
  });

  it('can be stopped where it is', () => {
    const clock = stopClock(startClock(0, 0, true), 700);
    expect(readClock(clock, 9_999)).toBe(700);
  });
});
