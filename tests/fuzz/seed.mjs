// Writes the seeds of fuzz_msg and fuzz_event from the protocol's vectors into tests/fuzz/corpus/.
// Run it after the definition has changed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const vectors = JSON.parse(
  readFileSync(new URL('../../protocol/gen/vectors.json', import.meta.url), 'utf8'),
);

/* Of each message the greatest form that is short and one with a tail, and what is wrong anywhere. */
function seeds({ good, bad }) {
  const chosen = [
    ...good.filter(({ what }) => /: (greatest|what a newer peer appends)$/.test(what)),
    ...bad.filter(({ what }) => !/[.:]/.test(what)),
  ];
  return chosen.map(({ hex }) => hex).filter((hex) => hex.length <= 400);
}

for (const [name, section] of [
  ['fuzz_msg', vectors.toServer],
  ['fuzz_event', vectors.stored],
]) {
  const folder = new URL(`corpus/${name}/`, import.meta.url);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [i, hex] of seeds(section).entries())
    writeFileSync(new URL(`seed-${String(i).padStart(3, '0')}`, folder), Buffer.from(hex, 'hex'));
}
