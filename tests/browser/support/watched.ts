// A person whose every byte is kept: frames, the page as it stands, and what it stores.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Member } from '../../wire/support/workshop.ts';
import { personIn } from './stage.ts';

export interface Watched {
  who: string;
  page: Page;
  context: BrowserContext;
  complaints: string[];
  frames: Uint8Array[];
}

export async function watchedIn(browser: Browser, who: string): Promise<Watched> {
  const person = await personIn(browser);
  const frames: Uint8Array[] = [];
  person.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      frames.push(typeof payload === 'string' ? Buffer.from(payload) : new Uint8Array(payload));
    }),
  );
  return { who, ...person, frames };
}

/** In place of that member, who has come without a page: his next window is this one. */
export async function takeOver(one: Watched, member: Member, address: string, code: string) {
  const kept = JSON.stringify({ token: member.token, pin: member.pin });
  member.client.drop();
  await one.page.goto(`${address}/favicon.svg`);
  await one.page.evaluate(([key, value]) => localStorage.setItem(key, value), [`hearout:member:${code}`, kept] as const);
  await one.page.goto(`${address}/j/${code}`);
}

/** The page as it stands, with what it has stored. */
export const standing = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const stored = [localStorage, sessionStorage].map((one) => JSON.stringify({ ...one }));
    return [document.documentElement.outerHTML, location.href, ...stored].join('\n');
  });
