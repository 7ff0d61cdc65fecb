// The TypeScript types and the table that its codec reads.
import {
  banner,
  camel,
  definition,
  enums,
  events,
  pascal,
  range,
  stages,
  structs,
  toClient,
  toServer,
} from './definition.mjs';

function tsType(field) {
  switch (field.type) {
    case 'enum':
      return pascal(field.of);
    case 'bool':
      return 'boolean';
    case 'string':
    case 'words':
    case 'name':
      return 'string';
    case 'event':
      return 'RoomEvent';
    case 'list':
      return field.of === 'string' ? 'string[]' : `${pascal(field.of)}[]`;
    default:
      return 'number';
  }
}

/* Hidden from somebody who sees the event: then it may be missing. */
const mayMiss = (field, message) =>
  field.optional ||
  (field.see &&
    stages.some((stage) =>
      [...message.see[stage]].some((seat) => !field.see[stage].includes(seat)),
    ));

function tsInterface(name, message, kind) {
  const lines = message.fields.map((field) => {
    const doc = field.doc ? `  /** ${field.doc} */\n` : '';
    return `${doc}  ${camel(field.name)}${mayMiss(field, message) ? '?' : ''}: ${tsType(field)};`;
  });
  if (kind) lines.unshift(`  kind: '${kind}';`);
  return `${message.doc ? `/** ${message.doc} */\n` : ''}export interface ${name} {\n${lines.join('\n')}\n}\n`;
}

function tsField(field, message) {
  const head = [camel(field.name)];
  const optional = mayMiss(field, message) ? 1 : 0;
  if (field.type === 'enum') return [...head, 'e', optional, field.of];
  if (field.type === 'list') return [...head, 'l', optional, field.of, field.max_items];
  if (field.type === 'event') return [...head, 'v', optional];
  if (field.type === 'bool') return [...head, 'b', optional];
  if (field.type === 'string')
    return [...head, 's', optional, field.max, field.max_chars ?? field.max];
  if (field.type === 'words' || field.type === 'name') return [...head, 's', optional, 16000, 4000];
  return [...head, 'i', optional, ...range(field)];
}

const tsFields = (message) =>
  JSON.stringify(message.fields.map((field) => tsField(field, message)));
const tsTable = (list) =>
  list.map((it) => `    ${it.id}: ['${camel(it.name)}', ${tsFields(it)}],`).join('\n');

export function tsFile() {
  const unions = [
    ['ToServer', '', toServer],
    ['ToClient', 'Out', toClient],
    ['RoomEvent', 'Event', events],
  ];
  return `// ${banner}

export const protocolName = '${definition.name}';
export const protocolVersion = ${definition.version};

${Object.entries(enums)
  .map(
    ([name, { doc, values }]) =>
      `${doc ? `/** ${doc} */\n` : ''}export type ${pascal(name)} = ${values.map((v) => `'${v}'`).join(' | ')};`,
  )
  .join('\n')}

${Object.entries(structs)
  .map(([name, it]) => tsInterface(pascal(name), it))
  .join('\n')}
${unions.map(([, prefix, list]) => list.map((it) => tsInterface(prefix + pascal(it.name) + (prefix ? '' : 'Message'), it, camel(it.name))).join('\n')).join('\n')}
${unions.map(([name, prefix, list]) => `export type ${name} =\n${list.map((it) => `  | ${prefix + pascal(it.name) + (prefix ? '' : 'Message')}`).join('\n')};`).join('\n')}

/** How a field stands in a frame. Optional: it may be nil, or absent where only such follow. */
export type Field =
  | readonly [name: string, kind: 'b' | 'v', optional: 0 | 1]
  | readonly [name: string, kind: 'i', optional: 0 | 1, least: number, greatest: number]
  | readonly [name: string, kind: 's', optional: 0 | 1, bytes: number, chars: number]
  | readonly [name: string, kind: 'e', optional: 0 | 1, of: string]
  | readonly [name: string, kind: 'l', optional: 0 | 1, of: string, items: number];

/** By number: the kind of message and its fields, in order. */
export type Messages = Readonly<Record<number, readonly [kind: string, fields: readonly Field[]]>>;

export interface Shapes {
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly structs: Readonly<Record<string, readonly Field[]>>;
  readonly toServer: Messages;
  readonly toClient: Messages;
  readonly events: Messages;
}

export const shapes: Shapes = {
  enums: {
${Object.entries(enums)
  .map(([name, { values }]) => `    ${name}: ${JSON.stringify(values)},`)
  .join('\n')}
  },
  structs: {
${Object.entries(structs)
  .map(([name, it]) => `    ${name}: ${tsFields(it)},`)
  .join('\n')}
  },
  toServer: {
${tsTable(toServer)}
  },
  toClient: {
${tsTable(toClient)}
  },
  events: {
${tsTable(events)}
  },
};
`;
}
