/** Which typing signs to send: only for what the fingers really did. */
import type { ComposeState } from '#protocol';

export const keepaliveMs = 3_000;

export interface Composing {
  /** When the last sign went out; null: the server thinks nobody writes. */
  signedMs: number | null;
}

/** The text has changed; `nowMs` is local. */
export function onInput(
  composing: Composing,
  text: string,
  nowMs: number,
): { composing: Composing; sign: ComposeState | null } {
  const { signedMs } = composing;
  if (text.trim() === '') {
    return { composing: { signedMs: null }, sign: signedMs === null ? null : 'empty' };
  }
  if (signedMs === null) return { composing: { signedMs: nowMs }, sign: 'start' };
  if (nowMs - signedMs < keepaliveMs) return { composing, sign: null };
  return { composing: { signedMs: nowMs }, sign: 'keepalive' };
}
