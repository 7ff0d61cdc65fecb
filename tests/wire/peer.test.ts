// A person plays the customer, over real connections: what he says beside the talk and who learns of
// it, stops and reports, the closing question, an observer, and that the log decides itself.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoomEvent, ToServer } from '#protocol';
import { Client } from './support/client.ts';
import { observe, secretOf } from './support/session.ts';
import { binary, type Server, startServer } from './support/server.ts';
import { Member, openWorkshop, steer } from './support/workshop.ts';

const data = mkdtempSync(join(tmpdir(), 'hearout-peer-'));
let server: Server;
beforeAll(async () => {
  server = await startServer('--demo', '--data', data);
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(data, { recursive: true, force: true });
});

const verified = (room: string) =>
  expect(execFileSync(binary, ['replay', room, '--verify', '--data', data], { encoding: 'utf8' })).toMatch(/^verified/m);

/** Two people in one room, in play, and an instructor who watches. */
async function pair() {
  const trainee = await Client.open(server.port, secretOf(server, 'trainee'), 'a');
  const { room } = await trainee.join();
  const customer = await Client.open(server.port, secretOf(server, 'customer'), 'b');
  const seated = await customer.join({ name: 'Tom' });
  for (const one of [trainee, customer]) one.send({ kind: 'ready' });
  await customer.event('phase', ({ phase }) => phase === 'play');
  const staff = await observe(server, room);
  return { trainee, customer, staff, room, seated, close: () => [trainee, customer, staff].forEach((one) => one.close()) };
}

const kinds = (client: Client) => client.told.map(({ event }) => event.kind);
const recalledKinds = (client: Client) =>
  client.messages.flatMap((one) => (one.kind === 'recalled' ? [one.event.kind] : []));
const latest = <Kind extends RoomEvent['kind']>(client: Client, kind: Kind) =>
  client.told.findLast(({ event }) => event.kind === kind)?.event as Extract<RoomEvent, { kind: Kind }>;

describe('the card', () => {
  test('says what there is to tell, and which lines are ticked', async () => {
    const { seated, close } = await pair();
    const part = (name: string) => seated.card.find((one) => one.part === name);
    const words = part('openings')?.lines.join(' ').split(' ').length ?? 0;
    expect(part('openings')?.lines).toHaveLength(3);
    expect(words).toBeGreaterThanOrEqual(60);
    expect(words).toBeLessThanOrEqual(90);
    expect(part('facts')?.ticks).toBe(0b1111);
    expect(part('limits')?.lines.length).toBeGreaterThan(0);
    close();
  });
});

describe('temper and ticks', () => {
  test('move what staff see; the trainee gets not a byte of them', async () => {
    const { trainee, customer, staff, room, close } = await pair();
    expect((await customer.event('temper')).level).toBe(7);
    await customer.say('I booked your truck for 1 pm.');
    await trainee.event('delivered');
    const frames = trainee.frames.length;
    customer.send({ kind: 'temper', level: 9 });
    customer.send({ kind: 'tell', line: 1, on: true });
    await staff.event('delta', ({ change, angerNow }) => change === 'temper' && angerNow === 90);
    await staff.event('revealed', ({ fact, key }) => fact === 3 && key);
    await customer.event('temper', ({ level }) => level === 9);
    await customer.event('told', ({ line, on }) => line === 1 && on);
    customer.send({ kind: 'tell', line: 1, on: false });
    await staff.event('revealed', ({ undone }) => undone === true);
    customer.send({ kind: 'tell', line: 0, on: true });
    await staff.until(() => staff.room.facts.length === 3, 'three facts');
    expect(trainee.frames.length).toBe(frames);
    staff.send({ kind: 'listRooms' });
    const list = await staff.message('rooms', ({ rooms }) => rooms.some((one) => one.room === room));
    expect(list.rooms.find((one) => one.room === room)?.anger).toBe(90);
    await customer.say('That is all.');
    for (const hidden of ['temper', 'told', 'revealed', 'delta']) expect(kinds(trainee)).not.toContain(hidden);
    for (const hidden of ['revealed', 'delta']) expect(kinds(customer)).not.toContain(hidden);
    verified(room);
    close();
  });

  const wrong: ToServer[] = [
    { kind: 'temper', level: 3 },
    { kind: 'tell', line: 1, on: true },
    { kind: 'recognise', what: 'thats_right', line: 1 },
    { kind: 'view', id: 1, item: 'L1', level: 3 },
  ];
  test.each(wrong)('a trainee may not $kind', async (message) => {
    const { trainee, close } = await pair();
    trainee.send(message);
    expect((await trainee.message('error')).code).toBe('denied');
    close();
  });

  test('a line that is no fact, or ticked already, is refused', async () => {
    const { customer, close } = await pair();
    for (const [line, on] of [[7, true], [1, false]] as const) customer.send({ kind: 'tell', line, on });
    await customer.until(() => customer.messages.filter(({ kind }) => kind === 'error').length === 2, 'two refusals');
    close();
  });
});

