/** The order of the wall: by need, and calm enough to look at. */
import type { Tile } from '#protocol';

export type Level = 'calm' | 'watch' | 'needs';

export function levelOf(attention: number): Level {
  if (attention < 25) return 'calm';
  return attention < 50 ? 'watch' : 'needs';
}

const settleMs = 5_000;
const lead = 10;
const calmBelow = 25;
/** Somebody asks, or has pressed Stop: that does not wait for the next sorting. */
const urgent = 100;

export interface Order {
  groups: readonly number[];
  /** Of them, those that are shown whole; the rest is calm and folded into a line. */
  open: ReadonlySet<number>;
  sortedMs: number;
}

export type Tiles = ReadonlyMap<number, Tile>;

export const emptyOrder: Order = {
  groups: [],
  open: new Set(),
  sortedMs: Number.NEGATIVE_INFINITY,
};

const needIn = (tiles: Tiles) => (group: number) => tiles.get(group)?.attention ?? 0;

/** A tile passes the one before it only with a lead; new rooms go to the end. */
function settled(groups: readonly number[], tiles: Tiles): number[] {
  const here = groups.filter((group) => tiles.has(group));
  const known = new Set(here);
  const fresh = [...tiles.keys()].filter((group) => !known.has(group)).sort((a, b) => a - b);
  const order = [...here, ...fresh];
  const need = needIn(tiles);
  for (let i = 1; i < order.length; i++) {
    const moving = order[i] as number;
    let at = i;
    while (at > 0 && need(moving) >= need(order[at - 1] as number) + lead) at -= 1;
    order.splice(i, 1);
    order.splice(at, 0, moving);
  }
  return order;
}

/** Who is shown whole, is so until he is calm by the lead. */
function opened(order: Order, tiles: Tiles): Set<number> {
  const need = needIn(tiles);
  const least = (group: number) => (order.open.has(group) ? calmBelow - lead : calmBelow);
  return new Set([...tiles.keys()].filter((group) => need(group) >= least(group)));
}

/** Those that are shown whole stand first; the calm ones follow by number. */
function sorted(order: Order, tiles: Tiles): Omit<Order, 'sortedMs'> {
  const open = opened(order, tiles);
  const first = settled(order.groups, tiles).filter((group) => open.has(group));
  const calm = [...tiles.keys()].filter((group) => !open.has(group)).sort((a, b) => a - b);
  return { groups: [...first, ...calm], open };
}

function isUrgent(order: Order, tiles: Tiles): boolean {
  const need = needIn(tiles);
  const first = order.groups[0];
  return [...tiles.keys()].some(
    (group) =>
      need(group) >= urgent &&
      (!order.open.has(group) || need(group) >= lead + (first ? need(first) : 0)),
  );
}

/** Tiles move at most every 5 s, and never while pointer or focus is among them (`held`): then
 * only new rooms are added, and those that have gone leave. */
export function reorder(order: Order, tiles: Tiles, nowMs: number, held: boolean): Order {
  const due = nowMs - order.sortedMs >= settleMs || isUrgent(order, tiles);
  if (!held && due) return { ...sorted(order, tiles), sortedMs: nowMs };
  const kept = order.groups.filter((group) => tiles.has(group));
  const known = new Set(kept);
  const fresh = [...tiles.keys()].filter((group) => !known.has(group)).sort((a, b) => a - b);
  if (fresh.length === 0 && kept.length === order.groups.length) return order;
  return { ...order, groups: [...kept, ...fresh] };
}

/** How many rooms would stand elsewhere if the wall were sorted now. */
export function moved(order: Order, tiles: Tiles): number {
  const { groups, open } = sorted(order, tiles);
  return order.groups.filter(
    (group, at) => groups[at] !== group || open.has(group) !== order.open.has(group),
  ).length;
}

export const isSame = (one: Order, other: Order) =>
  one.groups.length === other.groups.length &&
  one.open.size === other.open.size &&
  one.groups.every((group, at) => other.groups[at] === group) &&
  [...one.open].every((group) => other.open.has(group));

/** What "Find" leaves: by number, or by a part of a name. */
export function found(tile: Tile, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  const names = [tile.trainee, tile.customer, tile.observer];
  return `${tile.group}` === wanted || names.some((name) => name.toLowerCase().includes(wanted));
}
