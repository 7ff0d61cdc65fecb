/** MessagePack frames to messages and back, by the generated table of shapes. A message is
 * [number, field, field, ...]; what a newer server appended is skipped. */
import {
  type Field,
  type Messages,
  type RoomEvent,
  shapes,
  type ToClient,
  type ToServer,
} from '#protocol';
import { type Packed, pack, unpack } from './pack.ts';

type Named = Record<string, unknown>;

export function encodeToServer(message: ToServer): Uint8Array<ArrayBuffer> {
  const found = Object.entries(shapes.toServer).find(([, [kind]]) => kind === message.kind);
  if (!found) throw new TypeError(message.kind);
  const [id, [, fields]] = found;
  const values = writeFields(message as unknown as Named, fields);
  while (values.at(-1) === null) values.pop();
  return pack([Number(id), ...(values as Packed[])]);
}

function writeFields(named: Named, fields: readonly Field[]): unknown[] {
  return fields.map((field) => write(named[field[0]], field));
}

function write(value: unknown, field: Field): unknown {
  if (value === undefined) return null;
  const struct = field[1] === 'l' ? shapes.structs[field[3]] : undefined;
  if (struct) return (value as Named[]).map((one) => writeFields(one, struct));
  return field[1] === 'e' ? shapes.enums[field[3]]?.indexOf(value as string) : value;
}

export interface Batch {
  n: number;
  messages: ToClient[];
}

export function decodeBatch(bytes: Uint8Array): Batch {
  const [n, messages] = unpack(bytes) as [number, unknown[][]];
  const known = messages
    .map((message) => read(message, shapes.toClient))
    .filter((one) => one !== null);
  return { n, messages: known as unknown as ToClient[] };
}

/** Null for a message that only a newer page knows. */
function read(message: readonly unknown[], table: Messages): Named | null {
  const shape = table[message[0] as number];
  return shape ? { kind: shape[0], ...readFields(message.slice(1), shape[1]) } : null;
}

function readFields(values: readonly unknown[], fields: readonly Field[]): Named {
  const named: Named = {};
  fields.forEach((field, index) => {
    const value = values[index];
    if (value !== undefined && value !== null) named[field[0]] = readValue(value, field);
  });
  return named;
}

function readValue(value: unknown, field: Field): unknown {
  if (field[1] === 'e') return shapes.enums[field[3]]?.[value as number];
  if (field[1] === 'v')
    return read(value as unknown[], shapes.events) ?? ({ kind: 'unknown' } as unknown as RoomEvent);
  const struct = field[1] === 'l' ? shapes.structs[field[3]] : undefined;
  return struct ? (value as unknown[][]).map((one) => readFields(one, struct)) : value;
}
