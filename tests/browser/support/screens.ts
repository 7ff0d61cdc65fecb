// Every screen and the way to it. A new screen is one line here, and is then looked at in every light.
import type { Page } from 'playwright-core';
import type { Player, Recording } from './player.ts';
import { recordings } from './recorded.ts';

/** A screen played from a recorded room. */
export interface Screen {
  name: string;
  recording?: Recording;
  path?: string;
  /** What must be there before it is looked at. */
  shows: string;
  act?: (page: Page, player: Player) => Promise<void>;
}

const draft = (text: string) => async (page: Page) => page.fill('#message', text);
const press = (name: string) => async (page: Page) =>
  page.getByRole('button', { name, exact: true }).click();

/** A question mark, outside of any field. */
async function asks(page: Page) {
  await page.locator('body').press('?');
  await page.waitForSelector('dialog');
}

/** The walk over the floor, to its start or through its first two steps. */
const tour = (chip?: string) => async (page: Page) => {
  await press('Show me the floor')(page);
  await page.waitForSelector('.tour');
  if (chip === undefined) return;
  await press(chip)(page);
  await page.waitForSelector('.tour input');
};

const practised = Array.from({ length: 10 }, (_, n) => ({
  room: `room${n}`,
  at: Date.UTC(2026, 4, n + 1),
  title: 'The truck that came at three',
  heat: 2 + (n >> 2),
  outcome: n % 3 === 1 ? 'grudging' : 'satisfied',
  floor: 75 + 2 * n,
  total: n === 8 ? 82 : null,
  own: { L1: 3, E1: 2 + (n >> 2) },
  given: n === 8 ? { L1: 4, E1: 4 } : {},
  items: { L1: 'Full attention', E1: 'Names the feeling' },
}));

