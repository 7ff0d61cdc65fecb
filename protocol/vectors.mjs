// Test vectors from the definition: for each message from a client the least, the greatest and an
// appended form, and every way in which its fields can be wrong. Both codecs run the same ones.

const bytesOf = (text) => [...new TextEncoder().encode(text)];
const bigEndian = (value, count) =>
  Array.from({ length: count }, (_, i) => Number((BigInt(value) >> BigInt(8 * (count - 1 - i))) & 255n));

function packInteger(value) {
  if (value >= 0) {
    if (value < 128) return [value];
    for (const [mark, count] of [[0xcc, 1], [0xcd, 2], [0xce, 4]])
      if (value < 2 ** (8 * count)) return [mark, ...bigEndian(value, count)];
    return [0xcf, ...bigEndian(value, 8)];
  }
  if (value >= -32) return [256 + value];
  for (const [mark, count] of [[0xd0, 1], [0xd1, 2], [0xd2, 4]])
    if (value >= -(2 ** (8 * count - 1))) return [mark, ...bigEndian(value, count)];
  return [0xd3, ...bigEndian(value, 8)];
}

function packLength(length, short, shortMax, marks) {
  if (length <= shortMax) return [short | length];
  for (const [mark, count] of marks) if (length < 2 ** (8 * count)) return [mark, ...bigEndian(length, count)];
  throw new Error('too long');
}

/** Packs nil, booleans, integers, strings and arrays in their shortest form; { raw } as it stands. */
export function pack(value) {
  if (value === null) return [0xc0];
  if (typeof value === 'boolean') return [value ? 0xc3 : 0xc2];
  if (typeof value === 'number') return packInteger(value);
  if (typeof value === 'string') {
    const bytes = bytesOf(value);
    return [...packLength(bytes.length, 0xa0, 31, [[0xd9, 1], [0xda, 2]]), ...bytes];
  }
  if (Array.isArray(value))
    return [...packLength(value.length, 0x90, 15, [[0xdc, 2]]), ...value.flatMap(pack)];
  return value.raw;
}

const hex = (bytes) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

function extremes({ enums }, field) {
  switch (field.type) {
    case 'bool':
      return [false, true];
    case 'enum':
      return [0, enums[field.of].values.length - 1];
    case 'string':
      return ['', 'é'.repeat(Math.floor(Math.min(field.max, field.max_chars ?? field.max) / 2))];
    default:
      return [field.min ?? 0, field.max ?? 4294967295];
  }
}

function wrongs({ enums }, field) {
  const list = field.optional ? [] : [['nil', null]];
  list.push(['a float', { raw: [0xca, 0, 0, 0, 0] }], ['an ext', { raw: [0xd4, 1, 0] }], ['a map', { raw: [0x80] }]);
  if (field.type === 'bool') list.push(['an integer', 1]);
  else if (field.type === 'string') {
    list.push(['an integer', 1], ['broken UTF-8', { raw: [0xa1, 0xff] }], ['overlong UTF-8', { raw: [0xa2, 0xc0, 0x80] }]);
    list.push(['a surrogate', { raw: [0xa3, 0xed, 0xa0, 0x80] }], ['more bytes than come', { raw: [0xdb, 0xff, 0xff, 0xff, 0xff] }]);
    list.push(['too long', 'x'.repeat((field.max_chars ?? field.max) + 1)], ['a long form', { raw: [0xd9, 0] }]);
  } else {
    const [min, max] = field.type === 'enum' ? [0, enums[field.of].values.length - 1] : [field.min ?? 0, field.max ?? 4294967295];
    list.push(['a string', '1'], ['a boolean', true], ['below the least', min - 1], ['above the greatest', max + 1]);
    if (min <= 7 && max >= 7) list.push(['not the shortest form', { raw: [0xcc, 7] }]);
  }
  return list;
}

export function vectors(definition) {
  const good = [];
  const bad = [];
  for (const { id, name, fields } of definition.to_server) {
    const least = fields.map((field) => extremes(definition, field)[0]);
    const greatest = fields.map((field) => extremes(definition, field)[1]);
    for (const [what, values] of [['least', least], ['greatest', greatest]])
      good.push({ what: `${name}: ${what}`, hex: hex(pack([id, ...values])), values: [id, ...values] });
    good.push({ what: `${name}: a newer peer's tail`, hex: hex(pack([id, ...least, 7, ['more', null]])), values: [id, ...least], tail: true });
    bad.push({ what: `${name}: a broken tail`, hex: hex(pack([id, ...least, { raw: [0xa5, 0x61] }])) });
    bad.push({ what: `${name}: bytes after it`, hex: hex([...pack([id, ...least]), 0]) });
    for (let count = 0; count < fields.length; count++)
      if (fields.slice(count).some((field) => !field.optional))
        bad.push({ what: `${name}: only ${count} fields`, hex: hex(pack([id, ...least.slice(0, count)])) });
    fields.forEach((field, at) => {
      for (const [what, wrong] of wrongs(definition, field))
        bad.push({ what: `${name}.${field.name}: ${what}`, hex: hex(pack([id, ...least.slice(0, at), wrong, ...least.slice(at + 1)])) });
    });
  }
  bad.push(
    { what: 'nothing', hex: '' },
    { what: 'no array', hex: '01' },
    { what: 'an empty array', hex: '90' },
    { what: 'an unknown number', hex: '917f' },
    { what: 'more elements than bytes', hex: 'ddffffffff' },
    { what: 'a long array form', hex: 'dc000106' },
    { what: 'the byte that is never used', hex: 'c1' },
    { what: 'too deep', hex: `9206${'91'.repeat(9)}00` },
  );
  return { good, bad };
}
