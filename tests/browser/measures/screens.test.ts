// Measure 10: every screen, wide and narrow, light and dark, enlarged, without motion: nothing
// serious in the accessibility scan, nothing scrolls sideways, nothing moves by itself, nothing breaks
// the content policy. LOOK=folder also writes a picture of each.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { secretOf } from '../../wire/support/session.ts';
import type { Server } from '../../wire/support/server.ts';
import { openWorkshop } from '../../wire/support/workshop.ts';
import { startChromium } from '../support/chromium.ts';
import { faultsOf } from '../support/look.ts';
import { figure } from '../support/measure.ts';
import { type Player, startPlayer } from '../support/player.ts';
import { roomList } from '../support/recorded.ts';
import { type House, liveScreens, type Screen, screens } from '../support/screens.ts';
import { addressOf, startHouse } from '../support/stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

const dist = fileURLToPath(new URL('../../../web-client/dist', import.meta.url));
let browser: Browser;
let looked = 0;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  figure(10, `serious faults, sideways scroll, animations on ${looked} screens`, '0, 0, 0', '0, 0, 0');
});

/** One window for a group of screens; nothing of one screen is left for the next. */
async function windowFor(address: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = complaintsOf(page);

  /** Opens the screen and looks at it from all sides. */
  async function lookAt(name: string, open: (page: Page) => Promise<void>) {
    await page.goto(`${address}/favicon.svg`); // a place without script, where what was kept is dropped
    await page.evaluate(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()));
    await page.setViewportSize({ width: 1280, height: 800 });
    complaints.length = 0;
    await open(page);
    expect(await faultsOf(page, name)).toEqual([]);
    expect(complaints).toEqual([]);
    looked += 1;
  }
  return { lookAt, close: () => context.close() };
}

/** What the page throws or writes to its console: a breach of the content policy is told there. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'log') complaints.push(message.text());
  });
  return complaints;
}

describe('from recorded rooms', () => {
  let player: Player;
  let view: Awaited<ReturnType<typeof windowFor>>;
  beforeAll(async () => {
    player = await startPlayer(dist);
    view = await windowFor(player.address);
  });
  afterAll(async () => {
    await view.close();
    player.stop();
  });

  async function open(page: Page, screen: Screen) {
    await page.goto(player.address + (screen.path ?? '/w/recorded#secret'));
    if (screen.path === undefined) {
      await page.fill('#name', 'Asha');
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector(screen.shows);
    await screen.act?.(page, player);
  }

  test.each(screens)('$name', async (screen) => {
    player.play(screen.recording ?? null, roomList);
    await view.lookAt(screen.name, (page) => open(page, screen));
  });
});

describe('of a workshop', () => {
  let server: Server;
  let house: House;
  let view: Awaited<ReturnType<typeof windowFor>>;
  beforeAll(async () => {
    server = await startHouse();
    const { staff, code } = await openWorkshop(server);
    staff.close();
    house = { address: addressOf(server.port), code, secret: secretOf(server, 'instructor') };
    view = await windowFor(house.address);
  });
  afterAll(async () => {
    await view.close();
    expect(await server.stop(), server.log()).toBe(0);
  });

  test.each(liveScreens)('$name', async ({ name, path, staff, shows, act }) => {
    await view.lookAt(name, async (page) => {
      if (staff) await page.goto(`${house.address}/i/demo#${house.secret}`, { waitUntil: 'networkidle' });
      await page.goto(house.address + path(house));
      await page.waitForSelector(shows);
      await act?.(page);
    });
  });
});
