// Who is late, lost, alone or has had enough: one group of tests for each of the cases that a
// workshop has to live with. Every wait for people is a twentieth of what it is.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ToServer } from '#protocol';
import { Client, type Message } from './support/client.ts';
import { startProxy } from './support/proxy.ts';
import { type Server, startServer } from './support/server.ts';
import { observe } from './support/session.ts';
import { Member, openWorkshop, steer, watchWorkshop } from './support/workshop.ts';

vi.setConfig({ testTimeout: 40_000 });

let server: Server;
beforeAll(async () => {
  server = await startServer('--demo');
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
});

type SetUp = Parameters<typeof openWorkshop>[1];
const twentieth = 5;

interface Scene {
  staff: Client;
  code: string;
  people: Member[];
  trainee: Member;
  customer: Member;
}

/** A workshop whose people sit in their rooms; in play, unless told otherwise. */
async function begin(count: number, how: SetUp = {}, until: 'play' | 'read' = 'play', timePct = 100): Promise<Scene> {
  const { staff, code } = await openWorkshop(server, { patiencePct: twentieth, ...how });
  const people: Member[] = [];
  for (let i = 0; i < count; i++) people.push(await Member.enter(server.port, code, `P${i}`, i === 0 ? timePct : 100));
  steer(staff, 'start');
  for (const one of people) await one.seated();
  if (until === 'play') await play(people);
  const sits = (seat: string) => people.find((one) => one.latest('seated')?.seat === seat) as Member;
  return { staff, code, people, trainee: sits('trainee'), customer: sits('customer') };
}

async function play(people: readonly Member[]) {
  for (const one of people) if (one.latest('seated')?.seat !== 'observer') one.client.send({ kind: 'ready' });
  for (const one of people) await one.client.until(() => one.client.room.phase === 'play', 'play');
}

const lobby = (one: Member, fits: (lobby: Message<'lobby'>) => boolean) =>
  one.client.until(() => fits(one.latest('lobby') as Message<'lobby'>), `the lobby, which is ${JSON.stringify(one.latest('lobby'))}`);
const asked = (one: Member, why: string) => lobby(one, (it) => it.asked === why);
const choose = (one: Member, what: 'bot' | 'watch' | 'wait') => one.client.send({ kind: 'choose', what });
const numberOf = (staff: Client, name: string) =>
  staff.messages.findLast((one) => one.kind === 'workshop')?.people.find((one) => one.name === name)?.person as number;
const suspended = (one: Member) => one.client.until(() => one.client.room.floor.holder === 'suspended', 'a standstill');
const goesOn = (one: Member) => one.client.until(() => one.client.room.floor.holder !== 'suspended', 'the room to go on');

describe.concurrent('a late joiner', () => {
  test('watches two who have no observer, then the next one has the bot', async () => {
    const { code, people } = await begin(2);
    const third = await Member.enter(server.port, code, 'Third');
    expect((await third.seated()).seat).toBe('observer');
    expect(people.map(({ room }) => room)).toContain(third.room);
    const fourth = await Member.enter(server.port, code, 'Fourth');
    expect((await fourth.seated()).seat).toBe('trainee');
    expect(people.map(({ room }) => room)).not.toContain(fourth.room);
  });

  test('with too little of play left he is in the lobby, sees the next start, and is in the next round', async () => {
    const { staff, code } = await begin(1, { pairing: 'bot', sessions: 2, readMs: 1_000, playMs: 4_000 }, 'read');
    await staff.message('workshop', ({ phase, leftMs }) => phase === 'play' && leftMs > 0);
    await new Promise((done) => setTimeout(done, 2_100)); // half of play is gone: nothing else tells
    const late = await Member.enter(server.port, code, 'Late');
    const told = late.latest('lobby') as Message<'lobby'>;
    expect(told).toMatchObject({ placed: false, phase: 'play', session: 1 });
    expect(told.nextMs).toBeGreaterThan(2_500);
    expect(told.nextMs).toBeLessThan(5_000);
    expect((await late.seated()).seat).toBe('trainee');
    await lobby(late, ({ session }) => session === 2);
  });
});

