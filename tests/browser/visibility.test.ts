// Ten sessions at once over real sockets, two of them in real browsers: whatever a recipient was
// sent, shows or stores holds no word of what is not his.
import { expect, test } from 'vitest';
import type { ToServer } from '#protocol';
import { Client } from '../wire/support/client.ts';
import { decodeBatch } from '../wire/support/codec.ts';
import { observe } from '../wire/support/session.ts';
import { overseen } from '../wire/support/who_sees.ts';
import { Member, openWorkshop, steer } from '../wire/support/workshop.ts';
import { addressOf, openStage, personIn, practise, watch } from './support/stage.ts';
import { standing, takeOver, type Watched, watchedIn } from './support/watched.ts';

const groupsOfClients = 8;

const stage = openStage();

/** Whoever is sent something: with a page or without. */
interface Recipient {
  who: string;
  frames: Uint8Array[];
  page?: Watched['page'];
}

interface Secret {
  what: string;
  text: string;
  /** Who may know it. */
  may: Set<string>;
}

/** One firm's staff see all its rooms, who is in them, and both cards. */
const firmsStaff = ['page staff', 'wire staff', 'bot staff', ...Array.from({ length: groupsOfClients }, (_, i) => `wire${i} staff`), 'page0 staff'];

const recipients: Recipient[] = [];
const secrets: Secret[] = [];
let words = 0;

/** A text like no other. */
function secret(what: string, ...may: string[]): string {
  words += 1;
  const text = `zq${what.replaceAll(' ', '')}${words}qz`;
  secrets.push({ what, text, may: new Set(may) });
  return text;
}

const of = (client: Client, who: string): Recipient => ({ who, frames: client.frames });

/** What the bot says out loud is on a peer's card, too, and no secret any more. */
const saidTo = (frames: readonly Uint8Array[]): string =>
  frames
    .flatMap((frame) => decodeBatch(frame).messages)
    .map((one) => (one.kind === 'event' && one.event.kind === 'delivered' ? one.event.text : ''))
    .join('\n');

/** Every sighting where it may not be; how many there were where it may. */
async function search(): Promise<{ leaks: string[]; seen: number }> {
  const leaks: string[] = [];
  let seen = 0;
  for (const one of recipients) {
    const bytes = [Buffer.concat(one.frames), Buffer.from(one.page ? await standing(one.page) : '')];
    const said = saidTo(one.frames);
    for (const { what, text, may } of secrets) {
      if (!bytes.some((some) => some.includes(text))) continue;
      if (may.has(one.who) || said.includes(text)) seen += 1;
      else leaks.push(`${one.who} has ${what}`);
    }
    leaks.push(...overseen(one.frames).map((field) => `${one.who}: ${field}`));
  }
  return { leaks, seen };
}

interface Group {
  name: string;
  trainee: Member;
  customer: Member;
  observer: Member;
}

/** Members come in, are seated in threes, and their names are their own group's. */
async function gather(workshop: string, code: string, staff: Client, people: number): Promise<Group[]> {
  const members: Member[] = [];
  const names = new Map<Member, Secret>();
  for (let i = 0; i < people; i++) {
    const name = secret('a name', ...firmsStaff);
    members.push(await Member.enter(stage.server.port, code, name));
    names.set(members[i] as Member, secrets.at(-1) as Secret);
  }
  steer(staff, 'start');
  const seated = await Promise.all(members.map(async (one) => ({ one, seated: await one.seated() })));
  const rooms = [...new Set(members.map(({ room }) => room))];
  return rooms.map((room, index) => {
    const seats = seated.filter(({ one }) => one.room === room);
    const name = `${workshop}${index}`;
    const at = (seat: string) => seats.find(({ seated }) => seated.seat === seat)?.one as Member;
    const may = ['trainee', 'customer', 'observer', 'staff'].map((who) => `${name} ${who}`);
    for (const { one } of seats) for (const who of may) names.get(one)?.may.add(who);
    /* What the customer reads and the others do not; a line that stands on two cards is no secret. */
    const card = (member: Member) => member.latest('seated')?.card.flatMap(({ lines }) => lines) ?? [];
    const shared = new Set([...card(at('trainee')), ...card(at('observer'))]);
    for (const line of card(at('customer')).filter((one) => !shared.has(one) && one.length > 20))
      secrets.push({ what: 'the customer\'s card', text: line, may: customersCard });
    customersCard.add(`${name} customer`);
    return { name, trainee: at('trainee'), customer: at('customer'), observer: at('observer') };
  });
}
const customersCard = new Set<string>(firmsStaff);

