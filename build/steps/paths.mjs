// @ts-check
// Runs in the build scripts: the folders they share.

import { join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..');
/** What the scripts keep between runs; ignored by git. */
export const CACHE = join(ROOT, '.cache');
export const MODULES = join(ROOT, 'node_modules');
export const DIST = join(ROOT, 'dist');
export const RELEASE = join(ROOT, 'release');

/** @param {string[]} parts path below the project's folder */
export const inRoot = (...parts) => join(ROOT, ...parts);
