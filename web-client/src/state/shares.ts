/** Who has the floor in all rooms together, as shares over time. Pure. */
import type { Shares } from './workshopView.ts';

const columnsMost = 120;

export interface Share {
  customer: number;
  trainee: number;
  open: number;
}

const none: Share = { customer: 0, trainee: 0, open: 0 };

/** Rooms that stand still count for nobody: a second without any has no share. */
function shareOf(seconds: readonly Shares[]): Share {
  const sum = seconds.reduce(
    (all, one) => ({
      customer: all.customer + one.customer,
      trainee: all.trainee + one.trainee,
      open: all.open + one.open,
    }),
    none,
  );
  const all = sum.customer + sum.trainee + sum.open;
  if (all === 0) return none;
  return { customer: sum.customer / all, trainee: sum.trainee / all, open: sum.open / all };
}

/** At most so many columns, each of as many seconds as it takes. */
export function columns(seconds: readonly Shares[]): Share[] {
  const each = Math.max(1, Math.ceil(seconds.length / columnsMost));
  const found: Share[] = [];
  for (let at = 0; at < seconds.length; at += each)
    found.push(shareOf(seconds.slice(at, at + each)));
  return found;
}

/** Of the last half minute, in whole percent that sum up to 100, or all 0. */
export function percent(seconds: readonly Shares[]): Share {
  const { customer, trainee, open } = shareOf(seconds.slice(-50));
  if (customer + trainee + open === 0) return none;
  const [c, t] = [Math.round(customer * 100), Math.round(trainee * 100)];
  return { customer: c, trainee: Math.min(t, 100 - c), open: Math.max(0, 100 - c - t) };
}
