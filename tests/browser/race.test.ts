// Measure 3: what the network cannot do to anyone: a message sent as the floor changes hands costs
// nothing at any delay, and a cut-in that could have been held back costs the same at every delay.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from '../wire/support/client.ts';
import { type Proxy, startProxy } from '../wire/support/proxy.ts';
import { observe, secretOf } from '../wire/support/session.ts';
import type { Server } from '../wire/support/server.ts';
import { startChromium } from './support/chromium.ts';
import { figure } from './support/measure.ts';
import { addressOf, personIn, startHouse } from './support/stage.ts';

const delays = [50, 200, 600, 1200];
/** For each delay; by hand with 50 and 13: 200 races and 52 cut-ins. */
const races = Number(process.env.HEAROUT_RACES ?? 5);
const cutIns = Number(process.env.HEAROUT_CUT_INS ?? 2);

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

/** A trainee's page behind a slow line, a peer customer and an instructor on quick ones. At the level
 * Exam, where Enter cuts in at once. */
async function scene(delayMs: number) {
  const server: Server = await startHouse('--play', '3600');
  const proxy: Proxy = await startProxy(server.port, delayMs);
  const { page, context } = await personIn(browser);
  await page.addInitScript(() => {
    localStorage.setItem('hearout:comfort', JSON.stringify({ name: 'Asha' }));
  });
  const customer = await Client.open(server.port, secretOf(server, 'customer'));
  const { room } = await customer.join({ name: 'Tom', level: 'exam' }); // first: a trainee alone plays with the bot
  customer.send({ kind: 'ready' });
  await page.goto(`${addressOf(proxy.port)}/w/demo#${secretOf(server, 'trainee')}`);
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await page.getByRole('button', { name: "I'm ready" }).click();
  await page.waitForSelector('#message');
  const staff = await observe(server, room);
  await staff.until(() => staff.room.phase === 'play');
  // Five quick pings make the median; each takes one round trip.
  await page.waitForTimeout(5 * (2 * delayMs + 300));
  const close = async () => {
    customer.close();
    staff.close();
    await context.close();
    await proxy.close();
    expect(await server.stop(), server.log()).toBe(0);
  };
  return { page, customer, staff, delayMs, close };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** Nobody has the floor, nothing is held, and the page knows it. */
async function calm({ page, customer, staff, delayMs }: Scene) {
  customer.send({ kind: 'floorAct', act: 'yield', expectMs: 0 });
  await staff.until(() => staff.room.floor.holder === 'none', 'a free floor', 30_000);
  await page.waitForTimeout(delayMs + 100); // until the page has been told of it
  await page.waitForFunction(
    () => document.querySelector('.floor-bar')?.getAttribute('data-side') === 'open',
  );
}

async function race(played: Scene, i: number) {
  const { page, customer, staff } = played;
  await calm(played);
  const told = staff.told.length;
  await page.fill('#message', `race ${i}`);
  // The message is on its way when he begins, so that nobody could have held it back.
  await page.keyboard.press('Enter');
  customer.send({ kind: 'compose', state: 'start' });
  await staff.until(
    () => staff.told.slice(told).some(({ event }) => ['delivered', 'held'].includes(event.kind)),
    'the message',
    20_000,
  );
  await customer.say(`heard ${i}`);
  await staff.until(() => staff.room.held.length === 0 || staff.room.floor.holder !== 'customer');
  if (staff.room.held.length > 0) await page.getByRole('button', { name: 'Discard' }).first().click();
}

async function cutIn(played: Scene, i: number) {
  const { page, customer, staff } = played;
  await calm(played);
  customer.send({ kind: 'compose', state: 'start' });
  await page.waitForFunction(
    () => document.querySelector('.floor-bar')?.getAttribute('data-side') === 'them',
  );
  await page.fill('#message', `cut-in ${i}`);
  // The sign has been on the screen for longer than anyone needs to react to it.
  await page.waitForTimeout(1_000);
  customer.send({ kind: 'compose', state: 'keepalive' });
  await page.keyboard.press('Enter');
  await staff.until(() => charges(staff) === i + 1, 'the charge', 20_000);
  await customer.say(`said again ${i}`);
  await page.waitForTimeout(5_500); // the rest after a cut-in
}

const charges = (staff: Client) => staff.room.verdicts.filter(({ penalty }) => penalty).length;

test.concurrent.each(delays)(
  '%i ms each way: a message that races the customer costs nothing, an honest cut-in its points',
  { timeout: 1_800_000 },
  async (delayMs) => {
    const played = await scene(delayMs);
    for (let i = 0; i < races; i++) await race(played, i);
    expect(charges(played.staff)).toBe(0);
    for (let i = 0; i < cutIns; i++) await cutIn(played, i);
    expect(charges(played.staff)).toBe(cutIns);
    const collided = played.staff.room.verdicts.filter(({ verdict }) => verdict === 'collision').length;
    figure(3, `penalties in ${races} races at ${delayMs} ms each way, ${collided} collided`, '0', '0');
    figure(3, `charges for ${cutIns} cut-ins that could have been held back`, `${cutIns}`, `${cutIns}`);
    await played.close();
  },
);
