// Staff sign in, in a real browser: the cookie is taken and sent, people come where they wanted to
// go, and a sign-out, a removal and a sign-in that has ended send them away.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../wire/support/server.ts';
import { Firm, password } from '../wire/support/staff.ts';
import { openWorkshop } from '../wire/support/workshop.ts';
import { startChromium } from './support/chromium.ts';
import { addressOf, personIn, startHouse } from './support/stage.ts';

const pictures = process.env.LOOK;
let server: Server;
let browser: Browser;
let acme: Firm;
beforeAll(async () => {
  acme = new Firm('acme');
  acme.add('dana', 'instructor', 'Dana Ito');
  acme.add('gil', 'grader', 'Gil Roth');
  [browser, server] = await Promise.all([startChromium(), startHouse('--data', acme.data)]);
  if (pictures) mkdirSync(pictures, { recursive: true });
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
    expect(await context.cookies()).toEqual([]);
    await page.goto(`${addressOf(server.port)}/i`);
    await page.waitForURL('**/signin');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
