// What is kept of people: all of it comes out in one command, and goes in one; and it goes by itself
// when its firm keeps it no longer.
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { binary, makeClock, type Server, startServer, startServerWith } from './support/server.ts';
import { mayTalk, observe, practise } from './support/session.ts';
import { Member, openWorkshop, steer } from './support/workshop.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
function newData(): string {
  const data = mkdtempSync(join(tmpdir(), 'hearout-people-'));
  folders.push(data);
  return data;
}

const quiet: ExecFileSyncOptions = { stdio: ['ignore', 'pipe', 'ignore'] };
const cliOf = (data: string) => (...args: string[]) =>
  execFileSync(binary, [...args, '--data', data], { ...quiet, encoding: 'utf8' }) as string;

/** How often these bytes stand in any file of the folder, in any case of letters. */
function count(data: string, marker: string): number {
  let found = 0;
  for (const name of readdirSync(data)) {
    const text = readFileSync(join(data, name)).toString('latin1').toLowerCase();
    found += text.split(marker.toLowerCase()).length - 1;
  }
  return found;
}

/** A room in which a trainee with marked words was graded, with a marked reason, and left. */
async function gradedRoom(server: Server, name: string, words: string) {
  const { trainee, room } = await practise(server, { name });
  const staff = await observe(server, room);
  await mayTalk(trainee);
  await trainee.say(`I am sorry, ${words}.`, { yield: true });
  await trainee.event('delivered', ({ text }) => text.includes(words));
  staff.send({ kind: 'whisper', id: 7, text: `Slower, ${words}.` });
  await staff.event('whisper');
  trainee.send({ kind: 'report', text: `He shouted, ${words}.` });
  await staff.event('reported');
  staff.send({ kind: 'control', what: 'end', actMs: 0, reason: `Enough ${words}.` });
  await trainee.event('phase', ({ phase }) => phase === 'debrief');
  trainee.send({ kind: 'note', note: 'keep', text: `I keep ${words}.` });
  await trainee.event('note');
  staff.send({ kind: 'mark', id: 8, item: 'L1', level: 4, version: 0, accepts: false, reason: '' });
  await staff.event('mark');
  return { trainee, staff, room };
}

