// @ts-check
// Runs in the build scripts on Linux: which Debian or Ubuntu packages hold a library, and installing them.

import { readFileSync } from 'node:fs';
import { run, which } from './run.mjs';
import { say, Stop } from './say.mjs';

/** Library -> package, for everything that Electron's binary links to. */
const PACKAGES = /** @type {Readonly<Record<string, string>>} */ ({
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
});

/** Every package that Electron's binary needs, as Debian 12 names them. */
export const LIBRARY_PACKAGES = [...new Set(Object.values(PACKAGES))];

/** Whether this system installs software with apt. */
export const hasApt = () => which('apt-get') !== null && /debian|ubuntu/.test(osRelease());

function osRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    // A system without that file is not one of the two.
    return '';
  }
}

/**
 * The package of a library by its name on Debian 12, or the name itself when it is not in the table.
 * @param {string} library e.g. `libgtk-3.so.0`
 */
export const packageOf = (library) => PACKAGES[library] ?? library;

/**
 * Newer releases call some packages NAMEt64. Answers the names that this system knows.
 * @param {readonly string[]} names as on Debian 12
 */
export async function localNames(names) {
  return Promise.all(
    names.map(async (name) => {
      const renamed = await run('apt-cache', ['policy', `${name}t64`], { output: 'collect' });
      return /Candidate: (?!\(none\))/.test(renamed.stdout) ? `${name}t64` : name;
    }),
  );
}

/**
 * Installs packages. Needs root.
 * @param {readonly string[]} names as on Debian 12
 */
export async function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const updated = await apt(['update', '-qq'], env);
  const packages = await localNames(names);
  say(`Installing system packages: ${packages.join(' ')}`);
  const installed = await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
  if (installed.code === 0) return;
  const reason = [...(updated.code === 0 ? [] : [updated]), installed].map(lastLines).join('\n');
  throw new Stop(`The system packages could not be installed:\n${reason}`);
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function apt(args, env) {
  // Another apt may be at work on a fresh machine.
  return run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env, output: 'collect' });
}

/** @param {import('./run.mjs').RunResult} result */
const lastLines = ({ stdout, stderr }) => (stderr.trim() || stdout.trim()).split('\n').slice(-5).join('\n');
