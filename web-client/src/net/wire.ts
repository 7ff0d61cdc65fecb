/** MessagePack frames to messages and back, by the generated table of shapes. A message is
 * [number, field, field, ...]; what a newer server appended is skipped. */
import { decode, encode } from '@msgpack/msgpack';
import { type RoomEvent, shapes, type ToClient, type ToServer } from '#protocol';

type Field = readonly unknown[]; // name, kind, optional, detail
type Messages = Readonly<Record<string, readonly [string, readonly Field[]]>>;
type Named = Record<string, unknown>;

const enums = shapes.enums as unknown as Record<string, readonly string[]>;
const structs = shapes.structs as unknown as Record<string, readonly Field[]>;
const toServer = shapes.toServer as unknown as Messages;
const toClient = shapes.toClient as unknown as Messages;
const events = shapes.events as unknown as Messages;

export function encodeToServer(message: ToServer): Uint8Array<ArrayBuffer> {
  const found = Object.entries(toServer).find(([, [name]]) => name === message.kind);
  if (!found) throw new TypeError(message.kind);
  const [id, [, fields]] = found;
  const values = fields.map((field) =>
    write((message as unknown as Named)[field[0] as string], field),
  );
  while (values.at(-1) === null) values.pop();
  return new Uint8Array(encode([Number(id), ...values]));
}

function write(value: unknown, [, kind, , detail]: Field): unknown {
  if (value === undefined) return null;
  return kind === 'e' ? enums[detail as string]?.indexOf(value as string) : value;
}

export interface Batch {
  n: number;
  messages: ToClient[];
}

export function decodeBatch(bytes: Uint8Array): Batch {
  const [n, messages] = decode(bytes) as [number, unknown[][]];
  const known = messages.map((message) => read(message, toClient)).filter((one) => one !== null);
  return { n, messages: known as unknown as ToClient[] };
}

/** Null for a message that only a newer page knows. */
function read(message: readonly unknown[], table: Messages): Named | null {
  const shape = table[String(message[0])];
  return shape ? { kind: shape[0], ...readFields(message.slice(1), shape[1]) } : null;
}

function readFields(values: readonly unknown[], fields: readonly Field[]): Named {
  const named: Named = {};
  fields.forEach((field, index) => {
    const value = values[index];
    if (value !== undefined && value !== null) named[field[0] as string] = readValue(value, field);
  });
  return named;
}

function readValue(value: unknown, [, kind, , detail]: Field): unknown {
  if (kind === 'e') return enums[detail as string]?.[value as number];
  if (kind === 'v')
    return read(value as unknown[], events) ?? ({ kind: 'unknown' } as unknown as RoomEvent);
  const struct = structs[detail as string];
  if (kind === 'l' && struct) {
    return (value as unknown[][]).map((one) => readFields(one, struct));
  }
  return value;
}
