// Staff sign in and out over real connections, and what ends a sign-in ends its sockets.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ToServer } from '#protocol';
import { Client } from './support/client.ts';
import { ask, dial, get, open } from './support/raw.ts';
import { type Server, startServer } from './support/server.ts';
import { practise } from './support/session.ts';
import { connect, Firm, password, post, signIn, signOut } from './support/staff.ts';
import { openWorkshop as openDemoWorkshop } from './support/workshop.ts';

vi.setConfig({ testTimeout: 20_000 });
let server: Server;
let acme: Firm;
let other: Firm;
beforeAll(async () => {
  acme = new Firm('acme');
  other = new Firm('other-firm', acme.data);
  acme.add('dana', 'instructor', 'Dana Ito');
  acme.add('gil', 'grader', 'Gil Roth');
  other.add('dana', 'instructor', 'Dana Oz');
  process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE = '1000';
  server = await startServer('--demo', '--data', acme.data);
  delete process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE;
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  acme.forget();
});

const setUp: ToServer = {
  kind: 'openWorkshop', title: 'May cohort', pairing: 'pairs', scenario: 'moving-truck', level: 'standard',
  heat: 3, sessions: 1, readMs: 60_000, playMs: 60_000, debriefMs: 1_000, switchMs: 1_000,
};

/** Staff of the firm with a workshop that is open. */
async function openWorkshop(firm: Firm, login: string) {
  const staff = await firm.connect(server.port, login);
  staff.send(setUp);
  const { code } = await staff.message('workshop');
  return { staff, code };
}

describe('the command line', () => {
  test.each([
    { words: ['firm', 'add', 'acme', 'Again'], status: 1, says: 'is there already' },
    { words: ['firm', 'add', 'Acme!', 'x'], status: 1, says: 'small letters, digits and hyphens' },
    { words: ['firm', 'add', 'demo', 'x'], status: 1, says: 'of that id itself' },
    { words: ['firm', 'add', 'fine', ''], status: 1, says: '1 to 24 characters' },
    { words: ['firm'], status: 2, says: 'is wanted' },
    { words: ['user', 'add', 'acme', 'dana', '--role', 'grader'], status: 1, says: 'is taken' },
    { words: ['user', 'add', 'acme', 'eve', '--role', 'grader', '--name', 'Dana Ito'], status: 1, says: 'is taken' },
    { words: ['user', 'add', 'nowhere', 'eve', '--role', 'grader'], status: 1, says: 'no such firm' },
    { words: ['user', 'add', 'acme', 'Eve Oz', '--role', 'grader'], status: 1, says: 'a login is' },
    { words: ['user', 'add', 'acme', 'eve', '--role', 'owner'], status: 2, says: 'instructor, grader or admin' },
    { words: ['user', 'add', 'acme', 'eve'], status: 2, says: '--role' },
    { words: ['user', 'remove', 'acme', 'nobody'], status: 1, says: 'no such login' },
    { words: ['user', 'remove', 'other-firm', 'gil'], status: 1, says: 'no such login' },
    { words: ['user', 'password', 'acme', 'nobody'], status: 1, says: 'no such login' },
    { words: ['user', 'list'], status: 2, says: 'is wanted' },
    { words: ['user', 'add', 'acme', 'eve', '--role', 'grader', '--password-file', '/none'], status: 1, says: 'no password' },
  ])('$words: $says', ({ words, status, says }) => {
    const got = acme.try(words);
    expect(got).toMatchObject({ status, stdout: '' });
    expect(got.stderr).toContain(says);
  });

  test.each([
    ['short', 'eleven char'],
    ['empty', ''],
    ['common', 'password1234'],
    ['common, with signs', '!!Administrator!!2026'],
    ['one letter', 'aaaaaaaaaaaaaaaa'],
    ['two letters', 'abababababababab'],
    ['digits', '192837465019'],
    ['the login', 'eve-and-adam@acme'],
    ['too long', 'x1y2'.repeat(80)],
  ])('a password that is %s is refused, and nothing is stored', (_, typed) => {
    const words = ['user', 'add', 'acme', 'eve-and-adam@acme', '--role', 'grader', '--password-file', '-'];
    expect(acme.try(words, typed)).toMatchObject({ status: 1, stdout: '' });
    expect(acme.run('user', 'list', 'acme')).not.toContain('eve');
  });

  test('lists as text and as JSON; a made password is said once', () => {
    const { stdout } = acme.try(['user', 'add', 'acme', 'hank', '--role', 'admin', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ firm: 'acme', login: 'hank', password: /^(\w{4}-){4}\w{4}$/ });
    const users = acme.run('user', 'list', 'acme', '--json').trim().split('\n').map((line) => JSON.parse(line));
    expect(users).toContainEqual({ firm: 'acme', login: 'hank', name: 'hank', role: 'admin' });
    expect(acme.run('firm', 'list')).toMatch(/acme +3 accounts/);
    expect(acme.run('user', 'remove', 'acme', 'hank')).toBe('removed hank of acme\n');
  });
});

