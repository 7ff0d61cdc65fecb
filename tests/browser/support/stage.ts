// The real server with the real page, and people before it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { secretOf } from '../../wire/support/session.ts';
import { type Server, startServer } from '../../wire/support/server.ts';
import { startChromium } from './chromium.ts';

const dist = fileURLToPath(new URL('../../../web-client/dist', import.meta.url));

/** A browser and a server of a test file's own, which go with it; `data` outlives a restart. */
export interface Stage {
  browser: Browser;
  server: Server;
  data: string;
}

export function openStage(): Stage {
  const data = mkdtempSync(join(tmpdir(), 'hearout-stage-'));
  const stage = { data } as Stage;
  beforeAll(async () => {
    [stage.browser, stage.server] = await Promise.all([startChromium(), startHouse('--data', data)]);
  });
  afterAll(async () => {
    await stage.browser.close();
    expect(await stage.server.stop(), stage.server.log()).toBe(0);
    rmSync(data, { recursive: true, force: true });
  });
  return stage;
}

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

/** By its code into the workshop's lobby. */
export async function joins({ browser, server }: Stage, code: string, name: string) {
  const person = await personIn(browser);
  await person.page.goto(`${addressOf(server.port)}/j/${code}`);
  await person.page.fill('#name', name);
  await person.page.keyboard.press('Enter');
  await person.page.waitForSelector('.lobby');
  return { ...person, name };
}

/** Waits for words; what isolates a value from the text around it does not count. */
export const says = (page: Page, words: string) =>
  page.waitForFunction(
    (wanted) => document.body.textContent?.replace(/[\u2066-\u2069]/g, '').includes(wanted),
    words,
  );

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

/** Waits until the customer writes, after his first words, for longer than anything could excuse. */
export async function customerWrites(page: Page) {
  await page.waitForSelector('.line--them');
  await page.waitForFunction(() => {
    const told = window as { writesSince?: number };
    const writes = document.querySelector('[data-side=them]') && document.querySelector('.typing');
    told.writesSince = writes ? (told.writesSince ?? performance.now()) : undefined;
    return told.writesSince !== undefined && performance.now() - told.writesSince > 1_000;
  });
}

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