describe('one person', () => {
  test('is exported whole and erased whole, while the server runs', { timeout: 60_000 }, async () => {
    const data = newData();
    const cli = cliOf(data);
    const server = await startServer('--demo', '--data', data);
    const { trainee, staff, room } = await gradedRoom(server, 'Zebulon', 'quixotry');
    const backup = join(newData(), 'before.db');
    cli('backup', backup);
    const other = await gradedRoom(server, 'Yolanda', 'yesterday');
    expect(cli('person', 'demo', room)).toMatch(/ 1 Zebulon$/m);

    const kept = JSON.parse(cli('export', 'person', 'demo', room, 'Zebulon'));
    expect(kept.places).toHaveLength(1);
    expect(kept.places[0]).toMatchObject({ room, seat: 'trainee', name: 'Zebulon', person: 1 });
    const words = (kind: string) =>
      kept.places[0].events.filter(({ event }: { event: string }) => event === kind).map(({ text }: { text: string }) => text);
    expect(words('delivered')).toContain('I am sorry, quixotry.');
    expect(words('whisper')).toEqual(['Slower, quixotry.']);
    expect(words('note')).toEqual(['I keep quixotry.']);
    expect(kept.places[0].events).toContainEqual(expect.objectContaining({ event: 'mark', item: 'L1', level: 4 }));

    expect(cli('erase', 'person', 'demo', room, 'Zebulon', '--wait', '1')).toMatch(/^asked for/);
    expect(count(data, 'quixotry'), 'a session is left alone while people are in it').toBeGreaterThan(0);
    for (const one of [trainee, staff, other.trainee, other.staff]) one.close();
    expect(cli('erase', 'person', 'demo', room, '1', '--wait', '30')).toMatch(/^erased person 1/);
    expect(count(data, 'zebulon') + count(data, 'quixotry')).toBe(0);

    const told = cli('replay', room);
    expect(told).toContain('[erased]: [erased]');
    expect(cli('replay', room, '--verify')).toMatch(/^verified /m);
    expect(cli('export', room, '--marks')).toMatch(/L1/);
    expect(cli('replay', other.room)).toContain('Yolanda: I am sorry, yesterday.');
    const audit = cli('audit', '--json').trim().split('\n').map((line) => JSON.parse(line));
    const about = audit.filter(({ what }) => what.startsWith(room));
    // What was asked for first may be carried out before it is asked for again.
    const noted = about.map(({ kind, what }) => `${kind}: ${what.slice(33)}`);
    expect(noted.slice(0, 2)).toEqual(['export: person 1 exported', 'erasure: person 1 asked for']);
    expect(noted.at(-1)).toBe('erasure: person 1 carried out');
    expect(new Set(noted).size).toBe(3);
    expect(cli('doctor')).toMatch(/^good +audit log/m);

    const again = await observe(server, room);
    await again.until(() => again.told.length > 10, 'the log');
    expect(JSON.stringify(again.told).toLowerCase()).not.toMatch(/zebulon|quixotry/);
    again.close();
    expect(await server.stop(), server.log()).toBe(0);
    expect(count(data, 'zebulon') + count(data, 'quixotry')).toBe(0);

    const restored = join(newData(), 'data');
    const list = join(newData(), 'erasures');
    writeFileSync(list, cli('erase', '--list'));
    cliOf(restored)('restore', backup, '--erasures', list);
    expect(count(restored, 'zebulon') + count(restored, 'quixotry')).toBe(0);
    expect(cliOf(restored)('replay', room, '--verify')).toMatch(/^verified /m);
  });

  test('of a workshop goes from all its rooms at once, and may not come back', { timeout: 60_000 }, async () => {
    const data = newData();
    const cli = cliOf(data);
    const server = await startServer('--demo', '--data', data);
    const { staff, code } = await openWorkshop(server, { sessions: 1, readMs: 1_000, playMs: 3_000 });
    const anna = await Member.enter(server.port, code, 'Annabella');
    const ben = await Member.enter(server.port, code, 'Benvolio');
    steer(staff, 'start');
    await Promise.all([anna.seated(), ben.seated()]);
    expect(cli('erase', 'person', 'demo', code, 'Annabella', '--wait', '0')).toMatch(/^asked for/);
    await staff.until(() => staff.messages.some((one) => one.kind === 'workshop' && one.phase === 'over'), 'the end', 30_000);
    for (const one of [anna.client, ben.client, staff]) one.close();
    expect(cli('erase', 'person', 'demo', code, 'Annabella', '--wait', '40')).toMatch(/^erased person 1/);
    expect(count(data, 'annabella')).toBe(0);
    expect(cli('person', 'demo').match(/\[erased\]/g)).toHaveLength(2);
    expect(cli('person', 'demo').match(/Benvolio/g)).toHaveLength(2);
    const back = await Client.open(server.port);
    back.send({ kind: 'comeBack', token: anna.token, room: '', n: 0 });
    expect((await back.message('error')).code).toBe('not_found');
    expect(await server.stop(), server.log()).toBe(0);
  });

  test('who is not there, or of another firm, is not found', async () => {
    const data = newData();
    const server = await startServer('--demo', '--data', data);
    const { trainee, room } = await practise(server, { name: 'Zebulon' });
    trainee.close();
    expect(await server.stop(), server.log()).toBe(0);
    for (const words of [['demo', room, '7'], ['demo', room, 'Nobody'], ['house', room, '1'], ['demo', 'BCDFGH', '1']])
      for (const command of ['erase', 'export'])
        expect(() => cliOf(data)(command, 'person', ...words), `${command} ${words}`).toThrow();
    expect(count(data, 'Zebulon')).toBeGreaterThan(0);
  });
});

test('what is older than its firm keeps it goes by itself', { timeout: 90_000 }, async () => {
  const data = newData();
  const cli = cliOf(data);
  const clock = makeClock();
  const day = 86_400;
  let server = await startServerWith(clock.env, '--demo', '--data', data);
  const { trainee, staff, room } = await gradedRoom(server, 'Zebulon', 'quixotry');
  for (const one of [trainee, staff]) one.close();
  expect(await server.stop(), server.log()).toBe(0);
  expect(cli('retention', 'demo')).toMatch(/30 days/);
  expect(cli('retention', 'demo', '10')).toMatch(/10 days/);
  expect(() => cli('retention', 'demo', '0')).toThrow();

  clock.set(9 * day);
  server = await startServerWith(clock.env, '--demo', '--data', data);
  const second = await gradedRoom(server, 'Yolanda', 'yesterday');
  expect(count(data, 'quixotry'), 'not yet').toBeGreaterThan(0);
  for (const one of [second.trainee, second.staff]) one.close();
  expect(await server.stop(), server.log()).toBe(0);

  clock.set(11 * day);
  server = await startServerWith(clock.env, '--demo', '--data', data);
  await expect.poll(() => cli('erase', '--list'), { timeout: 30_000 }).toMatch(new RegExp(`^demo ${room} 0 done`, 'm'));
  expect(count(data, 'zebulon') + count(data, 'quixotry')).toBe(0);
  expect(count(data, 'yolanda')).toBeGreaterThan(0);
  expect(cli('replay', room, '--verify')).toMatch(/^verified /m);
  expect(await server.stop(), server.log()).toBe(0);
});
