// Whole sessions in a real browser against the real server: what both windows show.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { binary } from '../wire/support/server.ts';
import { factOf, myTurn, openStage, personIn, practise, startHouse, talk, watch } from './support/stage.ts';

const pictures = process.env.LOOK;
const stage = openStage();
if (pictures) mkdirSync(pictures, { recursive: true });

const picture = async (page: Page, name: string) =>
  pictures && page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });

/** The last lines of `hearout replay`. */
function replay(room: string): Record<string, string> {
  const told = execFileSync(binary, ['replay', room, '--data', stage.data], { encoding: 'utf8' });
  const lines = told.trim().split('\n').slice(-5);
  return Object.fromEntries(lines.map((line) => line.split(/\s+/) as [string, string]));
}

const verify = (room: string) =>
  execFileSync(binary, ['replay', room, '--data', stage.data, '--verify'], { encoding: 'utf8' });

const good = [
  'Two hours standing there and nobody telling you a thing, that must have been infuriating, Dana.',
  "I'm sorry that we never told you about the two-hour arrival window. That was our mistake.",
  'What did those two hours cost you?',
  'So the truck was booked for 1 pm and came at 3 pm, nobody told you about the two-hour window, and you lost 100 dollars of your deposit because there was no time to clean. Have I got that right?',
  'What would put this right for you?',
  'I can refund you 50 dollars today. Would that be all right?',
  "I'll email you the confirmation by 5 pm today.",
];

const bad = [
  'Shut up, you are an idiot.',
  'Oh, my heart bleeds for you. Go and cry somewhere else.',
  'Get lost, you stupid cow.',
  'You should have read the contract, this is your own fault.',
];

describe.concurrent('a session', () => {
  test('well handled ends satisfied; debrief, instructor and replay say the same', { timeout: 300_000 }, async () => {
    const trainee = await personIn(stage.browser);
    const room = await practise(trainee.page, stage.server.port);
    await trainee.page.waitForSelector('[data-side=them]'); // a chip is for who listens
    await trainee.page.keyboard.press('Alt+1');
    await trainee.page.waitForSelector('.chip-mark');
    const staff = await personIn(stage.browser);
    await watch(staff.page, stage.server, room);
    for (const line of good) {
      await talk(trainee.page, line);
      await picture(trainee.page, `good-${good.indexOf(line)}`);
    }
    await myTurn(trainee.page);
    await picture(staff.page, 'good-staff');
    await trainee.page.getByRole('button', { name: 'Finish' }).click();
    await trainee.page.locator('dialog').getByRole('button', { name: /finish|close|end/i }).first().click();
    await trainee.page.waitForSelector('.debrief [data-outcome]');
    await picture(trainee.page, 'good-debrief');
    expect(await trainee.page.getAttribute('[data-outcome]', 'data-outcome')).toBe('satisfied');
    await trainee.page.click('[data-step=look]');
    const told = replay(room);
    expect(told).toMatchObject({ outcome: 'satisfied', floor: '100', 'cut-ins': '0' });
    expect(await factOf(trainee.page, 'fact-floor')).toBe(told.floor);
    expect(await factOf(trainee.page, 'fact-anger')).toContain(`→ ${told.anger}`);
    expect(await factOf(staff.page, 'anger-now')).toBe(told.anger);
    expect(await factOf(staff.page, 'trust-now')).toBe(told.trust);
    expect(verify(room)).toMatch(/^verified/m);
    expect([...trainee.complaints, ...staff.complaints]).toEqual([]);
    for (const one of [trainee, staff]) await one.context.close();
  });

  test('badly handled ends with the customer walking out', { timeout: 300_000 }, async () => {
    const { page, context, complaints } = await personIn(stage.browser);
    const room = await practise(page, stage.server.port, { level: 'Exam' });
    await page.waitForSelector('.line--them');
    for (const line of bad) {
      if (await page.locator('.debrief').count()) break;
      await talk(page, line);
      await picture(page, `bad-${bad.indexOf(line)}`);
    }
    await page.waitForSelector('.debrief [data-outcome]', { timeout: 60_000 });
    await picture(page, 'bad-debrief');
    expect(await page.getAttribute('[data-outcome]', 'data-outcome')).toBe('walk_out');
    expect(replay(room)).toMatchObject({ outcome: 'walk_out' });
    expect(verify(room)).toMatch(/^verified/m);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('the server killed and started again: same seat, nothing lost, nobody charged', { timeout: 120_000 }, async () => {
  const own = mkdtempSync(join(tmpdir(), 'hearout-live-kill-'));
  const first = await startHouse('--data', own);
  const { page, context } = await personIn(stage.browser);
  const room = await practise(page, first.port);
  await page.waitForSelector('.line--them');
  await page.keyboard.press('Alt+1');
  await page.waitForSelector('.chip-mark');
  await page.fill('#message', 'half a sentence');
  const said = await page.locator('.line--them').allTextContents();
  first.signal('SIGKILL');
  await first.exited;
  await page.waitForSelector('text=You are offline');
  const second = await startHouse('--data', own, '--listen', `127.0.0.1:${first.port}`);
  await page.waitForSelector('text=Back. Nothing was lost.', { timeout: 30_000 });
  expect(await page.inputValue('#message')).toBe('half a sentence');
  expect((await page.locator('.line--them').allTextContents()).slice(0, said.length)).toEqual(said);
  expect(await page.locator('.chip-mark').count()).toBe(1);
  await context.close();
  expect(await second.stop()).toBe(0);
  const told = execFileSync(binary, ['replay', room, '--data', own], { encoding: 'utf8' });
  expect(told).toMatch(/^floor +100$/m);
  rmSync(own, { recursive: true, force: true });
});
