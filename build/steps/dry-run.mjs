// @ts-check
// Runs in end-to-end tests on Linux: lets electron-builder go through its installers as far as they go without the tools
// that it downloads. `node build/steps/dry-run.mjs FOLDER` leaves in FOLDER what would have been packed:
// `appimage/` is the AppImage's whole staging, `options.json` what the other installers would have been made with.

import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { configuration } from '../packaging/config.mjs';
import { generate } from '../packaging/generated.mjs';
import { ROOT } from './paths.mjs';
import { runScript, Stop } from './say.mjs';
import { findUnpacked } from './unfused.mjs';

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

/** What stands in for the tools that are downloaded: only the packer of the AppImage does something. */
async function standIns(/** @type {string} */ folder) {
  const tools = join(folder, 'tools');
  const empty = ['lib/x64', 'runtimes', 'nsis/linux', 'nsis/plugins'];
  for (const name of empty) await mkdir(join(tools, name), { recursive: true });
  const staged = join(folder, 'appimage');
  const programs = {
    mksquashfs: `#!/bin/sh\nset -e\ncp -a "$1" '${staged}'\n: > "$2"\n`,
    'desktop-file-validate': '#!/bin/sh\n',
    'runtimes/runtime-x64': '',
    'nsis/linux/makensis': '#!/bin/sh\nexit 1\n',
    'nsis/elevate.exe': '',
    '7za': '#!/bin/sh\nfor name; do case "$name" in *.7z | *.zip) : > "$name" ;; esac; done\n',
  };
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(tools, name), text);
    await chmod(join(tools, name), 0o755);
  }
  process.env['APPIMAGE_TOOLS_PATH'] = tools;
  process.env['ELECTRON_BUILDER_7ZIP_PATH'] = join(tools, '7za');
  process.env['ELECTRON_BUILDER_NSIS_DIR'] = join(tools, 'nsis');
  process.env['ELECTRON_BUILDER_NSIS_RESOURCES_DIR'] = join(tools, 'nsis');
}
