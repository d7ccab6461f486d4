// @ts-check
// Runs in the build scripts: builds the app's bundles when their sources are newer.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST, inRoot } from './paths.mjs';
import { tool } from './run.mjs';
import { say, Stop } from './say.mjs';

const SOURCES = ['electron', 'renderer', 'vite.config.ts', 'package-lock.json'];
const STAMP = join(DIST, '.built-from');

/** Builds unless `dist` was built from these very sources. Throws a {@link Stop} when the build fails. */
export async function bundleIfStale() {
  const wanted = await fingerprint();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === wanted) return;
  say('Building');
  await bundle();
}

/** Builds. Throws a {@link Stop} when the build fails. */
export async function bundle() {
  const wanted = await fingerprint();
  // Without its stamp, a half-made build counts as stale.
  await rm(STAMP, { force: true });
  const { code } = await tool('vite/bin/vite.js', ['build', '--app', '--logLevel', 'warn']);
  if (code !== 0) throw new Stop('The build failed; see its lines above.', code);
  await writeFile(STAMP, wanted);
}

/** Names, sizes and times of all sources: cheap, and a change by a checkout is seen as well. */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) await add(hash, inRoot(source), source);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 * @param {string} name
 */
async function add(hash, path, name) {
  const info = await stat(path);
  if (!info.isDirectory()) {
    if (!/\.test\.tsx?$/.test(name)) hash.update(`${name} ${info.size} ${info.mtimeMs}\n`);
    return;
  }
  for (const entry of (await readdir(path)).sort()) await add(hash, join(path, entry), `${name}/${entry}`);
}
