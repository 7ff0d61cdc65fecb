// Test vectors from the definition. Both codecs run the same ones, good and bad.
//
// toServer, stored   good: hex is read, and written back as `again`, or as it was.
//                    bad: hex is refused with that error.
// toClient           values give hex, hex gives message.
// seen               the stored event as an `event` for that audience: hex and message, or neither
//                    where it may not know of it. Line l, or say s, has the words "l.s", person p
//                    has the name "p".
import {
  camel,
  enums,
  events,
  ownSeats,
  range,
  seats,
  stages,
  structs,
  toClient,
  toServer,
} from './definition.mjs';
import { hex, integerAs, pack } from './pack.mjs';

const itemOf = (field, value) =>
  field.of === 'string'
    ? value({ type: 'string', max: field.max })
    : structs[field.of].fields.map(value);

function least(field) {
  if (field.type === 'bool') return false;
  if (field.type === 'string') return '';
  return field.type === 'list' ? [] : range(field)[0];
}

function greatest(field) {
  if (field.type === 'bool') return true;
  if (field.type === 'string') return 'é'.repeat(Math.floor((field.max_chars ?? field.max) / 2));
  if (field.type === 'list')
    return Array(Math.min(field.max_items, 16)).fill(itemOf(field, greatest));
  return range(field)[1];
}

/* Neither the least nor long. */
function sample(field) {
  if (field.type === 'string') return 'Grüße';
  if (field.type === 'list') return [itemOf(field, sample)];
  return greatest(field);
}

/* What a field says that an older log does not have. */
function absent(field) {
  return typeof least(field) === 'number'
    ? Math.min(Math.max(0, range(field)[0]), range(field)[1])
    : least(field);
}

