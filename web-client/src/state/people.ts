/** Who sits where, as staff see and change it. */
import type { Member, Pairing, ToClient } from '#protocol';

type Workshop = Extract<ToClient, { kind: 'workshop' }>;
export type Seat = 'trainee' | 'customer' | 'observer';
const seats: readonly Seat[] = ['trainee', 'customer', 'observer'];

export interface Group {
  group: number;
  /** null: nobody; as the customer the bot. */
  places: readonly { seat: Seat; member: Member | null }[];
  /** The seat that somebody can be moved to; null: it is whole. */
  free: Seat | null;
}

export function groupsOf({ people, pairing }: Pick<Workshop, 'people' | 'pairing'>): Group[] {
  const numbers = [...new Set(people.map(({ group }) => group))].filter((group) => group > 0);
  return numbers.sort((a, b) => a - b).map((group) => groupOf(group, people, pairing));
}

function groupOf(group: number, people: readonly Member[], pairing: Pairing): Group {
  const sits = (seat: Seat) =>
    people.find((one) => one.group === group && one.seat === seat) ?? null;
  const shown = pairing === 'threes' || sits('observer') ? seats : seats.slice(0, 2);
  const places = shown.map((seat) => ({ seat, member: sits(seat) }));
  const free =
    sits('customer') === null ? 'customer' : sits('observer') === null ? 'observer' : null;
  return { group, places, free: sits('trainee') === null ? null : free };
}

/** What is done with the one who was picked up and the next one who is named. */
export type Act = 'swap' | 'apart' | 'lock';

/** Kept apart or together already: then it is ended. */
export function stands(act: Act, a: Member, b: Member, apart: Workshop['apart']): boolean {
  if (act === 'lock') return a.locked === b.person + 1;
  return apart.some(
    (two) =>
      (two.a === a.person && two.b === b.person) || (two.a === b.person && two.b === a.person),
  );
}
