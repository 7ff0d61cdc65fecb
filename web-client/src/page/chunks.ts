/** What is loaded when it is wanted, so that a trainee's first screen is small. */
import { later } from '../view/later.tsx';

export const Practice = later(() => import('./join.tsx').then((module) => module.Join));
export const Room = later(() => import('./room.tsx').then((module) => module.Room));
export const Observe = later(() => import('./observe.tsx').then((module) => module.Observe));
export const Debrief = later(
  () => import('./debrief.tsx').then((module) => module.Debrief),
  'debrief-loading',
);
export const Staff = later(() => import('./staff.tsx').then((module) => module.Staff));
export const SetUp = later(() => import('./setUp.tsx').then((module) => module.SetUp));
export const Wall = later(() => import('./wall.tsx').then((module) => module.Wall));
export const Projector = later(() => import('./projector.tsx').then((module) => module.Projector));
