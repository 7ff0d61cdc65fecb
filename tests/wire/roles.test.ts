// Who may send what: every message of the protocol from everybody who can be connected, over real
// sockets. The messages come from the definition, so that a new one cannot be forgotten; what each
// may do is said here once more, in words of its own.
import { encode as pack } from '@msgpack/msgpack';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { enums, toServer } from '../../protocol/definition.mjs';
import { Client } from './support/client.ts';
import { decodeBatch } from './support/codec.ts';
import { frame, open } from './support/raw.ts';
import { type Server, startServer } from './support/server.ts';
import { practise, secretOf } from './support/session.ts';
import { connect, Firm } from './support/staff.ts';
import { Member, openWorkshop as openDemo } from './support/workshop.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface Field {
  name: string;
  type: string;
  of?: string;
  min?: number;
  optional?: boolean;
}
interface Message {
  id: number;
  name: string;
  fields: Field[];
}
const messages = toServer as Message[];

/** The least that each field can be. */
const least = ({ type, min, optional }: Field): unknown =>
  optional ? null : type === 'bool' ? false : type === 'string' ? '' : type === 'list' ? [] : (min ?? 0);
/** Where the least would undo what the others stand on. */
const gentle: Record<string, unknown[]> = {
  steer: [(enums.steer.values as string[]).indexOf('bell'), 0, 0, true],
  control: [(enums.control.values as string[]).indexOf('resume'), 0, ''],
  moment: [0, 1, 0, false],
  invite: [(enums.staff_role.values as string[]).indexOf('invited_grader'), true],
};
/** The customer has questions of his own. */
const customersNote = [(enums.note.values as string[]).indexOf('helped'), ''];
const sample = ({ id, name, fields }: Message, who = '') =>
  pack([id, ...(who === 'customer' && name === 'note' ? customersNote : (gentle[name] ?? fields.map(least)))]);

// The rules, in words of their own.

const visitors = ['join', 'resume', 'enter', 'come_back', 'change_device', 'project', 'ask_help', 'be_called', 'comfort', 'choose', 'look_up'];
const principals = ['ready', 'compose', 'say', 'floor_act', 'close', 'stop', 'recall', 'note', 'report', 'stop_why'];
const grading = ['watch', 'list_rooms', 'list_workshops', 'list_methods', 'watch_workshop', 'watch_group', 'recall', 'contest', 'mark', 'overall', 'moment', 'critical'];
const steering = ['control', 'whisper', 'release', 'steer', 'play_customer', 'colleague', 'colleague_say', 'pin'];
const owning = ['open_workshop', 'invite'];
const ownAccount = ['list_sign_ins'];

const may: Record<string, string[]> = {
  visitor: visitors,
  projector: visitors,
  member: visitors,
  'invited, not yet named': visitors,
  trainee: [...visitors, ...principals, 'discard', 'action', 'contest', 'rate_self', 'try_again'],
  customer: [...visitors, ...principals, 'felt_heard', 'tell', 'temper', 'recognise'],
  observer: [...visitors, 'ready', 'recall', 'moment', 'view'],
  'demo trainee': [...visitors, ...principals, 'discard', 'action', 'contest', 'rate_self', 'try_again'],
  'demo staff': [...visitors, ...grading, ...steering, ...owning, ...ownAccount],
  'invited grader': [...visitors, ...grading],
  'invited instructor': [...visitors, ...grading, ...steering],
  grader: [...visitors, ...grading, ...ownAccount],
  instructor: [...visitors, ...grading, ...steering, ...owning, ...ownAccount],
  admin: [...visitors, ...grading, ...steering, ...owning, ...ownAccount],
  'instructor who is a trainee': [...visitors, ...principals, 'discard', 'action', 'contest', 'rate_self', 'try_again', 'watch', 'list_rooms', 'list_workshops', 'list_methods', 'watch_workshop', 'watch_group', 'open_workshop', 'invite', 'steer', 'list_sign_ins'],
};
/** Denied for where somebody is, not for who he is: the door has let these through. */
const byPlace = new Set([...visitors, 'try_again', 'steer', 'invite', 'stop', 'pin', 'watch_group']);

// Everybody.

let server: Server;
let acme: Firm;
let other: Firm;
const cookies: Record<string, string> = {};
const secrets: Record<string, string> = {};
let demoRoom = '';
let demoCode = '';
let lobbyCode = '';
let ours = { code: '', room: '' };
let alsoOurs = { code: '', room: '' };
let theirs = { code: '', room: '' };
let observer: Client;
const kept: Client[] = [];

