// Grading over the wire: who may send what, what is locked from whom, two graders at once, release,
// undo and revision, and that a log with marks decides itself.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item, ToServer } from '#protocol';
import { Client } from './support/client.ts';
import { mayTalk, observe, practise, secretOf } from './support/session.ts';
import { binary, type Server, startServer } from './support/server.ts';

const data = mkdtempSync(join(tmpdir(), 'hearout-grade-'));
let server: Server;
beforeAll(async () => {
  server = await startServer('--demo', '--data', data);
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  rmSync(data, { recursive: true, force: true });
});

const fiveSteps: Item[] = ['L1', 'E1', 'L5', 'S2', 'S6'];
const cli = (...args: string[]) => execFileSync(binary, [...args, '--data', data], { encoding: 'utf8' });

let ids = 1000;
/** Sends it with a number of its own; the answer to that number. */
async function ask(client: Client, message: Record<string, unknown>): Promise<string> {
  const id = ++ids;
  client.send({ ...message, id } as unknown as ToServer);
  return answer(client, id);
}

async function answer(client: Client, id: number): Promise<string> {
  const find = () =>
    client.messages.find(
      (one) => (one.kind === 'ack' && one.id === id) || (one.kind === 'error' && one.ref === id),
    );
  await client.until(() => find() !== undefined, `an answer to ${id}`);
  const found = find();
  return found?.kind === 'error' ? found.code : 'stored';
}

const mark = (client: Client, item: Item, level: number, version = 0, more = {}) =>
  ask(client, { kind: 'mark', item, level, version, accepts: false, reason: '', ...more });

async function ended(how = {}) {
  const { trainee, room } = await practise(server, how);
  const staff = await observe(server, room);
  await trainee.say('', { chip: 'mm_hm', yield: false }); // a line to point at
  staff.send({ kind: 'control', what: 'end', actMs: 0, reason: '' });
  await trainee.event('phase', ({ phase }) => phase === 'debrief');
  await staff.event('phase', ({ phase }) => phase === 'debrief');
  return { trainee, staff, room };
}

async function markAll(staff: Client, level = 4) {
  for (const item of fiveSteps) expect(await mark(staff, item, level)).toBe('stored');
}

const ownView = (levels: number[]): ToServer => ({
  kind: 'rateSelf',
  marks: fiveSteps.map((item, i) => ({ item, level: levels[i] ?? 3 })),
});

const kinds = (client: Client) => client.told.map(({ event }) => event.kind);
const gradersWords = ['mark', 'overall', 'moment', 'critical', 'release', 'hint', 'graded'];

describe('marks', () => {
  test('the method comes in words, and each mark is stored once it is told', async () => {
    const { trainee, staff } = await ended();
    const method = await staff.message('method');
    expect(method.items.map(({ item, weight }) => [item, weight])).toEqual([
      ['L1', 15], ['E1', 25], ['L5', 20], ['S2', 15], ['S6', 25],
    ]);
    expect(method.items[1]?.anchors[3]).toBe('the feeling and its reason, before any fix');
    expect(await mark(staff, 'L1', 4)).toBe('stored');
    expect(await staff.event('mark')).toMatchObject({ item: 'L1', level: 4, version: 0, source: 'human', by: 'Instructor' });
    expect(await mark(staff, 'E2', 4)).toBe('not_found');
    expect(await ask(staff, { kind: 'release', on: true })).toBe('incomplete');
    expect(kinds(staff)).not.toContain('graded');
    trainee.close();
    staff.close();
  });

  test('of two graders on one item at once, the second is told, and may then replace it', async () => {
    const { trainee, staff, room } = await ended();
    const second = await observe(server, room);
    const both = await Promise.all([mark(staff, 'E1', 4), mark(second, 'E1', 2)]);
    expect([...both].sort()).toEqual(['conflict', 'stored']);
    const loser = both[0] === 'conflict' ? staff : second;
    await loser.event('mark', ({ item }) => item === 'E1');
    expect(await mark(loser, 'E1', 3, 1)).toBe('stored');
    await staff.event('mark', ({ version }) => version === 1);
    const marks = staff.told.filter(({ event }) => event.kind === 'mark');
    expect(marks.map(({ event }) => event.kind === 'mark' && event.version)).toEqual([0, 1]);
    for (const one of [trainee, staff, second]) one.close();
  });

  test('a total is told once all is marked and the overall view is in', async () => {
    const { trainee, staff } = await ended();
    await markAll(staff);
    expect(kinds(staff)).not.toContain('graded');
    expect(await ask(staff, { kind: 'overall', level: 4 })).toBe('stored');
    expect(await staff.event('graded')).toMatchObject({ rubric: 75, floor: 100, total: 80, passing: 'passed' });
    expect(await ask(staff, { kind: 'critical', critical: 'K2', cited: 1, on: true, reason: '' })).toBe('reason_wanted');
    expect(await ask(staff, { kind: 'critical', critical: 'K2', cited: 1, on: true, reason: 'Promised what is not his.' })).toBe('stored');
    await staff.event('graded', ({ passing }) => passing === 'critical');
    trainee.close();
    staff.close();
  });
});

