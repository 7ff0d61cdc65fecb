/** What is loaded when it is wanted, so that a trainee's first screen is small. */
import { later } from '../view/later.tsx';
import { Skeleton } from '../view/parts.tsx';

export const Landing = later(() => import('./landing.tsx').then((module) => module.Landing));
export const Seat = later(() => import('./seat.tsx').then((module) => module.SeatPage));
export const Join = later(() => import('./join.tsx').then((module) => module.Join));
export const Practice = later(() => import('./practice.tsx').then((module) => module.Practice));
export const Tour = later(() => import('./tour.tsx').then((module) => module.Tour));
export const Room = later(() => import('./room.tsx').then((module) => module.Room));
export const Observe = later(() => import('./observe.tsx').then((module) => module.Observe));
export const Debrief = later(
  () => import('./debrief.tsx').then((module) => module.Debrief),
  () => Skeleton({ text: 'debrief-loading' }),
);
export const Staff = later(() => import('./staff.tsx').then((module) => module.Staff));
export const SetUp = later(() => import('./setUp.tsx').then((module) => module.SetUp));
export const People = later(() => import('./people.tsx').then((module) => module.People));
export const Wall = later(() => import('./wall.tsx').then((module) => module.Wall));
export const Queue = later(() => import('./queue.tsx').then((module) => module.Queue));
export const Projector = later(() => import('./projector.tsx').then((module) => module.Projector));
export const SignIn = later(() => import('./signIn.tsx').then((module) => module.SignIn));
export const Account = later(() => import('./account.tsx').then((module) => module.Account));
export const Invitation = later(() =>
  import('./invitation.tsx').then((module) => module.Invitation),
);
export const Settings = later(() => import('./settings.tsx').then((module) => module.Settings));
/** Folded away in the lobby: nothing stands in for it. */
export const ComfortPanel = later(
  () => import('../view/comfort.tsx').then((module) => module.ComfortPanel),
  () => null,
);
/** A dialog over the page: nothing stands in for it. */
export const Help = later(
  () => import('./help.tsx').then((module) => module.Help),
  () => null,
);
