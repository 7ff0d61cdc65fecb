// Grading in a real browser against the real server: from the end of a talk to its release by keys
// alone, and what reaches the trainee before and after his own view is in.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { decodeBatch } from '../wire/support/codec.ts';
import { figure } from './support/measure.ts';
import { myTurn, openStage, personIn, practise, watch } from './support/stage.ts';

const pictures = process.env.LOOK;
const stage = openStage();
if (pictures) mkdirSync(pictures, { recursive: true });

const looks = [
  { width: 1280, height: 800, colorScheme: 'light' },
  { width: 320, height: 640, colorScheme: 'dark' },
] as const;

/** Wide and light, then narrow and dark: nothing scrolls sideways. */
async function look(page: Page, name: string) {
  for (const one of looks) {
    await page.setViewportSize(one);
    await page.emulateMedia({ colorScheme: one.colorScheme, reducedMotion: 'reduce' });
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${one.width}.png`), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBe(0);
  }
}

/** Nothing serious in the accessibility scan. */
async function scan(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([]);
}

/** The kinds of every event that came in a frame. */
function eventsOf(page: Page): string[] {
  const kinds: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload === 'string') return;
      for (const message of decodeBatch(new Uint8Array(payload)).messages)
        if (message.kind === 'event' || message.kind === 'recalled') kinds.push(message.event.kind);
    }),
  );
  return kinds;
}

const secret = ['mark', 'hint', 'overall', 'moment', 'critical', 'graded', 'release'];

test('a five-item method is graded in ten keys, and stays locked until the trainee has rated himself', { timeout: 240_000 }, async () => {
  const trainee = await personIn(stage.browser);
  const kinds = eventsOf(trainee.page);
  const room = await practise(trainee.page, stage.server.port);
  const staff = await personIn(stage.browser);
  await watch(staff.page, stage.server, room);
  await myTurn(trainee.page);
  const line =
    'So the truck came at 3 pm instead of 1 pm and you lost 100 dollars of your deposit. Have I got that right? What would put this right for you? I will email you the confirmation by 5 pm today.';
  await trainee.page.fill('#message', line);
  await trainee.page.keyboard.press('Control+Enter');
  for (const item of ['L5', 'S2', 'S6']) await staff.page.waitForSelector(`[data-item=${item}] .marks__level--hint`);

  await staff.page.keyboard.press('w');
  await staff.page.keyboard.type('ZEBRA ask about the feeling');
  await staff.page.keyboard.press('Enter');
  await trainee.page.waitForSelector('text=Coach, only to you');
  await look(staff.page, 'grade-live');
  await scan(staff.page);
  await staff.page.keyboard.press('e');
  await staff.page.getByRole('button', { name: 'End it' }).click();
  await staff.page.waitForSelector('.overall');
  await trainee.page.waitForSelector('.steps');

  let keys = 0;
  const press = async (key: string, then: string) => {
    keys += 1;
    await staff.page.keyboard.press(key);
    await staff.page.waitForSelector(then);
  };
  const began = Date.now();
  const stored = (item: string) => `[data-item=${item}][data-state=stored]`;
  await press('4', stored('L1'));
  await press('3', stored('E1'));
  await press('Enter', stored('L5'));
  await press('Enter', stored('S2'));
  await press('Enter', stored('S6'));
  expect(await staff.page.locator('[data-total]').count()).toBe(0);
  await press('g', '.overall--at');
  await press('3', '[data-total]');
  await staff.page.keyboard.press('+');
  await staff.page.waitForSelector('[data-moment=good]');
  await press('Control+Enter', '[data-releasing]');
  figure(5, 'five items, three hints right, from the end to release', `${keys} keys in ${Date.now() - began} ms`, '10 keys');
  expect(keys).toBeLessThanOrEqual(10);
  await look(staff.page, 'grade-releasing');
  const total = await staff.page.getAttribute('[data-total]', 'data-total');
  await staff.page.waitForSelector('[data-released]', { timeout: 20_000 });

  await trainee.page.click('[data-step=look]');
  await trainee.page.waitForSelector('[data-marks=locked]');
  expect(kinds).toContain('released');
  expect(kinds.filter((kind) => secret.includes(kind))).toEqual([]);
  await trainee.page.click('[data-step=feel]');
  await look(trainee.page, 'debrief-feel');
  await trainee.page.fill('.debrief input', 'tense');
  await trainee.page.keyboard.press('Enter');
  for (const item of ['L1', 'E1', 'L5', 'S2', 'S6'])
    await trainee.page.locator(`[data-rate=${item}] input`).nth(2).check();
  await look(trainee.page, 'debrief-rate');
  await scan(trainee.page);
  expect(kinds.filter((kind) => secret.includes(kind))).toEqual([]);
  await trainee.page.getByRole('button', { name: 'That is my view' }).click();
  await trainee.page.waitForSelector('[data-marks=open]');
  expect(await trainee.page.textContent('[data-marks=open]')).toContain(total);
  expect(await trainee.page.textContent('[data-item=E1] td:last-child')).toBe('3');
  expect(await trainee.page.locator('[data-moment=good]').count()).toBe(1);
  expect(kinds.filter((kind) => ['hint', 'overall', 'release'].includes(kind))).toEqual([]);
  await look(trainee.page, 'debrief-look');

  await staff.page.locator('[data-item=E1] [aria-label$=": 4"]').click();
  await staff.page.locator('dialog input').fill('He named it twice.');
  await staff.page.keyboard.press('Enter');
  await trainee.page.waitForSelector('[data-item=E1] >> text=He named it twice.');
  await trainee.page.click('[data-step=keep]');
  await trainee.page.locator('.debrief form input').first().fill('Saying it back');
  await trainee.page.keyboard.press('Enter');
  await trainee.page.waitForSelector('[role=status] >> text=Saying it back');
  await look(trainee.page, 'debrief-keep');
  await scan(trainee.page);

  const before = trainee.page.url();
  await trainee.page.click('[data-step=look]');
  await trainee.page.getByRole('button', { name: 'Try again from here' }).click();
  await trainee.page.waitForSelector('#message');
  expect(trainee.page.url()).not.toBe(before);
  expect(await trainee.page.locator('.line--them').count()).toBeGreaterThan(0);
  expect([...trainee.complaints, ...staff.complaints]).toEqual([]);
  for (const one of [trainee, staff]) await one.context.close();
});
