import { expect, test } from 'vitest';
import { columns, percent } from './shares.ts';

const seconds = (count: number, customer: number, trainee: number, open: number) =>
  Array.from({ length: count }, () => ({ customer, trainee, open }));

test('shares are of the rooms that play', () => {
  expect(columns(seconds(1, 3, 1, 0))).toEqual([{ customer: 0.75, trainee: 0.25, open: 0 }]);
  expect(columns(seconds(1, 0, 0, 0))).toEqual([{ customer: 0, trainee: 0, open: 0 }]);
});

test('a long workshop has as many columns as a short one', () => {
  expect(columns(seconds(120, 1, 1, 1))).toHaveLength(120);
  expect(columns(seconds(1_801, 1, 1, 1)).length).toBeLessThanOrEqual(120);
});

test('whole percents sum up to 100', () => {
  for (const [c, t, o] of [
    [1, 1, 1],
    [7, 2, 0],
    [1, 0, 6],
    [99, 1, 1],
  ] as const) {
    const { customer, trainee, open } = percent(seconds(5, c, t, o));
    expect(customer + trainee + open).toBe(100);
  }
  expect(percent([])).toEqual({ customer: 0, trainee: 0, open: 0 });
});
