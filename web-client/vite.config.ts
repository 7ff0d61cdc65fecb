import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Leaves a list of the packages that are inside the page, for the bill of materials. */
const listBundled = () => ({
  name: 'list-bundled',
  generateBundle(_options: unknown, bundle: Record<string, { moduleIds?: string[] }>) {
    const places = Object.values(bundle).flatMap(({ moduleIds = [] }) =>
      moduleIds.flatMap((id) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
    );
    mkdirSync(here('../build'), { recursive: true });
    writeFileSync(here('../build/bundled.json'), JSON.stringify([...new Set(places)].sort()));
  },
});

export default defineConfig({
  plugins: [listBundled()],
  resolve: {
    // The generated protocol lives beside the server's half, outside this folder.
    alias: { '#protocol': here('../protocol/gen/ts/protocol.ts') },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // What every page begins with, in one file: it compresses better than in three.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: /node_modules\/@?preact|src\/(view\/parts|text\/text)\./ },
          ],
        },
      },
    },
    assetsInlineLimit: 0, // the content policy allows no data: addresses
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', proxy: { '/ws': { target: 'ws://127.0.0.1:8080', ws: true } } },
  test: { include: ['src/**/*.test.ts'], testTimeout: 30_000 },
});
