// @ts-check
// Runs in the build scripts: which installed packages the app itself uses, by package-lock.json.

import { readFileSync } from 'node:fs';
import { inRoot } from '../steps/paths.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} version
 * @property {string} [license]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [hasInstallScript]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {object} Lock
 * @property {number} lockfileVersion
 * @property {Record<string, LockedPackage>} packages by their folder
 */

/** What packages need for their own installation only: `*` stands for everything. */
const FOR_INSTALLING = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  'ffmpeg-static': ['*'],
  '@photostructure/sqlite': ['node-addon-api'],
});

/** @returns {Lock} */
export const readLock = () => JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));

/**
 * The folder in which a package finds another one, as Node looks for it.
 * @param {Lock} lock
 * @param {string} from folder of the package that asks; '' is the app
 * @param {string} name
 */
function findPackage({ packages }, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return null;
  }
}

/**
 * Folders (`node_modules/NAME`) of the packages that run in the app, those for other systems among them.
 * @param {Lock} lock
 */
export function runtimePackages(lock) {
  const found = new Set(['']);
  for (const folder of found) {
    const { dependencies, optionalDependencies } = lock.packages[folder] ?? {};
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const left = FOR_INSTALLING[name] ?? [];
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (left.includes('*') || left.includes(needed)) continue;
      const path = findPackage(lock, folder, needed);
      if (path !== null) found.add(path);
    }
  }
  found.delete('');
  return [...found].sort();
}

/**
 * Folders of the packages that npm installs with the app and that never run in it.
 * @param {Lock} lock
 */
export function idlePackages(lock) {
  const running = new Set(runtimePackages(lock));
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev && !running.has(path))
    .map(([path]) => path)
    .sort();
}

/**
 * Where packages that never run may lie in what electron-builder packs: where npm has put them, and one level down from the
 * app, to which electron-builder moves those that npm has put beside the one that needs them.
 * @param {Lock} lock
 */
export function idleFolders(lock) {
  const top = (/** @type {string} */ path) => path.slice(path.lastIndexOf('node_modules/'));
  const running = new Set(runtimePackages(lock).map(top));
  const moved = idlePackages(lock)
    .map(top)
    .filter((folder) => !running.has(folder));
  return [...new Set([...idlePackages(lock), ...moved])].sort();
}
