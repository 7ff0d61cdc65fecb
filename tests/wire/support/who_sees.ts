// The hand-written table of who may see what (tests/sim/who_sees.tsv), for frames that came over a
// real connection.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seat } from '#protocol';
import { decodeBatch } from './codec.ts';
import { root } from './server.ts';

const stages = ['play', 'debrief', 'rated', 'released'] as const;
type Stage = (typeof stages)[number];
const letters: Record<Seat, string> = { trainee: 'T', customer: 'C', observer: 'O', staff: 'S' };

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** By event and field: the seats of each stage. */
const table = new Map<string, string[]>();
for (const row of readFileSync(join(root, 'tests/sim/who_sees.tsv'), 'utf8').split('\n')) {
  const [event, fields, ...seats] = row.split('\t');
  if (row.startsWith('#') || !event || !fields) continue;
  for (const field of fields.split(' ')) table.set(`${camel(event)}.${camel(field)}`, seats.slice(0, 4));
}

/** Every field of every event in these frames that its seat may not see at the stage it has come to. */
export function overseen(frames: readonly Uint8Array[]): string[] {
  const found = new Set<string>();
  let seat: Seat | null = null;
  let stage: Stage = 'play';
  let rated = false;
  let released = false;
  for (const message of frames.flatMap((frame) => decodeBatch(frame).messages)) {
    if (message.kind === 'seated') {
      seat = message.seat;
      stage = 'play';
      rated = released = false;
    }
    if (message.kind !== 'event' && message.kind !== 'recalled') continue;
    const { event } = message;
    if (message.kind === 'event') {
      if (event.kind === 'phase' && event.phase === 'debrief') stage = 'debrief';
      rated ||= event.kind === 'ratedSelf';
      released ||= event.kind === 'released';
      if (rated) stage = released ? 'released' : 'rated';
    }
    for (const field of Object.keys(event).filter((name) => name !== 'kind')) {
      const seats = table.get(`${event.kind}.${field}`)?.[stages.indexOf(stage)];
      if (seat === null || !seats?.includes(letters[seat])) found.add(`${seat} at ${stage}: ${event.kind}.${field}`);
    }
  }
  return [...found];
}
