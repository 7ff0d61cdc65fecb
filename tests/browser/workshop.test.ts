// A workshop in real browsers: set up, the lobby's code, two who join, a session, the wall.
import { describe, expect, test } from 'vitest';
import { secretOf } from '../wire/support/session.ts';
import { glanceAt } from './support/look.ts';
import { addressOf, joins, openStage, personIn, says } from './support/stage.ts';

const stage = openStage();

async function setUp() {
  const staff = await personIn(stage.browser);
  await staff.page.goto(`${addressOf(stage.server.port)}/f/new#${secretOf(stage.server, 'instructor')}`);
  await staff.page.getByLabel('Name of the workshop').fill('May cohort');
  await staff.page.getByLabel('Each other, in pairs').check();
  return staff;
}

describe('a workshop', () => {
  test('set-up, lobby, two who join, a session, the wall', { timeout: 120_000 }, async () => {
    const staff = await setUp();
    await staff.page.getByLabel('People expected').fill('3');
    expect((await staff.page.textContent('output'))?.replace(/[\u2066-\u2069]/g, '')).toMatch(/1 pair, 1 with the bot · 2 sessions/);
    await glanceAt(staff.page, 'workshop-set-up');
    await staff.page.getByRole('button', { name: 'Open the lobby' }).click();
    await staff.page.waitForSelector('.wall__code');
    const code = staff.page.url().split('/').at(-1) as string;
    await glanceAt(staff.page, 'workshop-way-in');

    const early = await personIn(stage.browser);
    await early.page.goto(addressOf(stage.server.port));
    await early.page.fill('#code', code.toLowerCase());
    await early.page.waitForURL(`**/j/${code}`);
    await glanceAt(early.page, 'workshop-join');
    await early.context.close();

    const asha = await joins(stage, code, 'Asha');
    const ben = await joins(stage, code, 'Ben');
    await glanceAt(asha.page, 'workshop-lobby');
    await says(staff.page, '2 people here');
    const screen = await personIn(stage.browser);
    await screen.page.goto(`${addressOf(stage.server.port)}/p/${code}`);
    await says(screen.page, '2 people here');
    expect(await screen.page.textContent('main')).not.toMatch(/Asha|Ben/);
    await glanceAt(screen.page, 'workshop-projector');

    await staff.page.getByRole('button', { name: 'Start', exact: true }).click();
    for (const one of [asha, ben]) await one.page.getByRole('button', { name: "I'm ready" }).click();
    for (const one of [asha, ben]) await one.page.waitForSelector('#message');
    await glanceAt(asha.page, 'workshop-play');
    await ben.page.getByRole('button', { name: 'Ask your instructor' }).click();
    await says(staff.page, 'Ben in room 1 asks for you.');
    const began = Date.now();
    await staff.page.waitForSelector('.tile[data-level=needs]');
    console.log(`help to a tile in need: ${Date.now() - began} ms after the toast`);
    expect(await staff.page.getAttribute('.tile', 'data-group')).toBe('1');
    await glanceAt(staff.page, 'workshop-wall');

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
