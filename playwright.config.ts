// End-to-end tests: journeys through the real app. `app` starts the built bundles, `packaged` the unpacked build.

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  // A folder of its own: Playwright empties it, and the screenshots beside it stay.
  outputDir: 'test-results/artifacts',
  // One app at a time: each test owns the display, and timing on a small machine stays honest.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // These limits end what hangs, and judge nothing: a disk that is busy with others has held the app for 20 seconds.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: 'list',
  use: { actionTimeout: 45_000, navigationTimeout: 30_000 },
  projects: [
    { name: 'app', testMatch: '*.spec.ts', testIgnore: 'packaged*.spec.ts' },
    { name: 'packaged', testMatch: 'packaged*.spec.ts' },
  ],
});
