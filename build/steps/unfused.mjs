// @ts-check
// Runs in end-to-end tests: a copy of the unpacked build that differs in one fuse alone: it lets Node's inspector in,
// through which the tests hold the app. What is shipped never does.

import { cp, rm } from 'node:fs/promises';
import { constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE } from './paths.mjs';

/** Where the unpacked build lies, and in it the program and what its fuses are part of. */
export const PLACES = [
  ['linux-unpacked', 'home-gallery', 'home-gallery'],
  ['linux-arm64-unpacked', 'home-gallery', 'home-gallery'],
  ['win-unpacked', 'home-gallery.exe', 'home-gallery.exe'],
  ['win-arm64-unpacked', 'home-gallery.exe', 'home-gallery.exe'],
  ['mac', 'Home Gallery.app/Contents/MacOS/Home Gallery', 'Home Gallery.app'],
  ['mac-arm64', 'Home Gallery.app/Contents/MacOS/Home Gallery', 'Home Gallery.app'],
];

/**
 * @typedef {object} Unpacked
 * @property {string} folder
 * @property {string} program path of what is started
 * @property {string} fused path of what \@electron/fuses reads
 */

/**
 * The unpacked build. Throws when there is none.
 * @returns {Unpacked}
 */
export function findUnpacked() {
  const place = PLACES.find(([folder = '', program = '']) => existsSync(join(RELEASE, folder, program)));
  if (!place) throw new Error(`There is no unpacked build in ${RELEASE}: run npm run package.`);
  return at(place, join(RELEASE, place[0] ?? ''));
}

/** @param {readonly string[]} place @param {string} folder */
const at = ([, program = '', fused = ''], folder) => ({
  folder,
  program: join(folder, program),
  fused: join(folder, fused),
});

/**
 * Makes the copy, anew each time.
 * @returns {Promise<Unpacked>}
 */
export async function makeUnfused() {
  const { folder, program, fused } = findUnpacked();
  const copy = join(RELEASE, 'unfused');
  await rm(copy, { recursive: true, force: true });
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const inCopy = (/** @type {string} */ path) => join(copy, path.slice(folder.length));
  await flipFuses(inCopy(fused), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return { folder: copy, program: inCopy(program), fused: inCopy(fused) };
}
