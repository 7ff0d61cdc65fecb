// What staff do in a workshop and its rooms beside marking: taking the customer's part and giving it
// back, joining as the colleague, the queue of ended rooms, and what the projector is shown.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { mayTalk, observe, practise, secretOf } from './support/session.ts';
import { binary, type Server, startServer } from './support/server.ts';
import { Member, openWorkshop, steer, watchWorkshop } from './support/workshop.ts';

const data = mkdtempSync(join(tmpdir(), 'hearout-desk-'));
let server: Server;
beforeAll(async () => {
  server = await startServer('--demo', '--data', data);
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(data, { recursive: true, force: true });
});

const verify = (room: string) =>
  expect(execFileSync(binary, ['replay', room, '--verify', '--data', data], { encoding: 'utf8' })).toMatch(/^verified/m);
const texts = (client: Client) => client.room.lines.map(({ text }) => text);
const end = { kind: 'control', what: 'end', actMs: 0, reason: '' } as const;
const handOver = (trainee: Client, id: number) =>
  trainee.send({ kind: 'action', id, what: 'hand_over', text: 'Mr Cole lost his deposit; he wants it back.' });

/** Two in pairs who play, and the instructor who watches their workshop and room. */
async function pair(how = {}) {
  const { staff, code } = await openWorkshop(server, { playMs: 120_000, ...how });
  const members = await Promise.all(['Asha', 'Ben'].map((name) => Member.enter(server.port, code, name)));
  steer(staff, 'start');
  for (const one of members) {
    await one.seated();
    one.client.send({ kind: 'ready' });
  }
  const by = (seat: string) => members.find((one) => one.latest('seated')?.seat === seat) as Member;
  const [trainee, customer] = [by('trainee'), by('customer')];
  await trainee.client.event('phase', ({ phase }) => phase === 'play');
  staff.send({ kind: 'watchGroup', session: 0, group: 1, n: 0 });
  expect((await staff.message('seated')).room).toBe(trainee.room);
  return { staff, code, trainee, customer };
}

describe('in the customer\'s place', () => {
  test('from the bot: disclosed, with his floor, and he goes on from the same temper and facts', { timeout: 60_000 }, async () => {
    const { trainee, room } = await practise(server);
    const staff = await observe(server, room);
    expect((await staff.message('seated')).card.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['may_offer', 'facts']),
    );
    await trainee.until(() => trainee.room.lines.length > 0, 'his first words');
    await staff.until(() => staff.room.facts.length > 0, 'a fact');
    staff.sayNow('too early');
    expect(await staff.message('error')).toMatchObject({ code: 'denied', ref: 8 });
    const facts = staff.room.facts.length;
    staff.send({ kind: 'playCustomer', on: true });
    expect(await staff.message('playing')).toMatchObject({ on: true });
    await trainee.until(() => trainee.room.player === 'instructor', 'the instructor');
    await staff.say('And nobody rang me. Not once.');
    await trainee.until(() => texts(trainee).includes('And nobody rang me. Not once.'));
    expect(trainee.room.lines.at(-1)?.party).toBe('customer');
    const anger = staff.room.deltas.at(-1)?.angerNow;

    const second = await observe(server, room);
    second.send({ kind: 'playCustomer', on: true });
    expect(await second.message('error')).toMatchObject({ code: 'seat_taken' });
    second.sayNow('not mine');
    expect(await second.message('error', ({ ref }) => ref === 8)).toMatchObject({ code: 'denied' });

    staff.send({ kind: 'playCustomer', on: false });
    await trainee.until(() => trainee.room.player === 'bot', 'the bot');
    expect(staff.room.facts.length).toBe(facts);
    await mayTalk(trainee);
    const before = trainee.room.lines.length;
    await trainee.say('What would put this right for you?');
    await trainee.until(() => trainee.room.lines.length > before + 1, 'an answer', 30_000);
    expect(staff.room.deltas.find(({ atMs }) => atMs > staff.room.lastMs - 60_000)).toBeDefined();
    expect(anger).toBeGreaterThan(0);
    staff.send(end);
    await staff.event('phase', ({ phase }) => phase === 'debrief');
    for (const one of [trainee, staff, second]) one.close();
    verify(room);
  });

  test('from a peer, who watches meanwhile and has his part back', { timeout: 60_000 }, async () => {
    const { staff, trainee, customer } = await pair();
    await customer.client.say('I sat on boxes for two hours.');
    customer.client.send({ kind: 'compose', state: 'start' });
    staff.send({ kind: 'playCustomer', on: true });
    await customer.client.message('seated', ({ seat }) => seat === 'observer');
    await trainee.client.until(() => trainee.client.room.player === 'instructor', 'the instructor');
    await trainee.client.until(() => !trainee.client.room.composing.customer, 'nobody typing');
    const id = (await staff.message('playing')).lastId;
    await staff.say('Now listen to me.', { id: id + 1 });
    await customer.client.until(() => texts(customer.client).includes('Now listen to me.'));
    staff.send({ kind: 'playCustomer', on: false });
    await customer.client.until(() => customer.latest('seated')?.seat === 'customer', 'his part');
    await customer.client.say('It is me again.');
    await trainee.client.until(() => texts(trainee.client).includes('It is me again.'));
    expect(trainee.client.room.player).toBe('peer');
    staff.send(end);
    await staff.event('phase', ({ phase }) => phase === 'debrief');
    verify(trainee.room);
  });
});