describe('signing in', () => {
  test('answers with the cookie, and the connection is staff of the firm', async () => {
    const { status, set, text } = await signIn(server.port, { firm: ' Acme', login: 'Dana ', password });
    expect([status, text]).toEqual([200, '{"error":""}']);
    expect(set).toMatch(/^__Host-hearout=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
    const dana = await connect(server.port, set.split(';')[0] ?? '');
    const welcome = await dana.message('welcome');
    expect(welcome).toMatchObject({ staff: true, role: 'instructor', name: 'Dana Ito', invited: '' });
  });

  test('a wrong password, login or firm: the same answer, byte for byte, and no cookie', async () => {
    const tries = [
      { firm: 'acme', login: 'dana', password: `${password}!` },
      { firm: 'acme', login: 'nobody', password },
      { firm: 'nowhere', login: 'dana', password },
      { firm: 'other-firm', login: 'gil', password },
      { firm: 'Not A Firm', login: '../..', password },
    ];
    for (const one of tries) {
      const { status, text, set } = await signIn(server.port, one);
      expect([status, text, set], JSON.stringify(one)).toEqual([403, '{"error":"wrong"}', '']);
    }
  });

  test('takes as long for a login that is not there', async () => {
    const times: Record<string, number[]> = { dana: [], nobody: [] };
    for (let i = 0; i < 12; i++) {
      const login = i % 2 ? 'dana' : 'nobody';
      const began = performance.now();
      await signIn(server.port, { firm: 'acme', login, password: 'not the right words' });
      times[login]?.push(performance.now() - began);
    }
    const median = (login: string) => times[login]?.sort((a, b) => a - b)[3] as number;
    const [there, absent] = [median('dana'), median('nobody')];
    expect(Math.abs(there - absent) / there, `${there} and ${absent} ms`).toBeLessThan(0.5);
  });

  test.each([
    ['no JSON', '{'],
    ['an array', '[]'],
    ['nothing', ''],
    ['a key too few', '{"firm":"acme","login":"dana"}'],
    ['a key too many', '{"firm":"acme","login":"dana","password":"x","role":"admin"}'],
    ['a key twice', '{"firm":"acme","login":"dana","login":"gil","password":"x"}'],
    ['a number', '{"firm":"acme","login":"dana","password":1}'],
    ['an empty login', '{"firm":"acme","login":" ","password":"x"}'],
    ['an empty password', '{"firm":"acme","login":"dana","password":""}'],
    ['a long firm', `{"firm":"${'a'.repeat(41)}","login":"dana","password":"x"}`],
    ['a long password', `{"firm":"acme","login":"dana","password":"${'x'.repeat(257)}"}`],
    ['a zero byte', '{"firm":"acme\\u0000x","login":"dana","password":"x"}'],
    ['deep', '['.repeat(900)],
    ['behind it more', '{"firm":"acme","login":"dana","password":"x"}{}'],
  ])('a body that is %s is malformed', async (_, body) => {
    expect(await signIn(server.port, body)).toMatchObject({ status: 400, error: 'malformed', set: '' });
  });

  test('only a page of an allowed origin may post, and only JSON', async () => {
    const body = { firm: 'acme', login: 'dana', password };
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${server.port}.evil.example`, `https://localhost:${server.port}`])
      expect((await post(server.port, '/signin', body, { Origin: origin })).status, origin).toBe(403);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])
      expect((await post(server.port, '/signin', body, { 'Content-Type': type })).status, type).toBe(415);
    expect((await post(server.port, '/signin', { ...body, more: 'x'.repeat(1100) })).status).toBe(413);
    const bare = `POST /signin HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`;
    expect(await ask(server.port, bare)).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('three of them in one segment: at most one is carried out, and the server goes on', async () => {
    const body = JSON.stringify({ firm: 'acme', login: 'dana', password });
    const head = {
      Connection: 'keep-alive', Origin: `http://127.0.0.1:${server.port}`, Host: `127.0.0.1:${server.port}`,
      'Content-Type': 'application/json', 'Content-Length': String(body.length),
    };
    const raw = await dial(server.port);
    raw.send((get('/signin', head, 'POST') + body).repeat(3));
    await raw.untilEnd(20_000); // a password takes its time under the sanitizers
    expect(raw.statuses().length).toBeLessThanOrEqual(1);
    expect(await ask(server.port, get('/healthz'), 2000)).toMatch(/^HTTP\/1\.1 200 /);
    const alone = await dial(server.port);
    alone.send(get('/signin', head, 'POST') + body);
    await alone.until(() => alone.statuses().length === 1);
    expect(alone.statuses()).toEqual([200]);
    alone.send(get('/healthz', { Connection: 'close' }));
    await alone.untilEnd();
    expect(alone.statuses()).toEqual([200, 200]);
  });

  test('a cookie that is not ours, old or sent twice makes nobody staff', async () => {
    const cookie = await acme.signedIn(server.port, 'dana');
    const told = async (header: string) => (await (await connect(server.port, header)).message('welcome')).staff;
    expect(await told(`theme=dark; ${cookie}; x=1`)).toBe(true);
    for (const header of [`${cookie}A`, cookie.slice(0, -1), '__Host-hearout=', `${cookie}; ${cookie}`, `x${cookie}`, cookie.toUpperCase()])
      expect(await told(header), header).toBe(false);
  });

  test('neither a token nor a password stands in the data folder or the log', async () => {
    const cookie = await acme.signedIn(server.port, 'dana');
    const token = cookie.split('=')[1] as string;
    const files = readdirSync(acme.data).map((name) => readFileSync(join(acme.data, name), 'latin1'));
    for (const text of [...files, server.log()]) {
      expect(text.includes(token)).toBe(false);
      expect(text.includes(password)).toBe(false);
    }
  });
});

describe('the end of a sign-in', () => {
  /** How long after `act` the connection was closed. */
  async function closesAfter(client: Client, act: () => unknown): Promise<number> {
    await act();
    const began = performance.now();
    expect(await client.closed()).toBe(4011);
    return performance.now() - began;
  }

  test('signing out closes every socket of it, and no other', async () => {
    const cookie = await acme.signedIn(server.port, 'dana');
    const elsewhere = await acme.connect(server.port, 'dana');
    const [one, two] = [await connect(server.port, cookie), await connect(server.port, cookie)];
    const ms = await closesAfter(one, async () => {
      const { status, set } = await signOut(server.port, cookie);
      expect([status, set]).toEqual([200, '__Host-hearout=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0']);
    });
    expect(ms).toBeLessThan(1000);
    expect(await two.closed()).toBe(4011);
    expect(elsewhere.closeCode).toBe(null);
    expect(await (await connect(server.port, cookie)).message('welcome')).toMatchObject({ staff: false });
    expect((await signOut(server.port, cookie)).status).toBe(200);
    expect((await post(server.port, '/signout', {}, { Cookie: cookie, Origin: 'https://evil.example' })).status).toBe(403);
  });

  test('another password and a removal close them within a second, while the server runs', async () => {
    acme.add('ivy', 'grader');
    const first = await acme.connect(server.port, 'ivy');
    expect(await closesAfter(first, () => acme.run('user', 'password', 'acme', 'ivy', '--password-file', '-'))).toBeLessThan(1000);
    const cookie = await acme.signedIn(server.port, 'ivy');
    const second = await connect(server.port, cookie);
    expect(await closesAfter(second, () => acme.run('user', 'remove', 'acme', 'ivy'))).toBeLessThan(1000);
    expect((await signIn(server.port, { firm: 'acme', login: 'ivy', password })).status).toBe(403);
    expect(await (await connect(server.port, cookie)).message('welcome')).toMatchObject({ staff: false });
  });

  test('after its time, and after so long without a message; one in use goes on', async () => {
    const firm = new Firm('brief');
    firm.add('jo', 'grader');
    process.env.HEAROUT_LIMITS_SIGNIN_SECONDS = '6';
    process.env.HEAROUT_LIMITS_SIGNIN_IDLE_SECONDS = '3';
    const brief = await startServer('--data', firm.data);
    delete process.env.HEAROUT_LIMITS_SIGNIN_SECONDS;
    delete process.env.HEAROUT_LIMITS_SIGNIN_IDLE_SECONDS;
    const [idle, busy] = [await firm.connect(brief.port, 'jo'), await firm.connect(brief.port, 'jo')];
    const beat = setInterval(() => busy.send({ kind: 'listRooms' }), 500);
    expect(await idle.closed()).toBe(4011);
    expect(busy.closeCode).toBe(null);
    expect(await busy.closed()).toBe(4011);
    clearInterval(beat);
    expect(await brief.stop(), brief.log()).toBe(0);
    firm.forget();
  });

  test('a restart leaves those standing that were, and none that were removed meanwhile', async () => {
    const firm = new Firm('again');
    for (const login of ['kay', 'lee']) firm.add(login, 'instructor');
    const before = await startServer('--data', firm.data);
    const [kay, lee] = [await firm.signedIn(before.port, 'kay'), await firm.signedIn(before.port, 'lee')];
    expect(await before.stop(), before.log()).toBe(0);
    firm.run('user', 'remove', 'again', 'lee');
    const after = await startServer('--data', firm.data);
    expect(await (await connect(after.port, kay)).message('welcome')).toMatchObject({ staff: true });
    expect(await (await connect(after.port, lee)).message('welcome')).toMatchObject({ staff: false });
    expect(await after.stop(), after.log()).toBe(0);
    firm.forget();
  });
});

describe('limits', () => {
  test('an account has no more connections than its share', async () => {
    const firm = new Firm('crowd');
    firm.add('max', 'grader');
    firm.add('ned', 'grader');
    process.env.HEAROUT_LIMITS_ACCOUNT_CONNECTIONS = '3';
    const crowd = await startServer('--data', firm.data);
    delete process.env.HEAROUT_LIMITS_ACCOUNT_CONNECTIONS;
    const cookies = [await firm.signedIn(crowd.port, 'max'), await firm.signedIn(crowd.port, 'max')];
    const opened = [];
    for (const i of [0, 1, 0]) opened.push(await connect(crowd.port, cookies[i] as string));
    const more = await open(crowd.port, { Cookie: cookies[1] as string });
    expect(await more.closeCode()).toBe(4012);
    await firm.connect(crowd.port, 'ned');
    opened[0]?.close();
    await opened[0]?.closed();
    await connect(crowd.port, cookies[0] as string);
    expect(await ask(crowd.port, get('/metrics'))).toContain('hearout_connections_cut_total{why="too_many"} 1');
    expect(await crowd.stop(), crowd.log()).toBe(0);
    firm.forget();
  });

  test('wrong passwords: by address, by account, and in all; the right one is not kept out where one has signed in', async () => {
    const firm = new Firm('brake');
    firm.add('oli', 'grader');
    process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE = '4';
    process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE_ACCOUNT = '6';
    process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE_IN_ALL = '10';
    process.env.HEAROUT_PROXIES = '127.0.0.1';
    const brake = await startServer('--data', firm.data);
    for (const name of Object.keys(process.env)) if (name.startsWith('HEAROUT_LIMITS_SIGNIN') || name === 'HEAROUT_PROXIES') delete process.env[name];
    const from = async (address: string, login = 'oli', secret = 'not the right words') =>
      post(brake.port, '/signin', { firm: 'brake', login, password: secret }, { 'X-Forwarded-For': address });
    /** Tries until one is not let through; a try comes back only every few seconds. */
    const untilBraked = async (attempt: (i: number) => ReturnType<typeof from>) => {
      for (let i = 0; i < 20; i++) {
        const answer = await attempt(i);
        if (answer.status !== 403) return answer;
      }
      throw new Error('nothing braked it');
    };
    const fromHome = () => from('192.0.2.1', 'oli', password);
    expect((await fromHome()).status).toBe(200);
    expect(await untilBraked(() => from('192.0.2.2'))).toMatchObject({ status: 429, error: 'too_many', retryAfter: 30 });
    expect((await untilBraked((i) => from(`192.0.2.${10 + i}`))).status).toBe(429);
    expect((await fromHome()).status).toBe(200);
    expect((await untilBraked((i) => from(`192.0.2.${40 + i}`, `guess${i}`))).status).toBe(429);
    expect((await fromHome()).status).toBe(200);
    const metrics = await ask(brake.port, get('/metrics'));
    for (const outcome of ['limited_address', 'limited_account', 'limited_all'])
      expect(metrics).toContain(`hearout_sign_ins_total{outcome="${outcome}"} 1`);
    expect(metrics).toContain('hearout_sign_ins_total{outcome="done"} 3');
    expect(await brake.stop(), brake.log()).toBe(0);
    firm.forget();
  });

  test('two passwords are checked at once, some wait, the rest is told to come again; rooms go on', async () => {
    const firm = new Firm('queue');
    process.env.HEAROUT_LIMITS_SIGNIN_WAITING = '3';
    process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE = '1000';
    process.env.HEAROUT_LIMITS_SIGNIN_FAILURES_PER_MINUTE_ACCOUNT = '1000';
    const queue = await startServer('--data', firm.data);
    for (const name of Object.keys(process.env)) if (name.startsWith('HEAROUT_LIMITS_SIGNIN')) delete process.env[name];
    const canary = await Client.open(queue.port);
    await canary.join();
    const tries = Array.from({ length: 20 }, () => signIn(queue.port, { firm: 'queue', login: 'pat', password }));
    const answers = await Promise.all(tries);
    const counted = (status: number) => answers.filter((one) => one.status === status).length;
    expect(counted(403)).toBeGreaterThanOrEqual(5);
    expect(counted(503)).toBeGreaterThanOrEqual(1);
    expect(counted(403) + counted(503)).toBe(20);
    expect(answers.find(({ status }) => status === 503)).toMatchObject({ error: 'busy', retryAfter: 2 });
    expect(canary.closeCode).toBe(null);
    expect(await queue.stop(), queue.log()).toBe(0);
    firm.forget();
  });

  test('a server that stops while a password is checked stops all the same', async () => {
    const firm = new Firm('stops');
    const stops = await startServer('--data', firm.data);
    const tries = Array.from({ length: 6 }, () =>
      signIn(stops.port, { firm: 'stops', login: 'quin', password }).catch(() => null));
    await ask(stops.port, get('/healthz'));
    expect(await stops.stop(), stops.log()).toBe(0);
    await Promise.all(tries);
    firm.forget();
  });
});

describe('what staff see', () => {
  test("lists their own firm's workshops and rooms, and no other's", async () => {
    const { staff, code } = await openWorkshop(acme, 'dana');
    const theirs = await openWorkshop(other, 'dana');
    const demo = await openDemoWorkshop(server);
    staff.send({ kind: 'listWorkshops' });
    const { workshops } = await staff.message('workshops');
    expect(workshops).toContainEqual({ code, title: 'May cohort', phase: 'open', people: 0, session: 0, sessions: 1 });
    expect(workshops.map((one) => one.code)).not.toContain(theirs.code);
    expect(workshops.map((one) => one.code)).not.toContain(demo.code);
    staff.send({ kind: 'listRooms' });
    expect((await staff.message('rooms')).rooms).toEqual([]);
  });

  test('a mark is signed with the name of whoever gave it', async () => {
    const demoStaff = { firm: 'demo', login: 'instructor', password: /login instructor password (\S+)/.exec(server.said())?.[1] ?? '' };
    const { cookie } = await signIn(server.port, demoStaff);
    const { room } = await practise(server);
    const staff = await connect(server.port, cookie);
    staff.send({ kind: 'watch', room, n: 0 });
    await staff.message('seated');
    staff.send({ kind: 'mark', id: 1, item: 'L1', level: 4, version: 0, accepts: false, reason: '' });
    expect(await staff.event('mark')).toMatchObject({ by: 'Instructor' });
  });
});

describe('an invitation', () => {
  async function invited(secret: string, name = 'Gast') {
    const guest = await Client.open(server.port, secret);
    const welcome = await guest.message('welcome');
    if (welcome.invited !== '') {
      guest.send({ kind: 'beCalled', name });
      await guest.message('called');
    }
    return { guest, welcome };
  }

  async function invite(role: 'invited_grader' | 'invited_instructor' = 'invited_grader') {
    const { staff, code } = await openWorkshop(acme, 'dana');
    staff.send({ kind: 'invite', role, on: true });
    const { secret } = await staff.message('invited');
    return { staff, code, secret };
  }

  test('makes staff of one workshop; all else is absent to him', async () => {
    const { code, secret } = await invite();
    const { staff: another, code: elsewhere } = await openWorkshop(acme, 'dana');
    expect(another.closeCode).toBe(null);
    const { guest, welcome } = await invited(secret);
    expect(welcome).toMatchObject({ staff: false, invited: 'May cohort' });
    expect(await guest.message('called')).toMatchObject({ code, role: 'invited_grader', name: 'Gast' });
    guest.send({ kind: 'listWorkshops' });
    expect((await guest.message('workshops')).workshops.map((one) => one.code)).toEqual([code]);
    guest.send({ kind: 'watchWorkshop', code });
    expect((await guest.message('workshop')).code).toBe(code);
    guest.send({ kind: 'watchWorkshop', code: elsewhere });
    expect(await guest.message('error')).toMatchObject({ code: 'not_found', ref: 57 });
    for (const message of [setUp, { kind: 'invite', role: 'invited_grader', on: true } as const]) guest.send(message);
    await guest.message('error', ({ code: why, ref }) => why === 'denied' && ref === 56);
    await guest.message('error', ({ code: why, ref }) => why === 'denied' && ref === 111);
  });

  test('wants a name, once, and a guess opens nothing', async () => {
    const { secret } = await invite();
    const guest = await Client.open(server.port, secret);
    guest.send({ kind: 'listWorkshops' });
    await guest.message('error', ({ code, ref }) => code === 'denied' && ref === 110);
    guest.send({ kind: 'beCalled', name: '\u202e ' });
    await guest.message('error', ({ code, ref }) => code === 'malformed' && ref === 112);
    guest.send({ kind: 'beCalled', name: 'Rae' });
    await guest.message('called');
    guest.send({ kind: 'beCalled', name: 'Dana Ito' });
    await guest.message('error', ({ code, ref }) => code === 'denied' && ref === 112);
    const guess = await Client.open(server.port, 'f'.repeat(32));
    expect(await guess.message('welcome')).toMatchObject({ staff: false, invited: '' });
    guess.send({ kind: 'beCalled', name: 'Rae' });
    await guess.message('error', ({ code }) => code === 'denied');
  });

  test('ends on the word of staff: its sockets close and the link opens nothing', async () => {
    const { staff, secret } = await invite('invited_instructor');
    const { guest } = await invited(secret);
    staff.send({ kind: 'invite', role: 'invited_grader', on: false });
    await staff.message('invited', (told) => told.secret === '');
    expect(await guest.closed()).toBe(4011);
    expect((await invited(secret)).welcome).toMatchObject({ staff: false, invited: '' });
  });

  test('ends with the workshop, once nobody of it is there', async () => {
    const { staff, secret } = await invite();
    const { guest } = await invited(secret);
    staff.send({ kind: 'steer', what: 'end', person: 0, other: 0, on: true });
    await staff.message('workshop', ({ phase }) => phase === 'over');
    staff.close();
    guest.send({ kind: 'listWorkshops' });
    await guest.message('workshops');
    expect(guest.closeCode).toBe(null);
    guest.close();
    await guest.closed();
    for (const by = Date.now() + 10_000; Date.now() < by; ) {
      const one = await Client.open(server.port, secret);
      const { invited: to } = await one.message('welcome');
      one.close();
      await one.closed();
      if (to === '') return;
    }
    throw new Error('it still leads there');
  });

  test('outlives a restart', async () => {
    const firm = new Firm('lasting');
    firm.add('sam', 'admin');
    const before = await startServer('--data', firm.data);
    const staff = await firm.connect(before.port, 'sam');
    staff.send(setUp);
    await staff.message('workshop');
    staff.send({ kind: 'invite', role: 'invited_grader', on: true });
    const { secret } = await staff.message('invited');
    expect(await before.stop(), before.log()).toBe(0);
    const after = await startServer('--data', firm.data);
    const guest = await Client.open(after.port, secret);
    expect(await guest.message('welcome')).toMatchObject({ invited: 'May cohort' });
    expect(await after.stop(), after.log()).toBe(0);
    firm.forget();
  });
});
