// A session between a trainee and the bot, over the real server and the real codec.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { customerTypes, mayTalk, observe, practise } from './support/session.ts';
import { binary, type Server, startServer } from './support/server.ts';

const data = mkdtempSync(join(tmpdir(), 'hearout-session-'));
let server: Server;
beforeAll(async () => {
  server = await startServer('--demo', '--data', data);
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(data, { recursive: true, force: true });
});

describe('coming in', () => {
  test('a practice room has a card, a clock and the bot, who says that he is one', async () => {
    const trainee = await Client.open(server.port);
    const welcome = await trainee.message('welcome');
    expect(welcome.scenarios.map(({ id }) => id)).toContain('moving-truck');
    expect(welcome.staff).toBe(false);
    const seated = await trainee.join();
    expect(seated).toMatchObject({ seat: 'trainee', customer: 'Dana Reyes', lastId: 0 });
    expect(seated.card.map(({ part }) => part)).toEqual(['situation', 'may_offer', 'steps']);
    expect(seated.token).toMatch(/^[0-9a-f]{32}$/);
    await trainee.event('phase', ({ phase }) => phase === 'read');
    expect(trainee.room).toMatchObject({ player: 'bot', phase: 'read', level: 'standard' });
    expect(trainee.room.names).toMatchObject({ trainee: 'Asha', customer: 'Dana Reyes' });
    trainee.close();
  });

  test.each([
    ['no name', { name: '  ' }, 'malformed'],
    ['a name of 25 letters', { name: 'a'.repeat(25) }, 'malformed'],
    ['a name of nothing to see', { name: '\u202e\u200b\u0007' }, 'malformed'],
    ['an unknown story', { scenario: 'nowhere' }, 'not_found'],
  ])('%s is refused in words, and may be tried again', async (_what, how, code) => {
    const guest = await Client.open(server.port);
    guest.send({
      kind: 'join', scenario: 'moving-truck', name: 'Asha', timePct: 100, level: 'standard', heat: 3, ...how,
    });
    expect(await guest.message('error')).toMatchObject({ code, ref: 2 });
    await guest.join();
    guest.close();
  });

  test('a name is shown without what turns lines around', async () => {
    const trainee = await Client.open(server.port);
    await trainee.join({ name: ' As\u202eha\u0000  B ' });
    await trainee.event('seated', ({ seat }) => seat === 'trainee');
    expect(trainee.room.names.trainee).toBe('Asha  B');
    trainee.close();
  });
});

describe('what does not belong to a seat', () => {
  test('nothing goes before hello', async () => {
    const guest = await Client.open(server.port);
    guest.close();
    const silent = await Client.open(server.port, 'a secret that opens nothing');
    expect((await silent.message('welcome')).staff).toBe(false);
    silent.send({ kind: 'listRooms' });
    expect(await silent.message('error')).toMatchObject({ code: 'denied', ref: 5 });
    silent.send({ kind: 'control', what: 'end', actMs: 0, reason: '' });
    await silent.message('error', ({ ref }) => ref === 13);
    silent.close();
  });

  test('a frame that is no message ends the connection, one with a wrong value does not', async () => {
    const { trainee } = await practise(server);
    trainee.sendBytes(Uint8Array.of(0x92, 7, 9)); // compose, with a state that there is not
    expect(await trainee.message('error')).toMatchObject({ code: 'malformed' });
    trainee.sendBytes(Uint8Array.of(0x91));
    expect(await trainee.closed()).toBe(4000);
  });

  test('a trainee has no command over the room', async () => {
    const { trainee } = await practise(server);
    trainee.send({ kind: 'control', what: 'pause', actMs: 0, reason: '' });
    expect(await trainee.message('error')).toMatchObject({ code: 'denied', ref: 13 });
    trainee.send({ kind: 'recall' });
    await trainee.message('error', ({ code }) => code === 'wrong_phase');
    trainee.close();
  });
});