describe.concurrent('a customer is lost', () => {
  test('the clock stands, the bot goes on from where he was, and he has his seat back at the next open floor', async () => {
    const { trainee, customer } = await begin(2);
    await customer.client.say('I sat on boxes for two hours.');
    customer.client.drop();
    await trainee.client.event('link', ({ up }) => !up);
    await suspended(trainee);
    await trainee.client.until(() => trainee.client.room.player === 'bot', 'the bot');
    await goesOn(trainee);
    expect(trainee.client.room.lines.map(({ text }) => text)).toContain('I sat on boxes for two hours.');
    await customer.comeBack();
    await customer.client.message('seated', ({ seat }) => seat === 'customer');
    await trainee.client.until(() => trainee.client.room.player === 'peer', 'the person');
    await customer.client.say('Here I am again.');
    await trainee.client.until(() => trainee.client.room.lines.some(({ text }) => text === 'Here I am again.'));
  });
});

describe.concurrent('a trainee is lost', () => {
  const rows = [
    { choice: 'bot', seat: 'trainee' },
    { choice: 'watch', seat: 'observer' },
  ] as const;
  test.each(rows)('the customer is asked, and chooses $choice', async ({ choice, seat }) => {
    const { staff, people, trainee } = await begin(4);
    const customer = people.find((one) => one !== trainee && one.room === trainee.room) as Member;
    trainee.client.drop();
    await asked(customer, 'trainee_lost');
    expect(customer.latest('lobby')?.mayWatch).toBe(true);
    const before = customer.room;
    choose(customer, choice);
    expect((await customer.seated(before)).seat).toBe(seat);
    // His seat is kept, with the bot as the customer.
    await trainee.comeBack();
    expect(await trainee.seated()).toMatchObject({ room: before, seat: 'trainee' });
    await trainee.client.until(() => trainee.client.room.player === 'bot', 'the bot');
    staff.close();
  });

  test('he would rather wait, and is not asked again', async () => {
    const { trainee, customer } = await begin(2);
    trainee.client.drop();
    await asked(customer, 'trainee_lost');
    choose(customer, 'wait');
    await asked(customer, 'nothing');
    await trainee.comeBack();
    expect(await trainee.seated()).toMatchObject({ room: customer.room, seat: 'trainee' });
    await goesOn(customer);
    expect(customer.client.room.player).toBe('peer');
  });

  test('without an answer the bot is chosen for him; the marks so far are kept, and do not add up', async () => {
    const { staff, trainee, customer } = await begin(2);
    const { room } = trainee;
    const grader = await observe(server, room);
    grader.send({ kind: 'mark', id: 71, item: 'L1', level: 4, version: 0, accepts: false, reason: '' });
    await grader.message('ack', ({ id }) => id === 71);
    trainee.client.drop();
    await asked(customer, 'trainee_lost');
    expect((await customer.seated(room)).seat).toBe('trainee');
    steer(staff, 'end');
    await grader.event('phase', ({ phase }) => phase === 'debrief');
    grader.send({ kind: 'release', id: 72, on: true });
    expect((await grader.message('error', ({ ref }) => ref === 72)).code).toBe('incomplete');
    expect(grader.told.map(({ event }) => event.kind)).toContain('mark');
  });

  test('nobody chooses who was not asked', async () => {
    const { customer } = await begin(2);
    choose(customer, 'bot');
    expect(await customer.client.message('error')).toMatchObject({ code: 'wrong_phase', ref: 60 });
    const stranger = await Client.open(server.port);
    stranger.send({ kind: 'choose', what: 'bot' });
    expect(await stranger.message('error')).toMatchObject({ code: 'denied', ref: 60 });
  });
});

describe.concurrent('a refresh', () => {
  test('keeps the seat; missed events come by number, and a message sent twice is there once', async () => {
    const { trainee, customer } = await begin(2);
    const line = await customer.client.say('I sat on boxes for two hours.', { id: 1 });
    const { room } = customer;
    const { seen } = customer.client;
    customer.client.drop();
    customer.client = await Client.open(server.port, undefined, customer.name);
    customer.client.seen = seen;
    customer.client.send({ kind: 'comeBack', token: customer.token, room, n: seen });
    const seated = await customer.client.message('seated');
    expect(seated).toMatchObject({ room, seat: 'customer', lastId: 1 });
    customer.client.sayNow('I sat on boxes for two hours.', { id: 1 });
    expect((await customer.client.message('ack')).id).toBe(1);
    await customer.client.event('link');
    expect(customer.client.told[0]?.n).toBe(seen + 1);
    await trainee.client.event('link', ({ up }) => up);
    expect(trainee.client.room.lines.filter(({ text }) => text.startsWith('I sat'))).toHaveLength(1);
    expect(line).toBeGreaterThan(0);
  });

  test('in the lobby, while reading and in the debrief it leads back to the same place', async () => {
    const { staff, people } = await begin(2, { debriefMs: 60_000 }, 'read');
    const [one] = people as [Member];
    const { room } = one;
    await one.comeBack();
    expect((await one.seated()).room).toBe(room);
    await play(people);
    const grader = await observe(server, room);
    grader.send({ kind: 'control', what: 'end', actMs: 0, reason: '' });
    await grader.event('phase', ({ phase }) => phase === 'debrief');
    await one.comeBack();
    expect((await one.seated()).room).toBe(room);
    await one.client.until(() => one.client.room.phase === 'debrief', 'the debrief');
    staff.close();
  });
});

