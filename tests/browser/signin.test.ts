// Staff sign in, in a real browser: the cookie is taken and sent, people come where they wanted to
// go, and a sign-out, a removal and a sign-in that has ended send them away.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Server } from '../wire/support/server.ts';
import { Firm, password } from '../wire/support/staff.ts';
import { startChromium } from './support/chromium.ts';
import { glanceAt } from './support/look.ts';
import { addressOf, personIn, startHouse } from './support/stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let server: Server;
let browser: Browser;
let acme: Firm;
beforeAll(async () => {
  acme = new Firm('acme');
  acme.add('dana', 'instructor', 'Dana Ito');
  acme.add('gil', 'grader', 'Gil Roth');
  [browser, server] = await Promise.all([startChromium(), startHouse('--data', acme.data)]);
});
afterAll(async () => {
  await browser?.close();
  expect(await server?.stop(), server?.log()).toBe(0);
  acme.forget();
});

async function signIn(page: Page, login: string, secret = password) {
  await page.getByLabel('Firm').fill('acme');
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
}

describe('signing in', () => {
  test('from the first page to the firm, and out again', async () => {
    const { context, page, complaints } = await personIn(browser);
    await page.goto(addressOf(server.port));
    await page.getByRole('link', { name: 'Staff sign in' }).click();
    await signIn(page, 'dana');
    await page.getByRole('heading', { name: 'Workshops and rooms' }).waitFor();
    expect(await page.locator('[data-signed-in]').textContent()).toContain('Dana Ito');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: '__Host-hearout', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' });
    expect(await page.evaluate(() => document.cookie)).toBe('');

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/signin');
    await expect.poll(() => context.cookies(), { timeout: 10_000 }).toEqual([]);
    await page.goto(`${addressOf(server.port)}/i`);
    await page.waitForURL('**/signin');
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('an invitation: made on the wall, opened by a link, ended by staff', async () => {
  const dana = await personIn(browser);
  await dana.page.goto(`${addressOf(server.port)}/f/new`);
  await dana.page.waitForURL('**/signin');
  await signIn(dana.page, 'dana', 'not the right words');
  await dana.page.waitForSelector('[data-refusal=wrong]');
  await glanceAt(dana.page, 'staff-sign-in');
  await signIn(dana.page, 'dana');
  await dana.page.waitForURL('**/f/new');
  await dana.page.getByLabel('Name of the workshop').fill('May cohort');
  expect(await dana.page.getByRole('button', { name: 'Sign out' }).count()).toBe(1);
  await dana.page.getByRole('button', { name: 'Open the lobby' }).click();
  await dana.page.waitForURL('**/i/w/*');
  await dana.page.getByRole('button', { name: 'Invite staff' }).click();
  await dana.page.getByRole('button', { name: 'Make a link' }).click();
  const link = await dana.page.locator('#invite-link').inputValue();
  await glanceAt(dana.page, 'staff-invite');

  const gast = await personIn(browser);
  await gast.page.goto(link);
  await gast.page.getByLabel('What should we call you?').fill('Gast');
  expect(gast.page.url()).not.toContain('#');
  await glanceAt(gast.page, 'staff-invited');
  await gast.page.keyboard.press('Enter');
  await gast.page.getByRole('heading', { name: 'May cohort' }).waitFor();
  for (const name of ['Invite staff', 'Start', 'Bell', 'End the workshop'])
    expect(await gast.page.getByRole('button', { name }).count(), name).toBe(0);
  await gast.page.goto(`${addressOf(server.port)}/i`);
  await gast.page.getByRole('link', { name: /May cohort/ }).waitFor();
  await glanceAt(gast.page, 'staff-home');

  await dana.page.getByRole('button', { name: 'End all invitations' }).click();
  await gast.page.getByText('This link does not open the pages of staff').waitFor();
  expect([...dana.complaints.filter((one) => !one.includes('403')), ...gast.complaints]).toEqual([]);
  await Promise.all([dana.context.close(), gast.context.close()]);
});
