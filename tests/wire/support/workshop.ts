// People in a workshop, as the page makes them: they come in, are seated, and come back.
import { expect } from 'vitest';
import type { SteerMessage, ToServer } from '#protocol';
import { Client, type Message } from './client.ts';
import { secretOf } from './session.ts';
import type { Server } from './server.ts';

type SetUp = Partial<Omit<Extract<ToServer, { kind: 'openWorkshop' }>, 'kind'>>;

/** Staff of the demo firm with a workshop that is open. */
export async function openWorkshop(server: Server, how: SetUp = {}): Promise<{ staff: Client; code: string }> {
  const staff = await Client.open(server.port, secretOf(server, 'instructor'), 'staff');
  staff.send({
    kind: 'openWorkshop', title: 'May cohort', pairing: 'pairs', scenario: 'moving-truck',
    level: 'standard', heat: 3, sessions: 1, readMs: 60_000, playMs: 60_000, debriefMs: 1_000,
    switchMs: 1_000, ...how,
  });
  const { code } = await staff.message('workshop');
  expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{6}$/);
  return { staff, code };
}

export const steer = (staff: Client, what: SteerMessage['what'], person = 0, other = 0, on = true) =>
  staff.send({ kind: 'steer', what, person, other, on });

export async function watchWorkshop(server: Server, code: string): Promise<Client> {
  const staff = await Client.open(server.port, secretOf(server, 'instructor'), 'staff');
  staff.send({ kind: 'watchWorkshop', code });
  await staff.message('workshop');
  return staff;
}

/** One person, over as many connections as it takes. */
export class Member {
  pin = '';
  token = '';
  room = '';
  private constructor(
    public client: Client,
    private port: number,
    readonly name: string,
  ) {}

  static async enter(port: number, code: string, name: string, timePct = 100): Promise<Member> {
    const client = await Client.open(port, undefined, name);
    const member = new Member(client, port, name);
    client.send({ kind: 'enter', code, name, timePct });
    const told = await client.message('member');
    Object.assign(member, { pin: told.pin, token: told.token });
    await client.message('lobby');
    return member;
  }

  /** Waits for a seat in a room that is not `not`. */
  async seated(not = ''): Promise<Message<'seated'>> {
    const seated = await this.client.message('seated', ({ room }) => room !== not);
    this.room = seated.room;
    return seated;
  }

  async comeBack(port = this.port): Promise<void> {
    this.client = await Client.open(port, undefined, this.name);
    this.port = port;
    this.client.send({ kind: 'comeBack', token: this.token, room: '', n: 0 });
    this.token = (await this.client.message('member')).token;
  }

  latest<Kind extends 'lobby' | 'seated'>(kind: Kind): Message<Kind> | undefined {
    return this.client.messages.findLast((one): one is Message<Kind> => one.kind === kind);
  }
}
