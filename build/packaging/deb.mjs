// @ts-check
// Runs in the build scripts: what the deb runs after it was installed and removed. electron-builder's own scripts put
// `home-gallery` on the PATH, tell the desktop of it and set up AppArmor; ours come after them.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIBRARY_PACKAGES } from '../steps/debian.mjs';
import { MODULES } from '../steps/paths.mjs';

const TEMPLATES = join(MODULES, 'app-builder-lib/templates/linux');

/** Where the app keeps what belongs to a person, on Linux. */
export const LINUX_USER_DATA = '~/.config/Home Gallery';

/**
 * What must be there for the app to start, and what it opens while it runs: the trash and other programs, notices, the store of keys.
 * Newer systems have renamed some (NAMEt64) and answer to the old names as well; only for sound two packages do, of which one is meant.
 */
export const DEPENDS = [...LIBRARY_PACKAGES, 'xdg-utils', 'libnotify4', 'libsecret-1-0'].map((name) =>
  name === 'libasound2' ? 'libasound2t64 | libasound2' : name,
);

const REMOVED = `
# dpkg calls this also for an upgrade, at which nothing is to be said.
if [ "$1" = "remove" ] || [ "$1" = "purge" ]; then
  echo "Home Gallery was removed. What it kept for each user (settings, favourites, thumbnails) was left in"
  echo "${LINUX_USER_DATA}; delete that folder if it is not wanted any more. No photo or video was touched."
fi
`;

/** electron-builder fills in \${executable} and the like. */
export async function debScripts() {
  const read = (/** @type {string} */ name) => readFile(join(TEMPLATES, name), 'utf8');
  return {
    afterInstall: await read('after-install.tpl'),
    afterRemove: `${await read('after-remove.tpl')}\n${REMOVED}`,
  };
}
