// What staff do to their own account, the password given once more: a new one, or being signed in
// nowhere else; and the list of where they are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Client } from './support/client.ts';
import { makeClock, type Server, startServer, startServerWith } from './support/server.ts';
import { secretOf } from './support/session.ts';
import { connect, Firm, password, post, signIn } from './support/staff.ts';

vi.setConfig({ testTimeout: 20_000 });
const chosen = 'nine yellow wheelbarrows';
let server: Server;
let acme: Firm;
beforeAll(async () => {
  acme = new Firm('acme');
  process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE = '1000';
  server = await startServer('--demo', '--data', acme.data);
  delete process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE;
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  acme.forget();
});

const change = (cookie: string, body: unknown, headers = {}) =>
  post(server.port, '/account', body, { Cookie: cookie, ...headers });
const tries = (login: string, secret: string) =>
  signIn(server.port, { firm: 'acme', login, password: secret });
const isStaff = async (cookie: string) =>
  (await (await connect(server.port, cookie)).message('welcome')).staff;

describe('a new password', () => {
  test('is good from then on, and the old one is not; this place stays, under another cookie', async () => {
    acme.add('dana', 'grader');
    const cookie = await acme.signedIn(server.port, 'dana');
    const here = await connect(server.port, cookie);
    const elsewhere = await acme.connect(server.port, 'dana');
    const answer = await change(cookie, { password, new: chosen });
    const began = performance.now();
    expect([answer.status, answer.text]).toEqual([200, '{"error":""}']);
    expect(answer.set).toMatch(/^__Host-hearout=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    expect(answer.cookie).not.toBe(cookie);
    expect(await elsewhere.closed()).toBe(4011);
    expect(performance.now() - began).toBeLessThan(1000);

    here.send({ kind: 'listSignIns' });
    expect((await here.message('signIns')).signIns).toEqual([{ ageS: expect.any(Number), idleS: 0, here: true }]);
    expect([await isStaff(cookie), await isStaff(answer.cookie)]).toEqual([false, true]);
    expect((await tries('dana', password)).status).toBe(403);
    expect((await tries('dana', chosen)).status).toBe(200);
    expect(here.closeCode).toBe(null);
  });

  test('stands over a restart, and in the audit log, by login and without a word of it', async () => {
    acme.add('gil', 'instructor');
    const { cookie } = await change(await acme.signedIn(server.port, 'gil'), { password, new: chosen });
    const last = JSON.parse(acme.run('audit', '--json').trim().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ firm: 'acme', kind: 'account', who: 'login gil', what: 'changed his own password' });
    expect(await server.stop(), server.log()).toBe(0);
    const files = readdirSync(acme.data).map((name) => readFileSync(join(acme.data, name), 'latin1'));
    for (const text of [...files, server.log(), acme.run('audit')])
      for (const secret of [password, chosen, cookie.split('=')[1] as string]) expect(text.includes(secret)).toBe(false);
    process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE = '1000';
    server = await startServer('--demo', '--data', acme.data);
    delete process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE;
    expect(await isStaff(cookie)).toBe(true);
    expect((await tries('gil', chosen)).status).toBe(200);
  });

  describe('that will not do', () => {
    const login = 'someone.at.acme';
    let cookie: string;
    let elsewhere: Client;
    beforeAll(async () => {
      acme.add(login, 'grader');
      [cookie, elsewhere] = [await acme.signedIn(server.port, login), await acme.connect(server.port, login)];
    });
    test.each([
      ['too short', { password, new: 'eleven char' }, 400, 'short'],
      ['a common one', { password, new: 'Password123456' }, 400, 'common'],
      ['the login', { password, new: login }, 400, 'named'],
      ['the present one', { password, new: password }, 400, 'same'],
      ['too long', { password, new: 'x'.repeat(257) }, 400, 'malformed'],
      ['empty', { password, new: '' }, 400, 'malformed'],
      ['a number', { password, new: 123456789012 }, 400, 'malformed'],
      ['with another key', { password, new: chosen, login: 'dana' }, 400, 'malformed'],
      ['without the present one', { new: chosen }, 400, 'malformed'],
      ['no JSON', '{', 400, 'malformed'],
      ['with a wrong present one', { password: 'not the right words', new: chosen }, 403, 'wrong'],
    ])('%s', async (_, body, status, error) => {
      expect(await change(cookie, body)).toMatchObject({ status, error, set: '' });
    });
    test('and everything stays as it was', async () => {
      expect([await isStaff(cookie), elsewhere.closeCode]).toEqual([true, null]);
      expect((await tries(login, password)).status).toBe(200);
    });
  });

  test('is nobody\'s who has no account, and only a page of ours may ask', async () => {
    const nobody = { status: 403, error: 'signed_out', set: '' };
    for (const cookie of ['', '__Host-hearout=', `__Host-hearout=${'A'.repeat(43)}`])
      expect(await change(cookie, { password, new: chosen })).toMatchObject(nobody);
    acme.add('hal', 'admin');
    const cookie = await acme.signedIn(server.port, 'hal');
    expect((await change(cookie, { password, new: chosen }, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await change(cookie, { password, new: chosen }, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await tries('hal', password)).status).toBe(200);
  });

  test('two at once from two places: one has it, the other is signed out', async () => {
    acme.add('kim', 'grader');
    const cookies = [await acme.signedIn(server.port, 'kim'), await acme.signedIn(server.port, 'kim')];
    const wishes = [chosen, 'seven purple accordions'];
    const answers = await Promise.all(cookies.map((cookie, i) => change(cookie, { password, new: wishes[i] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const won = answers.findIndex(({ status }) => status === 200);
    expect((await tries('kim', wishes[won] as string)).status).toBe(200);
    expect((await tries('kim', wishes[1 - won] as string)).status).toBe(403);
    expect(await isStaff(cookies[1 - won] as string)).toBe(false);
  });

  test('signed out while it is on its way: signed out it stays', async () => {
    acme.add('lou', 'grader');
    const cookie = await acme.signedIn(server.port, 'lou');
    const [changed] = await Promise.all([
      change(cookie, { password, new: chosen }),
      post(server.port, '/signout', {}, { Cookie: cookie }),
    ]);
    expect(changed).toMatchObject({ error: 'signed_out', set: '' });
    expect(await isStaff(cookie)).toBe(false);
  });

  test('a wrong present one is braked like a sign-in, and stands in the audit log', async () => {
    const firm = new Firm('brake');
    firm.add('oli', 'grader');
    process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE = '3';
    const brake = await startServer('--data', firm.data);
    delete process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE;
    const cookie = await firm.signedIn(brake.port, 'oli');
    const guess = () => post(brake.port, '/account', { password: 'not the right words', new: chosen }, { Cookie: cookie });
    let answer = await guess();
    for (let i = 0; i < 10 && answer.status === 403; i++) answer = await guess();
    expect(answer).toMatchObject({ status: 429, error: 'too_many', retryAfter: 30 });
    expect((await signIn(brake.port, { firm: 'brake', login: 'oli', password })).status).toBe(429);
    expect(firm.run('audit')).toMatch(/sign_in_failed.*login oli.*wrong password to change the account/);
    expect(await brake.stop(), brake.log()).toBe(0);
    firm.forget();
  });
});

describe('a password that was made for somebody', () => {
  const made = (firm: Firm, ...words: string[]) =>
    JSON.parse(firm.run('user', ...words, '--json')).password as string;
  const come = (firm: Firm, login: string, secret: string, wish?: string, port = server.port) =>
    post(port, '/signin', { firm: firm.id, login, password: secret, ...(wish !== undefined && { new: wish }) });

  test('opens nothing but the choice of another, once', async () => {
    const first = made(acme, 'add', 'acme', 'una', '--role', 'grader');
    expect(await come(acme, 'una', first)).toMatchObject({ status: 403, error: 'choose', set: '' });
    expect(await come(acme, 'una', first, 'eleven char')).toMatchObject({ status: 400, error: 'short', set: '' });
    expect(await come(acme, 'una', first, first)).toMatchObject({ status: 400, error: 'same', set: '' });
    expect(await come(acme, 'una', password, chosen)).toMatchObject({ status: 403, error: 'wrong', set: '' });
    const { status, cookie } = await come(acme, 'una', first, chosen);
    expect([status, await isStaff(cookie)]).toEqual([200, true]);
    expect(await come(acme, 'una', first, 'seven purple accordions')).toMatchObject({ status: 403, error: 'wrong' });
    expect((await tries('una', chosen)).status).toBe(200);
    expect(acme.run('audit')).toMatch(/sign_in .*login una.*by a made password, and chose his own/);
    expect(acme.run('audit')).not.toContain(first);
    const again = made(acme, 'password', 'acme', 'una');
    expect(await tries('una', again)).toMatchObject({ status: 403, error: 'choose' });
  });

  test('from a file it is his own, unless it is said otherwise', async () => {
    acme.add('vic', 'grader');
    expect((await tries('vic', password)).status).toBe(200);
    const said = acme.run('user', 'password', 'acme', 'vic', '--password-file', '-', '--must-change');
    expect(said).toContain('good for 7 days');
    expect(await tries('vic', password)).toMatchObject({ status: 403, error: 'choose', set: '' });
  });

  test('is dead after seven days', async () => {
    const firm = new Firm('late');
    const first = made(firm, 'add', 'late', 'wes', '--role', 'grader');
    const clock = makeClock();
    const late = await startServerWith(clock.env, '--data', firm.data);
    clock.set(7 * 86_400 - 60);
    expect((await come(firm, 'wes', first, undefined, late.port)).error).toBe('choose');
    clock.set(7 * 86_400 + 60);
    expect(await come(firm, 'wes', first, chosen, late.port)).toMatchObject({ status: 403, error: 'expired', set: '' });
    expect(firm.run('audit')).toMatch(/sign_in_failed.*login wes.*made password too old/);
    expect(await late.stop(), late.log()).toBe(0);
    firm.forget();
  });
});

describe('where one is signed in', () => {
  test('is listed, this place first; of no other account and no other firm', async () => {
    const other = new Firm('other', acme.data);
    for (const firm of [acme, other]) firm.add('mia', 'instructor');
    acme.add('ned', 'grader');
    await acme.signedIn(server.port, 'mia');
    await other.signedIn(server.port, 'mia');
    await acme.signedIn(server.port, 'ned');
    const mia = await acme.connect(server.port, 'mia');
    mia.send({ kind: 'listSignIns' });
    const { firm, login, signIns } = await mia.message('signIns');
    expect([firm, login, signIns.map(({ here }) => here)]).toEqual(['acme', 'mia', [true, false]]);
  });

  test('whoever came by a link has no account to list', async () => {
    const staff = await Client.open(server.port, secretOf(server, 'instructor'));
    staff.send({ kind: 'listSignIns' });
    expect(await staff.message('signIns')).toMatchObject({ login: '', signIns: [] });
  });

  test('is here alone once the password was given again, and the password stays', async () => {
    acme.add('pat', 'grader');
    const cookie = await acme.signedIn(server.port, 'pat');
    const here = await connect(server.port, cookie);
    const others = [await acme.connect(server.port, 'pat'), await acme.connect(server.port, 'pat')];
    expect(await change(cookie, { password: 'not the right words' })).toMatchObject({ status: 403, error: 'wrong' });
    expect(others.map(({ closeCode }) => closeCode)).toEqual([null, null]);
    const answer = await change(cookie, { password });
    expect(answer.status).toBe(200);
    const began = performance.now();
    for (const other of others) expect(await other.closed()).toBe(4011);
    expect(performance.now() - began).toBeLessThan(1000);
    here.send({ kind: 'listSignIns' });
    expect((await here.message('signIns')).signIns.length).toBe(1);
    expect([await isStaff(cookie), await isStaff(answer.cookie)]).toEqual([false, true]);
    expect((await tries('pat', password)).status).toBe(200);
    expect(acme.run('audit')).toMatch(/sign_out.*login pat.*everywhere else/);
  });
});
