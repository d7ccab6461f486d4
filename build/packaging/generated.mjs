// @ts-check
// Runs in the build scripts: what electron-builder reads and nobody writes by hand: the installer's additions for
// Windows, the deb's scripts, the icons.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE } from '../steps/paths.mjs';
import { renderIcons } from '../steps/icons.mjs';
import { debScripts } from './deb.mjs';
import { installerScript } from './windows.mjs';

export const GENERATED = join(CACHE, 'packaging');

/** Writes all of it. */
export async function generate() {
  await mkdir(GENERATED, { recursive: true });
  const scripts = await debScripts();
  await writeFile(join(GENERATED, 'after-install.sh'), scripts.afterInstall);
  await writeFile(join(GENERATED, 'after-remove.sh'), scripts.afterRemove);
  // NSIS takes a file without a mark for one in the machine's own code page.
  await writeFile(join(GENERATED, 'installer.nsh'), `\uFEFF${installerScript()}`);
  await renderIcons();
}