describe('cutting in', () => {
  test('costs the trainee, is told to both, and the customer says it again', { timeout: 60_000 }, async () => {
    const { trainee, room } = await practise(server);
    const staff = await observe(server, room);
    await trainee.event('delivered', ({ party }) => party === 'customer');
    await customerTypes(trainee);
    await new Promise<void>((resolve) => setTimeout(resolve, 1000)); // longer than anyone needs to see it
    const line = await trainee.say('I only need your booking number.', { yield: false });
    const verdict = await staff.event('verdict', (one) => one.line === line);
    expect(verdict).toMatchObject({
      verdict: 'interruption', penalty: true, delivered: true, base: 25, points: 25, vent: true,
    });
    expect(verdict.marginMs).toBeGreaterThan(0);
    await staff.event('score', ({ floorScore, interruptions }) => floorScore === 75 && interruptions === 1);
    await staff.event('delta', ({ change, anger }) => change === 'cut_in' && anger > 0);
    const told = await trainee.event('verdict', (one) => one.line === line);
    expect(told.points, 'no number in the middle of play').toBeUndefined();
    await trainee.event('cutIn', (one) => one.line === line);
    expect(trainee.told.some(({ event }) => event.kind === 'score' || event.kind === 'delta')).toBe(false);

    const id = trainee.sayNow('And again.');
    await trainee.event('refused', (one) => one.sendId === id && one.why === 'resting');
    trainee.send({ kind: 'floorAct', act: 'give_back', expectMs: 0 });
    await trainee.event('repaired');
    await staff.event('score', ({ floorScore }) => floorScore === 85);
    await trainee.event('delivered', ({ party, again }) => party === 'customer' && again);
    trainee.close();
    staff.close();
  });
});

describe('a line', () => {
  test('sent twice under one number is said once and acknowledged twice', { timeout: 60_000 }, async () => {
    const { trainee } = await practise(server);
    await trainee.say('', { chip: 'mm_hm', id: 1 });
    trainee.sayNow('', { chip: 'mm_hm', id: 1 });
    await trainee.until(() => trainee.messages.filter(({ kind }) => kind === 'ack').length === 2);
    await trainee.say('', { chip: 'i_see', id: 2 });
    const chips = trainee.told.filter(({ event }) => event.kind === 'delivered' && event.chip !== 'none');
    expect(chips).toHaveLength(2);
    trainee.close();
  });

  test('is read, credited and answered; the trainee sees no number of it', { timeout: 90_000 }, async () => {
    const { trainee, room } = await practise(server);
    const staff = await observe(server, room);
    await mayTalk(trainee);
    const line = await trainee.say('Two hours standing there, I can hear how frustrating that was, Dana.');
    await staff.event('understood', (one) => one.line === line && one.moves.length > 0);
    await staff.event('evidence', (one) => one.line === line && one.grade === 'credit');
    await staff.event('delta', (one) => one.line === line);
    const answers = () => trainee.room.lines.filter((one) => one.party === 'customer' && one.line > line);
    await trainee.until(() => answers().length > 0, 'an answer', 40_000);
    const hidden = ['understood', 'evidence', 'delta', 'score', 'revealed', 'send'];
    expect(trainee.told.filter(({ event }) => hidden.includes(event.kind))).toEqual([]);

    const credited = staff.room.evidence.filter((one) => one.line === line && one.grade === 'credit');
    const wrong = credited[0] as (typeof credited)[number];
    staff.send({ kind: 'contest', line, finding: wrong.finding, move: wrong.move });
    await staff.event('contested', (one) => one.line === line && one.by === 'staff');
    const rows = execFileSync(binary, ['export', room, '--contested', '--data', data], { encoding: 'utf8' });
    expect(rows).toMatch(new RegExp(`^${room.slice(0, 8)}-${line}\\t[a-z_,-]+\\tTwo hours .*\\tmoving-truck\\|Dana Reyes\\|contested\\n$`));
    trainee.close();
    staff.close();
  });
});

