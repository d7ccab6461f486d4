// @ts-check
// Runs in the build scripts, inside electron-builder: looks at what was packed. Foreign code, missing parts and too
// many megabytes end the build.

import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { run } from './run.mjs';
import { say, Stop, warn } from './say.mjs';

/** What the app may take on the disk besides Electron itself, bytes. */
export const BUDGET = 120 * 1000 * 1000;
/**
 * What is set aside of it for ffmpeg, bytes, so that a build without it tells of one that would be too large with it. The programs of
 * ffmpeg 6.1 that ffmpeg-static fetches are whole builds without shared libraries; people who pack the one for Linux measure 76 MB.
 * What is really in a release is counted as it is.
 */
export const FFMPEG_SHARE = 90 * 1000 * 1000;
const SHOWN = 8;

/**
 * @typedef {object} Packed
 * @property {string} appOutDir the unpacked build
 * @property {string} resources its folder with the archive
 * @property {string} platform as Node names it
 * @property {string | undefined} arch as Node names it
 * @property {boolean} isRelease whether what is missing ends the build
 */

/**
 * Prints the sizes of what was packed.
 * @param {Packed} packed
 * Throws a {@link Stop} when something is wrong with it.
 */
export async function checkPacked(packed) {
  const archive = join(packed.resources, 'app.asar');
  const files = packedFiles(archive);
  const wrong = [...strangers(files, packed), ...missing(files, packed)];
  if (files.has('dist/licences.json')) {
    wrong.push(
      ...unlicensed(files, JSON.parse(extractFile(archive, join('dist', 'licences.json')).toString())),
    );
  }
  const sizes = sizesOf(files);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const hasFfmpeg = [...files.keys()].some((path) => FFMPEG.test(path));
  const allowed = hasFfmpeg ? BUDGET : BUDGET - FFMPEG_SHARE;
  showSizes(sizes, total, allowed);
  if (total > allowed) {
    const without = hasFfmpeg ? '' : ` without ffmpeg, for which ${megabytes(FFMPEG_SHARE)} are set aside`;
    wrong.push(`The app takes ${megabytes(total)}, more than ${megabytes(allowed)}${without}.`);
  }
  const trouble = await ffmpegTrouble(packed);
  if (trouble !== null) {
    if (packed.isRelease) wrong.push(trouble);
    else warn(`${trouble} This build is not a release.`);
  }
  if (wrong.length > 0) throw new Stop(`What was packed is not what should be:\n  ${wrong.join('\n  ')}`);
}

/**
 * Path (slashes) -> bytes of each file of the app, in the archive or beside it.
 * @param {string} archive
 * @returns {Map<string, number>}
 */
export function packedFiles(archive) {
  const { header } = /** @type {{ header: Entry }} */ (/** @type {unknown} */ (getRawHeader(archive)));
  const found = new Map();
  /** @param {Entry} entry @param {string} path */
  const walk = (entry, path) => {
    if (entry.files === undefined) found.set(path, entry.size ?? 0);
    else for (const [name, one] of Object.entries(entry.files)) walk(one, path ? `${path}/${name}` : name);
  };
  walk(header, '');
  return found;
}
/** @typedef {{ files?: Record<string, Entry>, size?: number }} Entry */

const FFMPEG = /^node_modules\/ffmpeg-static\/ffmpeg(\.exe)?$/;

/** Of `dist`, in which builds and tests may leave more. */
const OWN = /^dist\/((node|preload|renderer)\/|licences\.json$)/;
const NOT_RUN =
  /\.(map|ts|mts|cts|c|h|cc|md|markdown|gyp|gypi)$|(^|\/)(tests?|__tests__|docs|examples?)\/|\.(test|spec)\.[cm]?js$/;

/**
 * Files that the app does not run on this system.
 * @param {ReadonlyMap<string, number>} files
 * @param {Packed} packed
 */
