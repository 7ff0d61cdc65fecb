// Turns roleplay.json into the C types and tables, the TypeScript types and table, the reference
// page and the test vectors. node protocol/generate.mjs [FOLDER] writes into FOLDER or gen/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vectorsFile } from './vectors.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, 'gen');
const definition = JSON.parse(readFileSync(join(here, 'roleplay.json'), 'utf8'));
const { enums, structs, to_server: toServer, to_client: toClient, events } = definition;

const audiences = { T: 0, C: 1, O: 2, S: 3 }; // the seats, in the order of the enum
/* So many values of the enum, from the first on, are seats in the same order. */
const ownSeats = { party: 2, seat: 4 };
const upper = (name) => name.toUpperCase();
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const pascal = (name) => camel(`_${name}`);
const banner = 'Made by protocol/generate.mjs from roleplay.json: change that.';

function check(condition, complaint) {
  if (!condition) throw new Error(`roleplay.json: ${complaint}`);
}

function checkField(name, field) {
  const where = `${name}.${field.name}`;
  if (field.type === 'enum') check(enums[field.of], `${where}: no enum ${field.of}`);
  if (field.type === 'list')
    check(field.of === 'string' || structs[field.of], `${where}: no ${field.of}`);
}

/* What the codec counts on. */
function checkEvent({ name, fields, see, own }) {
  check(fields.length <= 32, `${name}: a field is a bit of 32`);
  for (const field of fields) {
    check(!field.optional, `${name}.${field.name}: events have no optional fields`);
    for (const phase of ['play', 'debrief'])
      check(
        [...(field.see?.[phase] ?? '')].every((letter) => see[phase].includes(letter)),
        `${name}.${field.name}: seen where its event is not`,
      );
  }
  const owner = fields.find((field) => field.name === own);
  check(!own || ownSeats[owner?.of], `${name}: own is a field of type party or seat`);
}

function checkDefinition() {
  for (const group of [[...toServer, ...toClient], events]) {
    const ids = group.map((message) => message.id);
    check(new Set(ids).size === ids.length, 'a number is used twice');
  }
  const all = [...toServer, ...toClient, ...events, ...Object.values(structs)];
  for (const { name = 'struct', fields } of all) for (const field of fields) checkField(name, field);
  for (const { name, fields } of [...toServer, ...events])
    check(!fields.some(({ type, of }) => type === 'list' && of === 'string'), `${name}: a list of strings is read by nobody`);
  events.forEach(checkEvent);
}

// How a field lies in memory.

function integerType(min, max) {
  for (const bits of [8, 16, 32])
    if (min >= 0 ? max < 2 ** bits : min >= -(2 ** (bits - 1)) && max < 2 ** (bits - 1))
      return { c: `${min >= 0 ? 'u' : ''}int${bits}_t`, size: bits / 8 };
  return { c: 'int64_t', size: 8 };
}

function range(field) {
  if (field.type === 'enum') return [0, enums[field.of].values.length - 1];
  if (field.type === 'bool') return [0, 1];
  if (field.type === 'name') return [0, 4294967295];
  return [field.min ?? 0, field.max ?? 4294967295];
}

const enumType = (name) => enums[name].c?.replace(/ RP_\w+$/, '') ?? `enum rp_${name}`;

function members(field, outbound) {
  const name = field.name;
  const optional = field.optional ? [`bool has_${name};`] : [];
  switch (field.type) {
    case 'enum':
      return [...optional, `${enumType(field.of)} ${name};`];
    case 'bool':
      return [...optional, `bool ${name};`];
    case 'string':
      return [...optional, `struct rp_str ${name};`];
    case 'words':
      return [];
    case 'event':
      return [`const struct rp_event *${name};`];
    case 'list': {
      const element = field.of === 'string' ? 'struct rp_str' : `struct rp_${field.of}`;
      return outbound
        ? [`const ${element} *${name};`, `uint32_t ${name}_n;`]
        : [`${element} ${name}[${field.max_items}];`, `uint32_t ${name}_n;`];
    }
    default:
      return [...optional, `${integerType(...range(field)).c} ${name};`];
  }
}

