// A workshop in real browsers: set up, the lobby's code, two who join, a session, the wall.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secretOf } from '../wire/support/session.ts';
import type { Server } from '../wire/support/server.ts';
import { startChromium } from './support/chromium.ts';
import { addressOf, personIn, startHouse } from './support/stage.ts';

const pictures = process.env.LOOK;
let browser: Browser;
let server: Server;
beforeAll(async () => {
  [browser, server] = await Promise.all([startChromium(), startHouse()]);
  if (pictures) mkdirSync(pictures, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  expect(await server.stop(), server.log()).toBe(0);
});

/** Wide and light, then narrow and dark: nothing scrolls sideways, nothing serious is found. */
async function look(page: Page, name: string) {
  for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (pictures) await page.screenshot({ path: join(pictures, `workshop-${name}-${width}.png`), fullPage: true });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways, `${name} at ${width}`).toBe(0);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), name).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Waits for words; what isolates a value from the text around it does not count. */
const says = (page: Page, words: string) =>
  page.waitForFunction(
    (wanted) => document.body.textContent?.replace(/[\u2066-\u2069]/g, '').includes(wanted),
    words,
  );

async function joins(code: string, name: string) {
  const person = await personIn(browser);
  await person.page.goto(`${addressOf(server.port)}/j/${code}`);
  await person.page.fill('#name', name);
  await person.page.keyboard.press('Enter');
  await person.page.waitForSelector('.lobby');
  return person;
}

async function setUp() {
  const staff = await personIn(browser);
  await staff.page.goto(`${addressOf(server.port)}/f/new#${secretOf(server, 'instructor')}`);
  await staff.page.getByLabel('Name of the workshop').fill('May cohort');
  await staff.page.getByLabel('Each other, in pairs').check();
  return staff;
}

describe('a workshop', () => {
  test('set-up, lobby, two who join, a session, the wall', { timeout: 120_000 }, async () => {
    const staff = await setUp();
    await staff.page.getByLabel('People expected').fill('3');
    expect((await staff.page.textContent('output'))?.replace(/[\u2066-\u2069]/g, '')).toMatch(/1 pair, 1 with the bot · 2 sessions/);
    await look(staff.page, 'set-up');
    await staff.page.getByRole('button', { name: 'Open the lobby' }).click();
    await staff.page.waitForSelector('.wall__code');
    const code = staff.page.url().split('/').at(-1) as string;
    await look(staff.page, 'way-in');

    const early = await personIn(browser);
    await early.page.goto(addressOf(server.port));
    await early.page.fill('#code', code.toLowerCase());
    await early.page.waitForURL(`**/j/${code}`);
    await look(early.page, 'join');
    await early.context.close();

    const asha = await joins(code, 'Asha');
    const ben = await joins(code, 'Ben');
    await look(asha.page, 'lobby');
    await says(staff.page, '2 people here');
    const screen = await personIn(browser);
    await screen.page.goto(`${addressOf(server.port)}/p/${code}`);
    await says(screen.page, '2 people here');
    expect(await screen.page.textContent('main')).not.toMatch(/Asha|Ben/);
    await look(screen.page, 'projector');

    await staff.page.getByRole('button', { name: 'Start', exact: true }).click();
    for (const one of [asha, ben]) await one.page.getByRole('button', { name: "I'm ready" }).click();
    for (const one of [asha, ben]) await one.page.waitForSelector('#message');
    await look(asha.page, 'play');
    await ben.page.getByRole('button', { name: 'Ask your instructor' }).click();
    await says(staff.page, 'Ben in room 1 asks for you.');
    const began = Date.now();
    await staff.page.waitForSelector('.tile[data-level=needs]');
    console.log(`help to a tile in need: ${Date.now() - began} ms after the toast`);
    expect(await staff.page.getAttribute('.tile', 'data-group')).toBe('1');
    await look(staff.page, 'wall');

    await asha.page.fill('#message', 'half a sentence');
    await asha.page.reload();
    await asha.page.waitForSelector('#message');
    expect(await asha.page.inputValue('#message')).toBe('half a sentence');

    await staff.page.keyboard.press('1');
    await staff.page.waitForSelector('[data-fact=score-now]');
    for (const one of [staff, asha, ben, screen]) {
      expect(one.complaints).toEqual([]);
      await one.context.close();
    }
  });
});