describe('coming back', () => {
  test('by the token of the seat, to the next event; a used-up token opens nothing', { timeout: 60_000 }, async () => {
    const { trainee } = await practise(server);
    await trainee.event('delivered', ({ party }) => party === 'customer');
    const { token, seen } = trainee;
    trainee.drop();
    const again = await Client.open(server.port);
    const seated = await again.resume(token, seen);
    expect(seated.seat).toBe('trainee');
    expect(seated.token).not.toBe(token);
    await again.event('link', ({ up }) => up);
    expect(again.told[0]?.n).toBe(seen + 1);
    expect(again.told.map(({ n }) => n)).toEqual(again.told.map((_, i) => seen + 1 + i));

    const third = await Client.open(server.port);
    await third.resume(seated.token, 0);
    expect(third.told[0]?.n).toBe(1);
    const old = await Client.open(server.port);
    old.send({ kind: 'resume', token, n: 0 });
    expect(await old.message('error')).toMatchObject({ code: 'not_found', ref: 3 });
    for (const one of [third, old]) one.close();
  });

  test('in another tab takes the seat from the first; the same tab is not told so', async () => {
    const { trainee } = await practise(server);
    const other = await Client.open(server.port, undefined, 'another tab');
    await other.resume(trainee.token, 0);
    expect(await trainee.closed()).toBe(4010);
    const same = await Client.open(server.port, undefined, 'another tab');
    await same.resume(other.token, 0);
    expect(await other.closed()).toBe(1001);
    same.close();
  });

  test('nobody is charged while a link is down, and the clock waits', { timeout: 60_000 }, async () => {
    const { trainee, room } = await practise(server);
    const staff = await observe(server, room);
    await trainee.event('delivered', ({ party }) => party === 'customer');
    const ends = trainee.room.phaseEndsMs;
    trainee.drop();
    await staff.event('floor', ({ holder }) => holder === 'suspended');
    const again = await Client.open(server.port);
    await again.resume(trainee.token, trainee.seen);
    await staff.until(() => staff.room.floor.holder !== 'suspended', 'the room to go on');
    await again.until(() => again.room.phaseEndsMs > ends || staff.room.phaseEndsMs > ends, 'a later end');
    expect(staff.room.verdicts).toEqual([]);
    again.close();
    staff.close();
  });
});

describe('a peer', () => {
  test('plays the customer of the demo room; both cards are read before play', { timeout: 60_000 }, async () => {
    const secret = (link: 'trainee' | 'customer') =>
      new RegExp(`^${link} +\\S+#(\\S+)$`, 'm').exec(server.said())?.[1];
    const trainee = await Client.open(server.port, secret('trainee'));
    const { room } = await trainee.join();
    const customer = await Client.open(server.port, secret('customer'));
    const seated = await customer.join({ name: 'Tom' });
    expect(seated).toMatchObject({ room, seat: 'customer' });
    expect(seated.card.map(({ part }) => part)).toContain('facts');
    trainee.send({ kind: 'ready' });
    await trainee.event('ready');
    expect(trainee.room.phase).toBe('read');
    customer.send({ kind: 'ready' });
    await trainee.event('phase', ({ phase }) => phase === 'play');
    expect(trainee.room.player).toBe('peer');

    customer.send({ kind: 'compose', state: 'start' });
    await customer.say('Your truck came two hours late.', { more: true, yield: false });
    await trainee.event('delivered', ({ text }) => text === 'Your truck came two hours late.');
    expect(trainee.room.floor).toMatchObject({ holder: 'customer', flag: 'more' });
    customer.send({ kind: 'floorAct', act: 'yield', expectMs: 0 });
    await trainee.event('floor', ({ holder }) => holder === 'none');
    await trainee.say('I hear you.');
    await customer.event('delivered', ({ text }) => text === 'I hear you.');

    trainee.send({ kind: 'close' });
    customer.send({ kind: 'close', answer: 'partly' });
    const outcome = await trainee.event('outcome');
    expect(outcome).toMatchObject({ outcome: 'grudging', reason: 'settled', answer: 'partly' });
    trainee.send({ kind: 'recall' });
    const all = await trainee.message('recalledAll');
    expect(trainee.messages.filter(({ kind }) => kind === 'recalled')).toHaveLength(all.count);
    for (const one of [trainee, customer]) one.close();
  });

  test('Stop freezes the room for both, and only he who stopped lets it go on', async () => {
    const { trainee } = await practise(server);
    trainee.send({ kind: 'stop', on: true });
    await trainee.event('floor', ({ holder }) => holder === 'suspended');
    trainee.send({ kind: 'stop', on: false });
    await trainee.until(() => trainee.room.floor.holder !== 'suspended');
    trainee.send({ kind: 'stop', on: false });
    await trainee.message('error', ({ code }) => code === 'denied');
    trainee.close();
  });
});
