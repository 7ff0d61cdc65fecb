// Workshops over real connections: coming in, being seated, and what staff see. What happens to
// those who are late, lost or alone stands in edge_cases.test.ts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { type Server, startServer } from './support/server.ts';
import { Member, openWorkshop, steer } from './support/workshop.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer('--demo');
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

const group = (names: readonly string[], code: string) =>
  Promise.all(names.map((name) => Member.enter(server.port, code, name)));

describe('coming in', () => {
  test('by the code, however it is typed; two of one name are told apart', async () => {
    const { staff, code } = await openWorkshop(server);
    const typed = `${code.slice(0, 3)} - ${code.slice(3)}`.toLowerCase();
    const asha = await Member.enter(server.port, typed, 'Asha');
    const other = await Member.enter(server.port, code, 'Asha');
    expect(asha.pin).toMatch(/^\d{4}$/);
    expect((await other.client.message('member')).name).toBe('Asha 2');
    const all = await staff.message('workshop', ({ people }) => people.length === 2);
    expect(all.people.map(({ name, here }) => [name, here])).toEqual([['Asha', true], ['Asha 2', true]]);
    expect(asha.latest('lobby')).toMatchObject({ title: 'May cohort', phase: 'open', placed: false });
  });

  test('another code, a shut one and one that is over answer alike', async () => {
    const { staff, code } = await openWorkshop(server);
    await Member.enter(server.port, code, 'Asha');
    const enter = async (one: string) => {
      const guest = await Client.open(server.port);
      guest.send({ kind: 'enter', code: one, name: 'Ben', timePct: 100 });
      return guest.message('error');
    };
    const absent = await enter('BCDFGH');
    steer(staff, 'shut');
    await staff.message('workshop', ({ shut }) => shut);
    expect(await enter(code)).toEqual(absent);
    steer(staff, 'end');
    await staff.message('workshop', ({ phase }) => phase === 'over');
    expect(await enter(code)).toEqual(absent);
    expect(absent).toMatchObject({ code: 'not_found', ref: 52 });
  });

  test('four digits and the name open the place on another device, but not after five wrong tries', async () => {
    const { code } = await openWorkshop(server);
    const asha = await Member.enter(server.port, code, 'Asha');
    const change = async (pin: string) => {
      const guest = await Client.open(server.port, undefined, 'a phone');
      guest.send({ kind: 'changeDevice', code, name: 'Asha', pin });
      await guest.until(() => guest.messages.some(({ kind }) => kind === 'member' || kind === 'error'));
      return guest.messages.some(({ kind }) => kind === 'member');
    };
    expect(await change(asha.pin)).toBe(true);
    expect(await asha.client.closed()).toBe(4010);
    const wrong = asha.pin === '1234' ? '4321' : '1234';
    for (let i = 0; i < 5; i++) expect(await change(wrong)).toBe(false);
    expect(await change(asha.pin)).toBe(false);
  });

  test('a token opens once, the one before it until the new one was used, and none after removal', async () => {
    const { staff, code } = await openWorkshop(server);
    const asha = await Member.enter(server.port, code, 'Asha');
    const first = asha.token;
    await asha.comeBack();
    await asha.comeBack();
    const open = async (token: string) => {
      const guest = await Client.open(server.port);
      guest.send({ kind: 'comeBack', token, room: '', n: 0 });
      await guest.until(() => guest.messages.some(({ kind }) => kind === 'member' || kind === 'error'));
      return guest.messages.some(({ kind }) => kind === 'member');
    };
    expect(await open(first)).toBe(false);
    steer(staff, 'remove', 0);
    await asha.client.closed();
    expect(await open(asha.token)).toBe(false);
  });
});

describe('who may do what', () => {
  const staffOnly = [
    { kind: 'openWorkshop', title: '', pairing: 'bot', scenario: 'moving-truck', level: 'exam', heat: 1, sessions: 1, readMs: 1000, playMs: 1000, debriefMs: 1000, switchMs: 1000 },
    { kind: 'watchWorkshop', code: 'BCDFGH' },
    { kind: 'steer', what: 'end', person: 0, other: 0, on: true },
  ] as const;

  test.each(staffOnly)('only staff may $kind', async (message) => {
    const { code } = await openWorkshop(server);
    const member = await Member.enter(server.port, code, 'Asha');
    member.client.send(message);
    expect(await member.client.message('error')).toMatchObject({ code: 'denied' });
  });

  test('staff who watch no workshop steer none, and nobody asks for help outside of one', async () => {
    const { staff } = await openWorkshop(server);
    staff.send({ kind: 'watchWorkshop', code: 'BCDFGH' });
    expect(await staff.message('error')).toMatchObject({ code: 'not_found', ref: 57 });
    const guest = await Client.open(server.port);
    guest.send({ kind: 'askHelp', on: true });
    expect(await guest.message('error')).toMatchObject({ code: 'denied', ref: 59 });
  });

  test('the projector is shown no name', async () => {
    const { code } = await openWorkshop(server);
    await Member.enter(server.port, code, 'Zebulon');
    const screen = await Client.open(server.port);
    screen.send({ kind: 'project', code });
    expect(await screen.message('lobby')).toMatchObject({ code, people: 1, phase: 'open' });
    expect(screen.frames.some((frame) => Buffer.from(frame).includes('Zebulon'))).toBe(false);
  });
});

