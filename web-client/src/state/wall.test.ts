import { describe, expect, test } from 'vitest';
import type { Tile } from '#protocol';
import { emptyOrder, found, levelOf, moved, reorder } from './wall.ts';

const tiles = (...needs: number[]) =>
  new Map(needs.map((attention, at) => [at + 1, { group: at + 1, attention } as Tile]));

describe('the order of the wall', () => {
  test('the neediest first; a lead below 10 moves nothing', () => {
    expect(reorder(emptyOrder, tiles(0, 60, 30), 0, false).groups).toEqual([2, 3, 1]);
    expect(reorder(emptyOrder, tiles(40, 49, 30), 0, false).groups).toEqual([1, 2, 3]);
    expect(reorder(emptyOrder, tiles(40, 50, 30), 0, false).groups).toEqual([2, 1, 3]);
  });

  test('tiles move at most every 5 s', () => {
    const first = reorder(emptyOrder, tiles(50, 0), 0, false);
    expect(reorder(first, tiles(30, 99), 4_999, false).groups).toEqual([1, 2]);
    expect(reorder(first, tiles(30, 99), 5_000, false).groups).toEqual([2, 1]);
  });

  test('whoever asks or has stopped is first at once', () => {
    const first = reorder(emptyOrder, tiles(50, 0, 30), 0, false);
    expect(reorder(first, tiles(50, 0, 130), 1_000, false).groups).toEqual([3, 1, 2]);
    expect(reorder(first, tiles(50, 0, 130), 1_000, true).groups).toEqual([1, 3, 2]);
    const calm = reorder(emptyOrder, tiles(0), 0, false);
    expect([...reorder(calm, tiles(100), 1_000, false).open]).toEqual([1]);
  });

  test('calm rooms are folded, and come out of it and go back with a lead', () => {
    const open = (order: { open: ReadonlySet<number> }) => [...order.open];
    const first = reorder(emptyOrder, tiles(24, 25, 60), 0, false);
    expect(open(first)).toEqual([2, 3]);
    const later = reorder(first, tiles(24, 15, 14), 5_000, false);
    expect(open(later)).toEqual([2]);
    expect(later.groups).toEqual([2, 1, 3]);
    expect(moved(later, tiles(24, 14, 14))).toBe(2);
  });

  test('find goes by number or a part of a name', () => {
    const tile = { group: 12, trainee: 'Asha', customer: 'Tom', observer: '' } as Tile;
    expect(['12', 'ash', 'TOM ', '1', 'x'].map((words) => found(tile, words))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
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
