// The wall with many rooms at real pace: how much of a core its page takes, how far it is behind,
// and how soon a call for help stands first. What it does is held in tests/browser/desk.test.ts.
// node tests/bench/wall.mjs [ROOMS] [SECONDS]: HEAROUT_BIN or the release build, with the built page.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, encode } from '@msgpack/msgpack';
import { chromium } from 'playwright-core';
import { WebSocket } from 'ws';

const rooms = Number(process.argv[2] ?? 100);
const seconds = Number(process.argv[3] ?? 30);
const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const release = root('build/release/hearout');
const binary = process.env.HEAROUT_BIN ?? (existsSync(release) ? release : root('build/debug/hearout'));
const data = mkdtempSync(join(tmpdir(), 'hearout-wall-'));
const server = spawn(
  binary,
  ['serve', '--demo', '--listen', '127.0.0.1:0', '--data', data, '--web', root('web-client/dist')],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
let said = '';
const [port, secret] = await new Promise((resolve) =>
  server.stdout.on('data', (text) => {
    said += text;
    const address = /listening https?:\/\/.*:(\d+)/.exec(said);
    const link = /^instructor +http\S+#(\S+)$/m.exec(said);
    if (address && link) resolve([address[1], link[1]]);
  }),
);

/** Resolves with the first message of that number that fits. */
const heard = (socket, number, fits = () => true) =>
  new Promise((resolve) => {
    const look = (bytes) => {
      const found = decode(bytes)[1].find((message) => message[0] === number && fits(message));
      if (!found) return;
      socket.off('message', look);
      resolve(found);
    };
    socket.on('message', look);
  });

async function open(key) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, 'hearout.1');
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const welcome = heard(socket, 64);
  socket.send(encode(key ? [1, 1, 'bench', key] : [1, 1, 'bench']));
  await welcome;
  return socket;
}

const staff = await open(secret);
const opened = heard(staff, 98);
staff.send(encode([56, 'Bench', 0, 'moving-truck', 1, 3, 1, 600_000, 3_000_000, 60_000, 60_000]));
const code = (await opened)[1];
const members = [];
for (let at = 0; at < rooms; at++) {
  const socket = await open();
  const member = heard(socket, 96);
  socket.send(encode([52, code, `P${at + 1}`, 100]));
  await member;
  members.push({ socket, seated: heard(socket, 65), id: 0 });
}
staff.send(encode([58, 0, 0, 0, true]));
for (const one of members) {
  await one.seated;
  one.socket.send(encode([6]));
}
const groups = new Map(); // the room's number, by the trainee's name
await heard(staff, 99, ([, , tiles]) => {
  for (const [group, , trainee] of tiles) groups.set(trainee, group);
  return groups.size === rooms;
});

const say = (one, text) =>
  one.socket.send(encode([8, ++one.id, text, false, true, 0, false, false, 0]));
/** Everybody answers about every eight seconds, as people do; no two lines are the same. */
let lines = 0;
const talk = setInterval(() => {
  const one = members[Math.floor(Math.random() * members.length)];
  say(one, `${++lines}: I am sorry that you had to wait for two hours. What would put it right for you?`);
}, 8_000 / rooms);

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`http://127.0.0.1:${port}/i/demo#${secret}`);
await page.waitForSelector('main.staff');
await page.goto(`http://127.0.0.1:${port}/i/w/${code}`);
await page.waitForFunction((n) => document.querySelectorAll('.wall__grid [data-group]').length === n, rooms);

const devtools = await page.context().newCDPSession(page);
// Time of the thread itself: what else the machine does counts for nothing.
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
const metrics = async () =>
  Object.fromEntries(
    (await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
  );
function print(what, value, unit) {
  console.log(`${what.padEnd(52)} ${value.toFixed(1).padStart(9)} ${unit}`);
}

const before = await metrics();
await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const after = await metrics();
const share = (name) => (100 * (after[name] - before[name])) / (after.Timestamp - before.Timestamp);
const tiles = await page.locator('.tile').count();
print(`page, of one core, ${rooms} rooms, ${tiles} shown whole`, share('TaskDuration'), '%');
print('of that script', share('ScriptDuration'), '%');
print('of that layout and style', share('LayoutDuration') + share('RecalcStyleDuration'), '%');

/** Each trainee's line as it comes to stand on the wall, and as its own room was told of it. What
 * a customer says may come twice; a line that another follows at once never stands there. */
await page.evaluate(() => {
  window.shown = [];
  const look = (changes) => {
    for (const { target } of changes) {
      const line = (target.parentElement ?? target).closest('.tile__last');
      if (line) window.shown.push([Number(line.closest('.tile').dataset.group), line.textContent, Date.now()]);
    }
  };
  const all = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document.querySelector('.wall__grid'), all);
});
const traineesParty = 0;
const told = [];
for (const [at, { socket }] of members.entries())
  socket.on('message', (bytes) => {
    for (const [kind, , event] of decode(bytes)[1])
      if (kind === 66 && event[0] === 31 && event[2] === traineesParty && event[4] === 0)
        told.push([groups.get(`P${at + 1}`), event.at(-1).split(':')[0], Date.now()]);
  });
await new Promise((resolve) => setTimeout(resolve, 20_000));
const shown = await page.evaluate(() => window.shown);
const delays = [];
for (const [group, text, when] of told) {
  const stands = shown.find(([where, words]) => where === group && words.startsWith(`“${text}: `));
  if (stands) delays.push(stands[2] - when);
}
delays.sort((a, b) => a - b);
print(`behind the room itself, ${delays.length} of ${told.length} lines that came to stand: median`, delays[delays.length >> 1] ?? NaN, 'ms');
print('95 of 100 within', delays[Math.floor(delays.length * 0.95)] ?? NaN, 'ms');
print('the most', delays.at(-1) ?? NaN, 'ms');

const last = members.at(-1);
const group = groups.get(`P${rooms}`);
const first = (wanted) =>
  page.waitForFunction((one) => document.querySelector('.tile')?.dataset.group === `${one}`, wanted);
let began = Date.now();
last.socket.send(encode([59, true]));
await first(group);
print('help pressed to the first tile', Date.now() - began, 'ms');

await page.focus('.tile');
const held = await page.evaluate(() => document.activeElement.dataset.group);
began = Date.now();
members[0].socket.send(encode([59, true]));
await page.waitForFunction(() => document.querySelectorAll('.toast').length === 2);
print('help pressed to the toast, a tile in focus', Date.now() - began, 'ms');
let moved = 0;
for (let look = 0; look < 40; look++) {
  await page.waitForTimeout(200);
  const now = await page.evaluate(() => [document.querySelector('.tile').dataset.group, document.activeElement.dataset.group]);
  if (now[0] !== held || now[1] !== held) moved += 1;
}
print('looks in 8 s at which the focused tile had moved', moved, 'of 40');

clearInterval(talk);
await browser.close();
server.kill('SIGTERM');
await new Promise((resolve) => server.on('exit', resolve));
rmSync(data, { recursive: true, force: true });
process.exit(0);