describe('what is locked', () => {
  test('a trainee gets no mark before his own view is in and the release has taken effect', { timeout: 40_000 }, async () => {
    const { trainee, staff, room } = await ended();
    await markAll(staff);
    await ask(staff, { kind: 'moment', line: 1, moment: 'good', on: true });
    await ask(staff, { kind: 'overall', level: 4 });
    expect(await ask(staff, { kind: 'release', on: true })).toBe('stored');
    expect(await ask(staff, { kind: 'release', on: false })).toBe('stored');
    expect(await ask(staff, { kind: 'release', on: true })).toBe('stored');
    expect(await ask(staff, { kind: 'release', on: true })).toBe('wrong_phase');
    await trainee.event('released');
    expect(kinds(trainee).filter((kind) => gradersWords.includes(kind))).toEqual([]);
    trainee.send({ kind: 'recall' });
    await trainee.message('recalledAll');
    const recalled = () => trainee.messages.flatMap((one) => (one.kind === 'recalled' ? [one.event.kind] : []));
    expect(recalled().filter((kind) => gradersWords.includes(kind))).toEqual([]);

    trainee.send({ kind: 'rateSelf', marks: [{ item: 'L1', level: 3 }] });
    expect(await answer(trainee, 46)).toBe('incomplete');
    trainee.send(ownView([3, 3, 4, 4, 5]));
    await trainee.event('ratedSelf');
    const before = recalled().length;
    trainee.send({ kind: 'recall' });
    await trainee.until(() => trainee.messages.filter(({ kind }) => kind === 'recalledAll').length === 2);
    const now = recalled().slice(before);
    expect(now.filter((kind) => kind === 'mark')).toHaveLength(5);
    expect(now).toContain('graded');
    expect(now).toContain('moment');
    expect(now.filter((kind) => ['overall', 'hint', 'release', 'evidence'].includes(kind) && kind !== 'evidence')).toEqual([]);

    expect(await mark(staff, 'S6', 5, 1)).toBe('reason_wanted');
    expect(await mark(staff, 'S6', 5, 1, { reason: '=He did say when.' })).toBe('stored');
    expect(await trainee.event('mark')).toMatchObject({ item: 'S6', level: 5, text: '=He did say when.' });
    expect(await trainee.event('graded')).toMatchObject({ rubric: 81, total: 85 });
    trainee.close();
    staff.close();
    expect(cli('replay', room, '--verify')).toMatch(/^verified/m);
    const audit = cli('audit', '--json').trim().split('\n').map((one) => JSON.parse(one));
    const about = audit.filter(({ what }) => what.includes(room));
    expect(about.map(({ kind, firm, who }) => [kind, firm, who])).toEqual([
      ['release', 'demo', 'person 2'],
      ['mark', 'demo', 'person 2'],
    ]);
    expect(cli('doctor')).toMatch(/^good +audit log +whole/m);
    const rows = cli('export', room, '--marks').trimEnd().split('\r\n').map((row) => row.slice(1, -1).split('","'));
    expect(rows[0]).toEqual(['room', 'at_ms', 'rater', 'source', 'item', 'level', 'version', 'line', 'reason']);
    expect(rows.filter((row) => row[3] === 'human' && row[4] !== 'overall')).toHaveLength(6);
    expect(rows.filter((row) => row[3] === 'self' && row[2] === 'Asha')).toHaveLength(5);
    expect(rows.at(-1)?.slice(2)).toEqual(['Instructor', 'human', 'S6', '5', '2', '0', "'=He did say when."]);
  });

  test('a whisper is the trainee\'s alone: the customer gets not a byte of it', async () => {
    const trainee = await Client.open(server.port, secretOf(server, 'trainee'));
    const { room } = await trainee.join();
    const customer = await Client.open(server.port, secretOf(server, 'customer'));
    await customer.join({ name: 'Tom' });
    trainee.send({ kind: 'ready' });
    customer.send({ kind: 'ready' });
    await customer.event('phase', ({ phase }) => phase === 'play');
    const staff = await observe(server, room);
    const frames = customer.frames.length;
    expect(await ask(staff, { kind: 'whisper', text: 'ZEBRA, ask him what he lost.' })).toBe('stored');
    expect(await ask(staff, { kind: 'moment', line: 9, moment: 'flag', on: true })).toBe('wrong_phase');
    expect(await mark(staff, 'L1', 2)).toBe('stored');
    expect(await trainee.event('whisper')).toMatchObject({ text: 'ZEBRA, ask him what he lost.' });
    expect(customer.frames.length).toBe(frames);
    staff.send({ kind: 'control', what: 'end', actMs: 0, reason: '' });
    await customer.event('phase', ({ phase }) => phase === 'debrief');
    customer.send({ kind: 'feltHeard', level: 4 });
    customer.send({ kind: 'note', note: 'helped', text: 'He said it back to me.' });
    await customer.event('customerNote');
    customer.send({ kind: 'note', note: 'keep', text: 'x' });
    await customer.message('error', ({ code, ref }) => code === 'denied' && ref === 47);
    trainee.send({ kind: 'note', note: 'feel', text: 'tense' });
    await trainee.event('note');
    expect(kinds(trainee)).not.toContain('feltHeard');
    trainee.send(ownView([3, 3, 3, 3, 3]));
    await trainee.event('ratedSelf');
    trainee.send({ kind: 'recall' });
    await trainee.message('recalled', ({ event }) => event.kind === 'customerNote');
    const text = (client: Client) => Buffer.concat(client.frames).toString('latin1');
    expect(text(customer)).not.toContain('ZEBRA');
    expect(text(customer)).not.toContain('tense');
    for (const one of [trainee, customer, staff]) one.close();
  });

  test('whispers are not for an exam, and other seats have no say in marks', async () => {
    const { trainee, room } = await practise(server, { level: 'exam' });
    const staff = await observe(server, room);
    expect(await ask(staff, { kind: 'whisper', text: 'hm' })).toBe('wrong_phase');
    const messages: ToServer[] = [
      { kind: 'mark', id: 1, item: 'L1', level: 5, version: 0, accepts: false, reason: '' },
      { kind: 'overall', id: 1, level: 5 },
      { kind: 'moment', id: 1, line: 1, moment: 'good', on: true },
      { kind: 'critical', id: 1, critical: 'K1', cited: 1, on: true, reason: 'x' },
      { kind: 'release', id: 1, on: true },
      { kind: 'whisper', id: 1, text: 'x' },
      { kind: 'feltHeard', level: 5 },
    ];
    const numbers = [40, 41, 42, 43, 44, 45, 48];
    for (const [i, message] of messages.entries()) {
      trainee.send(message);
      expect(await answer(trainee, numbers[i] as number)).toBe('denied');
    }
    staff.send({ kind: 'rateSelf', marks: [] });
    expect(await answer(staff, 46)).toBe('denied');
    trainee.send(ownView([3, 3, 3, 3, 3]));
    expect(await answer(trainee, 46)).toBe('wrong_phase');
    trainee.close();
    staff.close();
  });
});