describe('recognition', () => {
  test('is said aloud: both sides see it, and graders get a hint', async () => {
    const { trainee, customer, staff, room, close } = await pair();
    await customer.say('Two hours I stood there.');
    const line = await trainee.say('You stood there for two hours, and nobody had told you. Have I got that right?');
    customer.send({ kind: 'recognise', what: 'thats_right', line });
    expect(await trainee.event('recognised')).toMatchObject({ what: 'thats_right', cited: line });
    expect(await staff.event('hint', ({ item, level }) => item === 'L5' && level === 5)).toMatchObject({ cited: line });
    expect(kinds(trainee)).not.toContain('hint');
    expect(kinds(customer)).not.toContain('hint');
    customer.send({ kind: 'recognise', what: 'feel_heard', line: 999 });
    expect((await customer.message('error')).code).toBe('wrong_phase');
    verified(room);
    close();
  });
});

describe('stops and reports', () => {
  test('are told to staff alone', async () => {
    const { trainee, customer, staff, room, close } = await pair();
    for (let i = 0; i < 23; i++) await customer.say(`Line ${i + 1}.`);
    await trainee.until(() => trainee.room.lines.length === 23, 'every line');
    const frames = trainee.frames.length;
    customer.send({ kind: 'report', text: 'He threatened me, ZEBRA.' });
    await customer.message('reportKept');
    expect(await staff.event('reported')).toMatchObject({ by: 'customer', from: 4, upto: 23, text: 'He threatened me, ZEBRA.' });
    expect(trainee.frames.length).toBe(frames);
    customer.send({ kind: 'stop', on: true });
    await trainee.until(() => trainee.room.floor.holder === 'suspended', 'the stop');
    customer.send({ kind: 'stopWhy', why: 'beyond' });
    expect(await staff.event('stopReason')).toMatchObject({ by: 'customer', why: 'beyond' });
    customer.send({ kind: 'stop', on: false });
    await trainee.until(() => trainee.room.floor.holder !== 'suspended', 'the end of it');
    await customer.say('On we go.');
    const heard = Buffer.concat(trainee.frames).toString('latin1');
    expect(heard).not.toContain('ZEBRA');
    for (const hidden of ['reported', 'stopReason', 'control']) expect(kinds(trainee)).not.toContain(hidden);
    verified(room);
    close();
  });
});

describe('the end', () => {
  test('a trainee closes, the customer answers; his three questions are his own, and marks never reach him', async () => {
    const { trainee, customer, staff, room, close } = await pair();
    await customer.say('So that is that.');
    trainee.send({ kind: 'close' });
    await customer.event('close', ({ answered }) => !answered);
    expect(customer.room.asked).toBe(true);
    customer.send({ kind: 'close', answer: 'partly' });
    expect(await trainee.event('outcome')).toMatchObject({ outcome: 'grudging', reason: 'settled', answer: 'partly' });
    customer.send({ kind: 'feltHeard', level: 2 });
    customer.send({ kind: 'note', note: 'helped', text: 'He waited.' });
    customer.send({ kind: 'note', note: 'would_help', text: 'To be asked.' });
    await staff.until(() => staff.room.grading.notes.would_help === 'To be asked.', 'the answers');
    trainee.send({ kind: 'note', note: 'hoped', text: 'To calm him.', cited: 1 });
    await trainee.event('note', ({ note, cited }) => note === 'hoped' && cited === 1);
    staff.send({ kind: 'mark', id: 1, item: 'L1', level: 4, version: 0, accepts: false, reason: '' });
    await staff.event('mark');
    for (const one of [customer, trainee]) {
      one.send({ kind: 'recall' });
      await one.message('recalledAll');
    }
    for (const hidden of ['mark', 'hint', 'note', 'moment', 'overall', 'graded']) {
      expect(kinds(customer)).not.toContain(hidden);
      expect(recalledKinds(customer)).not.toContain(hidden);
    }
    expect(recalledKinds(trainee)).toContain('temper'); // the debrief shows it
    expect(recalledKinds(trainee)).not.toContain('feltHeard');
    verified(room);
    close();
  });
});

