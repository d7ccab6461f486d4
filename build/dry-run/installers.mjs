// @ts-check
// Runs in end-to-end tests on Linux: lets electron-builder go through its installers as far as they go without the tools
// that it downloads. `node build/dry-run/installers.mjs FOLDER` leaves in FOLDER what would have been packed:
// `appimages/` holds the AppImage's whole staging, `options.json` what the other installers would have been made with, and the tar.gz, which
// needs no such tool, lies in `out/`.

import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { configuration } from '../packaging/config.mjs';
import { generate } from '../packaging/generated.mjs';
import { ROOT } from '../steps/paths.mjs';
import { runScript, Stop } from '../steps/say.mjs';
import { findUnpacked } from '../steps/unfused.mjs';
import { standIns } from './tools.mjs';

await runScript(async () => {
  const target = process.argv[2];
  if (!target) throw new Stop('Name a folder for the result.');
  const folder = resolve(target);
  await generate();
  await standIns(folder);
  /** @type {Record<string, unknown>} */
  const options = {};
  for (const name of ['deb', 'nsis', 'portable']) {
    await dryRun(folder, name, async (given) => {
      options[name] = given;
      return true;
    });
  }
  await dryRun(folder, 'AppImage', async (given) => {
    options['AppImage'] = given;
    return false;
  });
  await dryRun(folder, 'tar.gz', () => Promise.resolve(false));
  await writeFile(join(folder, 'options.json'), JSON.stringify(options));
});

/**
 * @param {string} folder
 * @param {string} name of the installer
 * @param {(given: unknown) => Promise<boolean>} look whether to stop there
 */
async function dryRun(folder, name, look) {
  const isWindows = name === 'nsis' || name === 'portable';
  // A release stops without one, as is tested beside it.
  const env = { GITHUB_REPOSITORY: 'home/gallery' };
  const config = configuration(env, isWindows ? 'win32' : 'linux');
  await build({
    projectDir: ROOT,
    targets: (isWindows ? Platform.WINDOWS : Platform.LINUX).createTarget([name], Arch.x64),
    publish: 'never',
    prepackaged: findUnpacked().folder,
    config: { ...config, publish: null, directories: { ...config.directories, output: join(folder, 'out') } },
    effectiveOptionComputed: look,
  });
}