/** A workshop of the firm, with one who plays against the bot. */
async function running(firm: Firm): Promise<{ code: string; room: string; staff: Client }> {
  const staff = await firm.connect(server.port, 'instructor');
  staff.send({
    kind: 'openWorkshop', title: 'Cells', pairing: 'bot', scenario: 'moving-truck', level: 'standard', heat: 3,
    sessions: 1, readMs: 600_000, playMs: 600_000, debriefMs: 600_000, switchMs: 600_000,
  });
  const { code } = await staff.message('workshop');
  const member = await Member.enter(server.port, code, 'Asha');
  staff.send({ kind: 'steer', what: 'start', person: 0, other: 0, on: true });
  const { room } = await member.seated();
  kept.push(staff, member.client);
  return { code, room, staff };
}

async function findObserver(): Promise<Client> {
  const { staff, code } = await openDemo(server, { pairing: 'threes', readMs: 600_000 });
  const three = await Promise.all(['A', 'B', 'C'].map((name) => Member.enter(server.port, code, name)));
  staff.send({ kind: 'steer', what: 'start', person: 0, other: 0, on: true });
  const seats = await Promise.all(three.map((one) => one.seated()));
  kept.push(staff, ...three.map((one) => one.client));
  demoCode = code;
  return three[seats.findIndex(({ seat }) => seat === 'observer')]?.client as Client;
}

beforeAll(async () => {
  acme = new Firm('acme');
  other = new Firm('other', acme.data);
  for (const role of ['instructor', 'grader', 'admin']) acme.add(role, role);
  other.add('instructor', 'instructor');
  Object.assign(process.env, {
    HEAROUT_LIMITS_MESSAGES_PER_SECOND: '1000',
    HEAROUT_LIMITS_MESSAGES_BURST: '10000',
    HEAROUT_LIMITS_FAILURES_PER_MINUTE: '10000',
    HEAROUT_LIMITS_ACCOUNT_CONNECTIONS: '1000',
  });
  server = await startServer('--demo', '--data', acme.data);
  for (const name of Object.keys(process.env)) if (name.startsWith('HEAROUT_LIMITS_')) delete process.env[name];
  for (const role of ['instructor', 'grader', 'admin']) cookies[role] = await acme.signedIn(server.port, role);
  const first = await running(acme);
  ours = first;
  alsoOurs = await running(acme);
  theirs = await running(other);
  for (const role of ['invited_grader', 'invited_instructor'] as const) {
    first.staff.send({ kind: 'invite', role, on: true });
    secrets[role] = (await first.staff.message('invited', (told) => told.role === role)).secret;
  }
  const demo = await practise(server);
  demoRoom = demo.room;
  kept.push(demo.trainee);
  observer = await findObserver();
  const waiting = await openDemo(server);
  lobbyCode = waiting.code;
  kept.push(waiting.staff);
});
afterAll(async () => {
  expect(await server.stop(), server.log()).toBe(0);
  acme.forget();
});

/** Before the workshop's wall, and looking into its room. */
async function before(client: Client, { code, room }: { code: string; room: string }): Promise<Client> {
  client.send({ kind: 'watchWorkshop', code });
  await client.message('workshop');
  client.send({ kind: 'watch', room, n: 0 });
  await client.message('seated');
  return client;
}

async function invited(role: string): Promise<Client> {
  const client = await Client.open(server.port, secrets[role]);
  client.send({ kind: 'beCalled', name: 'Gast' });
  await client.message('called');
  return client;
}

const joined = async (client: Client) => {
  await client.join();
  return client;
};

const places: Record<string, () => Promise<Client>> = {
  visitor: () => Client.open(server.port),
  projector: async () => {
    const client = await Client.open(server.port);
    client.send({ kind: 'project', code: ours.code });
    await client.message('lobby');
    return client;
  },
  member: async () => (await Member.enter(server.port, lobbyCode, 'Ben')).client,
  'invited, not yet named': () => Client.open(server.port, secrets.invited_grader),
  trainee: async () => joined(await Client.open(server.port)),
  customer: async () => joined(await Client.open(server.port, secretOf(server, 'customer'))),
  observer: async () => observer,
  'demo trainee': async () => joined(await Client.open(server.port, secretOf(server, 'trainee'))),
  'demo staff': async () => before(await Client.open(server.port, secretOf(server, 'instructor')), { code: demoCode, room: demoRoom }),
  'invited grader': async () => before(await invited('invited_grader'), ours),
  'invited instructor': async () => before(await invited('invited_instructor'), ours),
  grader: async () => before(await connect(server.port, cookies.grader as string), ours),
  instructor: async () => before(await connect(server.port, cookies.instructor as string), ours),
  admin: async () => before(await connect(server.port, cookies.admin as string), ours),
  'instructor who is a trainee': async () => joined(await connect(server.port, cookies.instructor as string)),
};

