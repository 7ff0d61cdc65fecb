// Every screen, played from recorded rooms: nothing scrolls sideways, breaks the content policy,
// or fails the accessibility scan. LOOK=folder also writes a picture of each.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startChromium } from './support/chromium.ts';
import { type Player, type Recording, startPlayer } from './support/player.ts';
import { recordings, roomList } from './support/recorded.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const dist = fileURLToPath(new URL('../../web-client/dist', import.meta.url));
const folder = process.env.LOOK;
const looks = [
  { width: 1280, height: 800, colorScheme: 'light' },
  { width: 320, height: 640, colorScheme: 'dark' },
] as const;

interface Screen {
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

const screens: Screen[] = [
  { name: 'landing', path: '/', shows: 'text=Practise handling' },
  { name: 'join', path: '/practice', shows: 'text=How upset is the customer?' },
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

let player: Player;
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
  player = await startPlayer(dist);
  if (folder) mkdirSync(folder, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  player.stop();
});

describe('each screen, wide and light, then narrow and dark', () => {
  test.each(screens)('$name', async (screen) => {
    player.play(screen.recording ?? null, roomList);
    const context = await browser.newContext({ viewport: looks[0], reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints = complaintsOf(page);
    await open(page, screen);
    await screen.act?.(page, player);
    for (const look of looks) {
      await page.setViewportSize(look);
      await page.emulateMedia({ colorScheme: look.colorScheme });
      if (folder) await page.screenshot({ path: join(folder, `${screen.name}-${look.width}.png`) });
      expect(await page.evaluate(measure)).toEqual({ sideways: 0, animations: 0 });
      expect(await seriousIn(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** Runs in the page. */
function measure() {
  return {
    sideways: document.documentElement.scrollWidth - innerWidth,
    animations: document.getAnimations().length,
  };
}

/** What the page throws or writes to its console: a breach of the content policy is told there. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text());
  });
  return complaints;
}

async function open(page: Page, screen: Screen) {
  await page.goto(player.address + (screen.path ?? '/w/recorded#secret'));
  if (screen.path === undefined) {
    await page.fill('#name', 'Asha');
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector(screen.shows);
}

async function seriousIn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`);
}