describe('trying again', () => {
  test('a new room goes on from that moment; the log before it is the same', { timeout: 60_000 }, async () => {
    const { trainee, room } = await practise(server);
    await mayTalk(trainee);
    await trainee.say('What would put this right for you?');
    await trainee.event('delivered', ({ party }) => party === 'trainee');
    const asked = trainee.told.find(({ event }) => event.kind === 'delivered' && event.party === 'trainee');
    const staff = await observe(server, room);
    staff.send({ kind: 'control', what: 'end', actMs: 0, reason: '' });
    await trainee.event('phase', ({ phase }) => phase === 'debrief');
    const atMs = (asked?.atMs ?? 0) - 1;
    trainee.send({ kind: 'tryAgain', atMs: 0 });
    await trainee.message('error', ({ ref }) => ref === 49);
    trainee.send({ kind: 'tryAgain', atMs });
    const branch = await trainee.message('branched');
    const again = await Client.open(server.port);
    expect(await again.resume(branch.token)).toMatchObject({ room: branch.room, seat: 'trainee' });
    await again.event('link', ({ up }) => up);
    const until = trainee.told.filter((one) => one.atMs <= atMs);
    expect(again.told.slice(0, until.length)).toEqual(until);
    await again.say('Two hours on boxes: that must have been maddening.');
    await again.event('delivered', ({ text }) => text.startsWith('Two hours on boxes'));
    expect(cli('replay', branch.room, '--verify')).toMatch(/^verified/m);
    for (const one of [trainee, staff, again]) one.close();
  });

  test('who joined before that moment, and what he said, comes along', { timeout: 60_000 }, async () => {
    const { trainee, room } = await practise(server);
    const staff = await observe(server, room);
    await trainee.until(() => trainee.room.lines.length > 0, 'his first words');
    trainee.send({ kind: 'action', id: 50, what: 'hand_over', text: 'She waited for two hours.' });
    await staff.event('colleagueOffer');
    staff.send({ kind: 'colleague', on: true });
    await trainee.event('colleague', ({ by }) => by !== '');
    staff.send({ kind: 'colleagueSay', id: 7, text: 'Good afternoon.' });
    await trainee.event('colleagueSaid', ({ text }) => text === 'Good afternoon.');
    const atMs = trainee.room.lastMs;
    staff.send({ kind: 'control', what: 'end', actMs: 0, reason: '' });
    await trainee.event('phase', ({ phase }) => phase === 'debrief');
    trainee.send({ kind: 'tryAgain', atMs });
    const branch = await trainee.message('branched');
    const again = await Client.open(server.port);
    await again.resume(branch.token);
    await again.event('link', ({ up }) => up);
    const until = trainee.told.filter((one) => one.atMs < atMs);
    expect(again.told.slice(0, until.length)).toEqual(until);
    await again.event('colleagueSaid', ({ text }) => text === 'Good afternoon.');
    for (const one of [trainee, staff, again]) one.close();
  });
});

describe('hints', () => {
  test('come from what was said, count for nothing, and are accepted as what they are', { timeout: 60_000 }, async () => {
    const { trainee, room } = await practise(server);
    const staff = await observe(server, room);
    await mayTalk(trainee);
    const line = await trainee.say('What would put this right for you?');
    expect(await staff.event('hint', ({ item }) => item === 'S2')).toMatchObject({ level: 4, cited: line });
    expect(await mark(staff, 'S2', 3, 0, { accepts: true })).toBe('stored');
    expect(await mark(staff, 'S2', 4, 1, { accepts: true })).toBe('stored');
    const sources = staff.told.flatMap(({ event }) => (event.kind === 'mark' ? [event.source] : []));
    expect(sources).toEqual(['human', 'hint']);
    expect(kinds(trainee)).not.toContain('hint');
    staff.send({ kind: 'control', what: 'end', actMs: 0, reason: '' });
    expect(await staff.event('hint', ({ item }) => item === 'L5')).toMatchObject({ level: 1, cited: 0 });
    trainee.close();
    staff.close();
  });
});
