// What is refused stands in the log, one line each, by number and kind alone; of a flood a few
// lines, and how many were left out.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Client } from './support/client.ts';
import { type Server, startServer } from './support/server.ts';
import { Firm, password, post, signIn } from './support/staff.ts';

vi.setConfig({ testTimeout: 20_000 });
let server: Server;
let acme: Firm;
beforeAll(async () => {
  acme = new Firm('acme');
  acme.add('gil', 'grader', 'Gil Roth');
  const limits = {
    SIGNIN_FAILURES_PER_MINUTE: '2',
    MESSAGES_PER_SECOND: '1000',
    MESSAGES_BURST: '10000',
    FAILURES_PER_MINUTE: '1',
    FAILURES_PER_MINUTE_KNOWN: '1',
  };
  for (const [name, value] of Object.entries(limits)) process.env[`HEAROUT_LIMITS_${name}`] = value;
  server = await startServer('--data', acme.data);
  for (const name of Object.keys(limits)) delete process.env[`HEAROUT_LIMITS_${name}`];
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  acme.forget();
});

const lines = (text = '') => server.log().split('\n').filter((line) => line.includes('event="refused"') && line.includes(text));
const untilSaid = (text: string) => expect.poll(() => lines(text).length, { timeout: 5000 }).toBeGreaterThan(0);
const leftOut = (line: string) => Number(/left_out=(\d+)/.exec(line)?.[1]);

test('whoever may not, and what is not his to see: by number, role and error', async () => {
  const gil = await acme.connect(server.port, 'gil');
  gil.send({
    kind: 'openWorkshop', title: 'Heliotrope', pairing: 'bot', scenario: 'moving-truck', level: 'standard', heat: 3,
    sessions: 1, readMs: 60_000, playMs: 60_000, debriefMs: 1_000, switchMs: 1_000,
  });
  gil.send({ kind: 'watch', room: 'f'.repeat(32), n: 0 });
  await untilSaid('error="not_found"');
  expect(lines('error="denied"')[0]).toMatch(/event="refused" conn=\d+ who="grader" error="denied" ref=56 left_out=0$/);
  expect(lines('error="not_found"')[0]).toMatch(/who="grader" error="not_found" ref=4 left_out=0$/);
  const guest = await Client.open(server.port);
  guest.send({ kind: 'listRooms' });
  await untilSaid('who="guest" error="denied" ref=5');
  for (const secret of ['Heliotrope', 'Gil', 'gil', 'f'.repeat(32), 'acme']) expect(server.log()).not.toContain(secret);
  for (const one of [gil, guest]) one.close();
});

test('a flood is a few lines, and every one of it is counted', async () => {
  const before = lines('who="guest" error="denied" ref=57').length;
  const flood = await Client.open(server.port);
  const send = () => flood.send({ kind: 'watchWorkshop', code: 'QQQQQQ' });
  let sent = 0;
  for (; sent < 300; sent++) send();
  await flood.until(() => flood.messages.filter(({ kind }) => kind === 'error').length === sent, 'every answer');
  const first = lines('ref=57').slice(before);
  expect(first.length).toBeLessThanOrEqual(5);
  const told = () => lines('ref=57').slice(before).reduce((sum, line) => sum + 1 + leftOut(line), 0);
  await expect.poll(() => (sent++, send(), told()), { interval: 250, timeout: 5000 }).toBeGreaterThan(300);
  expect(told()).toBeLessThanOrEqual(sent);
  expect(server.log()).not.toContain('QQQQQQ');
  flood.close();
});

test('what a limit keeps out, and pages of others', async () => {
  const elsewhere = await post(server.port, '/signin', { firm: 'acme', login: 'gil', password }, { Origin: 'https://evil.example' });
  expect(elsewhere.status).toBe(403);
  await untilSaid('status=403 left_out=0');
  for (let i = 0; i < 4; i++) await signIn(server.port, { firm: 'acme', login: 'gil', password: 'not the right words' });
  await untilSaid('sign_in="wrong" left_out=0');
  await untilSaid('sign_in="limited_address" left_out=0');
  const guess = await Client.open(server.port);
  guess.send({ kind: 'resume', token: 'deadbeef'.repeat(4), n: 0 });
  guess.send({ kind: 'resume', token: 'deadbeef'.repeat(4), n: 0 });
  expect(await guess.closed()).toBe(4009);
  await untilSaid('limit="guesses" left_out=0');
  expect(server.log()).toMatch(/event="closing" conn=\d+ why="rate_limited" left_out=0/);
  for (const secret of ['deadbeef', 'evil.example', 'not the right words', password]) expect(server.log()).not.toContain(secret);
});