/** Whether the door denies it. A second hello is always denied: what comes before that is the answer. */
async function isDenied(client: Client, message: Message, who: string): Promise<boolean> {
  const from = client.messages.length;
  client.sendBytes(sample(message, who));
  client.send({ kind: 'hello', version: 1, tab: 'a tab' });
  const after = () => client.messages.slice(from);
  const isEnd = (one: Client['messages'][number]) => one.kind === 'error' && one.ref === 1;
  await client.until(() => after().some(isEnd) || client.closeCode !== null, `the end of ${message.name}`);
  expect(client.closeCode, `${message.name} was answered by a close`).toBe(null);
  return after().some((one) => one.kind === 'error' && one.code === 'denied' && one.ref === message.id);
}

describe('every message from everybody', () => {
  test('the table names everybody, and only messages that there are', () => {
    expect(Object.keys(may)).toEqual(Object.keys(places));
    const names = messages.map(({ name }) => name);
    for (const list of Object.values(may)) for (const name of list) expect(names).toContain(name);
  });

  test('before the hello nothing else is taken', async () => {
    for (const message of messages.filter(({ name }) => name !== 'hello')) {
      const raw = await open(server.port);
      raw.send(frame(Buffer.from(sample(message))));
      expect(await raw.closeCode(), message.name).toBe(4003);
    }
  });

  test.each(Object.keys(places))('%s', async (who) => {
    const wrong: string[] = [];
    let cells = 0;
    for (const message of messages.filter(({ name }) => name !== 'hello')) {
      const client = await (places[who] as () => Promise<Client>)();
      const denied = await isDenied(client, message, who);
      const allowed = may[who]?.includes(message.name) ?? false;
      cells += 1;
      if (denied ? allowed && !byPlace.has(message.name) : !allowed) wrong.push(`${message.name}: ${denied ? 'denied' : 'taken'}`);
      if (client !== observer) client.close();
    }
    expect(wrong).toEqual([]);
    expect(cells).toBe(messages.length - 1);
  });
});

describe('ids of others', () => {
  /** Fields that name something which belongs to a firm, and are not themselves the key to it. */
  const naming = [
    { message: 'watch', field: 'room', foreign: () => theirs.room, absent: 'f'.repeat(32), also: () => alsoOurs.room },
    { message: 'watch_workshop', field: 'code', foreign: () => theirs.code, absent: 'ZZZZZZ', also: () => alsoOurs.code },
  ];

  test('no other message of staff names a room or a workshop', () => {
    const named = (messages as (Message & { seats: string })[])
      .filter(({ seats }) => seats.includes('staff'))
      .flatMap(({ name, fields }) => fields.filter((field) => /^(room|code|workshop|firm|token)$/.test(field.name)).map((field) => `${name}.${field.name}`));
    expect(named).toEqual(naming.map(({ message, field }) => `${message}.${field}`));
  });

  const staff = ['demo staff', 'invited grader', 'invited instructor', 'grader', 'instructor', 'admin'];
  test.each(staff)('%s: foreign and absent are answered alike, byte for byte', async (who) => {
    for (const { message, foreign, absent, also } of naming) {
      const { id, fields } = messages.find(({ name }) => name === message) as Message;
      const answer = async (named: string) => {
        const client = await (places[who] as () => Promise<Client>)();
        client.send({ kind: 'listRooms' });
        await client.message('rooms');
        client.frames.length = 0;
        client.sendBytes(pack([id, named, ...(fields.length > 1 ? [0] : [])]));
        const of = (bytes: Uint8Array) => decodeBatch(bytes).messages.some((one) => one.kind === 'error' || one.kind === 'seated' || one.kind === 'workshop');
        const found = () => client.frames.find(of);
        await client.until(() => found() !== undefined, `the answer to ${message}`);
        client.close();
        const batch = decodeBatch(found() as Uint8Array);
        return JSON.stringify(batch.messages.find((one) => one.kind !== 'wall' && one.kind !== 'link'));
      };
      const nothing = await answer(absent);
      expect(JSON.parse(nothing)).toEqual({ kind: 'error', code: 'not_found', ref: id });
      expect(await answer(foreign())).toBe(nothing);
      if (who.startsWith('invited')) expect(await answer(also())).toBe(nothing);
    }
  });

  test.each(staff)('%s: lists name only what is theirs', async (who) => {
    const client = await (places[who] as () => Promise<Client>)();
    client.send({ kind: 'listWorkshops' });
    client.send({ kind: 'listRooms' });
    const codes = (await client.message('workshops')).workshops.map(({ code }) => code);
    const rooms = (await client.message('rooms')).rooms.map(({ room }) => room);
    for (const foreign of [theirs, ...(who === 'demo staff' ? [ours] : []), ...(who.startsWith('invited') ? [alsoOurs] : [])]) {
      expect(codes).not.toContain(foreign.code);
      expect(rooms).not.toContain(foreign.room);
    }
    if (who !== 'demo staff') expect([codes, rooms]).toEqual([expect.arrayContaining([ours.code]), expect.arrayContaining([ours.room])]);
    client.close();
  });
});
