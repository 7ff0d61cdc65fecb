// The C types and the tables that the one codec reads.
import {
  banner,
  definition,
  enums,
  events,
  ownSeats,
  range,
  rolesOf,
  seats,
  stages,
  structs,
  toClient,
  toServer,
  upper,
} from './definition.mjs';

// How a field lies in memory.

function integerType(min, max) {
  for (const bits of [8, 16, 32])
    if (min >= 0 ? max < 2 ** bits : min >= -(2 ** (bits - 1)) && max < 2 ** (bits - 1))
      return `${min >= 0 ? 'u' : ''}int${bits}_t`;
  return 'int64_t';
}

/* Structs that go out hold pointers to the caller's arrays; the others hold the arrays. */
const outboundStructs = new Set(toClient.flatMap(({ fields }) => fields.map(({ of }) => of)));

function members(field, outbound) {
  const name = field.name;
  const optional = field.optional ? [`bool has_${name};`] : [];
  switch (field.type) {
    case 'enum':
      return [...optional, `enum rp_${field.of} ${name};`];
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
        : [...optional, `${element} ${name}[${field.max_items}];`, `uint32_t ${name}_n;`];
    }
    default:
      return [...optional, `${integerType(...range(field))} ${name};`];
  }
}

function cStruct(name, { doc, fields }, outbound) {
  const comment = (field, member) =>
    field.doc && !member.startsWith('bool has_') ? ` /* ${field.doc} */` : '';
  const lines = fields.flatMap((field) =>
    members(field, outbound).map((member) => `    ${member}${comment(field, member)}`),
  );
  return `${doc ? `/* ${doc} */\n` : ''}struct rp_${name} {\n${lines.join('\n') || '    char nothing;'}\n};\n`;
}

function cEnum(name, { doc, values, stands_in: elsewhere }) {
  if (elsewhere) return '';
  const lines = values.map(
    (value, i) => `    RP_${upper(name)}_${upper(value)}${i ? '' : ' = 0'},`,
  );
  return `${doc ? `/* ${doc} */\n` : ''}enum rp_${name} {\n${lines.join('\n')}\n    RP_${upper(name)}S\n};\n`;
}

function numbers(prefix, list, last) {
  const lines = list.map(({ id, name }) => `    ${prefix}_${upper(name)} = ${id},`);
  return `${lines.join('\n')}\n    ${prefix}_${last} = ${Math.max(...list.map(({ id }) => id)) + 1}`;
}

const union = (prefix, list) =>
  list.map(({ name }) => `        struct rp_${prefix}_${name} ${name};`).join('\n');