function cStruct(name, { doc, fields }, outbound) {
  const comment = (field, member) => (field.doc && !member.startsWith('bool has_') ? ` /* ${field.doc} */` : '');
  const lines = fields.flatMap((field) =>
    members(field, outbound).map((member) => `    ${member}${comment(field, member)}`),
  );
  return `${doc ? `/* ${doc} */\n` : ''}struct rp_${name} {\n${lines.join('\n') || '    char nothing;'}\n};\n`;
}

function cEnum(name, { doc, values, c }) {
  if (c) return '';
  const lines = values.map((value, i) => `    RP_${upper(name)}_${upper(value)}${i ? '' : ' = 0'},`);
  return `${doc ? `/* ${doc} */\n` : ''}enum rp_${name} {\n${lines.join('\n')}\n    RP_${upper(name)}S\n};\n`;
}

function numbers(prefix, list, last) {
  const lines = list.map(({ id, name }) => `    ${prefix}_${upper(name)} = ${id},`);
  return `${lines.join('\n')}\n    ${prefix}_${last} = ${Math.max(...list.map(({ id }) => id)) + 1}`;
}

const union = (prefix, list) =>
  list.map(({ name }) => `        struct rp_${prefix}_${name} ${name};`).join('\n');

function cTypes() {
  const isOutbound = (name) => ['card_section', 'scenario_entry', 'room_entry'].includes(name);
  return `/* rp_msg.h: every message and every event as plain C values.
 *
 * ${banner}
 *
 * Owner    plain data; a struct rp_str points into the bytes that were decoded, or at what the
 *          caller set, and never owns.
 * Times    *_ms are milliseconds of session time, or lengths of time.
 */
#pragma once

#include "rp_types.h"

#define RP_PROTOCOL_NAME "${definition.name}"
enum { RP_PROTOCOL_VERSION = ${definition.version} };

struct rp_str {
    const char *at;
    uint32_t length;
};

${Object.entries(enums).map(([name, it]) => cEnum(name, it)).filter(Boolean).join('\n')}
${Object.entries(structs).map(([name, it]) => cStruct(name, it, isOutbound(name))).join('\n')}
/* From a client. */
${toServer.map((it) => cStruct(`msg_${it.name}`, it, false)).join('\n')}
enum rp_msg_type {
${numbers('RP_MSG', toServer, 'END')}
};

struct rp_msg {
    enum rp_msg_type type;
    union {
${union('msg', toServer)}
    } as;
};

/* What happened in a room: inputs, acts, and what was derived from them. */
${events.map((it) => cStruct(`event_${it.name}`, it, false)).join('\n')}
enum rp_event_type {
${numbers('RP_EVENT', events, 'END')}
};

struct rp_event {
    enum rp_event_type type;
    union {
${union('event', events)}
    } as;
};

/* To a client. */
${toClient.map((it) => cStruct(`out_${it.name}`, it, true)).join('\n')}
enum rp_out_type {
${numbers('RP_OUT', toClient, 'END')}
};
`;
}

// The tables that one codec reads.

const mask = (letters) => [...letters].reduce((bits, letter) => bits | (1 << audiences[letter]), 0);

function sight(field, message) {
  const see = field.see ?? message?.see ?? { play: 'TCOS', debrief: 'TCOS' };
  return `.see = {${mask(see.play)}, ${mask(see.debrief)}}`;
}

const kinds = { uint: 'INTEGER', int: 'INTEGER', enum: 'INTEGER', name: 'NAME', bool: 'BOOL', string: 'STRING', words: 'WORDS', event: 'EVENT' };