export function strangers(files, { platform, arch }) {
  const own = `${platform}-${arch}`;
  const wasm = platform === 'linux';
  return [...files.keys()].flatMap((path) => {
    if (NOT_RUN.test(path) && !/(^|\/)licen[cs]e(\.|$)/i.test(path)) return [`${path} is not run.`];
    if (path.startsWith('dist/') && !OWN.test(path)) return [`${path} is no part of the app.`];
    const sharp = /^node_modules\/@img\/sharp-(?:libvips-)?([^/]+)\//.exec(path)?.[1];
    if (sharp !== undefined && sharp !== (wasm ? 'wasm32' : own)) return [`${path} is of another system.`];
    const sqlite = /\/prebuilds\/([^/]+)\//.exec(path)?.[1];
    return sqlite !== undefined && sqlite !== own ? [`${path} is of another system.`] : [];
  });
}

/**
 * Parts without which the app would not work.
 * @param {ReadonlyMap<string, number>} files
 * @param {Packed} packed
 */
export function missing(files, { platform, arch }) {
  const own = `${platform}-${arch}`;
  const needed = {
    'the page': /^dist\/renderer\/index\.html$/,
    'the main process': /^dist\/node\/main\.js$/,
    'the preload': /^dist\/preload\/index\.cjs$/,
    'the licences': /^dist\/licences\.json$/,
    sharp: new RegExp(`^node_modules/@img/sharp-${platform === 'linux' ? 'wasm32' : own}/.*\\.(node|wasm)$`),
    SQLite: new RegExp(`^node_modules/@photostructure/sqlite/prebuilds/${own}/.*\\.node$`),
    libheif: /^node_modules\/libheif-js\/.*\.js$/,
  };
  const paths = [...files.keys()];
  return Object.entries(needed)
    .filter(([, pattern]) => !paths.some((path) => pattern.test(path)))
    .map(([what]) => `It lacks ${what}.`);
}

/**
 * Packages whose licence the app could not show; that of ffmpeg (GPL) demands it.
 * @param {ReadonlyMap<string, number>} files
 * @param {readonly import('./licences.mjs').Licence[]} licences
 */
export function unlicensed(files, licences) {
  const shown = new Set(licences.map(({ name }) => name));
  const names = [...files.keys()].map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  return [...new Set(names)]
    .filter((name) => name !== undefined && !shown.has(name))
    .map((name) => `${name} is not in dist/licences.json.`);
}

/**
 * Bytes by package and by part of the app.
 * @param {ReadonlyMap<string, number>} files
 */
function sizesOf(files) {
  const sizes = new Map();
  for (const [path, size] of files) {
    const [first = '', second = '', third = ''] = path.split('/');
    const name =
      first !== 'node_modules'
        ? `${first}/${second}`
        : second.startsWith('@')
          ? `${second}/${third}`
          : second;
    sizes.set(name, (sizes.get(name) ?? 0) + size);
  }
  return sizes;
}

/** @param {Map<string, number>} sizes @param {number} total @param {number} allowed bytes */
function showSizes(sizes, total, allowed) {
  const sorted = [...sizes].sort(([, a], [, b]) => b - a);
  const rest = sorted.slice(SHOWN).reduce((sum, [, size]) => sum + size, 0);
  for (const [name, size] of [...sorted.slice(0, SHOWN), ['the rest', rest]]) {
    say(`${megabytes(Number(size)).padStart(9)}  ${name}`);
  }
  const besides = allowed < BUDGET ? `, besides ${megabytes(BUDGET - allowed)} for ffmpeg` : '';
  say(`${megabytes(total).padStart(9)}  beyond Electron itself; ${megabytes(allowed)} are allowed${besides}`);
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * Why videos would get no thumbnails from the ffmpeg in the package; null when they would.
 * @param {Packed} packed
 */
async function ffmpegTrouble({ resources, platform, arch }) {
  const folder = join(resources, 'app.asar.unpacked/node_modules/ffmpeg-static');
  const program = join(folder, platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg');
  const found = await stat(program).catch(() => null);
  if (found === null || !found.isFile()) return 'There is no ffmpeg in this build.';
  if (!(await readdir(folder)).some((name) => /licen[cs]e/i.test(name)))
    return 'The licence of ffmpeg is missing.';
  try {
    if (platform !== 'win32') await access(program, constants.X_OK);
  } catch {
    return 'The ffmpeg in this build is not executable.';
  }
  // Only what is made for this very machine can be tried.
  if (platform !== process.platform || arch !== process.arch) return null;
  const { code } = await run(program, ['-version'], { output: 'collect', timeLimit: 60_000 });
  return code === 0 ? null : `The ffmpeg in this build does not start (code ${code}).`;
}
