// The real server with the real page, and people before it.
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { secretOf } from '../../wire/support/session.ts';
import { type Server, startServer } from '../../wire/support/server.ts';

const dist = fileURLToPath(new URL('../../../web-client/dist', import.meta.url));

export const startHouse = (...extra: string[]): Promise<Server> =>
  startServer('--demo', '--web', dist, ...extra);

export const addressOf = (port: number) => `http://127.0.0.1:${port}`;

/** A person of his own: own storage, and everything that the page complains of is kept. */
export async function personIn(browser: Browser): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const offline = /ERR_|WebSocket connection/.test(message.text());
    if (message.type() === 'error' && !offline) complaints.push(message.text());
  });
  return { context, page, complaints };
}

export interface Practice {
  level?: 'Guided' | 'Standard' | 'Exam';
  name?: string;
  story?: string;
}

/** Through /practice into play; the room's id. */
export async function practise(page: Page, port: number, how: Practice = {}): Promise<string> {
  await page.goto(`${addressOf(port)}/practice`);
  await page.getByLabel('What should we call you?').fill(how.name ?? 'Asha');
  await page.getByLabel(how.story ?? 'The truck that came at three').check();
  if (how.level) await page.getByLabel(how.level, { exact: true }).check();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('button', { name: "I'm ready" }).click();
  await page.waitForSelector('#message');
  return page.url().split('/').at(-1) as string;
}

/** An instructor's window on that room. */
export async function watch(page: Page, server: Server, room: string) {
  await page.goto(`${addressOf(server.port)}/i/demo#${secretOf(server, 'instructor')}`);
  await page.click(`a[href$="${room}"]`);
  await page.waitForSelector('[data-fact=score-now]');
}

export const side = (page: Page) => page.getAttribute('.floor-bar', 'data-side');

/** The floor is free, or ours; the customer has nothing more to say for now. */
export const myTurn = (page: Page) =>
  page.waitForFunction(
    () => {
      const side = document.querySelector('.floor-bar')?.getAttribute('data-side');
      return (side === 'open' || side === 'you') && !document.querySelector('.typing');
    },
    undefined,
    { timeout: 90_000 },
  );

/** Says a line in one's turn, hands over, and waits for the answer to begin or the end to come. */
export async function talk(page: Page, text: string) {
  await myTurn(page);
  const before = await page.locator('.line--them').count();
  await page.fill('#message', text);
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(
    (count) => document.querySelectorAll('.line--them').length > count || document.querySelector('.debrief'),
    before,
    { timeout: 60_000 },
  );
}

/** What a figure shows, without the marks that keep numbers in their direction. */
export const factOf = async (page: Page, id: string) =>
  (await page.locator(`[data-fact=${id}] .fact__value`).textContent())?.replace(/[\u2066-\u2069]/g, '');
