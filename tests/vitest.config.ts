import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // As in the page's own settings: the generated protocol lies outside both.
    alias: {
      '#protocol': fileURLToPath(new URL('../protocol/gen/ts/protocol.ts', import.meta.url)),
    },
  },
});
