// Unit tests: plain Node, no Electron, no browser. What drives the app lies in e2e/*.spec.ts and runs by Playwright.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['{electron,renderer,build,bench}/**/*.test.{ts,tsx}', 'e2e/media/**/*.test.ts'],
    environment: 'node',
    // They end what hangs, and judge no speed: tests that decode or start processes take their time on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