describe.concurrent('two tabs', () => {
  test('the newest takes over and the old one is told; a reconnect of the same tab is not told so', async () => {
    const { trainee } = await begin(2);
    const open = async (tab: string) => {
      const client = await Client.open(server.port, undefined, tab);
      client.send({ kind: 'comeBack', token: trainee.token, room: '', n: 0 });
      trainee.token = (await client.message('member')).token;
      return client;
    };
    const old = trainee.client;
    const newer = await open('another tab');
    expect(await old.closed()).toBe(4010);
    expect(await newer.message('seated')).toMatchObject({ room: trainee.room, seat: 'trainee' });
    await open('another tab');
    expect(await newer.closed()).not.toBe(4010);
  });
});

describe.concurrent('the instructor drops', () => {
  test('rooms go on, people are told after a while, Stop works, and no new session begins until he is back', async () => {
    const times = { sessions: 2, readMs: 1_000, playMs: 7_500, debriefMs: 1_000, switchMs: 1_000 };
    const { staff, code, trainee, customer } = await begin(2, times);
    staff.drop();
    await lobby(trainee, ({ staffAway }) => staffAway);
    await customer.client.say('I sat on boxes for two hours.');
    customer.client.send({ kind: 'stop', on: true });
    await suspended(trainee);
    customer.client.send({ kind: 'stop', on: false });
    await goesOn(trainee);
    await lobby(trainee, ({ phase, leftMs }) => phase === 'switch' && leftMs === 0);
    expect(trainee.latest('lobby')?.session).toBe(1);
    await watchWorkshop(server, code);
    await lobby(trainee, ({ session, staffAway }) => session === 2 && !staffAway);
  });
});

describe.concurrent('Stop is pressed', () => {
  async function stopped() {
    const scene = await begin(2);
    scene.customer.client.send({ kind: 'stop', on: true });
    await suspended(scene.trainee);
    await suspended(scene.customer);
    await scene.staff.message('wall', ({ tiles }) => tiles.some(({ need }) => need === 'stopped'));
    return scene;
  }

  test('the room stands still for both, the partner is not told who it was, and staff let it go on', async () => {
    const { trainee, customer } = await stopped();
    const controls = trainee.client.told.flatMap(({ event }) => (event.kind === 'control' ? [event] : []));
    expect(controls.every(({ by }) => by === undefined)).toBe(true);
    const grader = await observe(server, trainee.room);
    grader.send({ kind: 'control', what: 'resume', actMs: 0, reason: '' });
    await goesOn(trainee);
    await goesOn(customer);
  });

  test('staff swap in the bot: the room is the bot\'s, and the customer is asked what he would like', async () => {
    const { staff, trainee, customer } = await stopped();
    steer(staff, 'bot', numberOf(staff, trainee.name));
    await trainee.client.until(() => trainee.client.room.player === 'bot', 'the bot');
    await asked(customer, 'alone');
    choose(customer, 'wait');
    await asked(customer, 'nothing');
  });

  test('staff pair them anew: both rooms begin once more, and what was said stays in the old one', async () => {
    const { staff, people, trainee } = await begin(4);
    const others = people.filter((one) => one.room !== trainee.room);
    const [other] = others as [Member];
    const was = other.latest('seated')?.seat;
    steer(staff, 'swap', numberOf(staff, trainee.name), numberOf(staff, other.name));
    const before = { trainee: trainee.room, other: other.room };
    expect((await other.seated(before.other)).seat).toBe('trainee');
    expect((await trainee.seated(before.trainee)).seat).toBe(was);
    expect(new Set([before.trainee, before.other, trainee.room, other.room]).size).toBe(4);
    const grader = await observe(server, before.trainee);
    await grader.event('phase', ({ phase }) => phase === 'debrief');
  });

  test('Remove lets him in again under his name; Remove and block does not, nor by the old token', async () => {
    const { staff, code, customer, trainee } = await stopped();
    steer(staff, 'remove', numberOf(staff, customer.name));
    await customer.client.closed();
    const again = await Member.enter(server.port, code, customer.name);
    steer(staff, 'block', (await staff.message('workshop', ({ people }) => people.some(({ person }) => person === 2))).people.find(({ person }) => person === 2)?.person);
    await again.client.closed();
    const enter = async (how: Partial<Extract<ToServer, { kind: 'enter' }>>) => {
      const guest = await Client.open(server.port);
      guest.send({ kind: 'enter', code, name: 'Somebody', timePct: 100, ...how });
      await guest.until(() => guest.messages.some(({ kind }) => kind === 'member' || kind === 'error'));
      return guest.messages.some(({ kind }) => kind === 'member');
    };
    expect(await enter({ name: again.name.toUpperCase() })).toBe(false);
    expect(await enter({ token: again.token })).toBe(false);
    expect(await enter({})).toBe(true);
    expect(trainee.client.closeCode).toBeNull();
  });
});

