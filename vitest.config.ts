// Unit tests: plain Node, no Electron, no browser.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['{electron,renderer,build,bench}/**/*.test.{ts,tsx}', 'e2e/media/**/*.test.ts'],
    environment: 'node',
  },
});
