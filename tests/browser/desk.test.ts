// The instructor's desk in a real browser against the real server: the wall with rooms in different
// states, a room, taking the customer's part, the queue, and the projector.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { secretOf } from '../wire/support/session.ts';
import { Member, openWorkshop, steer } from '../wire/support/workshop.ts';
import { glanceAt } from './support/look.ts';
import { addressOf, openStage, personIn, says } from './support/stage.ts';

const stage = openStage();

const plain = (text: string | null) => (text ?? '').replace(/[\u2066-\u2069]/g, '');

/** Staff with their secret, at that page of the workshop. */
async function staffAt(path: string) {
  const staff = await personIn(stage.browser);
  await staff.page.goto(`${addressOf(stage.server.port)}/i/demo#${secretOf(stage.server, 'instructor')}`);
  await staff.page.waitForSelector('main.staff');
  await staff.page.goto(`${addressOf(stage.server.port)}${path}`);
  return staff;
}

async function play(members: readonly Member[]) {
  for (const one of members) {
    await one.seated();
    if (one.latest('seated')?.seat !== 'observer') one.client.send({ kind: 'ready' });
  }
  for (const one of members) await one.client.event('phase', ({ phase }) => phase === 'play');
}

const seat = (members: readonly Member[], room: string, wanted: string) =>
  members.find((one) => one.room === room && one.latest('seated')?.seat === wanted) as Member;

test('wall, room, the customer\'s part, queue and projector', { timeout: 400_000 }, async () => {
  const { staff: caller, code } = await openWorkshop(stage.server, { pairing: 'threes', playMs: 600_000, debriefMs: 600_000 });
  const names = ['Asha', 'Tom', 'Ida', 'Ben', 'Lea', 'Kai', 'Mia', 'Sam', 'Jo', 'Noor', 'Eli', 'Uma', 'Rik', 'Pia', 'Zoe'];
  const members = await Promise.all(names.map((name) => Member.enter(stage.server.port, code, name)));
  const staff = await staffAt(`/i/w/${code}`);
  const screen = await personIn(stage.browser);
  await screen.page.goto(`${addressOf(stage.server.port)}/p/${code}`);
  steer(caller, 'start');
  await staff.page.waitForSelector('[data-group="1"]');
  await staff.page.click('[data-group="1"]');
  await staff.page.waitForSelector('[data-part=facts]');
  if (process.env.LOOK) await glanceAt(staff.page, 'desk-before');
  await staff.page.goBack();
  await play(members);
  const rooms = [...new Set(members.map(({ room }) => room))];
  expect(rooms).toHaveLength(5);

  // Some rooms talk, one cuts in again and again, one asks for help.
  const [first = '', second = '', third = ''] = rooms;
  for (const room of rooms) {
    const [customer, trainee] = [seat(members, room, 'customer'), seat(members, room, 'trainee')];
    await customer.client.say('You said one o\'clock. I sat on boxes for two hours.', { more: room === first });
    if (room === second) await trainee.client.say('I am sorry you had to wait so long. What would put this right for you?');
  }
  const asks = seat(members, third, 'trainee');
  const began = Date.now();
  asks.client.send({ kind: 'askHelp', on: true });
  await says(staff.page, `${asks.name} in room`);
  await staff.page.waitForSelector('.tile:first-child [data-need=help]');
  console.log(`help pressed to the first tile: ${Date.now() - began} ms`);
  expect(Date.now() - began).toBeLessThan(2_000);
  const [talks, cutter] = [seat(members, first, 'customer'), seat(members, first, 'trainee')];
  talks.client.send({ kind: 'compose', state: 'start' });
  await cutter.client.until(() => cutter.client.room.composing.customer, 'the customer to type');
  await new Promise((resolve) => setTimeout(resolve, 1_500)); // the grace after the floor has changed hands
  await cutter.client.say('Can I just check the booking?');
  await cutter.client.until(() => cutter.client.room.cutIns.length > 0, 'a cut-in');
  const helped = await staff.page.getAttribute('.tile', 'data-group');
  await staff.page.waitForFunction(() => document.querySelectorAll('.tile').length >= 2);
  await glanceAt(staff.page, 'desk-wall');

  // A focused tile stays; R sorts.
  await staff.page.focus('.tile');
  const help = seat(members, second, 'customer');
  const tiles = await staff.page.locator('.tile').allTextContents();
  const stood = tiles.findIndex((text) => text.includes(help.name));
  help.client.send({ kind: 'askHelp', on: true });
  await says(staff.page, `${help.name} in room`);
  if (stood !== 1) await says(staff.page, 'press R'); // else it stands where it belongs
  expect(await staff.page.getAttribute('.tile', 'data-group')).toBe(helped);
  expect(await staff.page.evaluate(() => document.activeElement?.getAttribute('data-group'))).toBe(helped);
  await staff.page.keyboard.press('r');
  await staff.page.waitForFunction(() => document.querySelectorAll('.tile [data-need=help]').length === 2);
  await staff.page.keyboard.press('/');
  await staff.page.keyboard.type(asks.name);
  await staff.page.waitForFunction(() => document.querySelectorAll('.tile').length === 1);
  await staff.page.keyboard.press('Enter');
  await staff.page.waitForURL(`**/i/w/${code}/r/${helped}`);

  // In the room: a toast of the other one, the evidence, the customer's part.
  await staff.page.waitForSelector('.toast a');
  const group = await staff.page.evaluate(() => document.querySelectorAll('.toast a')[0]?.getAttribute('href'));
  await staff.page.goto(`${addressOf(stage.server.port)}${group}`);
  await staff.page.waitForSelector('.staff__line--trainee');
  await glanceAt(staff.page, 'desk-room');
  await staff.page.keyboard.press('t');
  await staff.page.fill('#part-words', 'And nobody rang me.');
  await staff.page.keyboard.press('Enter');
  const trainee = seat(members, second, 'trainee');
  await trainee.client.until(() => trainee.client.room.lines.at(-1)?.text === 'And nobody rang me.', 'his words');
  expect(trainee.client.room.player).toBe('instructor');
  const dial = staff.page.getByLabel(/^Temper/);
  await dial.focus();
  await staff.page.keyboard.press('Home');
  await staff.page.waitForFunction(() => document.querySelector('[data-fact=anger-now] .fact__value')?.textContent === '0');
  await staff.page.locator('.tick input').first().check();
  await staff.page.waitForSelector('.tick--told');
  await staff.page.getByRole('button', { name: "That's right" }).click();
  await staff.page.waitForSelector('.line__mark--good');
  await glanceAt(staff.page, 'desk-customer');
  await staff.page.locator('body').click({ position: { x: 2, y: 2 } });
  await staff.page.keyboard.press('t');
  await trainee.client.until(() => trainee.client.room.player === 'peer', 'the person');

  // The projector: the floor of all, and a moment without names.
  await staff.page.getByRole('button', { name: 'Show this moment on the projector' }).click();
  await screen.page.waitForSelector('.moment-line');
  expect(plain(await screen.page.textContent('main'))).not.toMatch(new RegExp(names.join('|')));
  steer(caller, 'bell');
  await screen.page.waitForSelector('[data-rings=true]');
  await screen.page.waitForSelector('[data-rings=false]');
  await glanceAt(screen.page, 'desk-moment');
  await staff.page.getByRole('button', { name: 'Take it off' }).click();
  await screen.page.waitForSelector('.projector__code');
  await screen.page.waitForSelector('.projector__lane');
  await glanceAt(screen.page, 'desk-projector');

  // A colleague is wanted; then the room has ended and waits for its marks.
  trainee.client.send({ kind: 'action', id: 90, what: 'hand_over', text: 'Mr Cole lost his deposit.' });
  await staff.page.waitForSelector('[data-offer]');
  await staff.page.keyboard.press('j');
  await staff.page.fill('#part-words', 'Good afternoon, I can refund it.');
  await staff.page.keyboard.press('Enter');
  await trainee.client.until(() => trainee.client.room.lines.at(-1)?.party === 'instructor', 'the colleague');
  if (process.env.LOOK) await glanceAt(staff.page, 'desk-colleague');
  await staff.page.getByRole('button', { name: 'Leave, and hand over' }).click();
  await staff.page.waitForSelector('.take-away');
  await staff.page.goto(`${addressOf(stage.server.port)}/i/w/${code}`);
  await staff.page.click('[data-queue="1"]');
  await staff.page.waitForSelector('.queue__room');
  await glanceAt(staff.page, 'desk-queue');
  await staff.page.keyboard.press('n');
  await staff.page.waitForSelector('.marks');
  const saved = staff.page.waitForEvent('download');
  await staff.page.getByRole('button', { name: 'marks.csv' }).click();
  expect((await saved).suggestedFilename()).toBe('marks.csv');
  for (const one of [staff, screen]) {
    expect(one.complaints).toEqual([]);
    await one.context.close();
  }
});

