// @ts-check
// Runs in the build scripts, first of all: brings node_modules in line with package-lock.json.
// Everything here works in a clean clone, so it uses nothing but Node itself.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot, MODULES } from './paths.mjs';
import { npm } from './run.mjs';
import { say, Stop, warn } from './say.mjs';

const STAMP = join(MODULES, '.installed-from');

/** Installs what package-lock.json says, unless that was done before. Throws a {@link Stop} when npm fails. */
export async function install() {
  const wanted = await fingerprint();
  const there = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  if (there !== wanted) {
    say('Installing packages (npm ci)');
    // Older npm runs the install scripts of all packages; which of them may is for us to say.
    const { code } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) throw new Stop(`npm ci failed with code ${code}; see its lines above.`, code);
    for (const name of await allowedScripts()) await runInstallScript(name);
  }
  await leaveOnlyWasmSharp();
  if (there !== wanted) await writeFile(STAMP, wanted);
}

/** Names of the packages whose install scripts are run: `allowScripts` in package.json, reasons in docs/dependencies.md. */
export async function allowedScripts() {
  const { allowScripts } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  return Object.keys(allowScripts)
    .filter((key) => allowScripts[key] === true)
    .map((key) => key.replace(/(?<=.)@[^@/]*$/, ''));
}

/**
 * Runs the install script of one package. All of them are optional: one that fails is left out, as npm itself does.
 * @param {string} name
 */
async function runInstallScript(name) {
  if (!existsSync(join(MODULES, name))) return;
  const { code } = await npm(['rebuild', name, '--loglevel=error'], {
    output: 'collect',
    env: scriptEnvironment(name),
  });
  if (code === 0) return;
  warn(`The install script of ${name} failed (code ${code}); the package is left out.`);
  await rm(join(MODULES, name), { recursive: true, force: true });
}

/**
 * What an install script is told. There is no ffmpeg for Windows on ARM; it gets the one for x64, which Windows 11 runs as well.
 * @param {string} name of the package
 * @param {{ platform: string, arch: string, env: NodeJS.ProcessEnv }} [machine]
 */
export const scriptEnvironment = (name, { platform, arch, env } = process) =>
  name === 'ffmpeg-static' && platform === 'win32' && arch === 'arm64'
    ? { ...env, npm_config_arch: 'x64' }
    : env;

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
