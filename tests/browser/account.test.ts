// One's own account, in a real browser: another password, and an end to being signed in elsewhere.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Server } from '../wire/support/server.ts';
import { connect, Firm, password } from '../wire/support/staff.ts';
import { startChromium } from './support/chromium.ts';
import { faultsOf, glanceAt } from './support/look.ts';
import { addressOf, personIn, startHouse } from './support/stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const chosen = 'nine yellow wheelbarrows';
let server: Server;
let browser: Browser;
let acme: Firm;
beforeAll(async () => {
  acme = new Firm('acme');
  acme.add('dana', 'instructor', 'Dana Ito');
  [browser, server] = await Promise.all([startChromium(), startHouse('--demo', '--data', acme.data)]);
});
afterAll(async () => {
  await browser?.close();
  expect(await server?.stop(), server?.log()).toBe(0);
  acme.forget();
});

async function signIn(page: Page, secret: string, login = 'dana') {
  await page.goto(`${addressOf(server.port)}/signin`);
  await page.getByLabel('Firm').fill('acme');
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
}

test('a new password by keyboard alone; another browser is signed out within a second', async () => {
  const here = await personIn(browser);
  const there = await personIn(browser);
  for (const { page } of [here, there]) {
    await signIn(page, password);
    await page.getByRole('heading', { name: 'Workshops and rooms' }).waitFor();
  }
  const { page } = here;
  await page.getByRole('link', { name: 'Dana Ito' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  expect(await page.locator('.places li').count()).toBe(2);
  expect(await page.locator('.places li').first().textContent()).toContain('This one');

  await page.getByLabel('Present password').focus();
  const fill = async (present: string, wish: string) => {
    await page.getByLabel('Present password').fill(present);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type(wish);
    await page.keyboard.press('Enter');
  };
  const refused = (why: string) =>
    expect.poll(() => page.locator('[data-refusal]').getAttribute('data-refusal'), { timeout: 10_000 }).toBe(why);
  await fill(password, 'too short');
  await refused('short');
  await fill('not the right words', chosen);
  await refused('wrong');
  expect(await faultsOf(page, 'account')).toEqual([]);
  await fill(password, chosen);
  await page.getByText('The password is changed').waitFor();
  await there.page.waitForURL('**/signin', { timeout: 1000 });
  await page.getByText('Nowhere else.').waitFor();
  await glanceAt(page, 'account-changed');
  expect(await page.getByLabel('New password').inputValue()).toBe('');

  await page.reload();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  await signIn(there.page, chosen);
  await there.page.getByRole('heading', { name: 'Workshops and rooms' }).waitFor();
  const complaints = [...here.complaints, ...there.complaints];
  expect(complaints.filter((one) => !/40[03]/.test(one))).toEqual([]);
  await Promise.all([here.context.close(), there.context.close()]);
});

test('signed out everywhere else, the password given once more', async () => {
  acme.add('gil', 'grader', 'Gil Roth');
  const { context, page, complaints } = await personIn(browser);
  const elsewhere = await acme.connect(server.port, 'gil');
  await signIn(page, password, 'gil');
  await page.getByRole('link', { name: 'Gil Roth' }).click();
  const [before] = await context.cookies();
  await page.getByLabel('Your password, once more').fill(password);
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByText('You are signed in here alone now.').waitFor();
  expect(await elsewhere.closed()).toBe(4011);
  const [after] = await context.cookies();
  expect(after?.value).not.toBe(before?.value);
  expect((await (await connect(server.port, `${before?.name}=${before?.value}`)).message('welcome')).staff).toBe(false);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a password that was made for him: he chooses his own and is in', async () => {
  const said = acme.run('user', 'add', 'acme', 'una', '--role', 'grader', '--name', 'Una Fell', '--json');
  const { context, page, complaints } = await personIn(browser);
  await signIn(page, JSON.parse(said).password, 'una');
  await page.getByLabel('New password').waitFor();
  await page.keyboard.type('too short');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-refusal=short]');
  await glanceAt(page, 'staff-choose');
  await page.keyboard.type(chosen);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Workshops and rooms' }).waitFor();
  expect(complaints.filter((one) => !/40[03]/.test(one))).toEqual([]);
  await context.close();
});

test('whoever came by a link is told that he has none', async () => {
  const { context, page } = await personIn(browser);
  const link = /instructor\s+(\S+)/.exec(server.said())?.[1] ?? '';
  await page.goto(link);
  await page.getByRole('heading', { name: 'Workshops and rooms' }).waitFor();
  await page.goto(`${addressOf(server.port)}/i/account`);
  await page.getByText('no account here to change').waitFor();
  await context.close();
});