test('two graders on one item: the second sees what the first gave, and nothing is lost', { timeout: 60_000 }, async () => {
  const { staff: caller, code } = await openWorkshop(stage.server, { pairing: 'bot', playMs: 600_000 });
  const asha = await Member.enter(stage.server.port, code, 'Asha');
  steer(caller, 'start');
  await play([asha]);
  const both = await Promise.all([1, 2].map(() => staffAt(`/i/w/${code}/r/1`)));
  for (const { page } of both) await page.waitForSelector('[data-item=L1]');
  const level = (page: Page) => page.locator('[data-item=L1] [aria-pressed=true]');
  await Promise.all(both.map(({ page }, at) => page.keyboard.press(at === 0 ? '4' : '2')));
  for (const { page } of both) await page.waitForSelector('[data-item=L1][data-state=stored]');
  const shown = await Promise.all(both.map(({ page }) => level(page).textContent()));
  expect(shown[0]).toBe(shown[1]);
  const pages = both.map(({ page }) => page);
  await Promise.race(pages.map((page) => page.waitForSelector('.grading [role=alert]')));
  const told = await Promise.all(pages.map((page) => page.locator('.grading [role=alert]').count()));
  expect(told.filter((count) => count > 0)).toHaveLength(1);

  // Keys can be switched off, and every one has its button.
  const page = pages[0] as Page;
  await page.locator('.shortcuts summary').click();
  await page.getByLabel('Single keys are shortcuts').uncheck();
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('e');
  expect(await page.locator('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'End' }).click();
  await page.locator('dialog').waitFor();
  for (const one of both) {
    expect(one.complaints).toEqual([]);
    await one.context.close();
  }
});
