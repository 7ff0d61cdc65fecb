// What hostile people type, in every text that there is, before everybody who sees it: it stays
// text. No script runs, nothing is fetched, no element is made of it, and the page's policy has
// nothing to report.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToServer } from '#protocol';
import type { Client } from '../wire/support/client.ts';
import { mayTalk, observe, secretOf, practise as wirePractice } from '../wire/support/session.ts';
import { root, type Server } from '../wire/support/server.ts';
import { Member, openWorkshop, steer } from '../wire/support/workshop.ts';
import { startChromium } from './support/chromium.ts';
import { addressOf, startHouse } from './support/stage.ts';
import { takeOver, type Watched, watchedIn } from './support/watched.ts';

/** One a line; \t, \n and \uNNNN stand for the characters. */
const payloads = readFileSync(join(root, 'tests/payloads/script.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) =>
    line.replace(/\\(u(\w{4})|x(\w{2})|.)/g, (_, all: string, long?: string, short?: string) => {
      const code = long ?? short;
      if (code) return String.fromCodePoint(Number.parseInt(code, 16));
      return { t: '\t', n: '\n', r: '\r' }[all] ?? all;
    }),
  );

let browser: Browser;
let server: Server;
beforeAll(async () => {
  const config = join(mkdtempSync(join(tmpdir(), 'hearout-markup-')), 'fast.yaml');
  writeFileSync(config, 'limits:\n  messages_per_second: 1000\n  messages_burst: 1000\n');
  [browser, server] = await Promise.all([startChromium(), startHouse('--config', config)]);
});
afterAll(async () => {
  await browser.close();
  expect(await server.stop(), server.log()).toBe(0);
});

/** As many payloads to one text as it may have bytes. */
function packed(mostBytes: number, from: readonly string[] = payloads): string[] {
  const texts = [''];
  for (const one of from) {
    const longer = `${texts.at(-1)} ${one}`.trim();
    if (Buffer.byteLength(longer) <= mostBytes) texts[texts.length - 1] = longer;
    else texts.push(one);
  }
  return texts;
}

interface Harm {
  hits: number;
  reports: string[];
  made: string[];
  fetched: string[];
}

const fetched = new Map<Page, string[]>();

/** A page that would tell of whatever ran. */
async function openWatched(who: string): Promise<Watched> {
  const one = await watchedIn(browser, who);
  const foreign: string[] = [];
  fetched.set(one.page, foreign);
  one.page.on('dialog', (dialog) => dialog.dismiss());
  one.page.on('request', (request) => {
    if (!request.url().startsWith(addressOf(server.port))) foreign.push(request.url());
  });
  await one.page.addInitScript(() => {
    const seen = { hits: 0, reports: [] as string[] };
    Object.assign(globalThis, { seen, hit: () => (seen.hits += 1) });
    addEventListener('securitypolicyviolation', (one) => seen.reports.push(`${one.violatedDirective} ${one.blockedURI}`));
  });
  return one;
}

async function harm(page: Page): Promise<Harm> {
  const found = await page.evaluate(() => {
    const never = /^(iframe|frame|frameset|object|embed|base|applet|marquee|audio|video|img|image|math|template|portal|x|xss|slot|animate|set|b|h6)$/i;
    const isOurs = (script: HTMLScriptElement) => script.src.startsWith(`${location.origin}/assets/`);
    const made = [...document.querySelectorAll('*')].filter(
      (one) =>
        never.test(one.tagName) ||
        one.matches('i:not(:empty)') ||
        (one instanceof HTMLScriptElement && !isOurs(one)) ||
        [...one.attributes].some(({ name, value }) => /^on/i.test(name) || /^\s*(javascript|vbscript):/i.test(value)),
    );
    const { hits, reports } = (globalThis as unknown as { seen: { hits: number; reports: string[] } }).seen;
    return { hits, reports, made: made.map((one) => one.outerHTML.slice(0, 120)) };
  });
  return { ...found, fetched: fetched.get(page) ?? [] };
}

const none: Harm = { hits: 0, reports: [], made: [], fetched: [] };
const isHarmless = async (one: Watched, where: string) =>
  expect(await harm(one.page), `${one.who}: ${where}`).toEqual(none);

/** What the page shows, without the marks that keep values in their direction. */
const shown = async (page: Page) => (await page.textContent('body'))?.replace(/[\u2066-\u2069]/g, '') ?? '';

let asked = 0;
async function ask(staff: Client, message: ToServer) {
  asked += 1;
  const id = asked;
  staff.send({ ...message, id } as ToServer);
  await staff.message('ack', (ack) => ack.id === id);
}

async function wall(one: Watched, code: string) {
  await one.page.goto(`${addressOf(server.port)}/i/w/${code}#${secretOf(server, 'instructor')}`);
  await one.page.waitForSelector('.wall');
}

test('names and titles, in the lobby, on the wall and on the projector', { timeout: 120_000 }, async () => {
  const people = 100;
  const titles = packed(96);
  const { staff, code } = await openWorkshop(server, { pairing: 'bot', title: titles[0] as string });
  const members: Member[] = [];
  for (const payload of payloads.slice(0, people)) {
    const name = [...payload.replace(/\s+/g, ' ').trim()].slice(0, 24).join('').trim();
    members.push(await Member.enter(server.port, code, name || 'nobody'));
  }
  const names = members.map(({ client }) => (client.messages.find((one) => one.kind === 'member') as { name: string }).name);
  const desk = await openWatched('staff');
  await wall(desk, code);
  const screen = await openWatched('the projector');
  await screen.page.goto(`${addressOf(server.port)}/p/${code}`);
  await screen.page.waitForFunction((count) => document.body.textContent?.includes(String(count)), people);
  const lobby = await shown(desk.page);
  expect(names.filter((name) => !lobby.includes(name))).toEqual([]);
  await isHarmless(desk, 'the lobby');
  await isHarmless(screen, 'the lobby');
  steer(staff, 'start');
  await desk.page.waitForFunction((count) => document.querySelectorAll('[data-group]').length >= count, 60);
  await isHarmless(desk, 'the wall');
  await isHarmless(screen, 'the wall');
  for (const title of titles.slice(1, 6)) {
    const other = await openWorkshop(server, { title });
    await screen.page.goto(`${addressOf(server.port)}/p/${other.code}`);
    await screen.page.waitForFunction((code) => document.body.textContent?.includes(code.slice(0, 3)), other.code);
    await isHarmless(screen, title);
    steer(other.staff, 'end');
  }
  steer(staff, 'end');
  for (const one of [desk, screen]) await one.context.close();
  for (const { client } of members) client.drop();
});

/** In a room of three: who sits where. */
async function seatThree() {
  const { staff, code } = await openWorkshop(server, { pairing: 'threes', title: packed(96)[7] as string, playMs: 300_000, debriefMs: 600_000 });
  const members = [];
  for (const name of payloads.slice(20, 23)) members.push(await Member.enter(server.port, code, [...name].slice(0, 20).join('')));
  steer(staff, 'start');
  const seats = await Promise.all(members.map((one) => one.seated()));
  for (const { client } of members) client.send({ kind: 'ready' });
  const at = (seat: string) => members[seats.findIndex((one) => one.seat === seat)] as Member;
  const customer = at('customer');
  await customer.client.event('phase', ({ phase }) => phase === 'play');
  return { code, trainee: at('trainee'), customer, observer: at('observer') };
}

/** Every payload as a line. */
function sayAll(client: Client) {
  for (const [index, payload] of payloads.entries())
    client.sayNow(payload, { more: index < payloads.length - 1, yield: index === payloads.length - 1 });
}

test('lines, whispers, reasons and notes, before trainee, customer, observer and staff', { timeout: 180_000 }, async () => {
  const { code, trainee, customer, observer } = await seatThree();
  const staff = await observe(server, trainee.room);
  const [actor, watcher, desk] = [await openWatched('trainee'), await openWatched('observer'), await openWatched('staff')];
  await takeOver(actor, trainee, addressOf(server.port), code);
  await takeOver(watcher, observer, addressOf(server.port), code);
  await desk.page.goto(`${addressOf(server.port)}/i/demo/r/${trainee.room}#${secretOf(server, 'instructor')}`);
  await desk.page.waitForSelector('[data-fact=score-now]');
  await actor.page.waitForSelector('#message');
  sayAll(customer.client);
  const lines = () => customer.client.told.flatMap(({ event }) => (event.kind === 'delivered' && event.party === 'customer' ? [event.text] : []));
  await customer.client.until(() => lines().length > 200, 'the lines');
  await actor.page.waitForFunction((count) => document.querySelectorAll('.line--them').length >= count, lines().length);
  const bubbles = await actor.page.locator('.line--them .bubble').allTextContents();
  expect(lines().filter((line) => !bubbles.some((bubble) => bubble.includes(line)))).toEqual([]);
  for (const one of [actor, watcher, desk]) await isHarmless(one, 'lines');

  const whispers = packed(200, payloads.filter((one) => one.length < 190));
  for (const text of whispers.slice(0, 40)) await ask(staff, { kind: 'whisper', id: 0, text });
  await actor.page.waitForSelector('text=Coach, only to you');
  for (const one of [actor, desk]) await isHarmless(one, 'whispers');

  await actor.page.fill('#message', packed(3000)[0] as string);
  await actor.page.keyboard.press('Control+Enter');
  await actor.page.waitForSelector('.line--you');
  await isHarmless(actor, 'his own line');

  const reasons = packed(790);
  const items = ['L1', 'E1', 'L5', 'S2', 'S6'] as const;
  for (const [i, item] of items.entries())
    await ask(staff, { kind: 'mark', id: 0, item, level: 3, version: 0, accepts: false, reason: reasons[i] as string });
  for (const [i, critical] of (['K1', 'K2', 'K3', 'K4'] as const).entries())
    await ask(staff, { kind: 'critical', id: 0, critical, cited: 1, on: true, reason: reasons[5 + i] ?? (reasons[0] as string) });
  staff.send({ kind: 'control', what: 'end', actMs: 0, reason: reasons[1] as string });
  await customer.client.event('phase', ({ phase }) => phase === 'debrief');
  await ask(staff, { kind: 'overall', id: 0, level: 3 });
  await ask(staff, { kind: 'release', id: 0, on: true });
  const notes = packed(1590);
  for (const [i, note] of (['helped', 'would_help'] as const).entries())
    customer.client.send({ kind: 'note', note, text: notes[i] as string });
  customer.client.send({ kind: 'feltHeard', level: 3 });
  await customer.client.event('feltHeard');
  for (const one of [actor, watcher, desk]) await isHarmless(one, 'the end');

  await actor.page.click('[data-step=feel]');
  await actor.page.fill('.debrief input', (notes[2] as string).slice(0, 390));
  await actor.page.keyboard.press('Enter');
  for (const item of items) await actor.page.locator(`[data-rate=${item}] input`).nth(2).check();
  await actor.page.getByRole('button', { name: 'That is my view' }).click();
  await desk.page.waitForSelector('[data-released]', { timeout: 20_000 });
  await actor.page.click('[data-step=look]');
  await actor.page.waitForSelector('[data-marks=open]');
  expect(await shown(actor.page)).toContain((reasons[0] as string).slice(0, 100));
  await isHarmless(actor, 'the marks');
  await actor.page.click('[data-step=keep]');
  await isHarmless(actor, 'what to keep');
  const player = await openWatched('customer');
  await takeOver(player, customer, addressOf(server.port), code);
  await player.page.waitForSelector('.debrief');
  for (const one of [watcher, desk, player]) await isHarmless(one, 'the debrief');
  console.log(`${payloads.length} payloads, ${lines().length} lines, 5 pages: 0 scripts, 0 reports, 0 elements, 0 requests`);
  for (const one of [actor, watcher, desk, player]) {
    expect(one.complaints).toEqual([]);
    await one.context.close();
  }
  staff.drop();
});

test('a briefing for a colleague, before the trainee and staff', { timeout: 120_000 }, async () => {
  const { trainee, room } = await wirePractice(server);
  const briefing = [...(packed(3000)[0] as string)].slice(0, 990).join('');
  await mayTalk(trainee);
  trainee.send({ kind: 'action', id: 1, what: 'hand_over', text: briefing });
  await trainee.event('action');
  const [actor, desk] = [await openWatched('trainee'), await openWatched('staff')];
  trainee.drop();
  await actor.page.goto(`${addressOf(server.port)}/favicon.svg`);
  await actor.page.evaluate(
    ([room, token]) => {
      localStorage.setItem(`hearout:last:${room}`, JSON.stringify({ room, seat: 'trainee' }));
      localStorage.setItem(`hearout:token:${room}:trainee`, JSON.stringify({ token }));
    },
    [room, trainee.token] as const,
  );
  await actor.page.goto(`${addressOf(server.port)}/w/${room}`);
  await actor.page.click('[data-step=look]');
  await desk.page.goto(`${addressOf(server.port)}/i/demo/r/${room}#${secretOf(server, 'instructor')}`);
  for (const one of [actor, desk]) {
    await one.page.waitForFunction((text) => document.body.textContent?.includes(text), briefing.slice(0, 100));
    await isHarmless(one, 'the briefing');
    await one.context.close();
  }
});

test('what is looked for would be found', { timeout: 60_000 }, async () => {
  const one = await openWatched('anybody');
  await one.page.goto(addressOf(server.port));
  await isHarmless(one, 'an empty page');
  await one.page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="//zqhit.invalid/x" onerror="hit()">'));
  await one.page.waitForFunction(() => (globalThis as unknown as { seen: { reports: string[] } }).seen.reports.length > 1);
  const found = await harm(one.page);
  expect(found.hits).toBe(0); // the policy held
  expect(found.made).toHaveLength(1);
  await one.context.close();
});