describe('his temper and his ticks', () => {
  const his = [
    { kind: 'temper', level: 3 },
    { kind: 'tell', line: 1, on: true },
    { kind: 'recognise', what: 'thats_right', line: 1 },
  ] as const;

  test('are staff\'s who hold the seat, and nobody else\'s', { timeout: 60_000 }, async () => {
    const { staff, code, trainee } = await pair();
    const second = await watchWorkshop(server, code);
    second.send({ kind: 'watchGroup', session: 0, group: 1, n: 0 });
    await second.message('seated');
    const refused = async (one: Client) => {
      const before = one.messages.length;
      for (const message of his) one.send(message);
      const errors = () => one.messages.slice(before).flatMap((told) => (told.kind === 'error' ? [told.code] : []));
      await one.until(() => errors().length === his.length, 'three refusals');
      expect(errors()).toEqual(['denied', 'denied', 'denied']);
    };
    await trainee.client.say('Let me look at your booking.');
    await refused(staff);
    staff.send({ kind: 'playCustomer', on: true });
    await staff.message('playing');
    for (const message of his) staff.send(message);
    await staff.event('delta', ({ change, angerNow }) => change === 'temper' && angerNow === 30);
    await staff.event('told', ({ line, on }) => line === 1 && on);
    await trainee.client.event('recognised', ({ cited }) => cited === 1);
    await refused(second);
    expect(trainee.client.told.map(({ event }) => event.kind)).not.toContain('temper');
    staff.send({ kind: 'playCustomer', on: false });
    await trainee.client.until(() => trainee.client.room.player === 'peer', 'the peer');
    await refused(staff);
    verify(trainee.room);
  });
});

describe('a report of abuse', () => {
  test('stands on every wall until staff have looked, and in the queue', { timeout: 60_000 }, async () => {
    const { staff, code, customer } = await pair({ debriefMs: 60_000 });
    const wall = await watchWorkshop(server, code);
    await customer.client.say('I sat on boxes for two hours.');
    customer.client.send({ kind: 'report', text: 'He threatened me.' });
    const { tiles } = await wall.message('wall', (one) => one.tiles.some(({ reportedS }) => reportedS > 0));
    expect(tiles[0]).toMatchObject({ need: 'reported', reportedBy: 'customer', group: 1 });
    expect(tiles[0]?.attention).toBeGreaterThanOrEqual(85); // staff look already: 15 less
    const told = wall.messages.length;
    await wall.until(
      () => wall.messages.slice(told).some((one) => one.kind === 'wall' && one.tiles[0]?.reportedS === 0),
      'somebody of the staff to have seen it', 15_000,
    );
    staff.send(end);
    const { rooms } = await wall.message('queue', (queue) => queue.waiting === 1);
    expect(rooms[0]).toMatchObject({ group: 1, reported: true });
  });
});

