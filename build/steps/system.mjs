// @ts-check
// Runs in the build scripts on Linux: what the system itself must offer before Electron can start.

import { createRequire } from 'node:module';
import { run, which } from './run.mjs';
import { aptInstall, hasApt, localNames, packageOf } from './debian.mjs';
import { needsDisplay } from './display.mjs';
import { checkSandbox } from './sandbox.mjs';
import { Stop, warn } from './say.mjs';

/**
 * Sees to the libraries, the virtual display, a font and ffmpeg: installs what is missing when it may, otherwise
 * says how. Throws a {@link Stop} with the exact command when the app could not start without it.
 * @param {string} binary path of Electron's program
 * @param {{ ffmpeg: boolean, tests?: boolean }} wants whether videos matter to what comes next, and what only tests use: the compiler of
 *   Windows' installers, and a window manager
 */
export async function prepareSystem(binary, wants) {
  if (process.platform !== 'linux') return;
  await checkSandbox(binary);
  const libraries = await missingLibraries(binary);
  const needed = new Set(libraries.map(packageOf));
  if (needsDisplay() && !which('Xvfb')) needed.add('xvfb');
  const useful = new Set();
  if (!(await hasFonts())) useful.add('fonts-dejavu-core');
  if (wants.ffmpeg && !(await hasFfmpeg())) useful.add('ffmpeg');
  if (wants.tests && !which('makensis')) useful.add('nsis');
  if (wants.tests && !which('openbox')) useful.add('openbox');
  if (needed.size + useful.size === 0) return;

  const all = [...needed, ...useful];
  if (hasApt() && process.getuid?.() === 0) {
    try {
      await aptInstall(all);
    } catch (error) {
      if (needed.size > 0 || !(error instanceof Stop)) throw error;
      warn(`Useful, but missing on this system: ${all.join(', ')}. ${error.message}`);
      return;
    }
    const still = await missingLibraries(binary);
    if (still.length > 0) throw new Stop(`Electron still lacks system libraries: ${still.join(', ')}`);
    return;
  }
  const how = hasApt()
    ? `  sudo apt-get update && sudo apt-get install -y ${(await localNames(all)).join(' ')}`
    : `  ${[...(needed.has('xvfb') ? ['Xvfb'] : []), ...libraries, ...useful].join('\n  ')}`;
  if (needed.size === 0) {
    warn(`Useful, but missing on this system: ${all.join(', ')}. To add what is missing:\n${how}`);
    return;
  }
  throw new Stop(
    hasApt()
      ? `Electron needs system packages that are not installed. Run this, then try again:\n${how}`
      : `Electron needs these from your system's package manager; install them, then try again:\n${how}`,
  );
}

/** @param {string} binary */
async function missingLibraries(binary) {
  const { code, stdout, stderr } = await run('ldd', [binary], { output: 'collect' });
  // Systems without ldd (musl, NixOS) cannot be asked; Electron itself will tell.
  if (code !== 0) warn(`The libraries of ${binary} could not be checked: ${stderr.trim()}`);
  return [...new Set([...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name ?? ''))];
}

async function hasFonts() {
  if (!which('fc-list')) return false;
  const { stdout } = await run('fc-list', [':', 'family'], { output: 'collect' });
  return stdout.trim() !== '';
}

/** Whether videos can be read: the path that was configured, the package's own ffmpeg, the system's. */
async function hasFfmpeg() {
  const configured = process.env['HOME_GALLERY_FFMPEG'];
  if (configured || which('ffmpeg')) return true;
  try {
    const path = createRequire(import.meta.url)('ffmpeg-static');
    return typeof path === 'string' && (await run(path, ['-version'], { output: 'collect' })).code === 0;
  } catch {
    // An optional package: npm leaves it out where its download fails.
    return false;
  }
}