/** Without a path: a seat in the room recorded. */
export const screens: Screen[] = [
  { name: 'landing', path: '/', shows: 'text=Practise handling' },
  {
    name: 'landing-wrong-code',
    path: '/',
    shows: '#code',
    act: async (page) => {
      await page.fill('#code', 'krt wba');
      await page.waitForSelector('text=no vowels');
    },
  },
  { name: 'help-anywhere', path: '/', shows: '#code', act: asks },
  { name: 'help-wall', path: '/i/w/KRTWBN', shows: 'main', act: asks },
  { name: 'help-room', path: '/i/demo/r/recorded', recording: recordings.watched, shows: '[data-verdict=interruption]', act: asks },
  { name: 'sign-in', path: '/signin', shows: 'main input' },
  { name: 'settings', path: '/settings', shows: 'text=Single keys act' },
  { name: 'practice', path: '/practice', shows: 'text=How upset is the customer?' },
  {
    name: 'practice-progress',
    path: '/practice',
    shows: 'text=How upset is the customer?',
    act: async (page) => {
      await page.evaluate((sessions) => localStorage.setItem('hearout:progress', JSON.stringify({ sessions })), practised);
      await page.reload();
      await page.waitForSelector('text=Your last sessions');
    },
  },
  { name: 'tour-listen', path: '/practice', shows: 'text=Walk over the floor', act: tour() },
  { name: 'tour-yours', path: '/practice', shows: 'text=Walk over the floor', act: tour('Mm-hm') },
  {
    name: 'tour-done',
    path: '/practice',
    shows: 'text=Walk over the floor',
    act: async (page) => {
      await tour('Mm-hm')(page);
      await page.fill('.tour input', 'Two hours is a long time.');
      await page.keyboard.press('Control+Enter');
      await press('Cut in')(page);
      await page.waitForSelector('text=20 of your 100 points');
      await page.keyboard.press('Alt+g');
      await page.waitForSelector('text=Choose a story');
    },
  },
  { name: 'card', recording: recordings.card, shows: "text=I'm ready" },
  { name: 'talks', recording: recordings.talks, shows: 'text=is writing' },
  { name: 'quiet', recording: recordings.quiet, shows: '.ring' },
  { name: 'more', recording: recordings.more, shows: '[data-side=them]' },
  {
    name: 'yours',
    recording: recordings.yours,
    shows: '[data-side=you]',
    act: draft('So the van'),
  },
  { name: 'open', recording: recordings.open, shows: '[data-side=open]' },
  { name: 'slow', recording: recordings.slow, shows: 'text=Slow link' },
  { name: 'cut-in', recording: recordings.cutIn, shows: 'text=Give it back' },
  { name: 'resting', recording: recordings.resting, shows: 'text=Send rests' },
  { name: 'collision', recording: recordings.collision, shows: 'text=No penalty' },
  { name: 'stale', recording: recordings.stale, shows: 'text=Does it still fit?' },
  { name: 'step-in', recording: recordings.stepIn, shows: '.button--good' },
  { name: 'on-hold', recording: recordings.onHold, shows: 'text=I am back' },
  { name: 'paused', recording: recordings.paused, shows: '[data-side=paused]' },
  { name: 'lost', recording: recordings.lost, shows: 'text=connection dropped' },
  { name: 'instructor', recording: recordings.instructor, shows: '[data-side=them]' },
  {
    name: 'held-for-me',
    recording: recordings.talks,
    shows: '#message',
    act: async (page) => {
      await page.fill('#message', 'A hundred dollars is real money.');
      await page.keyboard.press('Alt+h');
      await page.waitForSelector('.held');
    },
  },
  { name: 'ways', recording: recordings.yours, shows: '#message', act: press('Other ways') },
  { name: 'help', recording: recordings.talks, shows: '#message', act: press('Help') },
  {
    name: 'policy',
    recording: recordings.yours,
    shows: '#message',
    act: async (page) => {
      await press('Other ways')(page);
      await press('End by our policy')(page);
      await page.waitForSelector('dialog input');
    },
  },
  { name: 'peer-tells', recording: recordings.peerTells, shows: 'text=More to say' },
  { name: 'peer-cut-off', recording: recordings.peerCutOff, shows: 'text=Say it again' },
  { name: 'peer-listens', recording: recordings.peerListens, shows: '[data-side=them]' },
  {
    name: 'peer-card',
    recording: recordings.peerTells,
    shows: '#message',
    act: press("You said one o'clock."), // the card stands beside the talk
  },
  { name: 'debrief', recording: recordings.debrief, shows: '[data-sheet=fairness]' },
  {
    name: 'debrief-table',
    recording: recordings.debrief,
    shows: '[data-sheet=fairness]',
    act: press('Show as a table'),
  },
  { name: 'debrief-graded', recording: recordings.graded, shows: '.steps', act: async (page) => page.click('[data-step=look]') },
  { name: 'debrief-answers', recording: recordings.answers, shows: 'text=How well did you feel heard?' },
  { name: 'staff-marked', path: '/i/demo/r/recorded', recording: recordings.marked, shows: '[data-total]' },
  {
    name: 'staff-revise',
    path: '/i/demo/r/recorded',
    recording: recordings.released,
    shows: '[data-released]',
    act: async (page) => {
      await page.keyboard.press('5');
      await page.waitForSelector('dialog input');
    },
  },
  {
    name: 'staff-critical',
    path: '/i/demo/r/recorded',
    recording: recordings.marked,
    shows: '[data-total]',
    act: async (page) => {
      await page.locator('.grading summary').click();
      await page.getByRole('button', { name: 'Mark as critical' }).nth(1).click();
      await page.waitForSelector('dialog input');
    },
  },
  {
    name: 'moved',
    recording: recordings.talks,
    shows: '#message',
    act: async (page, player) => {
      player.end(4010);
      await page.waitForSelector('text=Use it here');
    },
  },
  { name: 'staff-rooms', path: '/i/demo#secret', shows: '.rooms__room' },
  {
    name: 'staff-room',
    path: '/i/demo/r/recorded',
    recording: recordings.watched,
    shows: '[data-verdict=interruption]',
  },
  {
    name: 'staff-waive',
    path: '/i/demo/r/recorded',
    recording: recordings.watched,
    shows: '[data-verdict=interruption]',
    act: press('Waive'),
  },
  {
    name: 'staff-room-end',
    path: '/i/demo/r/recorded',
    recording: recordings.watchedEnd,
    shows: '[data-sheet=fairness]',
  },
];

/** A workshop on a real server, for the screens that need one. */
export interface House {
  address: string;
  code: string;
  /** What opens the staff's pages. */
  secret: string;
}

export interface LiveScreen {
  name: string;
  path: (house: House) => string;
  /** The page has come by the staff's link first. */
  staff?: true;
  shows: string;
  act?: (page: Page) => Promise<void>;
}

const enter = async (page: Page) => {
  await page.fill('#name', 'Asha');
  await page.keyboard.press('Enter');
};

export const liveScreens: LiveScreen[] = [
  { name: 'enter', path: ({ code }) => `/j/${code}`, shows: '#name' },
  {
    name: 'wrong-name',
    path: ({ code }) => `/j/${code}`,
    shows: '#name',
    act: async (page) => {
      await page.keyboard.press('Enter');
      await page.waitForSelector('text=A name of 1 to 24');
    },
  },
  {
    name: 'wrong-code',
    path: () => '/j/BCDFGH',
    shows: 'text=No open workshop with that code',
  },
  {
    name: 'lobby',
    path: ({ code }) => `/j/${code}`,
    shows: '#name',
    act: async (page) => {
      await enter(page);
      await page.waitForSelector('.lobby');
    },
  },
  { name: 'set-up', staff: true, path: () => '/f/new', shows: 'output' },
  { name: 'wall', staff: true, path: ({ code }) => `/i/w/${code}`, shows: '.wall__code' },
  { name: 'projector', path: ({ code }) => `/p/${code}`, shows: '.projector__code' },
];
