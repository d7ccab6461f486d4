// @ts-check
// Runs in the build scripts: packs the app into a folder that runs by itself, without an installer around it.

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from '../packaging/generated.mjs';
import { RELEASE, ROOT } from './paths.mjs';
import { say } from './say.mjs';

/** @typedef {import('../electron.mjs').Runtime} Runtime */

/**
 * Packs what `dist` holds. Answers the folder of the unpacked build.
 * @param {Runtime} electron
 */
export async function pack(electron) {
  const { build, Platform } = await import('electron-builder');
  const { default: config } = await import('../electron-builder.mjs');
  await generate();
  await rm(RELEASE, { recursive: true, force: true });
  // The pinned Electron is electron-builder's own business; any other is handed over.
  const runtime =
    electron.source === 'official'
      ? {}
      : { electronDist: electron.distPath, electronVersion: electron.version };
  await build({
    projectDir: ROOT,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    // A build for tests has no place to look for updates, wherever it is made; a release is made by electron-builder itself.
    config: { ...config, publish: null, ...runtime },
  });
  const [unpacked] = (await readdir(RELEASE)).filter((name) => /-unpacked$|^mac/.test(name));
  return join(RELEASE, unpacked ?? '');
}

/**
 * @param {Runtime} electron
 * @returns {import('./checks.mjs').Step}
 */
export const packageStep = (electron) => ({
  name: 'package',
  run: async () => {
    say(`Unpacked build: ${await pack(electron)}`);
    return { code: 0, stdout: '', stderr: '', timedOut: false };
  },
});
