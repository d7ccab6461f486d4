// @ts-check
// Runs in the build scripts, first of all: brings node_modules in line with package-lock.json.
// Everything here works in a clean clone, so it uses nothing but Node itself.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot, MODULES } from './paths.mjs';
import { npm } from './run.mjs';
import { say, Stop } from './say.mjs';

const STAMP = join(MODULES, '.installed-from');

/** Installs what package-lock.json says, unless that was done before. Throws a {@link Stop} when npm fails. */
export async function install() {
  const wanted = await fingerprint();
  const there = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  if (there !== wanted) {
    say('Installing packages (npm ci)');
    const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new Stop(`npm ci failed with code ${code}; see its lines above.`, code);
  }
  await leaveOnlyWasmSharp();
  if (there !== wanted) await writeFile(STAMP, wanted);
}

/** What an installation depends on: the locked packages, the kind of machine. */
async function fingerprint() {
  const lock = createHash('sha256')
    .update(await readFile(inRoot('package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/**
 * On Linux, native sharp brings a GLib of its own that collides with the one in Electron (lovell/sharp#4522).
 * sharp takes the native build wherever it finds one, so on Linux only the wasm build may be there.
 * It is done at each start because a plain `npm install` brings the native build back.
 */
async function leaveOnlyWasmSharp() {
  if (process.platform !== 'linux') return;
  const folder = join(MODULES, '@img');
  for (const name of await readdir(folder)) {
    if (/^sharp-(libvips-)?linux/.test(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
  if (!existsSync(join(folder, 'sharp-wasm32'))) {
    throw new Stop('The package @img/sharp-wasm32 is missing. Delete node_modules and run this again.');
  }
}
