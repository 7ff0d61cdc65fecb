import { describe, expect, test } from 'vitest';
import type { Tile } from '#protocol';
import { emptyOrder, levelOf, moved, reorder } from './wall.ts';

const tiles = (...needs: number[]) =>
  new Map(needs.map((attention, at) => [at + 1, { group: at + 1, attention } as Tile]));

describe('the order of the wall', () => {
  test('the neediest first; a lead below 10 moves nothing', () => {
    expect(reorder(emptyOrder, tiles(0, 60, 30), 0, false).groups).toEqual([2, 3, 1]);
    expect(reorder(emptyOrder, tiles(20, 29, 10), 0, false).groups).toEqual([1, 2, 3]);
    expect(reorder(emptyOrder, tiles(20, 30, 10), 0, false).groups).toEqual([2, 1, 3]);
  });

  test('tiles move at most every 5 s', () => {
    const first = reorder(emptyOrder, tiles(50, 0), 0, false);
    expect(reorder(first, tiles(0, 100), 4_999, false).groups).toEqual([1, 2]);
    expect(reorder(first, tiles(0, 100), 5_000, false).groups).toEqual([2, 1]);
  });

  test('and never while somebody looks: then it is said how many would', () => {
    const first = reorder(emptyOrder, tiles(50, 0), 0, false);
    const held = reorder(first, tiles(0, 100, 100), 60_000, true);
    expect(held.groups).toEqual([1, 2, 3]);
    expect(moved(held, tiles(0, 100, 100))).toBe(3);
    expect(reorder(held, tiles(0, 100, 100), 60_001, false).groups).toEqual([2, 3, 1]);
  });

  test('a room that has gone leaves at once', () => {
    const first = reorder(emptyOrder, tiles(0, 0, 0), 0, false);
    expect(reorder(first, tiles(0, 0), 1, true).groups).toEqual([1, 2]);
  });

  test('below 25 calm, from 50 on in need', () => {
    expect([24, 25, 49, 50].map(levelOf)).toEqual(['calm', 'watch', 'watch', 'needs']);
  });
});