let asked = 0;
async function ask(staff: Client, message: ToServer) {
  asked += 1;
  staff.send({ ...message, id: asked } as ToServer);
  const id = asked;
  await staff.message('ack', (ack) => ack.id === id);
}

const items = ['L1', 'E1', 'L5', 'S2', 'S6'] as const;
const mark = (staff: Client, item: (typeof items)[number], version: number, reason: string) =>
  ask(staff, { kind: 'mark', id: 0, item, level: 3, version, accepts: false, reason });

/** A short talk with whispers, marks and moments beside it, to the release. */
async function talk({ name, trainee, customer }: Group, staff: Client, release: boolean) {
  const [t, s] = [`${name} trainee`, `${name} staff`];
  for (const [seat, client] of [['trainee', trainee.client], ['customer', customer.client]] as const)
    await client.event('phase', ({ phase }) => phase === 'play').catch((cause) => { throw new Error(`${name} ${seat}`, { cause }); });
  await customer.client.say('I sat on boxes for two hours.');
  await ask(staff, { kind: 'whisper', id: 0, text: secret('a whisper', t, s) });
  await mark(staff, 'L1', 0, secret('a reason', s));
  await ask(staff, { kind: 'moment', id: 0, line: 1, moment: 'flag', on: true });
  await trainee.client.say('Two hours on boxes. I am sorry about that.');
  await ask(staff, { kind: 'critical', id: 0, critical: 'K4', cited: 1, on: true, reason: secret('a reason', s) });
  staff.send({ kind: 'control', what: 'end', actMs: 0, reason: secret('a reason', s) });
  await trainee.client.event('phase', ({ phase }) => phase === 'debrief');
  trainee.client.send({ kind: 'note', note: 'feel', text: secret('the trainee\'s note', t, s) });
  customer.client.send({ kind: 'note', note: 'helped', text: secret('the customer\'s note', `${name} customer`, s) });
  await customer.client.event('customerNote');
  if (!release) return;
  for (const item of items) await mark(staff, item, item === 'L1' ? 1 : 0, secret('a reason', s));
  await ask(staff, { kind: 'overall', id: 0, level: 3 });
  await ask(staff, { kind: 'release', id: 0, on: true });
}

/** Once released, his own view opens to the trainee what was locked. */
async function rate({ name, trainee }: Group) {
  await trainee.client.event('released');
  for (const { what, may } of secrets)
    if ((what === 'a reason' || what === 'the customer\'s note') && may.has(`${name} staff`)) may.add(`${name} trainee`);
  trainee.client.send({ kind: 'rateSelf', marks: items.map((item) => ({ item, level: 3 })) });
  await trainee.client.event('ratedSelf');
  trainee.client.send({ kind: 'recall' });
  await trainee.client.message('recalledAll');
}

/** The bot's customer, in a page of its own, with an instructor's beside it. */
async function practiseInBrowsers() {
  const trainee = await watchedIn(stage.browser, 'bot trainee');
  const staff = await watchedIn(stage.browser, 'bot staff');
  recipients.push(trainee, staff);
  const room = await practise(trainee.page, stage.server.port, { name: secret('a name', 'bot trainee', ...firmsStaff) });
  await watch(staff.page, stage.server, room);
  await staff.page.keyboard.press('w');
  await staff.page.keyboard.type(secret('a whisper', 'bot trainee', 'bot staff'));
  await staff.page.keyboard.press('Enter');
  await trainee.page.waitForSelector('text=Coach, only to you');
  return [trainee, staff];
}

