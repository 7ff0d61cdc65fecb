import { expect, it } from 'vitest';
import { afterClose, backoffMs } from './backoff.ts';

it('waits longer each time, up to 8 s, and never in step with the others', () => {
  expect(backoffMs(0, 1)).toBe(300);
  expect(backoffMs(0, 0)).toBe(150);
  expect(backoffMs(3, 1)).toBe(2_400);
  expect(backoffMs(30, 1)).toBe(8_000);
  expect(backoffMs(30, 0)).toBe(4_000);
});

it('gives up only where the server said so', () => {
  expect(afterClose(4010)).toBe('moved');
  expect(afterClose(4004)).toBe('gone');
  expect(afterClose(4003)).toBe('refused');
  expect(afterClose(4011)).toBe('signed-out');
  expect(afterClose(4012)).toBe('refused');
  expect(afterClose(4002)).toBe('outdated');
  for (const code of [1000, 1001, 1006, 4000, 4006, 4008, 4009]) {
    expect(afterClose(code)).toBe('retry');
  }
});