describe('bringing in a colleague', () => {
  test('staff are asked on the wall, join, speak as the colleague, and hand over', { timeout: 60_000 }, async () => {
    const { staff, code, trainee, customer } = await pair();
    const wall = await watchWorkshop(server, code);
    await customer.client.say('I sat on boxes for two hours.');
    staff.send({ kind: 'colleague', on: true });
    expect(await staff.message('error')).toMatchObject({ code: 'wrong_phase', ref: 34 });
    handOver(trainee.client, 50);
    expect((await customer.client.event('colleagueOffer')).untilMs).toBeGreaterThan(0);
    await wall.message('wall', ({ tiles }) => tiles.some(({ need }) => need === 'colleague'));
    staff.send({ kind: 'colleague', on: true });
    await trainee.client.event('colleague', ({ on, by }) => on && by === 'Instructor');
    staff.send({ kind: 'colleagueSay', id: 7, text: 'Good afternoon. I can refund the deposit myself.' });
    await staff.message('ack', ({ id }) => id === 7);
    await customer.client.event('colleagueSaid', ({ text }) => text.startsWith('Good afternoon'));
    await customer.client.say('Finally. Thank you.');
    wall.send({ kind: 'watchGroup', session: 0, group: 1, n: 0 });
    await wall.message('seated');
    wall.send({ kind: 'colleagueSay', id: 8, text: 'Me too.' });
    expect(await wall.message('error')).toMatchObject({ code: 'wrong_phase', ref: 8 });
    staff.send({ kind: 'colleague', on: false });
    expect(await trainee.client.event('outcome')).toMatchObject({ outcome: 'handed_over' });
    verify(trainee.room);
  });

  test('without staff it is handed over at once; nobody waits longer than 20 s for those who are', { timeout: 60_000 }, async () => {
    const { trainee: alone, room } = await practise(server);
    await alone.until(() => alone.room.lines.length > 0, 'his first words');
    handOver(alone, 50);
    const { trainee, room: watched } = await practise(server);
    const staff = await observe(server, watched);
    const lent = await practise(server);
    const player = await observe(server, lent.room);
    await trainee.until(() => trainee.room.lines.length > 0, 'his first words');
    player.send({ kind: 'playCustomer', on: true });
    await player.message('playing');
    player.drop();
    const began = Date.now();
    handOver(trainee, 50);
    const { untilMs } = await trainee.event('colleagueOffer');
    expect(untilMs - trainee.room.lastMs).toBeLessThanOrEqual(20_000);
    await lent.trainee.event('link', ({ up }) => !up);
    await alone.event('outcome', ({ outcome }) => outcome === 'handed_over');
    expect(alone.told.some(({ event }) => event.kind === 'colleagueOffer')).toBe(false);
    await lent.trainee.until(() => lent.trainee.room.player === 'bot', 'the bot', 25_000);
    await trainee.event('colleagueOffer', (offer) => offer.untilMs === 0);
    expect(Date.now() - began).toBeGreaterThan(18_000);
    staff.send(end);
    await trainee.event('phase', ({ phase }) => phase === 'debrief');
    for (const one of [alone, trainee, staff]) one.close();
    for (const one of [room, watched]) verify(one);
  });
});

