/** A walk over the floor in six steps, each of which wants one thing done. Pure. */

export const tourSteps = ['listen', 'quiet', 'yours', 'cut', 'repair', 'done'] as const;
export type TourStep = (typeof tourSteps)[number];

/** What the learner does, or what the clock does for him. */
export type TourAct = 'chip' | 'drained' | 'over' | 'cut-in' | 'give-back';

const wants: Record<TourStep, TourAct | null> = {
  listen: 'chip',
  quiet: 'drained',
  yours: 'over',
  cut: 'cut-in',
  repair: 'give-back',
  done: null,
};

/** The step after that act: the same where the step wants another. */
export function tourStep(at: TourStep, act: TourAct): TourStep {
  if (wants[at] !== act) return at;
  return tourSteps[tourSteps.indexOf(at) + 1] ?? 'done';
}

/** Whose line stands in the little transcript, and since which step. */
export interface TourLine {
  id: string;
  side: 'them' | 'you' | 'chip';
  since: TourStep;
  cut?: true;
}

const story: readonly TourLine[] = [
  { id: 'tour-line-1', side: 'them', since: 'listen' },
  { id: 'tour-chip', side: 'chip', since: 'quiet' },
  { id: 'own', side: 'you', since: 'cut' },
  { id: 'tour-line-2', side: 'them', since: 'cut' },
  { id: 'tour-cut', side: 'you', since: 'repair', cut: true },
  { id: 'tour-line-3', side: 'them', since: 'done' },
];

export function tourLines(at: TourStep): readonly TourLine[] {
  return story.filter(({ since }) => tourSteps.indexOf(since) <= tourSteps.indexOf(at));
}
