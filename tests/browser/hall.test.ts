// A workshop's people in real browsers: set-up, coming in by a wrong code, being asked, two tabs,
// a phone, and staff who pair people anew by keyboard and by dragging.
import { describe, expect, test, vi } from 'vitest';
import { secretOf } from '../wire/support/session.ts';
import { Member, openWorkshop, steer } from '../wire/support/workshop.ts';
import { glanceAt } from './support/look.ts';
import { addressOf, joins, openStage, personIn, says } from './support/stage.ts';

vi.setConfig({ testTimeout: 120_000 });
const stage = openStage();

async function staffAt(path: string) {
  const staff = await personIn(stage.browser);
  await staff.page.goto(`${addressOf(stage.server.port)}/f/new#${secretOf(stage.server, 'instructor')}`);
  await staff.page.getByLabel('Name of the workshop').waitFor();
  if (path !== '/f/new') await staff.page.goto(`${addressOf(stage.server.port)}${path}`);
  return staff;
}

describe('set-up', () => {
  test('stories, method and plan; a copy of it is there the next time', async () => {
    const { page, context, complaints } = await staffAt('/f/new');
    await page.getByLabel('Name of the workshop').fill('Leeds');
    await page.getByLabel('Each other, in threes').check();
    await page.getByLabel('People expected').fill('38');
    await page.getByLabel('Begins at').fill('14:00');
    const boxes = page.getByRole('group', { name: /^Stories/ }).getByRole('checkbox');
    await boxes.nth(1).check();
    await page.getByLabel('Twelve tips').check();
    await says(page, '12 threes');
    await says(page, '2 in pairs practise with the bot');
    await says(page, 'No repeat partners.');
    await says(page, 'Ends at 14:41');
    await glanceAt(page, 'hall-set-up');
    await page.getByRole('button', { name: 'Open the lobby' }).click();
    await page.waitForSelector('.wall__code');
    await page.goto(`${addressOf(stage.server.port)}/f/new`);
    await page.getByLabel('Begin from').selectOption({ index: 3 });
    expect(await page.getByLabel('Name of the workshop').inputValue()).toBe('Leeds');
    expect(await page.getByLabel('Twelve tips').isChecked()).toBe(true);
    expect(await boxes.nth(1).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('coming in', () => {
  test('a wrong code is told before a name is asked for, and stays in the field', async () => {
    const { page, context } = await personIn(stage.browser);
    await page.goto(`${addressOf(stage.server.port)}/j/BCDFGH`);
    await says(page, 'No open workshop with that code. Check the screen, or practise with the bot.');
    expect(await page.inputValue('#code')).toBe('BCD FGH');
    await glanceAt(page, 'hall-wrong-code');
    const { code } = await openWorkshop(stage.server);
    await page.fill('#code', code);
    await says(page, 'May cohort');
    await page.waitForSelector('#name');
    await context.close();
  });

  test('one who was put out and blocked is not let in again on the same device', async () => {
    const { staff, code } = await openWorkshop(stage.server);
    const { page, context } = await joins(stage, code, 'Cid');
    steer(staff, 'block', 0);
    await page.waitForFunction(() => !document.querySelector('.lobby'));
    await page.reload();
    await page.fill('#name', 'Another');
    await page.keyboard.press('Enter');
    await says(page, 'No open workshop with that code.');
    await context.close();
  });
});

describe('in a workshop', () => {
  test('who has nobody to practise with is asked, and one tap brings the bot; the instructor may be away', async () => {
    const { staff, code } = await openWorkshop(stage.server, { patiencePct: 5 });
    const ben = await joins(stage, code, 'Ben');
    const other = await Member.enter(stage.server.port, code, 'Other');
    steer(staff, 'start');
    const { seat } = await other.seated();
    if (seat === 'customer') steer(staff, 'swap', 0, 1);
    await other.client.message('seated', (one) => one.seat === 'trainee');
    steer(staff, 'bot', 0);
    const bot = ben.page.getByRole('button', { name: 'Practise with the bot' });
    await bot.waitFor();
    await glanceAt(ben.page, 'hall-asked');
    await bot.click();
    await ben.page.waitForFunction(() => !document.querySelector('.asked'));
    await ben.page.getByRole('button', { name: "I'm ready" }).waitFor();
    staff.close();
    await says(ben.page, 'Your instructor is away for a moment.');
    expect(ben.complaints).toEqual([]);
    await ben.context.close();
  });

  test('a second tab takes over, the old one can take it back, and a reload does neither', async () => {
    const { staff, code } = await openWorkshop(stage.server);
    const asha = await joins(stage, code, 'Asha');
    const second = await asha.context.newPage();
    await second.goto(`${addressOf(stage.server.port)}/j/${code}`);
    await second.waitForSelector('.lobby');
    await says(asha.page, 'open in another tab');
    await second.reload();
    await second.waitForSelector('.lobby');
    await asha.page.getByRole('button', { name: 'Use it here' }).click();
    await asha.page.waitForSelector('.lobby');
    await says(second, 'open in another tab');
    staff.close();
    await asha.context.close();
  });

  test('on a phone the composer stays above the keyboard, and a reload keeps card, play and words', async () => {
    const { staff, code } = await openWorkshop(stage.server, { pairing: 'bot' });
    const asha = await joins(stage, code, 'Asha');
    await asha.page.setViewportSize({ width: 320, height: 640 });
    steer(staff, 'start');
    const ready = asha.page.getByRole('button', { name: "I'm ready" });
    await ready.waitFor();
    await asha.page.reload();
    await ready.click();
    await asha.page.fill('#message', 'half a sentence');
    await asha.page.setViewportSize({ width: 320, height: 300 });
    const box = await asha.page.locator('#message').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(300);
    await asha.page.reload();
    await asha.page.waitForSelector('#message');
    expect(await asha.page.inputValue('#message')).toBe('half a sentence');
    await asha.context.close();
  });
});

describe('people', () => {
  test('by keyboard two exchange places and are kept apart; by dragging one moves; the bot is swapped in', async () => {
    const { staff, code } = await openWorkshop(stage.server);
    const members: Member[] = [];
    for (const name of ['Asha', 'Ben', 'Cid', 'Dee', 'Eve']) members.push(await Member.enter(stage.server.port, code, name));
    steer(staff, 'start');
    for (const one of members) await one.seated();
    const { page, context, complaints } = await staffAt(`/i/w/${code}/people`);
    const chip = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
    const roomOf = (name: string) => page.locator('.people__group', { has: chip(name) }).getByRole('heading').textContent();
    const plain = (text: string | null) => text?.replace(/[\u2066-\u2069]/g, '');
    await chip('Asha').waitFor();
    await glanceAt(page, 'hall-people');
    const alone = (await page.locator('.people__group', { hasText: 'the bot' }).locator('.people__chip').first().textContent()) as string;
    const [one, other] = ['Asha', 'Ben', 'Cid', 'Dee', 'Eve'].filter((name) => name !== alone);
    const partner = async (name: string) => {
      const names = await page.locator('.people__group', { has: chip(name) }).locator('.people__chip').allTextContents();
      return names.find((text) => text !== name) as string;
    };
    const far = [one, other, 'Asha', 'Ben', 'Cid', 'Dee', 'Eve'].find((name) => name !== alone && name !== one) as string;
    const target = (await partner(one as string)) === far ? (['Asha', 'Ben', 'Cid', 'Dee', 'Eve'].find((name) => ![alone, one, far].includes(name)) as string) : far;
    const [from, to] = [await roomOf(one as string), await roomOf(target)];

    await chip(one as string).focus();
    await page.keyboard.press('Enter');
    await says(page, `${one} is picked up.`);
    await glanceAt(page, 'hall-people-picked');
    await chip(target).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      ([name, room]) => [...document.querySelectorAll('.people__group')].some((group) => group.querySelector('h2')?.textContent === room && [...group.querySelectorAll('.people__chip')].some((button) => button.textContent === name)),
      [one, to] as const,
    );
    expect(plain(await roomOf(target))).toBe(plain(from));

    await chip(one as string).press('Space');
    await page.getByLabel('Keep apart').check();
    await chip(target).press('Space');
    await says(page, 'Kept apart, from the next block on');
    await page.getByRole('button', { name: /may meet/ }).click();
    await page.waitForFunction(() => !document.body.textContent?.includes('Kept apart, from'));

    const bot = page.locator('.people__free').first();
    await chip(one as string).dragTo(bot);
    await page.waitForFunction(
      ([name, lone]) => [...document.querySelectorAll('.people__group')].some((group) => [name, lone].every((text) => [...group.querySelectorAll('.people__chip')].some((button) => button.textContent === text))),
      [one, alone] as const,
    );
    await chip(alone).press('Enter');
    await page.getByRole('button', { name: 'Bot as the customer' }).click();
    await says(page, 'is asked what to do');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