const wrongAnywhere = [
  ['a float', [0xca, 0, 0, 0, 0]],
  ['a long float', [0xcb, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['an ext', [0xd4, 1, 0]],
  ['a map', [0x80]],
  ['bytes', [0xc4, 0]],
  ['the byte that is never used', [0xc1]],
  ['broken UTF-8', [0xa1, 0xff]],
  ['overlong UTF-8', [0xa2, 0xc0, 0x80]],
  ['a surrogate', [0xa3, 0xed, 0xa0, 0x80]],
  ['more bytes than come', [0xdb, 0xff, 0xff, 0xff, 0xff]],
  ['more elements than come', [0xdd, 0xff, 0xff, 0xff, 0xff]],
  ['a long form of a string', [0xd9, 0]],
  ['a long form of an array', [0xdc, 0, 0]],
  ['a long form of an integer', [0xcc, 7]],
  ['a signed form of no negative', [0xd0, 7]],
].map(([what, raw]) => [what, { raw }, 'malformed']);

function wrongs(field, anywhere) {
  const wrong = [...anywhere];
  const malformed = (what, value) => wrong.push([what, value, 'malformed']);
  const outside = (what, value) => wrong.push([what, value, 'range']);
  if (!field.optional) malformed('nil', null);
  if (field.type !== 'string') malformed('a string', '1');
  if (field.type !== 'list') malformed('an array', []);
  if (field.type !== 'bool') malformed('a boolean', true);
  if (['bool', 'string', 'list'].includes(field.type)) malformed('an integer', 1);
  if (field.type === 'string') outside('too long', 'x'.repeat((field.max_chars ?? field.max) + 1));
  if (field.type === 'list') {
    outside('too many', Array(field.max_items + 1).fill(itemOf(field, least)));
    malformed('an element that is no array', [1]);
    for (const [at, inner] of structs[field.of].fields.entries())
      for (const [what, value, error] of wrongs(inner, anywhere))
        wrong.push([`${inner.name}: ${what}`, [itemOf(field, least).with(at, value)], error]);
  }
  if (['uint', 'int', 'enum', 'name'].includes(field.type)) {
    outside('below the least', range(field)[0] - 1);
    outside('above the greatest', range(field)[1] + 1);
    outside('as great as can be', integerAs(0xcf, 2n ** 64n - 1n));
    outside('as small as can be', integerAs(0xd3, -(2n ** 63n)));
  }
  return wrong;
}

const good = (what, value, again = value) => {
  const vector = { what, hex: hex(pack(value)) };
  if (again !== value) vector.again = hex(pack(again));
  return vector;
};
const bad = (what, value, error) => ({ what, hex: hex(pack(value)), error });

const newTail = [null, false, true, 0, 200, -1, -200, 'more', 'm'.repeat(40), [], [[1], ['x']]];
const nested = (depth) => (depth === 0 ? 0 : [nested(depth - 1)]);

/* What is the same for every message that is read. What is wrong in any place is tried for each
 * field of what comes from outside. */
function messageVectors({ id, name }, fields, anywhere) {
  const low = fields.map(least);
  const goods = [
    good(`${name}: least`, [id, ...low]),
    good(`${name}: greatest`, [id, ...fields.map(greatest)]),
  ];
  goods.push(good(`${name}: what a newer peer appends`, [id, ...low, ...newTail], [id, ...low]));
  goods.push(good(`${name}: as deep as may be`, [id, ...low, nested(7)], [id, ...low]));
  const bads = [bad(`${name}: too deep`, [id, ...low, nested(8)], 'malformed')];
  bads.push(bad(`${name}: bytes after it`, { raw: [...pack([id, ...low]), 0] }, 'malformed'));
  bads.push(
    bad(
      `${name}: its last byte is missing`,
      { raw: pack([id, ...low, 'ab']).slice(0, -1) },
      'malformed',
    ),
  );
  for (const [what, value] of anywhere)
    bads.push(bad(`${name}: appended: ${what}`, [id, ...low, value], 'malformed'));
  fields.forEach((field, at) => {
    for (const [what, value, error] of wrongs(field, anywhere))
      bads.push(bad(`${name}.${field.name}: ${what}`, [id, ...low.with(at, value)], error));
  });
  return { goods, bads };
}

/* Every length of integers and strings, at its edges; `wrap` makes a message of the value. */
function formVectors(wrap, integers, strings) {
  const goods = [];
  const bads = [];
  for (const value of integers) {
    goods.push(good(`the integer ${value}`, wrap(value)));
    const shortest = pack(value).length;
    for (const mark of [0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3]) {
      const bits = 8 * 2 ** (mark & 3) - (mark >= 0xd0 ? 1 : 0);
      const holds = value < 2 ** bits && value >= (mark >= 0xd0 ? -(2 ** bits) : 0);
      const other = integerAs(mark, value);
      if (holds && (other.raw.length > shortest || value >= 0 === mark >= 0xd0))
        bads.push(bad(`the integer ${value} as ${mark.toString(16)}`, wrap(other), 'malformed'));
    }
  }
  for (const length of strings) {
    const text = 'x'.repeat(length);
    goods.push(good(`a string of ${length}`, wrap(text)));
    const bytes = [...text].map(() => 0x78);
    const longer = [
      [0xd9, length],
      [0xda, length >> 8, length & 255],
      [0xdb, 0, 0, length >> 8, length & 255],
    ];
    for (const head of longer.filter(([mark]) => mark > pack(text)[0]))
      bads.push(
        bad(
          `a string of ${length} as ${head[0].toString(16)}`,
          wrap({ raw: [...head, ...bytes] }),
          'malformed',
        ),
      );
  }
  return { goods, bads };
}

const noMessage = [
  ['nothing', []],
  ['no array', [0x01]],
  ['an empty array', [0x90]],
  ['more elements than bytes', [0xdd, 0xff, 0xff, 0xff, 0xff]],
  ['a long array form', [0xdc, 0, 1, 6]],
  ['a number that is a string', [0x91, 0xa1, 0x36]],
  ['a negative number', [0x91, 0xff]],
  ['an unknown number with something wrong behind', [0x92, 0x7f, 0xc1]],
].map(([what, raw]) => bad(what, { raw }, 'malformed'));
const unknown = [
  bad('an unknown number', [127, 1, 'x', []], 'not_found'),
  bad('a huge number', [2 ** 40 + 6], 'not_found'),
];

const join = (parts) => ({
  good: parts.flatMap(({ goods }) => goods),
  bad: parts.flatMap(({ bads }) => bads),
});
const byName = (list, name) => list.find((message) => message.name === name);

function toServerVectors() {
  const parts = toServer.map((message) => {
    const { id, name, fields } = message;
    const { goods, bads } = messageVectors(message, fields, wrongAnywhere);
    const low = fields.map(least);
    for (let count = 0; count < fields.length; count++) {
      const missing = fields.slice(count);
      const frame = [id, ...low.slice(0, count)];
      if (missing.some(({ optional }) => !optional))
        bads.push(bad(`${name}: only ${count} fields`, frame, 'malformed'));
      else
        goods.push(
          good(`${name}: without ${missing[0].name}`, frame),
          good(
            `${name}: nil for ${missing[0].name}`,
            [...frame, ...missing.map(() => null)],
            frame,
          ),
        );
    }
    return { goods, bads };
  });
  const control = byName(toServer, 'control').id;
  const say = byName(toServer, 'say');
  const sayOf = (text) => [
    say.id,
    ...say.fields.map((field) => (field.name === 'text' ? text : least(field))),
  ];
  parts.push(
    formVectors(
      (act) => [control, 0, act, ''],
      [0, 127, 128, 255, 256, 65535, 65536, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1],
      [],
    ),
  );
  parts.push(formVectors(sayOf, [], [0, 31, 32, 255, 256, 4000]));
  parts.push({
    goods: [good('4000 characters of four bytes', sayOf('😀'.repeat(4000)))],
    bads: [bad('4001 characters of two bytes', sayOf('é'.repeat(4001)), 'range')],
  });
  parts.push({ goods: [], bads: [...noMessage, ...unknown] });
  return join(parts);
}

const placed = (fields) => fields.filter(({ type }) => type !== 'words');

/* An element of a list may lack fields, or have more, as the message may; it lies two deeper. */
function insideList({ id, name, fields }) {
  const at = fields.findIndex(({ type }) => type === 'list');
  const inner = structs[fields[at].of].fields;
  const withItem = (item) => [id, ...fields.map(least).with(at, [item])];
  const full = inner.map(least);
  const older = inner.map(absent).with(0, 5);
  return {
    goods: [
      good(`${name}: an element without most`, withItem([5]), withItem(older)),
      good(`${name}: an element as deep as may be`, withItem([...full, nested(5)]), withItem(full)),
    ],
    bads: [bad(`${name}: an element too deep`, withItem([...full, nested(6)]), 'malformed')],
  };
}

function storedVectors() {
  const parts = events.map((event) => {
    const fields = placed(event.fields);
    const { goods, bads } = messageVectors(
      event,
      fields,
      event.name === 'understood' ? wrongAnywhere : [],
    );
    for (let count = 0; count < fields.length; count++) {
      const older = [event.id, ...fields.slice(0, count).map(sample)];
      goods.push(
        good(`${event.name}: an older log's ${count} fields`, older, [
          ...older,
          ...fields.slice(count).map(absent),
        ]),
      );
    }
    return { goods, bads };
  });
  const evidence = byName(events, 'evidence').id;
  const negative = [
    -1,
    -32,
    -33,
    -128,
    -129,
    -32768,
    -32769,
    -(2 ** 31),
    -(2 ** 31) - 1,
    -(2 ** 53) + 1,
  ];
  parts.push(formVectors((value) => [evidence, 0, 0, 0, 0, 0, 0, value], negative, []));
  parts.push(insideList(byName(events, 'understood')));
  parts.push({ goods: [], bads: [...noMessage, ...unknown] });
  return join(parts);
}

const named = (fields, values) =>
  Object.fromEntries(
    fields.flatMap((field, i) =>
      values[i] === null || values[i] === undefined
        ? []
        : [[camel(field.name), shown(field, values[i])]],
    ),
  );

/* A value as the page has it. */
function shown(field, value) {
  if (field.type === 'enum') return enums[field.of].values[value];
  if (field.type === 'list' && field.of !== 'string')
    return value.map((item) => named(structs[field.of].fields, item));
  return value;
}

const toClientVectors = () =>
  toClient
    .filter(({ fields }) => fields.every(({ type }) => type !== 'event'))
    .flatMap(({ id, name, fields }) =>
      [least, sample].map((value) => {
        const values = [id, ...fields.map(value)];
        return {
          what: `${name}: ${value.name}`,
          hex: hex(pack(values)),
          values,
          message: { kind: camel(name), ...named(fields, values.slice(1)) },
        };
      }),
    );

const placeOf = (event, name) => event.fields.findIndex((field) => field.name === name);

function owns(event, stored, seat) {
  if (!event.own || seat === 'S') return true;
  const at = placeOf(event, event.own);
  return stored[at] < ownSeats[event.fields[at].of] && stored[at] === seats.indexOf(seat);
}

/* What that seat gets of the event; null: nothing. */
function seenBy(event, stored, seat, stage) {
  const sees = (see) => see[stage].includes(seat);
  if (!sees(event.see) || !owns(event, stored, seat)) return null;
  const values = event.fields.map((field, i) => {
    if (field.see && !sees(field.see)) return null;
    if (field.type === 'words')
      return `${stored[placeOf(event, 'line')]}.${stored[placeOf(event, 'say')] ?? 0}`;
    return field.type === 'name' ? `${stored[i]}` : stored[i];
  });
  while (values.at(-1) === null) values.pop();
  return values;
}

function seenVector(event, stored, seat, stage) {
  const what = `${event.name} for ${seat} in ${stage}`;
  const common = {
    what,
    stored: hex(pack([event.id, ...stored.filter((value) => value !== undefined)])),
    seat: seats.indexOf(seat),
    stage: stages.indexOf(stage),
  };
  const values = seenBy(event, stored, seat, stage);
  if (!values) return common;
  const frame = [byName(toClient, 'event').id, 1234, [event.id, ...values]];
  return {
    ...common,
    hex: hex(pack(frame)),
    message: {
      kind: 'event',
      atMs: 1234,
      event: { kind: camel(event.name), ...named(event.fields, values) },
    },
  };
}

function seenVectors() {
  return events.flatMap((event) => {
    const own = placeOf(event, event.own);
    const stored = event.fields.map((field) =>
      field.type === 'words' ? undefined : sample(field),
    );
    const variants =
      own < 0
        ? [stored]
        : enums[event.fields[own].of].values.map((_, value) => stored.with(own, value));
    return variants.flatMap((variant) =>
      seats.flatMap((seat) => stages.map((stage) => seenVector(event, variant, seat, stage))),
    );
  });
}

/** One vector a line. */
export function vectorsFile() {
  const lines = (list) => `[\n${list.map((vector) => JSON.stringify(vector)).join(',\n')}\n]`;
  const both = ({ good, bad }) => `{"good":${lines(good)},\n"bad":${lines(bad)}}`;
  return `{"toServer":${both(toServerVectors())},
"stored":${both(storedVectors())},
"toClient":${lines(toClientVectors())},
"seen":${lines(seenVectors())}}
`;
}
