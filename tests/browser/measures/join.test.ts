// Measure 1: from the link behind a QR code into the lobby, on a slow line.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWorkshop, steer } from '../../wire/support/workshop.ts';
import { atMost, figure, kB, p95, strict } from '../support/measure.ts';
import { addressOf, openStage, personIn } from '../support/stage.ts';

const joins = Number(process.env.HEAROUT_JOINS ?? (strict ? 10 : 6));
const slow = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const keyMs = 200;
const name = (i: number) => `Ashanti${String.fromCharCode(65 + i)}`; // eight letters

const stage = openStage();

/** One person with a phone that has never been here. */
async function join(code: string, i: number) {
  const { page, context, complaints } = await personIn(stage.browser);
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', slow);
  const began = Date.now();
  await page.goto(`${addressOf(stage.server.port)}/j/${code}`, { waitUntil: 'commit' });
  await page.waitForSelector('#name:focus');
  const usableMs = Date.now() - began;
  await page.keyboard.type(name(i), { delay: keyMs });
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lobby');
  const lobbyMs = Date.now() - began;
  expect(await page.textContent('h1')).toBe(name(i));
  expect(complaints).toEqual([]);
  await context.close();
  return { usableMs, lobbyMs };
}

test('a name and Enter lead into the lobby within 15 s', { timeout: 240_000 }, async () => {
  const { staff, code } = await openWorkshop(stage.server, { pairing: 'bot' });
  const times: Awaited<ReturnType<typeof join>>[] = [];
  let next = 0;
  const queue = async () => {
    while (next < joins) times.push(await join(code, next++));
  };
  await Promise.all([queue(), queue(), queue()]);
  const usableMs = p95(times.map((one) => one.usableMs));
  const lobbyMs = p95(times.map((one) => one.lobbyMs));
  figure(1, 'inputs besides the name', '1 Enter', '1 tap or Enter');
  figure(1, `link to usable page at 400 kbit/s and 400 ms, p95 of ${joins}`, `${usableMs} ms`, '3000 ms');
  figure(1, `link to lobby, p95 of ${joins}`, `${lobbyMs} ms`, '15000 ms');
  expect(usableMs).toBeLessThanOrEqual(atMost(3_000));
  expect(lobbyMs).toBeLessThanOrEqual(atMost(15_000, 2));
  staff.close();
});

/** Script and style that came over the line, compressed: all, or what a page itself asks for. */
const loaded = (page: Page, only: readonly string[] | null = null) =>
  page.evaluate((names) => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return all
      .filter(({ name }) => /\.(js|css)$/.test(name))
      .filter(({ name }) => names === null || names.includes(new URL(name).pathname))
      .reduce((sum, one) => sum + one.encodedBodySize, 0);
  }, only);

/** What the page's text names: the join screen needs that much, everything else comes after it. */
async function namedIn(address: string): Promise<string[]> {
  const text = await (await fetch(address)).text();
  return [...text.matchAll(/"(\/assets\/[^"]+\.(?:js|css))"/g)].map((found) => found[1] as string);
}

test("the trainee's way is light", { timeout: 120_000 }, async () => {
  const { staff, code } = await openWorkshop(stage.server, { pairing: 'bot', debriefMs: 600_000 });
  const { page, context } = await personIn(stage.browser);
  const address = `${addressOf(stage.server.port)}/j/${code}`;
  await page.goto(address);
  await page.waitForSelector('#name');
  const joinBytes = await loaded(page, await namedIn(address));
  await page.fill('#name', 'Asha');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lobby');
  steer(staff, 'start');
  await page.getByRole('button', { name: "I'm ready" }).click();
  await page.waitForSelector('#message');
  const playBytes = await loaded(page);
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.locator('dialog').getByRole('button', { name: 'Finish' }).click();
  await page.waitForSelector('.debrief');
  const allBytes = await loaded(page);
  figure(1, 'script and style up to the join screen, compressed', kB(joinBytes), 'about 35 kB');
  figure(1, 'up to play', kB(playBytes), '60 kB');
  figure(1, 'with the debrief, a route of its own', kB(allBytes), 'not said');
  expect(joinBytes).toBeGreaterThan(10_000);
  expect(joinBytes).toBeLessThanOrEqual(38_000);
  expect(playBytes).toBeLessThanOrEqual(60_000);
  await context.close();
  staff.close();
});
