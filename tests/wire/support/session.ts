// Whole sessions over a real connection.
import { readFileSync } from 'node:fs';
import { Client } from './client.ts';
import type { Server } from './server.ts';

/** What stands behind # in a link that the server has printed. */
export function secretOf(server: Server, link: 'trainee' | 'customer' | 'instructor'): string {
  const found = new RegExp(`^${link} +http\\S+#(\\S+)$`, 'm').exec(server.said());
  if (!found?.[1]) throw new Error(`no ${link} link in: ${server.said()}`);
  return found[1];
}

/** A trainee in a practice room of his own, with play begun and the bot at his first words. */
export async function practise(
  server: Server,
  how: Parameters<Client['join']>[0] = {},
): Promise<{ trainee: Client; room: string }> {
  const trainee = await Client.open(server.port);
  const { room } = await trainee.join(how);
  trainee.send({ kind: 'ready' });
  await trainee.event('phase', (phase) => phase.phase === 'play');
  return { trainee, room };
}

/** An instructor who watches that room. */
export async function observe(server: Server, room: string, n = 0): Promise<Client> {
  const staff = await Client.open(server.port, secretOf(server, 'instructor'));
  staff.seen = n;
  staff.send({ kind: 'watch', room, n });
  await staff.message('seated');
  return staff;
}

/** The floor is free, or the trainee's. */
export const mayTalk = (client: Client) =>
  client.until(
    () => client.room.floor.holder === 'none' || client.room.floor.holder === 'trainee',
    'the floor',
    60_000,
  );

export const customerTypes = (client: Client) =>
  client.until(() => client.room.composing.customer, 'the customer to type', 30_000);

/** Resident memory of the process, in bytes. */
export function residentBytes(server: Server): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}
