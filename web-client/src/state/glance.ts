/** What the wall remembers of one room: who had the floor, and how the anger went. Pure. */
import type { Holder, Tile } from '#protocol';

export interface Tick {
  holder: Holder;
  /** The customer was cut off in it. */
  cut: boolean;
}

export interface Glance {
  tile: Tile;
  ticks: readonly Tick[];
  angers: readonly number[];
}

/** A minute of the wall: the server tells it every 0.6 s. */
export const laneTicks = 100;

/** One tick more. */
export function glanceOn(before: Glance | undefined, tile: Tile): Glance {
  const cut = before !== undefined && tile.cutIns > before.tile.cutIns;
  return {
    tile,
    ticks: [...(before?.ticks ?? []), { holder: tile.holder, cut }].slice(-laneTicks),
    angers: [...(before?.angers ?? []), tile.anger].slice(-laneTicks),
  };
}

/** Blocks of one side as a path: `row` is its upper edge, time goes to the right. */
export function lanePath(ticks: readonly Tick[], holder: Holder, row: number, high: number) {
  const first = laneTicks - ticks.length;
  let path = '';
  for (let at = 0; at < ticks.length; at++) {
    if (ticks[at]?.holder !== holder || ticks[at - 1]?.holder === holder) continue;
    let end = at;
    while (ticks[end]?.holder === holder) end += 1;
    path += `M${first + at} ${row}h${end - at}v${high}h${at - end}z`;
  }
  return path;
}

/** Scissors as a slash through both rows. */
export function cutPath(ticks: readonly Tick[], high: number): string {
  const first = laneTicks - ticks.length;
  return ticks.map(({ cut }, at) => (cut ? `M${first + at} ${high}l1.5 ${-high}` : '')).join('');
}

/** Anger from 0 to 100, in steps of a tick. */
export function angerPath(angers: readonly number[], high: number): string {
  const first = laneTicks - angers.length;
  const y = (anger: number) => Math.round(((100 - anger) * high) / 100);
  return angers.map((anger, at) => `${at === 0 ? 'M' : 'L'}${first + at} ${y(anger)}`).join('');
}
