// What the server writes down beside the sessions: no token, code, pin, name or text in its log or
// in any address, and no key that opens anything in its data folder.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { secretOf } from './support/session.ts';
import { type Server, startServer } from './support/server.ts';
import { signIn } from './support/staff.ts';
import { Member, openWorkshop, steer } from './support/workshop.ts';

let data: string;
let server: Server;
const secrets: [what: string, text: string][] = [];
const keys: [what: string, text: string][] = [];
const pins: string[] = [];

const keep = (list: typeof secrets, what: string, text: string) => void list.push([what, text]);

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'hearout-quiet-'));
  const config = join(data, 'loud.yaml');
  writeFileSync(config, 'log:\n  level: debug\n');
  server = await startServer('--demo', '--data', data, '--config', config);
  for (const link of ['trainee', 'customer', 'instructor'] as const)
    keep(keys, `the ${link}'s link`, secretOf(server, link));
  keep(keys, 'the password', /login \S+ password (\S+)/.exec(server.said())?.[1] as string);
  await signInOnce(keys.at(-1)?.[1] as string);
  await playWorkshop();
  await playBadly();
}, 60_000);
afterAll(() => rmSync(data, { recursive: true }));

const text = (what: string, words: string) => {
  keep(secrets, what, words);
  return words;
};

/** Everything that people write, each with words of its own. */
async function playWorkshop() {
  const title = text('the title', 'Heliotrope cohort');
  const { staff, code } = await openWorkshop(server, { title, readMs: 60_000, playMs: 60_000 });
  keep(secrets, 'the code', code);
  const names = ['Quillon', 'Zephyrine', 'Balthazar'];
  const members = [];
  for (const name of names) members.push(await Member.enter(server.port, code, text('a name', name)));
  for (const one of members) pins.push(one.pin);
  steer(staff, 'start');
  for (const one of members) keep(keys, 'a seat', (await one.seated()).token);
  for (const one of members) one.client.send({ kind: 'ready' });
  for (const one of members) await one.client.event('phase', ({ phase }) => phase === 'play');
  const customer = members.find((one) => one.latest('seated')?.seat === 'customer') as Member;
  const trainee = members.find((one) => one.room === customer.room && one !== customer) as Member;
  staff.send({ kind: 'watch', room: trainee.room, n: 0 });
  await staff.message('seated');
  await customer.client.say(text('a line', 'Marmalade all over the parquet.'));
  staff.send({ kind: 'whisper', id: 1, text: text('a whisper', 'Mention the marzipan.') });
  await trainee.client.event('whisper');
  await trainee.client.say(text('a line', 'Parquet, you say, and whose?'));
  await customer.comeBack();
  staff.send({ kind: 'control', what: 'end', actMs: 0, reason: text('a reason', 'The fire alarm went.') });
  await trainee.client.event('phase', ({ phase }) => phase === 'debrief');
  staff.send({ kind: 'mark', id: 2, item: 'E1', level: 4, version: 0, accepts: false, reason: text('a reason', 'Pistachio tone.') });
  await staff.message('ack', ({ id }) => id === 2);
  trainee.client.send({ kind: 'note', note: 'feel', text: text('a note', 'Sheepish, frankly.') });
  await trainee.client.event('note');
  for (const one of members) keep(keys, 'a place', one.token);
  for (const one of [...members.map(({ client }) => client), staff]) one.drop();
}

/** Wrong codes, tokens and frames, which are worth a line of log. */
async function playBadly() {
  const guest = await Client.open(server.port);
  guest.send({ kind: 'enter', code: text('a wrong code', 'QQQQQQ'), name: text('a name', 'Mallory'), timePct: 100 });
  guest.send({ kind: 'resume', token: text('a wrong token', 'deadbeef'.repeat(4)), n: 0 });
  await guest.until(() => guest.messages.filter(({ kind }) => kind === 'error').length === 2, 'two errors');
  guest.sendBytes(Buffer.from(text('a bad frame', 'Rumpelstilzchen')));
  await guest.closed();
  await ask('/j/WWWWWW?token=' + text('a query', 'tattletale'));
  await ask('/i/' + text('a path', 'wheelbarrow'), { Cookie: '__Host-s=' + text('a cookie', 'gingerbread') });
  const wrong = Client.open(server.port, text('a wrong link', 'nonsense-of-22-letters'));
  await wrong.catch(() => undefined);
}

/** The cookie that it is answered with is a key, too. */
async function signInOnce(password: string) {
  const wrong = text('a wrong password', 'correct-horse-battery');
  expect((await signIn(server.port, { firm: 'demo', login: 'instructor', password: wrong })).status).toBe(403);
  const { status, cookie } = await signIn(server.port, { firm: 'demo', login: 'instructor', password });
  expect(status).toBe(200);
  keep(keys, 'the cookie', cookie.split('=')[1] as string);
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<void>((done, failed) => {
    const asked = request({ port: server.port, path, headers }, (answer) => answer.resume().on('end', done));
    asked.on('error', failed).end();
  });

/** Every file of the folder, as one string of bytes. */
function folder(at: string): string {
  return readdirSync(at)
    .map((name) => join(at, name))
    .map((path) => (statSync(path).isDirectory() ? folder(path) : readFileSync(path, 'latin1')))
    .join('\n');
}

describe('what is written down', () => {
  test('the log tells of no secret, and does tell of what happened', () => {
    const log = server.log();
    expect(log).toMatch(/event="closing"/);
    expect(log).toMatch(/event="refused" .* error="not_found"/);
    expect(log).toMatch(/event="refused" sign_in="wrong"/);
    for (const [what, secret] of [...secrets, ...keys]) expect(log.includes(secret), `${what}: ${secret}`).toBe(false);
    for (const pin of pins) expect(log, `a pin: ${pin}`).not.toMatch(new RegExp(`(?<![0-9a-f:.-])${pin}(?![0-9a-f:.-])`));
  });

  test('while it runs, the data folder holds no key that opens anything', () => {
    const bytes = folder(data);
    expect(keys.length).toBeGreaterThan(8);
    for (const [what, key] of keys) expect(bytes.includes(key), `${what}: ${key}`).toBe(false);
    expect(bytes.includes('Marmalade all over'), 'texts are there to be found').toBe(true);
    const found = pins.filter((pin) => new RegExp(`(?<![0-9a-f])${pin}(?![0-9a-f])`).test(bytes));
    expect(found.length, `pins: ${found}`).toBeLessThan(pins.length);
  });

  test('and after it has ended', async () => {
    expect(await server.stop(), server.log()).toBe(0);
    for (const [what, key] of keys) expect(folder(data).includes(key), `${what}: ${key}`).toBe(false);
    for (const [what, secret] of [...secrets, ...keys]) expect(server.log().includes(secret), what).toBe(false);
  });
});
