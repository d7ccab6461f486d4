// @ts-check
// Runs in end-to-end tests on Linux: packs the app for another system, as far as that goes on this one: with a made-up Electron of that
// system, but with the app, the configuration, the hooks and the fuses of a release. `node build/dry-run/foreign.mjs FOLDER PLATFORM`
// leaves the packages in `FOLDER/out`, and beside them what the tools were given (tools.mjs).

import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { archFromString, build, Platform } from 'electron-builder';
import { configuration } from '../packaging/config.mjs';
import { generate } from '../packaging/generated.mjs';
import { versions } from '../release/versions.mjs';
import { runScript, Stop } from '../steps/say.mjs';
import { makeElectron } from './electrons.mjs';
import { makeProject } from './project.mjs';
import { standIns } from './tools.mjs';

/** A dmg is made with tools that macOS alone has; the others have their own dry run (installers.mjs). */
const TARGETS = /** @type {const} */ ({
  linux: [Platform.LINUX, ['AppImage', 'tar.gz']],
  win32: [Platform.WINDOWS, ['nsis', 'portable']],
  darwin: [Platform.MAC, ['zip']],
});

await runScript(async () => {
  const [target, platform] = process.argv.slice(2);
  if (!target || (platform !== 'linux' && platform !== 'win32' && platform !== 'darwin'))
    throw new Stop('Name a folder for the result, and a system as Node calls it.');
  const folder = resolve(target);
  await mkdir(folder, { recursive: true });
  await generate();
  await standIns(folder);
  await makeElectron(join(folder, 'electron'), platform);
  await makeProject(join(folder, 'project'), platform);
  const [system, targets] = TARGETS[platform];
  process.env['HOME_GALLERY_RELEASE'] = '1';
  // One after the other, as in the workflow, where each has a machine of its own.
  for (const arch of ['x64', 'arm64']) {
    // As where there is a certificate; here nothing can be signed.
    const config = configuration({ GITHUB_REPOSITORY: 'home/gallery', CSC_LINK: 'x' }, platform);
    await build({
      projectDir: join(folder, 'project'),
      targets: system.createTarget([...targets], archFromString(arch)),
      publish: 'never',
      config: {
        ...config,
        directories: { ...config.directories, output: join(folder, 'out') },
        electronDist: join(folder, 'electron'),
        electronVersion: versions().electron,
      },
    });
  }
});
