// roleplay.json, checked, and what every generated file asks of it.
import { readFileSync } from 'node:fs';

export const definition = JSON.parse(
  readFileSync(new URL('roleplay.json', import.meta.url), 'utf8'),
);
export const { enums, structs, to_server: toServer, to_client: toClient, events } = definition;
export const banner = 'Made by protocol/generate.mjs from roleplay.json: change that.';

export const seats = [...'TCOS']; // in the order of the enum
/** How far a recipient has come; each sees what the one before sees unless `see` says otherwise. */
export const stages = definition.enums.stage.values;

/** Who sees it at every stage. */
function atEveryStage(see) {
  const all = {};
  stages.forEach((stage, i) => {
    all[stage] = see[stage] ?? all[stages[i - 1]] ?? '';
  });
  return all;
}
for (const event of definition.events)
  for (const seen of [event, ...event.fields]) if (seen.see) seen.see = atEveryStage(seen.see);
/** Which staff may send a message that staff may send: all, unless it names them. */
export const rolesOf = ({ roles }) => roles?.split(' ') ?? enums.staff_role.values;
/** So many values of the enum, from the first on, are seats in the same order. */
export const ownSeats = { party: 2, seat: 4 };

export const upper = (name) => name.toUpperCase();
export const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
export const pascal = (name) => camel(`_${name}`);

/** The least and the greatest number that the field can be. */
export function range(field) {
  if (field.type === 'enum') return [0, enums[field.of].values.length - 1];
  if (field.type === 'name') return [0, 4294967295];
  return [field.min ?? 0, field.max ?? 4294967295];
}

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
  for (const field of fields) {
    check(!field.optional, `${name}.${field.name}: events have no optional fields`);
    for (const stage of stages)
      check(
        [...(field.see?.[stage] ?? '')].every((letter) => see[stage].includes(letter)),
        `${name}.${field.name}: seen where its event is not`,
      );
  }
  const owner = fields.find((field) => field.name === own);
  check(!own || ownSeats[owner?.of], `${name}: own is a field of type party or seat`);
}

function checkRoles({ name, seats, roles }) {
  const staff = seats === 'any' || seats.includes('staff');
  check(!roles || staff, `${name}: roles are of staff`);
  for (const role of rolesOf({ roles }))
    check(enums.staff_role.values.includes(role), `${name}: no role ${role}`);
}

function checkDefinition() {
  for (const group of [[...toServer, ...toClient], events]) {
    const ids = group.map((message) => message.id);
    check(new Set(ids).size === ids.length, 'a number is used twice');
  }
  const all = [...toServer, ...toClient, ...events, ...Object.values(structs)];
  for (const { name = 'struct', fields } of all) {
    check(fields.length <= 32, `${name}: a field is a bit of 32`);
    for (const field of fields) checkField(name, field);
  }
  for (const { name, fields } of [...toServer, ...events])
    check(
      !fields.some(({ type, of }) => type === 'list' && of === 'string'),
      `${name}: only lists of structs can be read`,
    );
  toServer.forEach(checkRoles);
  events.forEach(checkEvent);
}

checkDefinition();
