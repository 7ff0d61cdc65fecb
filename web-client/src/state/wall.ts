/** The order of the wall: by need, and calm enough to look at. */
import type { Tile } from '#protocol';

export type Level = 'calm' | 'watch' | 'needs';

export function levelOf(attention: number): Level {
  if (attention < 25) return 'calm';
  return attention < 50 ? 'watch' : 'needs';
}

const settleMs = 5_000;
const lead = 10;

export interface Order {
  groups: readonly number[];
  sortedMs: number;
}

export const emptyOrder: Order = { groups: [], sortedMs: Number.NEGATIVE_INFINITY };

/** A tile passes the one before it only with a lead; new rooms go to the end. */
function settled(groups: readonly number[], tiles: ReadonlyMap<number, Tile>): number[] {
  const here = groups.filter((group) => tiles.has(group));
  const fresh = [...tiles.keys()].filter((group) => !here.includes(group)).sort((a, b) => a - b);
  const order = [...here, ...fresh];
  const need = (group: number) => tiles.get(group)?.attention ?? 0;
  for (let i = 1; i < order.length; i++) {
    const moving = order[i] as number;
    let at = i;
    while (at > 0 && need(moving) >= need(order[at - 1] as number) + lead) at -= 1;
    order.splice(i, 1);
    order.splice(at, 0, moving);
  }
  return order;
}

/** Tiles move at most every 5 s, and never while pointer or focus is among them (`held`): then
 * only new rooms are added, and those that have gone leave. */
export function reorder(
  order: Order,
  tiles: ReadonlyMap<number, Tile>,
  nowMs: number,
  held: boolean,
): Order {
  const groups = settled(order.groups, tiles);
  if (!held && nowMs - order.sortedMs >= settleMs) return { groups, sortedMs: nowMs };
  const kept = order.groups.filter((group) => tiles.has(group));
  return { ...order, groups: [...kept, ...groups.filter((group) => !kept.includes(group))] };
}

/** How many rooms would stand elsewhere if the wall were sorted now. */
export function moved(order: Order, tiles: ReadonlyMap<number, Tile>): number {
  const groups = settled(order.groups, tiles);
  return order.groups.filter((group, at) => groups[at] !== group).length;
}
