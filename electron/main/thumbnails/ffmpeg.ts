// Runs in main: which ffmpeg makes the pictures of videos. Asked once at start.

import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import type { Logger } from '../log.js';

export interface FfmpegSearch {
  /** Path the user named, if any. */
  readonly configured: string | null;
  readonly log: Logger;
  /** Path of the packaged ffmpeg, or null. */
  readonly packaged?: () => string | null;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  /** First line of what `PATH -version` prints; rejects when it does not run. */
  readonly version?: (path: string) => Promise<string>;
}

export interface FfmpegFound {
  /** Absolute path, or null when no ffmpeg runs. */
  readonly path: string | null;
  /** With none: one sentence what to do. */
  readonly notice: string | null;
}

const NONE =
  'Videos have no thumbnails because ffmpeg was not found. Install ffmpeg, or choose it in the settings, and start again.';

/** Finds an ffmpeg that runs: the named one, the packaged one, the system's, in this order. */
export async function findFfmpeg(search: FfmpegSearch): Promise<FfmpegFound> {
  const { configured, log, packaged = packagedFfmpeg, version = askVersion } = search;
  const places: readonly (() => Promise<string | null>)[] = [
    () => Promise.resolve(configured),
    () => Promise.resolve(packaged()),
    () => inPath(search.env ?? process.env, search.platform ?? process.platform),
  ];
  for (const place of places) {
    const path = await place();
    if (path === null) continue;
    try {
      log('info', `Videos are read by ${path} (${await version(path)})`);
      return { path, notice: null };
    } catch (error) {
      log('warn', `${path} does not run: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  log('warn', NONE);
  return { path: null, notice: NONE };
}

/** The path of ffmpeg-static, which npm leaves out where it could not be downloaded. */
export function packagedFfmpeg(
  modules: Pick<NodeJS.Require, 'resolve'> & ((name: string) => unknown) = createRequire(import.meta.url),
  platform: NodeJS.Platform = process.platform,
): string | null {
  try {
    const path = modules('ffmpeg-static');
    if (typeof path === 'string') return unpackedPath(path);
    if (platform !== 'win32') return null;
    // The package knows none for Windows on ARM; the build puts the one for x64 in that place.
    return unpackedPath(join(dirname(modules.resolve('ffmpeg-static/package.json')), 'ffmpeg.exe'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** In a packaged app programs lie beside the archive: nothing inside it can be run. */
export function unpackedPath(path: string): string {
  return path.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
}

/** Looks through PATH by itself: starting by name would let Windows look into the current folder first. */
async function inPath(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): Promise<string | null> {
  const name = platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  for (const folder of (env['PATH'] ?? env['Path'] ?? '').split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, name);
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return path;
  }
  return null;
}

function askVersion(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(path, ['-hide_banner', '-version'], { timeout: 10_000, windowsHide: true }, (error, stdout) => {
      const first = stdout.split(/\r?\n/, 1)[0] ?? '';
      if (error) reject(new Error(error.message, { cause: error }));
      else if (!first.startsWith('ffmpeg version')) reject(new Error('It is not ffmpeg.'));
      else resolve(first);
    });
  });
}