export function cTypes() {
  return `/* rp_msg.h: every message and every event as plain C values.
 *
 * ${banner}
 *
 * Owner    plain data; a struct rp_str points into the bytes that were decoded, or at what the
 *          caller set, and never owns.
 * Times    *_ms are milliseconds of session time, or lengths of time.
 */
/* clang-format off */
#pragma once

#include "rp_types.h"

#define RP_PROTOCOL_NAME "${definition.name}"
enum { RP_PROTOCOL_VERSION = ${definition.version} };

struct rp_str {
    const char *at;
    uint32_t length;
};

${Object.entries(enums)
  .map(([name, it]) => cEnum(name, it))
  .filter(Boolean)
  .join('\n')}
${Object.entries(structs)
  .map(([name, it]) => cStruct(name, it, outboundStructs.has(name)))
  .join('\n')}
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

const mask = (letters) =>
  [...letters].reduce((bits, letter) => bits | (1 << seats.indexOf(letter)), 0);

function sight(field, message) {
  const see = field.see ?? message?.see;
  return `.see = {{${stages.map((stage) => mask(see?.[stage] ?? 'TCOS')).join(', ')}}}`;
}

const kinds = {
  uint: 'INTEGER',
  int: 'INTEGER',
  enum: 'INTEGER',
  name: 'NAME',
  bool: 'BOOL',
  string: 'STRING',
  words: 'WORDS',
  event: 'EVENT',
};

const allFields = [...toServer, ...toClient, ...events, ...Object.values(structs)].flatMap(
  ({ fields }) => fields,
);
const isUsed = ([name]) => allFields.some((field) => field.type === 'enum' && field.of === name);

const cNames = ([name, { values }]) =>
  `static const char *const names_${name}[] = {${values.map((value) => `"${value}"`).join(', ')}};`;

function cField(struct, field, message, outbound) {
  const at = (member) => `offsetof(struct rp_${struct}, ${member})`;
  const [min, max] = range(field);
  const kind = field.type === 'list' ? (outbound ? 'OUT_LIST' : 'LIST') : kinds[field.type];
  const parts = [`"${field.name}"`, `.kind = RP_FIELD_${kind}`];
  if (field.type === 'list') {
    parts.push(`.max = ${field.max_items}`, `.count_at = ${at(`${field.name}_n`)}`);
    parts.push(
      field.of === 'string'
        ? `.of = &rp_shape_string, .item_max = ${field.max}`
        : `.of = &shape_${field.of}`,
    );
  }
  if (field.type === 'string') parts.push(`.max = ${field.max}`);
  if (field.max_chars) parts.push(`.max_chars = ${field.max_chars}`);
  if (kind === 'INTEGER' || kind === 'NAME')
    parts.push(
      `.min = ${min}`,
      `.max = ${max}`,
      `.size = sizeof(((struct rp_${struct} *)0)->${field.name})`,
    );
  if (min < 0) parts.push('.is_signed = true');
  if (field.type === 'enum') parts.push(`.names = names_${field.of}`);
  parts.push(`.at = ${at(field.type === 'words' ? 'line' : field.name)}`);
  if (field.type === 'words' && message.fields.some(({ name }) => name === 'say'))
    parts.push(`.say_at = ${at('say')}`);
  if (field.optional) parts.push('.optional = true', `.has_at = ${at(`has_${field.name}`)}`);
  parts.push(sight(field, message));
  return `    {${parts.join(', ')}},`;
}

function cShape(struct, key, message, outbound, number = 0) {
  const fields = message.fields.map((field) => cField(struct, field, message, outbound));
  const table = fields.length
    ? `static const struct rp_field fields_${key}[] = {\n${fields.join('\n')}\n};\n`
    : '';
  const parts = [
    `"${message.name ?? key}"`,
    `.number = ${number}`,
    `.size = sizeof(struct rp_${struct})`,
  ];
  if (fields.length) parts.push(`.fields = fields_${key}`, `.fields_n = ${fields.length}`);
  parts.push(
    sight(message),
    `.seats = ${seatMask(message.seats)}`,
  );
  if (message.seats) parts.push(`.roles = ${roleMask(message)}`);
  if (message.in_room) parts.push('.in_room = true');
  if (message.own) {
    const owner = message.fields.findIndex(({ name }) => name === message.own);
    parts.push(
      `.own = &fields_${key}[${owner}]`,
      `.own_seats = ${ownSeats[message.fields[owner].of]}`,
    );
  }
  return `${table}static const struct rp_shape shape_${key} = {${parts.join(', ')}};
`;
}

function seatMask(seats) {
  if (!seats) return 0;
  if (seats === 'any') return 31;
  return seats.split(' ').reduce((bits, seat) => bits | (1 << enums.seat.values.indexOf(seat)), 0);
}

const roleMask = (message) =>
  rolesOf(message).reduce((bits, role) => bits | (1 << enums.staff_role.values.indexOf(role)), 0);

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

export function cTables() {
  return `/* ${banner} */
/* clang-format off */
#include "rp_shape.h"

${Object.entries(enums).filter(isUsed).map(cNames).join('\n')}

${Object.entries(structs)
  .map(([name, it]) => cShape(name, name, it, outboundStructs.has(name)))
  .join('\n')}
${toServer.map((it) => cShape(`msg_${it.name}`, `msg_${it.name}`, it, false, it.id)).join('\n')}
${events.map((it) => cShape(`event_${it.name}`, `event_${it.name}`, it, false, it.id)).join('\n')}
${toClient.map((it) => cShape(`out_${it.name}`, `out_${it.name}`, it, true, it.id)).join('\n')}
${lookUp('msg', 'msg', toServer)}
${lookUp('event', 'event', events)}
${lookUp('out', 'out', toClient)}`;
}
