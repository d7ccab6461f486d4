// @ts-check
// Runs in the build scripts: everything that is needed before the app can be started, and what follows afterwards.

import { prepareElectron } from '../electron.mjs';
import { bundleIfStale } from './bundle.mjs';
import { openDisplay } from './display.mjs';
import { install } from './install.mjs';
import { inRoot } from './paths.mjs';
import { tool } from './run.mjs';
import { prepareSystem } from './system.mjs';

/**
 * Installs and builds what is missing or stale, opens a display, and lets `run` use the app; answers what that answers.
 * @template T
 * @param {(session: { binary: string, virtual: boolean }) => Promise<T>} run `virtual`: whether the display is one
 */
export async function inSession(run) {
  await install();
  const { binary } = await prepareElectron();
  await prepareSystem(binary, { ffmpeg: true });
  await bundleIfStale();
  const display = await openDisplay();
  try {
    return await run({ binary, virtual: display.virtual });
  } finally {
    await display.stop();
  }
}

/**
 * Runs a TypeScript file of the project with the arguments of this script; answers its exit code.
 * @param {string} file relative to the project
 */
export const runTypeScript = (file) =>
  inSession(async () => (await tool('tsx/dist/cli.mjs', [inRoot(file), ...process.argv.slice(2)])).code);