describe.concurrent('abuse outside of the role', () => {
  test('the room is frozen by staff, and no word of it is deleted', async () => {
    const { trainee, customer } = await begin(2);
    await customer.client.say('You are all idiots, every one of you.');
    const grader = await observe(server, trainee.room);
    grader.send({ kind: 'control', what: 'pause', actMs: 0, reason: '' });
    await suspended(trainee);
    expect(grader.room.lines.map(({ text }) => text)).toContain('You are all idiots, every one of you.');
  });
});

describe.concurrent('odd numbers', () => {
  test('three in pairs: one has the bot, and staff see who', async () => {
    const { staff } = await begin(3);
    const { people } = await staff.message('workshop', (one) => one.phase === 'read' && one.people.every(({ group }) => group > 0));
    const size = (group: number) => people.filter((one) => one.group === group).length;
    expect(people.map(({ group }) => size(group)).sort()).toEqual([1, 2, 2]);
  });

  test('four in threes: two pairs', async () => {
    const { people } = await begin(4, { pairing: 'threes' });
    expect(new Set(people.map(({ room }) => room)).size).toBe(2);
    expect(people.map((one) => one.latest('seated')?.seat).sort()).toEqual(['customer', 'customer', 'trainee', 'trainee']);
  });
});

describe.concurrent('extra time', () => {
  test('the room has the larger allowance as a longer clock, and the session waits up to its buffer', async () => {
    const times = { readMs: 1_000, playMs: 4_000, bufferMs: 2_000 };
    const { staff, people, trainee, customer } = await begin(4, times, 'read', 200);
    for (const one of people) await one.client.until(() => one.client.room.phase === 'play', 'play');
    const ends = (one: Member) => one.client.told.flatMap(({ event, atMs }) => (event.kind === 'phase' && event.phase === 'play' ? [event.endsMs - atMs] : []))[0];
    const slow = people[0] as Member;
    const lengths = new Map(people.map((one) => [one.room, ends(one)]));
    expect(lengths.get(slow.room)).toBe(6_000); // twice as long, but for the buffer
    expect([...lengths.values()].sort()).toEqual([4_000, 6_000]);
    const grader = await observe(server, slow.room);
    const told = grader.told.flatMap(({ event }) => (event.kind === 'seated' && event.player !== 'bot' ? [event.timePct] : []));
    expect(new Set(told)).toEqual(new Set([200]));
    // Nobody else is told whose it is.
    for (const one of [trainee, customer])
      expect(one.client.told.flatMap(({ event }) => (event.kind === 'seated' ? [event.timePct] : [])).every((pct) => pct === undefined)).toBe(true);
    await slow.client.until(() => slow.client.room.phase === 'debrief', 'the debrief');
    const { phase } = staff.messages.findLast((one) => one.kind === 'workshop') as Message<'workshop'>;
    expect(['play', 'wrap', 'debrief']).toContain(phase);
  });
});