describe('an observer', () => {
  test('notes moments and levels: the trainee sees them once he has rated himself, the customer never', async () => {
    const { staff: wall, code } = await openWorkshop(server, { pairing: 'threes', debriefMs: 60_000 });
    const members = await Promise.all(['Asha', 'Tom', 'Ida'].map((name) => Member.enter(server.port, code, name)));
    steer(wall, 'start');
    for (const one of members) await one.seated();
    const at = (seat: string) => members.find((one) => one.latest('seated')?.seat === seat)?.client as Client;
    const [trainee, customer, observer] = ['trainee', 'customer', 'observer'].map(at) as [Client, Client, Client];
    const room = members[0]?.room as string;
    for (const one of [trainee, customer]) one.send({ kind: 'ready' });
    await observer.event('phase', ({ phase }) => phase === 'play');
    await customer.say('Two hours!');
    const line = await trainee.say('Two hours of waiting, that is hard.');
    await observer.event('delivered', (one) => one.line === line);
    const frames = [trainee.frames.length, customer.frames.length];
    observer.send({ kind: 'moment', id: 0, line, moment: 'good', on: true, item: 'E1' });
    observer.send({ kind: 'view', id: 0, item: 'E1', level: 4 });
    expect(await observer.event('observedMoment')).toMatchObject({ cited: line, moment: 'good', item: 'E1' });
    expect(await observer.event('observedView')).toMatchObject({ item: 'E1', level: 4 });
    expect([trainee.frames.length, customer.frames.length]).toEqual(frames);
    observer.send({ kind: 'view', id: 5, item: 'B1', level: 4 }); // not of this method
    expect(await observer.message('error', ({ ref }) => ref === 5)).toMatchObject({ code: 'wrong_phase' });
    customer.send({ kind: 'close', answer: 'yes' });
    await trainee.event('phase', ({ phase }) => phase === 'debrief');
    const recall = async (one: Client) => {
      one.messages.length = 0;
      one.send({ kind: 'recall' });
      await one.message('recalledAll');
      return recalledKinds(one);
    };
    expect(await recall(trainee)).not.toContain('observedMoment');
    trainee.send({ kind: 'rateSelf', marks: (['L1', 'E1', 'L5', 'S2', 'S6'] as const).map((item) => ({ item, level: 3 })) });
    await trainee.event('ratedSelf');
    expect(await recall(trainee)).toEqual(expect.arrayContaining(['observedMoment', 'observedView']));
    expect(await recall(customer)).not.toContain('observedMoment');
    expect(await recall(observer)).not.toContain('ratedSelf');
    verified(room);
    steer(wall, 'end');
  });
});

describe('comfort', () => {
  test('a time allowance reaches the server from the lobby, and from the card', async () => {
    const { staff: wall, code } = await openWorkshop(server, { pairing: 'bot' });
    const asha = await Member.enter(server.port, code, 'Asha');
    asha.client.send({ kind: 'comfort', timePct: 150 });
    steer(wall, 'start');
    const { room } = await asha.seated();
    const staff = await observe(server, room);
    await staff.event('seated', ({ seat, timePct }) => seat === 'trainee' && timePct === 150);
    asha.client.send({ kind: 'comfort', timePct: 200 });
    await staff.event('seated', ({ seat, timePct }) => seat === 'trainee' && timePct === 200);
    asha.client.send({ kind: 'ready' });
    await asha.client.event('phase', ({ phase }) => phase === 'play');
    asha.client.send({ kind: 'comfort', timePct: 100 }); // for the next session; this one plays on
    steer(wall, 'end');
    await asha.client.event('phase', ({ phase }) => phase === 'debrief');
    expect(latest(staff, 'seated').timePct).toBe(200);
    verified(room);
  });

  test('nobody outside of a seat and a workshop has any', async () => {
    const guest = await Client.open(server.port);
    guest.send({ kind: 'comfort', timePct: 150 });
    expect(await guest.message('error')).toMatchObject({ code: 'denied', ref: 23 });
  });
});
