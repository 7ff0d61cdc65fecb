// Writes docs/guidance-coverage.md from guidance.tsv and from what the scenarios say they train.
// With --check it writes nothing, and fails when a line is covered nowhere or the page is old.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const page = join(here, '../docs/guidance-coverage.md');
const faults = [];

const read = (name) => readFileSync(join(here, name), 'utf8');

function readLines() {
  const [, ...rows] = read('guidance.tsv').trimEnd().split('\n');
  return rows.map((row) => {
    const [id, line, detected, item, note] = row.split('\t');
    return { id, line, detected, item, note };
  });
}

/** What a scenario's `trains: [..]` lists, over however many rows. */
function trainsOf(file) {
  const found = /^trains:\s*\[([^\]]*)\]/m.exec(read(file));
  return found ? found[1].split(',').map((id) => id.trim()) : [];
}

/** For each line the scenarios that train it. */
function readScenarios() {
  const trained = new Map();
  for (const file of readdirSync(here).filter((name) => name.endsWith('.yaml')).sort())
    for (const id of trainsOf(file))
      trained.set(id, [...(trained.get(id) ?? []), file.replace('.yaml', '')]);
  return trained;
}

function check(lines, trained) {
  const items = new Set([...read('methods/items.yaml').matchAll(/- id: (\w+)/g)].map((m) => m[1]));
  const known = new Set(lines.map((line) => line.id));
  if (known.size !== lines.length) faults.push('guidance.tsv: an id stands there twice');
  for (const [id, scenarios] of trained)
    if (!known.has(id)) faults.push(`${scenarios.join(', ')}: trains '${id}', which is no line`);
  for (const { id, detected, item, note } of lines) {
    if (item !== '-' && !items.has(item)) faults.push(`${id}: '${item}' is no item of a method`);
    if (!note && (detected === '-' || !trained.has(id)))
      faults.push(`${id}: no scenario trains it, and no note says why`);
    if (note && !/^(later|not observable in this channel): /.test(note))
      faults.push(`${id}: a note begins with 'later: ' or 'not observable in this channel: '`);
  }
}

function rowOf(line, trained) {
  const detected = line.note ? [line.detected, line.note].filter((text) => text !== '-') : [line.detected];
  const cells = [line.id, line.line, (trained.get(line.id) ?? ['-']).join(', '), detected.join('; '), line.item];
  return `| ${cells.join(' | ')} |`;
}

function write(lines, trained) {
  return [
    '# What the guidance asks, and where it is practised',
    '',
    'Every line of the five articles, in our words: the scenarios in which it can be practised, how',
    'the server or a person sees it, and the item of a method on which it is graded. Where nothing',
    'can be seen, or is not seen yet, the row says so.',
    '',
    'The articles: **000** X5 Management, "5 Steps to Resolving Customer Conflict"; **001** Best',
    'Service Magazine, "How to Cope with Upset Customers"; **002** Christina Merhar, "12 Invaluable',
    'Tips When Dealing with Upset Customers"; **003** Jen DeTracey, "Customer Service: Defusing an',
    'Upset Customer"; **004** an advice column in five steps.',
    '',
    'Written by `node scenarios/guidance.mjs` from `scenarios/guidance.tsv` and the `trains:` of the',
    'scenarios. Items: `scenarios/methods/items.yaml`.',
    '',
    '| line | what it asks | practised in | how it is seen | item |',
    '|---|---|---|---|---|',
    ...lines.map((line) => rowOf(line, trained)),
    '',
  ].join('\n');
}

const lines = readLines();
const trained = readScenarios();
check(lines, trained);
const text = write(lines, trained);
if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (readFileSync(page, 'utf8') !== text) faults.push('docs/guidance-coverage.md is old: node scenarios/guidance.mjs');
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