function cField(struct, field, message, outbound) {
  const at = (member) => `offsetof(struct rp_${struct}, ${member})`;
  const [min, max] = range(field);
  const kind = field.type === 'list' ? (outbound ? 'OUT_LIST' : 'LIST') : kinds[field.type];
  const parts = [`"${field.name}"`, `.kind = RP_FIELD_${kind}`];
  if (field.type === 'list') {
    parts.push(`.max = ${field.max_items}`, `.count_at = ${at(`${field.name}_n`)}`);
    parts.push(field.of === 'string' ? `.of = &rp_shape_string, .item_max = ${field.max}` : `.of = &shape_${field.of}`);
  }
  if (field.type === 'string') parts.push(`.max = ${field.max}`);
  if (field.max_chars) parts.push(`.max_chars = ${field.max_chars}`);
  if (kind === 'INTEGER' || kind === 'NAME')
    parts.push(`.min = ${min}`, `.max = ${max}`, `.size = sizeof(((struct rp_${struct} *)0)->${field.name})`);
  if (min < 0) parts.push('.is_signed = true');
  parts.push(`.at = ${at(field.type === 'words' ? 'line' : field.name)}`);
  if (field.type === 'words' && message.fields.some(({ name }) => name === 'say')) parts.push(`.say_at = ${at('say')}`);
  if (field.optional) parts.push('.optional = true', `.has_at = ${at(`has_${field.name}`)}`);
  parts.push(sight(field, message));
  return `    {${parts.join(', ')}},`;
}

function cShape(struct, key, message, outbound, number = 0) {
  const see = message.see ?? { play: 'TCOS', debrief: 'TCOS' };
  const fields = message.fields.map((field) => cField(struct, field, message, outbound));
  const table = fields.length ? `static const struct rp_field fields_${key}[] = {\n${fields.join('\n')}\n};\n` : '';
  const parts = [`"${message.name ?? key}"`, `.number = ${number}`, `.size = sizeof(struct rp_${struct})`];
  if (fields.length) parts.push(`.fields = fields_${key}`, `.fields_n = ${fields.length}`);
  parts.push(`.see = {${mask(see.play)}, ${mask(see.debrief)}}`, `.seats = ${seatMask(message.seats)}`);
  if (message.own) {
    const owner = message.fields.findIndex(({ name }) => name === message.own);
    parts.push(`.own = &fields_${key}[${owner}]`, `.own_seats = ${ownSeats[message.fields[owner].of]}`);
  }
  return `${table}static const struct rp_shape shape_${key} = {${parts.join(', ')}};
`;
}

function seatMask(seats) {
  if (!seats) return 0;
  if (seats === 'any') return 31;
  return seats.split(' ').reduce((bits, seat) => bits | (1 << enums.seat.values.indexOf(seat)), 0);
}

function lookUp(name, prefix, list) {
  const rows = list.map((it) => `    [${it.id}] = &shape_${prefix}_${it.name},`);
  return `const struct rp_shape *rp_${name}_shape(unsigned number)
{
    static const struct rp_shape *const shapes[] = {
${rows.map((row) => `    ${row}`).join('\n')}
    };
    return number < RP_COUNT(shapes) ? shapes[number] : NULL;
}
`;
}

function cTables() {
  const outboundStructs = new Set(toClient.flatMap(({ fields }) => fields.map((field) => field.of)));
  return `/* ${banner} */
#include "rp_shape.h"

${Object.entries(structs).map(([name, it]) => cShape(name, name, it, outboundStructs.has(name))).join('\n')}
${toServer.map((it) => cShape(`msg_${it.name}`, `msg_${it.name}`, it, false, it.id)).join('\n')}
${events.map((it) => cShape(`event_${it.name}`, `event_${it.name}`, it, false, it.id)).join('\n')}
${toClient.map((it) => cShape(`out_${it.name}`, `out_${it.name}`, it, true, it.id)).join('\n')}
${lookUp('msg', 'msg', toServer)}
${lookUp('event', 'event', events)}
${lookUp('out', 'out', toClient)}`;
}

// TypeScript.

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

/* Hidden from somebody somewhere: then it may be missing. */
const mayMiss = (field, message) => field.optional || (field.see && field.see.play !== message.see?.play);

function tsInterface(name, message, kind) {
  const lines = message.fields.map((field) => {
    const doc = field.doc ? `  /** ${field.doc} */\n` : '';
    return `${doc}  ${camel(field.name)}${mayMiss(field, message) ? '?' : ''}: ${tsType(field)};`;
  });
  if (kind) lines.unshift(`  kind: '${kind}';`);
  return `${message.doc ? `/** ${message.doc} */\n` : ''}export interface ${name} {\n${lines.join('\n')}\n}\n`;
}

