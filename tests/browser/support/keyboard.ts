// A person without a mouse: walks by Tab, and insists on seeing where he is.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Stop {
  what: string;
  fits: boolean;
  /** A ring is drawn, on it or on the label that stands for it. */
  ringed: boolean;
  onScreen: boolean;
  /** It stands after the stop before, or the walk has begun again. */
  inOrder: boolean;
}

declare global {
  interface Window {
    lastStop?: Element;
  }
}

/** Runs in the page. */
function look(selector: string): Stop {
  const at = document.activeElement ?? document.body;
  const before = window.lastStop?.isConnected ? window.lastStop : null;
  window.lastStop = at;
  const ring = (one: Element | null) => one !== null && getComputedStyle(one).outlineStyle !== 'none';
  const box = at.getBoundingClientRect();
  const follows = before && before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
  return {
    what: at.outerHTML.slice(0, 120),
    fits: at.matches(selector),
    ringed: ring(at) || (at.matches('.choice input') && ring(at.nextElementSibling)),
    onScreen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    inOrder: !before || before === at || Boolean(follows) || before === document.body || at === document.body,
  };
}

/** One step; null where the walk is between the page's end and its beginning. */
async function step(page: Page, selector: string): Promise<Stop | null> {
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(look, selector);
  if (stop.what.startsWith('<body')) return null;
  expect(stop, 'a stop that can be seen').toMatchObject({ ringed: true, onScreen: true });
  return stop;
}

const stopsMost = 80;

/** By Tab to what `selector` names. The walk turns back to the beginning once at most. */
export async function tabTo(page: Page, selector: string): Promise<number> {
  await page.evaluate(() => delete window.lastStop);
  let turns = 0;
  for (let stops = 1; stops <= stopsMost; stops++) {
    const stop = await step(page, selector);
    if (stop?.fits) return stops;
    if (stop && !stop.inOrder) turns += 1;
    expect(turns, 'times that the walk went back').toBeLessThanOrEqual(1);
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** Once around the screen from its beginning: every stop seen, in order, and out at its end. How many. */
export async function tour(page: Page): Promise<number> {
  await untilOut(page);
  return untilOut(page);
}

async function untilOut(page: Page): Promise<number> {
  await page.evaluate(() => delete window.lastStop);
  for (let stops = 0; stops <= stopsMost; stops++) {
    const stop = await step(page, 'body');
    if (stop === null) return stops;
    expect(stop, 'in order').toMatchObject({ inOrder: true });
  }
  throw new Error('a trap: Tab never left the page');
}
