// The measures of the specification: each prints its figure, and what it should be.

/** Printed always; where the machine is shared, a time is asserted only as far as `strict` says. */
export function figure(number: number, what: string, value: string, target: string) {
  console.log(`measure ${number}: ${what}: ${value} (target ${target})`);
}

/** On a machine of one's own: times are held to the targets themselves. */
export const strict = process.env.HEAROUT_MEASURE === '1';

/** What a time may be at most: its target, or so many times as much where others use the machine. */
export const atMost = (targetMs: number, slack = 4) => (strict ? targetMs : targetMs * slack);

export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

export const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