test('ten sessions: 0 markers where they may not be, in frames, pages and storage', { timeout: 180_000 }, async () => {
  const began = Date.now();
  const times = { readMs: 120_000, playMs: 120_000, debriefMs: 600_000, pairing: 'threes' } as const;
  const pages = await openWorkshop(stage.server, { ...times, title: secret('a title', ...firmsStaff, 'page0 trainee', 'page0 customer', 'page0 observer') });
  const clients = await openWorkshop(stage.server, { ...times, title: secret('a title', ...firmsStaff) });
  const ourTitle = secrets.at(-1) as Secret;
  recipients.push(of(pages.staff, 'page staff'), of(clients.staff, 'wire staff'));

  const [three] = await gather('page', pages.code, pages.staff, 3);
  const groups = await gather('wire', clients.code, clients.staff, groupsOfClients * 3);
  if (!three) throw new Error('no group');
  expect(groups).toHaveLength(groupsOfClients);
  for (const group of [three, ...groups])
    for (const seat of ['trainee', 'customer', 'observer'] as const) {
      recipients.push(of(group[seat].client, `${group.name} ${seat}`));
      if (group !== three) ourTitle.may.add(`${group.name} ${seat}`);
      group[seat].client.send({ kind: 'ready' });
    }
  const practice = practiseInBrowsers();

  const staffs = new Map<Group, Client>();
  for (const group of [three, ...groups]) {
    const staff = await observe(stage.server, group.trainee.room);
    recipients.push(of(staff, `${group.name} staff`));
    staffs.set(group, staff);
  }
  await Promise.all([...staffs].map(([group, staff]) => talk(group, staff, true)));

  /* The three go on in browsers, at the point where the marks are on their way. */
  const windows: Watched[] = [];
  for (const seat of ['trainee', 'customer', 'observer'] as const) {
    const one = await watchedIn(stage.browser, `${three.name} ${seat}`);
    await takeOver(one, three[seat], addressOf(stage.server.port), pages.code);
    windows.push(one);
    recipients.push(one);
  }
  const instructor = await watchedIn(stage.browser, `${three.name} staff`);
  recipients.push(instructor);
  await watch(instructor.page, stage.server, three.trainee.room);
  const [trainee] = windows as [Watched, ...Watched[]];
  await trainee.page.waitForSelector('[data-step=look]');
  await trainee.page.click('[data-step=look]');
  await Promise.all(groups.map(({ trainee: one }) => one.client.event('released')));
  await trainee.page.waitForSelector('[data-marks=locked]');
  const bots = await practice;
  const before = await search();
  expect(before.leaks).toEqual([]);

  await Promise.all(groups.map(rate));
  const after = await search();
  expect(after.leaks).toEqual([]);
  expect(after.seen).toBeGreaterThan(before.seen + 5 * groupsOfClients);
  const needed = secrets.filter(({ what }) => what === 'a whisper');
  expect(needed).toHaveLength(10);
  console.log(`${recipients.length} recipients, ${secrets.length} secrets: ${after.leaks.length} leaks, ${after.seen} sightings by those who may; ${Date.now() - began} ms`);
  for (const one of [...windows, instructor, ...bots]) {
    expect(one.complaints).toEqual([]);
    await one.context.close();
  }
  for (const { client } of [...groups, three].flatMap(({ trainee, customer, observer }) => [trainee, customer, observer])) client.drop();
});

test('a marker in a page or a frame would have been found', { timeout: 60_000 }, async () => {
  const person = await personIn(stage.browser);
  await person.page.goto(addressOf(stage.server.port));
  const marker = secret('a plant');
  recipients.splice(0, recipients.length, { who: 'anybody', frames: [], page: person.page });
  await person.page.evaluate((text) => sessionStorage.setItem('x', text), marker);
  expect((await search()).leaks).toEqual(['anybody has a plant']);
  await person.context.close();
});