describe('the desk of a workshop', () => {
  test('ended rooms queue until their marks are out, through a restart', { timeout: 60_000 }, async () => {
    const own = mkdtempSync(join(tmpdir(), 'hearout-queue-'));
    const first = await startServer('--demo', '--data', own);
    const { staff, code } = await openWorkshop(first, { pairing: 'bot', debriefMs: 1_000, sessions: 2 });
    const asha = await Member.enter(first.port, code, 'Asha');
    steer(staff, 'start');
    await asha.seated();
    asha.client.send({ kind: 'ready' });
    await asha.client.event('phase', ({ phase }) => phase === 'play');
    staff.send({ kind: 'watchGroup', session: 0, group: 1, n: 0 });
    await staff.message('wall', ({ tiles }) => tiles[0]?.seenBy === 'Instructor' && tiles[0].seenS === 0);
    staff.send(end);
    const queue = await staff.message('queue', ({ waiting }) => waiting === 1);
    expect(queue.rooms[0]).toMatchObject({ session: 1, group: 1, trainee: 'Asha', marked: 0, items: 5 });
    staff.send({ kind: 'mark', id: 1, item: 'L1', level: 3, version: 0, accepts: false, reason: '' });
    await staff.message('queue', ({ rooms }) => rooms[0]?.marked === 1);
    steer(staff, 'end');
    await staff.message('workshop', ({ phase }) => phase === 'over');
    first.signal('SIGKILL');
    await first.exited;

    const second = await startServer('--demo', '--data', own);
    const back = await watchWorkshop(second, code);
    await back.message('queue', ({ rooms }) => rooms[0]?.marked === 1 && rooms[0].session === 1);
    back.send({ kind: 'watchGroup', session: 1, group: 1, n: 0 });
    await back.message('seated');
    back.send({ kind: 'watchGroup', session: 1, group: 2, n: 0 });
    expect(await back.message('error')).toMatchObject({ code: 'not_found' });
    expect(await second.stop(), second.log()).toBe(0);
    rmSync(own, { recursive: true, force: true });
  });

  test('a room that people were taken out of queues beside the one that they began anew', { timeout: 60_000 }, async () => {
    const { staff, code, trainee, customer } = await pair({ debriefMs: 60_000 });
    const old = trainee.room;
    await customer.client.say('I sat on boxes for two hours.');
    const { people } = await staff.message('workshop', (one) => one.people.length === 2 && one.people.every(({ group }) => group === 1));
    const [one, other] = people.map(({ person }) => person);
    steer(staff, 'swap', one, other);
    for (const member of [trainee, customer]) {
      await member.seated(old);
      member.client.send({ kind: 'ready' });
    }
    const first = await staff.message('queue', ({ waiting }) => waiting === 1);
    expect(first.rooms[0]).toMatchObject({ session: 1, group: 1, take: 0, trainee: trainee.name });
    await trainee.client.until(() => trainee.client.room.phase === 'play', 'the new room to play');
    steer(staff, 'end');
    const both = await staff.message('queue', ({ waiting }) => waiting === 2);
    expect(both.rooms.map(({ take, trainee: who }) => [take, who])).toEqual([[0, trainee.name], [1, customer.name]]);
    const wall = await watchWorkshop(server, code);
    for (const [take, room] of [[0, old], [1, trainee.room]] as const) {
      wall.send({ kind: 'watchGroup', session: 1, group: 1, n: 0, take });
      await wall.message('seated', (seated) => seated.room === room);
    }
    wall.send({ kind: 'watchGroup', session: 1, group: 1, n: 0, take: 2 });
    expect(await wall.message('error')).toMatchObject({ code: 'not_found' });
    for (const room of [old, trainee.room]) verify(room);
  });

  test('the projector gets the floor of all, and one moment without a name; nobody else may pin', { timeout: 30_000 }, async () => {
    const { staff, code, trainee, customer } = await pair();
    const screen = await Client.open(server.port);
    screen.send({ kind: 'project', code });
    expect(await screen.message('pinned')).toMatchObject({ lines: [] });
    const line = await customer.client.say(`${trainee.name}, I am ${customer.name}. ${trainee.name}'s boxes!`);
    await screen.message('lane', (lane) => lane.customer + lane.trainee + lane.open === 1);
    staff.send({ kind: 'pin', first: line, last: line, on: true });
    const { lines } = await screen.message('pinned', (one) => one.lines.length === 1);
    expect(lines).toEqual([{ party: 'customer', text: "Trainee, I am Customer. Trainee's boxes!" }]);
    staff.send({ kind: 'pin', first: 0, last: 0, on: false });
    await screen.until(() => screen.messages.findLast(({ kind }) => kind === 'pinned')?.kind === 'pinned'
      && screen.messages.filter(({ kind }) => kind === 'pinned').length === 3);
    const seen = Buffer.concat(screen.frames).toString('latin1');
    expect(seen).not.toMatch(new RegExp(`${trainee.name}|${customer.name}`));
    expect(new Set(screen.messages.map(({ kind }) => kind))).toEqual(new Set(['welcome', 'lobby', 'lane', 'pinned']));

    trainee.client.send({ kind: 'pin', first: 1, last: 1, on: true });
    expect(await trainee.client.message('error')).toMatchObject({ code: 'denied', ref: 36 });
    const stranger = await observe(server, trainee.room);
    stranger.send({ kind: 'pin', first: 1, last: 1, on: true });
    expect(await stranger.message('error')).toMatchObject({ code: 'denied', ref: 36 });
    stranger.send({ kind: 'watchGroup', session: 0, group: 1, n: 0 });
    expect(await stranger.message('error', ({ ref }) => ref === 37)).toMatchObject({ code: 'denied' });
    const guest = await Client.open(server.port, secretOf(server, 'trainee'));
    guest.send({ kind: 'playCustomer', on: true });
    expect(await guest.message('error')).toMatchObject({ code: 'denied', ref: 33 });
  });
});