function tsField(field) {
  const name = camel(field.name);
  const optional = field.optional || field.see ? 1 : 0;
  if (field.type === 'enum') return [name, 'e', optional, field.of];
  if (field.type === 'list') return [name, 'l', optional, field.of];
  if (field.type === 'event') return [name, 'v', optional];
  if (field.type === 'bool') return [name, 'b', optional];
  if (['string', 'words', 'name'].includes(field.type)) return [name, 's', optional, field.max_chars ?? field.max ?? 4000];
  return [name, 'i', optional, ...range(field)];
}

const tsTable = (list) =>
  list.map((it) => `  ${it.id}: [${JSON.stringify(camel(it.name))}, ${JSON.stringify(it.fields.map(tsField))}],`).join('\n');

function tsFile() {
  const unions = [
    ['ToServer', '', toServer],
    ['ToClient', 'Out', toClient],
    ['RoomEvent', 'Event', events],
  ];
  return `// ${banner}
import type { Shapes } from './shapes';

export const protocolName = '${definition.name}';
export const protocolVersion = ${definition.version};

${Object.entries(enums).map(([name, { doc, values }]) => `${doc ? `/** ${doc} */\n` : ''}export type ${pascal(name)} = ${values.map((v) => `'${v}'`).join(' | ')};`).join('\n')}

${Object.entries(structs).map(([name, it]) => tsInterface(pascal(name), it)).join('\n')}
${unions.map(([, prefix, list]) => list.map((it) => tsInterface(prefix + pascal(it.name) + (prefix ? '' : 'Message'), it, camel(it.name))).join('\n')).join('\n')}
${unions.map(([name, prefix, list]) => `export type ${name} =\n${list.map((it) => `  | ${prefix + pascal(it.name) + (prefix ? '' : 'Message')}`).join('\n')};`).join('\n')}

export const shapes: Shapes = {
  enums: ${JSON.stringify(Object.fromEntries(Object.entries(enums).map(([name, { values }]) => [name, values])))},
  structs: ${JSON.stringify(Object.fromEntries(Object.entries(structs).map(([name, it]) => [name, it.fields.map(tsField)])))},
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

// The reference page.

function fieldRow(field, message) {
  const type = field.type === 'enum' ? `one of ${enums[field.of].values.join(', ')}` : field.type === 'list' ? `list of ${field.of}, at most ${field.max_items}` : field.type;
  const bounds = field.type === 'uint' || field.type === 'int' ? ` ${range(field).join(' to ')}` : field.type === 'string' ? ` up to ${field.max} bytes` : '';
  const see = field.see ?? message.see;
  return `| ${field.name} | ${type}${bounds}${field.optional ? ', or nil' : ''} | ${see ? `${see.play || '-'} / ${see.debrief || '-'}` : ''} | ${field.doc ?? ''} |`;
}

const section = (message) => `### ${message.id} ${message.name}

${message.doc ?? ''}${message.seats ? ` From: ${message.seats}.` : ''}

| field | type | seen in play / debrief | |
| --- | --- | --- | --- |
${message.fields.map((field) => fieldRow(field, message)).join('\n')}
`;

function page() {
  return `# Messages of ${definition.name}, version ${definition.version}

${banner}

A frame is one MessagePack document in one binary WebSocket message. A client sends \`[number, field, field, ...]\`. The
server sends batches \`[n, [message, message, ...]]\`: n is the number of the last \`event\` in it, as this recipient
counts what it has seen. A newer peer may append fields; an older one skips them. Integers stand in their shortest form.

${definition.events_doc}

## From the page to the server
${toServer.map(section).join('\n')}
## From the server to the page
${toClient.map(section).join('\n')}
## Events
${events.map(section).join('\n')}`;
}

checkDefinition();
const write = (path, text) => {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
};
write('c/rp_msg.h', cTypes());
write('c/rp_tables.c', cTables());
write('ts/protocol.ts', tsFile());
write('MESSAGES.md', page());
write('vectors.json', vectorsFile(definition));