describe.concurrent('the instructor runs over', () => {
  test('a minute more for one room, and for all, as often as he likes, and each is told', async () => {
    const { staff, people } = await begin(4);
    const [one] = people as [Member];
    const other = people.find(({ room }) => room !== one.room) as Member;
    const was = [one, other].map(({ client }) => client.room.phaseEndsMs as number);
    const longer = async (member: Member, before: number | undefined, minutes: number) =>
      member.client.until(() => member.client.room.phaseEndsMs === (before ?? 0) + minutes * 60_000, `${minutes} minutes more`);
    const { group } = (await staff.message('workshop', (it) => it.people.some(({ name, group: g }) => name === one.name && g > 0))).people.find(({ name }) => name === one.name) as { group: number };
    steer(staff, 'extend_room', group);
    await longer(one, was[0], 1);
    steer(staff, 'extend_room', group);
    steer(staff, 'extend');
    await longer(one, was[0], 3);
    await longer(other, was[1], 1);
    expect(one.client.told.filter(({ event }) => event.kind === 'extended')).toHaveLength(3);
    expect(other.client.told.filter(({ event }) => event.kind === 'extended')).toHaveLength(1);
  });

  test('all stand still: the clock does, and moves on afterwards; the bell rings', async () => {
    const { staff, people } = await begin(2, {}, 'read');
    const [one] = people as [Member];
    steer(staff, 'bell');
    await lobby(one, ({ bells }) => bells === 1);
    steer(staff, 'pause');
    await lobby(one, ({ paused }) => paused);
    const { leftMs } = one.latest('lobby') as Message<'lobby'>;
    await play(people); // whoever was reading stands still as soon as he plays
    for (const person of people) await suspended(person);
    steer(staff, 'resume');
    await lobby(one, ({ paused }) => !paused);
    expect(Math.abs((one.latest('lobby') as Message<'lobby'>).leftMs - leftMs)).toBeLessThan(500);
    for (const person of people) await goesOn(person);
  });
});

describe.concurrent('a slow network', () => {
  test('over 800 ms it is told, and messages and chips still come through', async () => {
    const { trainee, customer } = await begin(2);
    const proxy = await startProxy(server.port, 450);
    await trainee.comeBack(proxy.port);
    await trainee.seated();
    await trainee.client.until(() => trainee.client.messages.some((one) => one.kind === 'link' && one.rttMs > 800), 'the badge', 40_000);
    await trainee.client.say('', { chip: 'mm_hm', yield: false });
    await trainee.client.say('You waited two hours.');
    await customer.client.until(() => customer.client.room.lines.some(({ text }) => text === 'You waited two hours.'), 'the line');
    await proxy.close();
  });
});

describe.concurrent('nobody to pair', () => {
  test('after 30 s alone in a started round the bot is offered, and one tap brings it', async () => {
    const { code, staff } = await begin(1, { pairing: 'bot', readMs: 1_000, playMs: 8_000 }, 'read');
    await staff.message('workshop', ({ phase }) => phase === 'play');
    await new Promise((done) => setTimeout(done, 4_200)); // half of play is gone: nothing else tells
    const late = await Member.enter(server.port, code, 'Late');
    const came = Date.now();
    await asked(late, 'alone');
    expect(Date.now() - came).toBeGreaterThan(1_200);
    choose(late, 'bot');
    expect((await late.seated()).seat).toBe('trainee');
  });
});

describe.concurrent('a wrong code', () => {
  test('one that opens nothing is known before a name is given; a good one tells what it opens', async () => {
    const { staff, code } = await openWorkshop(server);
    const lookUp = async (one: string) => {
      const guest = await Client.open(server.port);
      guest.send({ kind: 'lookUp', code: one });
      await guest.until(() => guest.messages.some(({ kind }) => kind === 'lobby' || kind === 'error'));
      return guest.messages.find(({ kind }) => kind === 'lobby' || kind === 'error');
    };
    expect(await lookUp(`${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ kind: 'lobby', title: 'May cohort', placed: false });
    expect(await lookUp('BCDFGH')).toMatchObject({ kind: 'error', code: 'not_found' });
    steer(staff, 'end');
    await staff.message('workshop', ({ phase }) => phase === 'over');
    expect(await lookUp(code)).toMatchObject({ kind: 'error', code: 'not_found' });
  });

  test('whoever is one too many is told that it is full', async () => {
    const { code } = await openWorkshop(server);
    for (let i = 0; i < 200; i++) {
      const client = await Client.open(server.port, undefined, `tab ${i}`);
      client.send({ kind: 'enter', code, name: `P${i}`, timePct: 100 });
      await client.message('member');
      client.close();
    }
    const client = await Client.open(server.port);
    client.send({ kind: 'enter', code, name: 'Last', timePct: 100 });
    expect(await client.message('error')).toMatchObject({ code: 'full', ref: 52 });
  });
});
