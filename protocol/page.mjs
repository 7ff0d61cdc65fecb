// The reference page.
import {
  banner,
  definition,
  enums,
  events,
  range,
  stages,
  structs,
  toClient,
  toServer,
} from './definition.mjs';

function typeOf(field) {
  switch (field.type) {
    case 'uint':
    case 'int':
      return `integer, ${range(field).join(' to ')}`;
    case 'enum':
      return `[${field.of}](#${field.of})`;
    case 'string':
      return `string, at most ${field.max} bytes${field.max_chars ? ` and ${field.max_chars} characters` : ''}`;
    case 'list':
      return field.of === 'string'
        ? `at most ${field.max_items} strings, each at most ${field.max} bytes`
        : `at most ${field.max_items} of [${field.of}](#${field.of})`;
    case 'event':
      return '[event](#events)';
    default:
      return field.type;
  }
}

/** The later stages only where they add somebody. */
function sight(see) {
  const last = stages.findLastIndex((stage, i) => i < 2 || see[stage] !== see[stages[i - 1]]);
  return stages
    .slice(0, last + 1)
    .map((stage) => see[stage] || 'nobody')
    .join(' / ');
}

const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function fieldTable(fields, see) {
  if (fields.length === 0) return 'No fields.';
  const heads = ['field', 'type', ...(see ? ['play / debrief'] : []), ''];
  const rows = fields.map((field) => [
    field.name,
    typeOf(field) + (field.optional ? ', or nil' : ''),
    ...(see ? [field.see ? sight(field.see) : ''] : []),
    field.doc ?? '',
  ]);
  return table(heads, rows);
}

function about({ doc, seats, in_room, roles, see, own }) {
  const sentences = [
    doc?.replace(/([^.])$/, '$1.').replace(/^./, (letter) => letter.toUpperCase()),
  ];
  if (seats)
    sentences.push(`From: ${seats.replaceAll(' ', ', ')}${in_room ? '; in a room' : ''}.`);
  if (roles) sentences.push(`Of staff only: ${roles.replaceAll(' ', ', ')}.`);
  if (see)
    sentences.push(
      `Seen by ${sight(see)}${own ? `; of the seats only by that of its ${own}, and by staff` : ''}.`,
    );
  return sentences.filter(Boolean).join(' ');
}

const section = (message) =>
  [`### ${message.id} ${message.name}`, about(message), fieldTable(message.fields, message.see)]
    .filter(Boolean)
    .join('\n\n');

const sections = (list) => list.map(section).join('\n\n');

export function page() {
  return `# Messages of ${definition.name}, version ${definition.version}

${banner}

## Frames

A frame is one MessagePack document in one binary WebSocket message, subprotocol \`${definition.name}\`.

- A client sends \`[number, field, field, ...]\`, at most 16 KiB, at most 8 arrays in one another.
- The server sends batches \`[n, [message, message, ...]]\`. n is the number of the last \`event\` in the batch, as this
  recipient counts the events it has been sent.
- There are nil, true and false, integers, strings and arrays. Floats, maps, bytes and extensions are refused, and so is
  every integer, string or array that is not in its shortest form, and every string that is not UTF-8.
- An enum is the place of its value, from 0. An optional field that is not there is nil, or left out where only such
  follow.
- A newer peer may append fields: an older one checks that they are well formed, and skips them.

## From the page to the server

${sections(toServer)}

## From the server to the page

${sections(toClient)}

## Events

${definition.events_doc}

${sections(events)}

## Structs

${Object.entries(structs)
  .map(([name, { fields }]) => `### ${name}\n\n${fieldTable(fields)}`)
  .join('\n\n')}

## Enums

${Object.entries(enums)
  .map(
    ([name, { doc, values }]) =>
      `### ${name}\n\n${doc ? `${doc} ` : ''}${values.map((value, i) => `${i} ${value}`).join(', ')}`,
  )
  .join('\n\n')}
`;
}