describe('a session', () => {
  test('pairs and the odd one with the bot; the wall shows every room and who needs help', async () => {
    const { staff, code } = await openWorkshop(server);
    const members = await group(['Asha', 'Ben', 'Cid'], code);
    steer(staff, 'start');
    const seats = await Promise.all(members.map((one) => one.seated()));
    expect(seats.map(({ seat }) => seat).sort()).toEqual(['customer', 'trainee', 'trainee']);
    for (const one of members) one.client.send({ kind: 'ready' });
    for (const one of members) await one.client.event('phase', ({ phase }) => phase === 'play');
    const customer = members.find((one) => one.latest('seated')?.seat === 'customer') as Member;
    await customer.client.say('I sat on boxes for two hours.');
    customer.client.send({ kind: 'askHelp', on: true });
    const { tiles } = await staff.message('wall', (wall) => wall.tiles.some(({ need }) => need === 'help'));
    expect(tiles).toHaveLength(2);
    const tile = tiles.find(({ need }) => need === 'help');
    expect(tile).toMatchObject({ last: 'I sat on boxes for two hours.', player: 'peer', customer: customer.name });
    expect(tile?.attention).toBeGreaterThanOrEqual(100);
    expect(tiles.find((one) => one !== tile)).toMatchObject({ player: 'bot', customer: '' });
  });

  test('more time and a pause reach every room', { timeout: 30_000 }, async () => {
    const { staff, code } = await openWorkshop(server, { pairing: 'bot' });
    const members = await group(['Asha', 'Ben'], code);
    steer(staff, 'start');
    for (const one of members) {
      await one.seated();
      one.client.send({ kind: 'ready' });
    }
    for (const one of members) await one.client.event('phase', ({ phase }) => phase === 'play');
    const before = members.map((one) => one.client.room.phaseEndsMs);
    steer(staff, 'extend');
    for (const [i, one] of members.entries())
      await one.client.until(() => one.client.room.phaseEndsMs === (before[i] as number) + 60_000, 'more time');
    steer(staff, 'pause');
    for (const one of members) await one.client.until(() => one.client.room.floor.holder === 'suspended', 'a pause');
    steer(staff, 'resume');
    for (const one of members) await one.client.until(() => one.client.room.floor.holder !== 'suspended', 'the end of it');
  });

  test('a customer who comes back finds his temper and his ticks as the bot left them', { timeout: 60_000 }, async () => {
    const { staff, code } = await openWorkshop(server, { playMs: 120_000, patiencePct: 10 });
    const members = await group(['Asha', 'Ben'], code);
    steer(staff, 'start');
    for (const one of members) {
      await one.seated();
      one.client.send({ kind: 'ready' });
    }
    const customer = members.find((one) => one.latest('seated')?.seat === 'customer') as Member;
    const trainee = members.find((one) => one !== customer) as Member;
    await trainee.client.event('phase', ({ phase }) => phase === 'play');
    await customer.client.say('I sat on boxes for two hours.');
    customer.client.send({ kind: 'temper', level: 4 });
    customer.client.send({ kind: 'tell', line: 1, on: true });
    await customer.client.event('told');
    customer.client.drop();
    await trainee.client.until(() => trainee.client.room.player === 'bot', 'the bot', 30_000);
    await customer.comeBack();
    await customer.client.message('seated', ({ seat }) => seat === 'customer');
    await customer.client.until(() => customer.client.room.told.length === 2, 'the ticks');
    expect([customer.client.room.temper, ...customer.client.room.told].sort()).toEqual([0, 1, 4]);
    await trainee.client.until(() => trainee.client.room.player === 'peer', 'the person');
    await customer.client.say('Here I am again.');
    await trainee.client.until(() => trainee.client.room.lines.some(({ text }) => text === 'Here I am again.'));
  });
});
