/** What the debrief tells of a finished room. Pure. */
import { isContested } from './reduce.ts';
import {
  type CutIn,
  type Evidence,
  type Recognised,
  type Room,
  saidAgainMs,
  type Verdict,
} from './room.ts';

/** A listening noise and a smooth turn are no moments: they are what should happen. */
const quiet = new Set(['backchannel', 'backchannel_excess', 'smooth', 'resting']);

export interface Moment {
  atMs: number;
  line: number;
  tone: 'cut' | 'good' | 'fault' | 'plain';
  /** Fluent id of its sentence. */
  id: string;
  /** Seconds that were said again for it. */
  seconds: number;
  verdict: Verdict | null;
}

export function moments(room: Room): Moment[] {
  const judged = room.verdicts.filter((one) => !quiet.has(one.verdict));
  const told = room.evidence.filter(
    (one) => (one.grade === 'credit' || one.grade === 'fault') && !isContested(room, one),
  );
  return [
    ...judged.map((one) => judgedMoment(room, one)),
    ...told.map(toldMoment),
    ...room.recognised.map(recognisedMoment),
    ...noted(room),
  ].sort((a, b) => a.atMs - b.atMs);
}

function recognisedMoment({ what, cited, atMs }: Recognised): Moment {
  const id = `recognised-moment-${what}`;
  return { atMs, line: cited, tone: 'good', id, seconds: 0, verdict: null };
}

const tones = { good: 'good', growth: 'fault', flag: 'plain' } as const;

/** What graders and the observer noted stands where its line does. */
function noted(room: Room): Moment[] {
  const { moments, observed } = room.grading;
  const all = [
    ...moments.map((one) => ({ ...one, from: 'noted' })),
    ...observed.map((one) => ({ ...one, from: 'observed' })),
  ];
  return all.map(({ cited, moment, from }) => ({
    atMs: room.lines.find((line) => line.line === cited)?.atMs ?? 0,
    line: cited,
    tone: tones[moment],
    id: `${from}-${moment}`,
    seconds: 0,
    verdict: null,
  }));
}

function judgedMoment(room: Room, verdict: Verdict): Moment {
  const cutIn = room.cutIns.find((one) => one.line !== 0 && one.line === verdict.line);
  return {
    atMs: verdict.actMs,
    line: verdict.line,
    tone: verdict.verdict === 'interruption' || verdict.verdict === 'no_yield' ? 'cut' : 'plain',
    id: `verdict-${verdict.verdict}`,
    seconds: cutIn ? cutInSeconds(room, cutIn) : 0,
    verdict,
  };
}

function cutInSeconds(room: Room, cutIn: CutIn): number {
  return Math.round(saidAgainMs(room, cutIn) / 1000);
}

function toldMoment(evidence: Evidence): Moment {
  return {
    atMs: evidence.atMs,
    line: evidence.line,
    tone: evidence.grade === 'credit' ? 'good' : 'fault',
    id: evidenceText(evidence),
    seconds: 0,
    verdict: null,
  };
}

/** The finding says it where there is one; else the move does. */
export function evidenceText(evidence: { finding: string; move: number }): string {
  return evidence.finding === 'move' ? `move-${evidence.move}` : `finding-${evidence.finding}`;
}

/** The words that a piece of evidence cites; spans are bytes, so they are cut as bytes. */
export function quote(room: Room, evidence: { line: number; begin: number; end: number }): string {
  const text = room.lines.find((one) => one.line === evidence.line)?.text ?? '';
  if (evidence.end <= evidence.begin) return text;
  const bytes = new TextEncoder().encode(text);
  return new TextDecoder().decode(bytes.slice(evidence.begin, evidence.end)).trim();
}

/** Anger over time: where it stood at first, and after each change. Empty where it is not told. */
export function angerCurve(room: Room): { atMs: number; anger: number }[] {
  const first = room.deltas[0];
  if (!first) return [];
  const changes = room.deltas.map((one) => ({ atMs: one.atMs, anger: one.angerNow }));
  return [{ atMs: 0, anger: first.angerNow - first.anger }, ...changes];
}

export function trend(room: Room, nowMs: number): 'up' | 'down' | 'flat' {
  const curve = angerCurve(room);
  const now = curve.at(-1)?.anger ?? 0;
  const before = curve.filter((one) => one.atMs <= nowMs - 60_000).at(-1) ?? curve[0];
  const change = now - (before?.anger ?? now);
  return change >= 5 ? 'up' : change <= -5 ? 'down' : 'flat';
}
