// How a screen is looked at: wide and narrow, light and dark, enlarged, and with a phone's keyboard up.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { strict } from './measure.ts';

/** LOOK=folder also writes pictures. */
const folder = process.env.LOOK;
if (folder) mkdirSync(folder, { recursive: true });

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a scan looks for: everything, or what a light alone can change; where no time is spared, all. */
type Scan = 'all' | 'contrast' | 'when strict';

const looks: { width: number; height: number; colorScheme: 'light' | 'dark'; scan: Scan }[] = [
  { width: 1280, height: 800, colorScheme: 'light', scan: 'all' },
  { width: 320, height: 640, colorScheme: 'dark', scan: 'contrast' },
  { width: 1280, height: 800, colorScheme: 'dark', scan: 'when strict' },
  { width: 320, height: 640, colorScheme: 'light', scan: 'when strict' },
];

/** What is wrong with the screen: nothing, or a line for each fault. */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, height, colorScheme, scan } of looks.filter((one) => one.scan !== 'when strict' || strict || folder)) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (folder) await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    const at = `${width} ${colorScheme}`;
    faults.push(...(await measured(page, at)), ...(await seriousIn(page, at, strict ? 'all' : scan)));
  }
  return [...faults, ...(await wordless(page)), ...(await enlarged(page)), ...(await withKeyboard(page))];
}

/** In passing, on the way through a test: nothing scrolls sideways at either width, no text is
 * missing, and one scan, of the narrow dark one, finds nothing serious. It ends wide and light. */
export async function glanceAt(page: Page, name: string): Promise<void> {
  const faults: string[] = [];
  for (const { width, height, colorScheme, scan } of looks.filter((one) => one.scan !== 'when strict' || strict || folder).reverse()) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const at = `${width} ${colorScheme}`;
    if (folder) await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    faults.push(...(await measured(page, at)));
    if (strict || scan === 'contrast') faults.push(...(await seriousIn(page, at, 'all')));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect([...faults, ...(await wordless(page))], name).toEqual([]);
}

/** A text that is missing shows its name instead. */
async function wordless(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => document.body.innerText);
  return text
    .split('\n')
    .filter((line) => /^[a-z]+(-[a-z0-9_]+)+$/.test(line.trim()))
    .map((line) => `no words for ${line}`);
}

async function measured(page: Page, at: string): Promise<string[]> {
  // Once the new size has been drawn.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const { sideways, animations } = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - innerWidth,
    animations: document.getAnimations().length,
  }));
  return [
    ...(sideways > 0 ? [`${at}: scrolls ${sideways} px sideways`] : []),
    ...(animations > 0 ? [`${at}: ${animations} animations run`] : []),
  ];
}

async function seriousIn(page: Page, at: string, scan: Scan): Promise<string[]> {
  if (scan === 'when strict') return [];
  const scanner = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (scan === 'all' ? scanner.withTags(standards) : scanner.withRules('color-contrast')).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${at}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Text at 200 %; and all of it at 400 %, which leaves a window of 320 by 256. */
async function enlarged(page: Page): Promise<string[]> {
  const text = (size: string) => page.evaluate((to) => void (document.documentElement.style.fontSize = to), size);
  await page.setViewportSize({ width: 1280, height: 800 });
  await text('200%');
  const double = await measured(page, 'text at 200 %');
  await text('');
  await page.setViewportSize({ width: 320, height: 256 });
  return [...double, ...(await measured(page, 'zoom at 400 %'))];
}

/** 300 px are left: what is written in, and what sends it, stay in sight. */
export async function withKeyboard(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 300 });
  // The page is told of its new height by an event.
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--view-height') === '300px');
  return page.evaluate(() =>
    ['#message', '.floor-bar', '.composer__send', '.button--stop']
      .filter(() => document.querySelector('#message') && !document.querySelector('dialog'))
      .filter((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return !box || box.top < 0 || box.bottom > innerHeight;
      })
      .map((selector) => `300 px high: ${selector} is out of sight`),
  );
}
