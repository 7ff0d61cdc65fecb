// What the page sends, and when, while the customer has the floor. The server is a recording.
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Level } from '../../protocol/gen/ts/protocol.ts';
import { startChromium } from './support/chromium.ts';
import { type Player, type Recording, startPlayer } from './support/player.ts';
import { recordings } from './support/recorded.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const dist = fileURLToPath(new URL('../../web-client/dist', import.meta.url));
const words = 'Can I just check the booking?';

let player: Player;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  player = await startPlayer(dist);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  player.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

async function sit(recording: Recording) {
  player.play(recording);
  await page.goto(`${player.address}/w/recorded#secret`);
  await page.fill('#name', 'Asha');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#message');
}

function talking(level: Level): Recording {
  const events = recordings.talks.events.map(
    ([atMs, event]) => [atMs, event.kind === 'opened' ? { ...event, level } : event] as const,
  );
  return { ...recordings.talks, events };
}

async function draft(text: string) {
  await page.fill('#message', text);
  await page.focus('#message');
}

const said = () => player.received.filter((message) => message.kind === 'say');

describe('Enter while the customer talks', () => {
  test('Guided: is held by reflex', async () => {
    await sit(talking('guided'));
    await draft(words);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`.held >> text=${words}`);
    expect(await page.inputValue('#message')).toBe('');
    expect(said()).toEqual([]);
  });

  test('Standard: a second to think, and Esc holds it', async () => {
    await sit(talking('standard'));
    await draft(words);
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=You would be cutting in. Esc to hold it.');
    await page.keyboard.press('Escape');
    await page.waitForSelector(`.held >> text=${words}`);
    expect(said()).toEqual([]);
  });

  test('Standard: cuts in when the second is over', async () => {
    await sit(talking('standard'));
    await draft(words);
    const before = Date.now();
    await page.keyboard.press('Enter');
    await player.until(() => said().length === 1);
    expect(Date.now() - before).toBeGreaterThanOrEqual(1_000);
    expect(said()).toMatchObject([{ id: 1, text: words, floorSeen: 2, chip: 'none' }]);
  });

  test('Exam: cuts in at once', async () => {
    await sit(talking('exam'));
    await draft(words);
    await page.keyboard.press('Enter');
    expect(await page.locator('.ask').count()).toBe(0);
    await player.until(() => said().length === 1);
  });
});

test('a chip and the repair by keyboard', async () => {
  await sit(recordings.cutIn);
  await page.keyboard.press('Alt+2');
  await player.until(() => said().length === 1);
  expect(said()).toMatchObject([{ chip: 'i_see' }]);
  await page.keyboard.press('Alt+g');
  await player.until(() => player.received.at(-1)?.kind === 'floorAct');
  expect(player.received.at(-1)).toMatchObject({ act: 'give_back' });
});

test.each([
  ['/giveback', { kind: 'floorAct', act: 'give_back' }],
  ['/stop', { kind: 'stop', on: true }],
])('%s', async (command, message) => {
  await sit(recordings.cutIn);
  await draft(command);
  await page.keyboard.press('Enter');
  await player.until(() => player.received.at(-1)?.kind === message.kind);
  expect(player.received.at(-1)).toMatchObject(message);
});

test('a hand-over carries its briefing', async () => {
  await sit(recordings.yours);
  await page.getByRole('button', { name: 'Other ways' }).click();
  await page.getByRole('button', { name: 'Bring in a colleague' }).click();
  await page.fill('dialog input', 'Two hours late, a hundred dollars lost.');
  await page.keyboard.press('Enter');
  await player.until(() => player.received.some((message) => message.kind === 'action'));
  expect(player.received.at(-1)).toMatchObject({
    id: 1,
    what: 'hand_over',
    text: 'Two hours late, a hundred dollars lost.',
  });
  expect(await page.evaluate(() => document.querySelector('dialog'))).toBeNull();
});

test('a cut-off peer says his line again with one tap', async () => {
  await sit(recordings.peerCutOff);
  await page.getByRole('button', { name: 'Say it again' }).click();
  await player.until(() => said().length === 1);
  expect(said()).toMatchObject([{ text: 'And then I lost a hundred dollars because', more: true }]);
});

test('contested evidence is named by its line and finding', async () => {
  player.play(recordings.debrief);
  await page.goto(`${player.address}/w/recorded#secret`);
  await page.fill('#name', 'Asha');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'This is wrong' }).nth(1).click();
  await player.until(() => player.received.some((message) => message.kind === 'contest'));
  expect(player.received.at(-1)).toMatchObject({ line: 4, finding: 'premature_apology' });
});

test('a reload keeps seat, draft and held message; no secret stays in the address', async () => {
  await sit(recordings.talks);
  await draft('held words');
  await page.keyboard.press('Alt+h');
  await draft(words);
  expect(page.url()).toBe(`${player.address}/w/recorded`);
  await page.reload();
  await page.waitForSelector('.held >> text=held words');
  expect(await page.inputValue('#message')).toBe(words);
  expect(player.received.map((message) => message.kind)).toContain('resume');
});

test('the seat comes back from another tab with what was written there', async () => {
  await sit(recordings.talks);
  await draft('first tab');
  player.end(4010);
  await page.waitForSelector('text=This session is open in another tab.');
  const other = await context.newPage();
  await other.goto(`${player.address}/w/recorded`);
  await other.fill('#message', 'second tab');
  await page.getByRole('button', { name: 'Use it here' }).click();
  await page.waitForSelector('#message');
  expect(await page.inputValue('#message')).toBe('second tab');
});

test('the composer stays in sight above a phone keyboard', async () => {
  await page.setViewportSize({ width: 320, height: 300 });
  await sit(recordings.talks);
  const send = await page.getByRole('button', { name: 'Cut in' }).boundingBox();
  expect(send && send.y + send.height).toBeLessThanOrEqual(300);
  const stop = await page.getByRole('button', { name: 'Stop' }).boundingBox();
  expect(stop?.y).toBeGreaterThanOrEqual(0);
});
