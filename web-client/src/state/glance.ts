/** What the wall remembers of one room: who had the floor, and how the anger went. Pure. */
import type { Holder, Tile } from '#protocol';

export interface Second {
  holder: Holder;
  /** The customer was cut off in it. */
  cut: boolean;
}

export interface Glance {
  tile: Tile;
  seconds: readonly Second[];
  angers: readonly number[];
}

export const laneSeconds = 60;

/** One second more. */
export function glanceOn(before: Glance | undefined, tile: Tile): Glance {
  const cut = before !== undefined && tile.cutIns > before.tile.cutIns;
  return {
    tile,
    seconds: [...(before?.seconds ?? []), { holder: tile.holder, cut }].slice(-laneSeconds),
    angers: [...(before?.angers ?? []), tile.anger].slice(-laneSeconds),
  };
}

/** Blocks of one side as a path: `row` is its upper edge, time goes to the right. */
export function lanePath(seconds: readonly Second[], holder: Holder, row: number, high: number) {
  const first = laneSeconds - seconds.length;
  let path = '';
  for (let at = 0; at < seconds.length; at++) {
    if (seconds[at]?.holder !== holder || seconds[at - 1]?.holder === holder) continue;
    let end = at;
    while (seconds[end]?.holder === holder) end += 1;
    path += `M${first + at} ${row}h${end - at}v${high}h${at - end}z`;
  }
  return path;
}

/** Scissors as a slash through both rows. */
export function cutPath(seconds: readonly Second[], high: number): string {
  const first = laneSeconds - seconds.length;
  return seconds.map(({ cut }, at) => (cut ? `M${first + at} ${high}l1.5 ${-high}` : '')).join('');
}

/** Anger from 0 to 100, in steps of a second. */
export function angerPath(angers: readonly number[], high: number): string {
  const first = laneSeconds - angers.length;
  const y = (anger: number) => Math.round(((100 - anger) * high) / 100);
  return angers.map((anger, at) => `${at === 0 ? 'M' : 'L'}${first + at} ${y(anger)}`).join('');
}
