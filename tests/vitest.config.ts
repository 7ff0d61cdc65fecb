import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A machine under load is slow, and a test that waits for ever is still found out.
  test: { testTimeout: 30_000, hookTimeout: 60_000 },
  resolve: {
    // As in the page's own settings: the generated protocol lies outside both.
    alias: {
      '#protocol': fileURLToPath(new URL('../protocol/gen/ts/protocol.ts', import.meta.url)),
    },
  },
});
