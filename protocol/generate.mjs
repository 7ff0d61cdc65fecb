// Turns roleplay.json into the C types and tables, the TypeScript types and table, the reference
// page and the test vectors. node protocol/generate.mjs [FOLDER] writes into FOLDER or gen/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cTables, cTypes } from './c_code.mjs';
import { page } from './page.mjs';
import { tsFile } from './ts_code.mjs';
import { vectorsFile } from './vectors.mjs';

const target = process.argv[2] ?? fileURLToPath(new URL('gen', import.meta.url));
const files = {
  'c/rp_msg.h': cTypes(),
  'c/rp_tables.c': cTables(),
  'ts/protocol.ts': tsFile(),
  'MESSAGES.md': page(),
  'vectors.json': vectorsFile(),
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
