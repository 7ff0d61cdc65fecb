// One plays the customer, another the trainee, a third watches, and an instructor grades them: four
// windows on one room, from the lobby to the debrief. LOOK=folder keeps a picture of every screen.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { secretOf } from '../wire/support/session.ts';
import { binary } from '../wire/support/server.ts';
import { openWorkshop, steer } from '../wire/support/workshop.ts';
import { withKeyboard } from './support/look.ts';
import { addressOf, joins, openStage, personIn, says } from './support/stage.ts';

const pictures = process.env.LOOK;
const stage = openStage();
if (pictures) mkdirSync(pictures, { recursive: true });

/** Screens of which each kind is scanned in every run; all are when pictures are wanted. */
const scanned = new Set(['card-customer', 'cut-off', 'watch', 'stopped', 'answers', 'views', 'together']);

/** Nothing scrolls sideways and nothing serious is found; with pictures in each light. */
async function look(page: Page, name: string) {
  const shades = pictures ? (['light', 'dark'] as const) : (['light'] as const);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of shades) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      if (pictures) await page.screenshot({ path: join(pictures, `peer-${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways, `${name} at ${width}`).toBe(0);
  }
  if (pictures || scanned.has(name)) await scan(page, name);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function scan(page: Page, name: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), name).toEqual([]);
}

async function instructorAt(code: string) {
  const person = await personIn(stage.browser);
  await person.page.goto(`${addressOf(stage.server.port)}/i/w/${code}#${secretOf(stage.server, 'instructor')}`);
  await person.page.waitForSelector('.wall__head');
  return person;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

/** Which of them sits where. */
async function seats(people: Awaited<ReturnType<typeof joins>>[]) {
  const found: Partial<Record<'trainee' | 'customer' | 'observer', (typeof people)[number]>> = {};
  for (const one of people) {
    await one.page.waitForSelector('.card, .watch');
    if (await one.page.locator('.watch').count()) found.observer = one;
    else if (await one.page.locator('.card__part--facts').count()) found.customer = one;
    else found.trainee = one;
  }
  return found as Required<typeof found>;
}

describe('three people and their instructor', () => {
  test('from the lobby to released marks', { timeout: 240_000 }, async () => {
    const { staff: wire, code } = await openWorkshop(stage.server, {
      pairing: 'threes', readMs: 120_000, playMs: 600_000, debriefMs: 600_000,
    });
    const staff = await instructorAt(code);
    const people = [];
    for (const name of ['Asha', 'Tom', 'Ida']) people.push(await joins(stage, code, name));
    const [first] = people as [Awaited<ReturnType<typeof joins>>];
    await first.page.getByText('Comfort', { exact: true }).click();
    await first.page.locator('input[name=time]').nth(1).check();
    await look(first.page, 'lobby-comfort');
    steer(wire, 'start');
    const { trainee, customer, observer } = await seats(people);
    const [t, c, o, s] = [trainee.page, customer.page, observer.page, staff.page];
    await look(c, 'card-customer');
    await button(c, 'Stop').click(); // on every screen
    await says(c, 'Nothing is running now.');
    await look(c, 'card-stop');
    await button(c, 'Back').click();
    for (const page of [t, c]) await button(page, "I'm ready").click();
    for (const page of [t, c]) await page.waitForSelector('#message');
    await s.waitForSelector('.tile');
    await s.keyboard.press('1');
    await s.waitForSelector('[data-fact=anger-now]');

    // An opening line is tapped, edited, and sent with more to come.
    expect(await c.getByLabel(/^Temper/).inputValue()).toBe('7');
    await c.locator('.card__part--openings button').first().click();
    await c.locator('#message').press('End');
    await c.locator('#message').pressSequentially(' Unbelievable.');
    await c.keyboard.press('Alt+m');
    await says(t, 'everything I own in boxes. Unbelievable.');
    await says(t, 'has more to say');

    // The trainee cuts in; one tap says it again.
    await t.fill('#message', 'Let me just check the booking.');
    await t.keyboard.press('Enter');
    await says(t, 'You would be cutting in.');
    await c.getByRole('button', { name: 'Say it again' }).waitFor();
    await look(c, 'cut-off');
    await look(t, 'play-trainee');
    await button(c, 'Say it again').click();
    await t.waitForFunction(() => document.querySelectorAll('.line--them').length === 2);
    const told = await t.locator('.line--them .bubble').allTextContents();
    expect(told[0]).toContain(told[1] as string);
    await button(c, 'Over to you').click();

    // Temper and ticks: staff see them, the trainee does not.
    await c.getByLabel(/^Temper/).focus();
    await c.keyboard.press('ArrowRight');
    await c.keyboard.press('ArrowRight');
    await s.waitForFunction(() => document.querySelector('[data-fact=anger-now] .fact__value')?.textContent?.includes('90'));
    await c.getByLabel(/The landlord kept 100 dollars/).check();
    await t.fill('#message', 'So you waited for two hours because nobody told you of the window. Have I got that right?');
    await t.keyboard.press('Control+Enter');
    await says(c, 'Have I got that right?');
    await button(c, "That's right").click();
    await t.waitForSelector('.line__mark--good');
    await button(c, 'I feel heard').click();
    await says(s, '“I feel heard.”');
    expect(await t.textContent('body')).not.toContain('Temper');

    // The observer notes what helps.
    await says(o, 'Have I got that right?');
    await o.locator('[data-watch=L5] button').first().click();
    await o.waitForSelector('[data-watch=L5] button[aria-pressed=true]');
    await o.locator('[data-watch=L1] button').last().click();
    await look(o, 'watch');
    await look(t, 'play-recognised');

    // Stop: one tap, why is asked privately, the other sees only that it is paused.
    await button(c, 'Stop').click();
    await c.waitForSelector('[data-why=break]');
    await look(c, 'stopped');
    await c.locator('[data-why=beyond]').click();
    await button(c, 'Report abuse').click();
    await c.getByLabel(/What happened/).fill('He kept talking over me.');
    await look(c, 'report');
    await button(c, 'Report it').click();
    await s.waitForSelector('[data-report=customer]');
    const wall = await instructorAt(code);
    await wall.page.waitForSelector('.toast >> text=reports abuse');
    await wall.context.close();
    await s.waitForSelector('[data-stopped=beyond]');
    await look(s, 'staff-reported');
    expect(await t.textContent('main')).not.toContain('Report');
    await says(t, 'Paused');
    await button(c, 'Go on').click();
    await look(c, 'play-after');
    await c.getByRole('button', { name: 'Limits of this role' }).click();
    await look(c, 'limits');
    await button(c, 'Back').click();
    expect(await withKeyboard(c)).toEqual([]);
    await c.setViewportSize({ width: 1280, height: 800 });
    await button(t, 'Help').click();
    await look(t, 'help');
    await button(t, 'Back').click();

    // The trainee closes; the customer is asked.
    await button(t, 'Finish').click();
    await t.getByRole('dialog').getByRole('button', { name: 'Finish' }).click();
    await says(c, 'Is it settled for you?');
    await look(c, 'settled');
    await c.locator('[data-answer=yes]').first().click();
    for (const page of [t, c, o]) await page.waitForSelector('.debrief');

    // Stop, one tap away here, too.
    await button(t, 'Stop').click();
    await t.locator('[data-why=break]').click();
    await s.waitForSelector('[data-stopped=break]');
    await look(t, 'debrief-stop');
    await button(t, 'Back').click();

    // The debrief: three questions, the observer's levels, one's own view, then everybody's.
    await button(c, '4').click();
    await c.getByLabel('What helped you?').fill('You said it back to me.');
    await c.getByLabel('What helped you?').press('Enter');
    await c.getByLabel('What would have helped?').fill('A word about the money.');
    await c.getByLabel('What would have helped?').press('Enter');
    await says(c, 'Saved: A word about the money.');
    await look(c, 'answers');
    for (const item of ['L1', 'E1', 'L5', 'S2', 'S6']) await o.locator(`[data-view=${item}] label`).nth(2).click();
    await o.waitForFunction(() => document.querySelectorAll('[data-view] legend .icon').length === 5);
    await look(o, 'views');
    await button(o, 'Next').click();
    await look(o, 'look-observer');
    await t.getByLabel('How do you feel').fill('relieved');
    await look(t, 'feel');
    await t.keyboard.press('Enter');
    await t.waitForSelector('[data-rate=L1]');
    await look(t, 'rate');
    expect(await t.textContent('main')).not.toContain('You said it back to me.');
    for (const item of ['L1', 'E1', 'L5', 'S2', 'S6']) await t.locator(`[data-rate=${item}] label`).nth(3).click();
    await button(t, 'That is my view').click();
    await says(t, 'You said it back to me.');
    await t.waitForSelector('.noted [data-moment=good]'); // the observer's

    // The instructor marks and releases.
    await s.locator('main').click({ position: { x: 5, y: 5 } });
    for (const _ of ['L1', 'E1', 'L5', 'S2', 'S6']) {
      const marked = await s.locator('.marks [aria-pressed=true]').count();
      await s.keyboard.press('4');
      await s.waitForFunction((before) => document.querySelectorAll('.marks [aria-pressed=true]').length > before, marked);
    }
    await s.keyboard.press('g');
    await s.keyboard.press('4');
    await s.waitForSelector('[data-total]');
    await s.keyboard.press('Control+Enter');
    await t.waitForSelector('[data-marks=open]');
    const row = await t.locator('[data-item=L5]').textContent();
    expect(row?.replace(/[\u2066-\u2069]/g, '')).toMatch(/4.*3.*4$/); // his own, the observer's, the instructor's
    expect(await t.locator('.compare thead').textContent()).toMatch(new RegExp(`${customer.name}.*${observer.name}.*Instructor`));
    const cut = t.locator('.timeline__moment--cut').first();
    await cut.click();
    await t.getByLabel('What were you hoping for here?').fill('To be quick.');
    await t.getByLabel('What were you hoping for here?').press('Enter');
    await says(t, 'Saved: To be quick.');
    await look(t, 'together');
    await button(t, 'Show as a table').click();
    await look(t, 'together-table');
    await t.locator('[data-step=keep]').click();
    await t.getByLabel('One thing to keep').fill('Saying it back');
    await t.getByLabel('One thing to keep').press('Enter');
    await t.getByLabel('One thing to try next time').fill('Wait for the end');
    await t.getByLabel('One thing to try next time').press('Enter');
    await says(t, 'Saved: Wait for the end');
    await look(t, 'keep');
    expect(await c.textContent('body')).not.toContain('Instructor');

    for (const one of [staff, ...people]) {
      expect(one.complaints).toEqual([]);
      await one.context.close();
    }
    wire.send({ kind: 'watchGroup', session: 0, group: 1, n: 0 });
    const { room } = await wire.message('seated');
    const said = execFileSync(binary, ['replay', room, '--verify', '--data', stage.data], { encoding: 'utf8' });
    expect(said).toMatch(/^verified/m);
  });

  test('what one wants to try stands on the next card', { timeout: 60_000 }, async () => {
    const { staff: wire, code } = await openWorkshop(stage.server, {
      pairing: 'bot', sessions: 2, readMs: 6_000, playMs: 1_000, debriefMs: 12_000, switchMs: 1_000,
    });
    const { page, context, complaints } = await joins(stage, code, 'Asha');
    steer(wire, 'start');
    await page.waitForSelector('.debrief', { timeout: 40_000 });
    await page.locator('[data-step=keep]').click();
    await page.getByLabel('One thing to try next time').fill('Wait for the end');
    await page.getByLabel('One thing to try next time').press('Enter');
    await page.waitForSelector('.card', { timeout: 40_000 });
    await says(page, 'You wanted to try: Wait for the end');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
