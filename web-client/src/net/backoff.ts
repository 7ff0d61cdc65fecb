/** What to do when the link is gone. */

const firstMs = 300;
const mostMs = 8_000;

/** How long to wait before attempt number `attempt` (from 0). Half of it is chance, so that a room
 * full of people does not come back in one instant. */
export function backoffMs(attempt: number, chance: number): number {
  const full = Math.min(mostMs, firstMs * 2 ** attempt);
  return Math.round(full / 2 + (full / 2) * chance);
}

export type Ending = 'retry' | 'moved' | 'gone' | 'refused' | 'outdated' | 'signed-out';

/** The close codes that mean something; any other end is the network's and worth another try. */
export function afterClose(code: number): Ending {
  switch (code) {
    case 4002:
      return 'outdated';
    case 4003:
      return 'refused';
    case 4004:
      return 'gone';
    case 4010:
      return 'moved';
    case 4011:
      return 'signed-out';
    case 4012:
      return 'refused';
    default:
      return 'retry';
  }
}
