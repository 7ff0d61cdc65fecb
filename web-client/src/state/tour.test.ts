import { expect, it } from 'vitest';
import { type TourAct, tourLines, tourStep, tourSteps } from './tour.ts';

const acts: readonly TourAct[] = ['chip', 'drained', 'over', 'cut-in', 'give-back'];

it('goes on by what each step wants, and by nothing else', () => {
  tourSteps.forEach((step, n) => {
    for (const act of acts) {
      const wanted = acts[n] === act;
      expect(tourStep(step, act)).toBe(wanted ? tourSteps[n + 1] : step);
    }
  });
});

it('only ever adds lines', () => {
  const counts = tourSteps.map((step) => tourLines(step).length);
  expect(counts).toEqual([...counts].sort());
  expect(counts.at(0)).toBe(1);
  expect(counts.at(-1)).toBe(6);
});
