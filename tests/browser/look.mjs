// For looking at the page without a server: serves the built page on 127.0.0.1, plays a recorded
// list of events through a real WebSocket, and writes screenshots. node look.mjs OUT_FOLDER
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { decode, encode } from '@msgpack/msgpack';
import { chromium } from 'playwright-core';
import { WebSocketServer } from 'ws';

const dist = new URL('../../web-client/dist/', import.meta.url).pathname;
const out = process.argv[2] ?? '.';
const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const csp = "default-src 'self'; connect-src 'self' ws:; base-uri 'none'; form-action 'self'";
const server = createServer((request, response) => {
  const path = join(dist, request.url.split('?')[0]);
  const file = existsSync(path) && extname(path) ? path : join(dist, 'index.html');
  response.setHeader('Content-Type', types[extname(file)] ?? 'text/html');
  response.setHeader('Content-Security-Policy', csp);
  response.end(readFileSync(file));
});
const line = (n, party, text, chip = 0, again = false) => [31, n, party, false, chip, again, 0, null, text];
const floor = (n, holder, activity, until = 0, rest = 0, repair = 0) => [30, n, holder, activity, 0, true, 0, until, rest, repair, 0, 3];
const events = [
  [0, [1, null, null, null, null, null, null, 0, 0, 1, 0, 60000, 480000, 20000]],
  [0, [2, 0, 0, null, 'Asha']], [0, [2, 1, 0, null, 'Mr Cole']], [1000, [20, 1, 481000]],
  [1500, floor(1, 2, 0)], [9000, line(1, 1, "You said one o'clock. I sat on boxes for two hours.")],
  [12000, line(2, 0, '', 1)], [14000, line(3, 1, 'And then I lost a hundred dollars because')],
  [16000, line(4, 0, "I'm sorry, can I just check the booking?")], [16000, [36, 4, 3]],
  [16000, [35, 16000, 16000, 4, 0, 0, true, false, true, true, 20, 25, 0, 'vent', 900, 0, 900, 20]],
  [16000, [40, 4, 1, 0, 0, 0, 0, 12, 0, 0, 0, 72, 30, 0, 0]],
  [16000, floor(2, 2, 0, 0, 21000, 24000)],
];
const debrief = [
  [22000, line(5, 1, 'As I was SAYING, I lost a hundred dollars of my deposit.', 0, true)],
  [30000, floor(3, 1, 0)],
  [40000, line(6, 0, 'Two hours on boxes and a hundred dollars gone: that is maddening.')],
  [40500, [41, 6, 0, 0, 4, 0, 61, 0]], [40500, [40, 6, 0, 4, 0, 61, 0, -15, 8, 10, 0, 57, 38, 10, 0]],
  [41000, floor(4, 2, 0)], [52000, [42, 1, true]], [60000, [43, 1, 0, 0]], [60000, [44, 75, 1]], [60000, [20, 3, 0]],
];
let phase = 'play';
const seated = [65, 'demo1', 0, 'token', 'The truck that came at three', 'Mr Cole', 'Mr Cole', 'en', 0, 17000, true, [
  [0, ['Mr Cole booked the van for one. It came at three, inside a two-hour window.']], [1, ['Up to 100 dollars back.']], [2, ['Hear him out', 'Sum up and check']]]];
const sockets = new WebSocketServer({ server, path: '/ws' });
sockets.on('connection', (socket) => {
  const send = (n, messages) => socket.send(encode([n, messages]));
  socket.on('message', (bytes) => {
    const [kind, ...rest] = decode(bytes);
    if (kind === 1) send(0, [[64, 1, 'look', true, [['truck', 'The truck that came at three', 'en'], ['double', 'Charged twice', 'en']]]]);
    const all = phase === 'read' ? events.slice(0, 3) : phase === 'play' ? events : [...events, ...debrief];
    if (kind === 2 || kind === 3 || kind === 4) send(all.length, [seated, ...all.map((one) => [66, ...one])]);
    if (kind === 5) send(0, [[69, [['demo1', 'The truck that came at three', 'Asha', 'Mr Cole', 0, 1, 72, 75]]]]);
    if (kind === 8) send(0, [[67, rest[0], 9]]);
    if (kind === 14) send(0, [...[...events, ...debrief].map((one) => [70, ...one]), [71, 1]]);
  });
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;
const flags = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ');
const browser = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'look-')), { executablePath: '/usr/bin/chromium', args: flags });
for (const [width, height, colorScheme] of [[1280, 800, 'light'], [320, 640, 'dark']]) {
  const page = await browser.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(message.type(), message.text()));
  page.on('pageerror', (error) => console.log('pageerror', error.message));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  const shot = (name) => page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`) });
  await page.goto(`${base}/`); await page.waitForSelector('h1'); await shot('landing');
  for (const [name, at, wanted] of [['card', 'read', '.card'], ['play', 'play', '.transcript'], ['debrief', 'debrief', '.debrief']]) {
    phase = at;
    await page.goto(`${base}/practice`); await page.waitForSelector('#name');
    await page.fill('#name', 'Asha');
    if (name === 'card') await shot('join');
    await page.click('button[type=submit]'); await page.waitForSelector(wanted, { timeout: 5000 }); await shot(name);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) console.log(name, width, 'scrolls sideways by', wide);
  }
  phase = 'debrief';
  await page.goto(`${base}/i/demo#secret`); await page.waitForSelector('.rooms'); await shot('rooms');
  await page.goto(`${base}/i/demo/r/demo1`); await page.waitForSelector('.staff__lines'); await shot('room');
  await page.close();
}
await browser.close(); server.closeAllConnections(); sockets.close(); server.close();
process.exit(0);
