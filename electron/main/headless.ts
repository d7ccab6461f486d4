// Runs in main, without a window: the commands for scripts and servers. They use the library process, the pool and the
// store that the window uses; only nothing is shown but lines in the terminal.

import { writeSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryEvents, LibraryRequests } from '../shared/messages.js';
import { KINDS } from '../shared/listing.js';
import { nameOf } from '../shared/paths.js';
import type { ThumbnailStatus } from '../shared/contract.js';
import { startChild } from './child.js';
import type { Config } from './config.js';
import { diagnose } from './diagnose.js';
import { whyLacking } from './folders.js';
import { createCaches } from './library/caches.js';
import { Library } from './library/library.js';
import { loggerFor } from './log.js';
import type { AskedCommand } from './options/arguments.js';
import type { Options } from './options/options.js';
import { Progress } from './progress.js';
import type { Settings } from './settings.js';
import { createThumbnails } from './thumbnails/create.js';
import { findFfmpeg } from './thumbnails/ffmpeg.js';
import { FULL } from './thumbnails/maker.js';

const distFolder = join(import.meta.dirname, '..');
/** The bundle of the workers. */
const WORKER = join(distFolder, 'node/thumbnail.js');
const ROOT = 1;
/** Milliseconds between two looks at how far thumbnails are. */
const LOOK = 200;

export interface HeadlessBasis {
  readonly userData: string;
  readonly settings: Settings;
  readonly options: Options;
  /** Aborted when somebody ends the command before it is done: what runs is then ended as it should be. */
  readonly interrupted: AbortSignal;
}

type Facts = Readonly<Record<string, string | number | boolean | null | readonly object[]>>;

/**
 * Runs a command and answers the exit code: 0, or 1 when it could not be done as asked. Electron must be ready.
 */
export async function runCommand(
  { name, path: named, json }: AskedCommand,
  config: Config,
  basis: HeadlessBasis,
): Promise<number> {
  const say = (facts: Facts) => print(facts, json);
  if (name === 'diagnose') return runDiagnose(config, basis, say);
  const path = named;
  // Workers compare where files truly are; everything else knows the folder by the name that the window has for it.
  const real = path === null ? null : await realpath(path).catch(() => path);
  const engine = createEngine(config, basis, path === null || real === null ? null : { path, real });
  const progress = new Progress(!json && process.stderr.isTTY);
  const { interrupted } = basis;
  const stopped = new Promise<never>((_, reject) => {
    interrupted.addEventListener('abort', () => reject(new Error('Interrupted.')));
  });
  // Whoever waits for it hears it below.
  stopped.catch(nothing);
  try {
    if (path === null) {
      await engine.thumbnails.start();
      const { bytes, cap } = engine.thumbnails.status();
      const { index } = await engine.library.ask('stats', {});
      say({
        ...{ folders: basis.settings.value.roots.length, filesInIndex: index?.files ?? 0 },
        ...{ indexBytes: index?.bytes ?? 0, thumbnailBytes: bytes, thumbnailSpace: cap },
      });
      return 0;
    }
    if (!(await isFolder(path))) {
      process.stderr.write(`${path} is not a folder that can be read.\n`);
      return 1;
    }
    const lacking = await whyLacking(basis.userData, { path, real: real ?? path });
    if (lacking !== null) process.stderr.write(`${lacking}\n`);
    const begun = performance.now();
    const listing = await Promise.race([engine.scan(path, progress), stopped]);
    const videos = KINDS.indexOf('video');
    const kinds = [...listing.kind].filter((kind) => kind === videos).length;
    const problems = engine.library.problems();
    const scanned = {
      ...{ path, files: listing.id.length, photos: listing.id.length - kinds, videos: kinds },
      ...{ folders: listing.folders.length, bytes: listing.size.reduce((sum, one) => sum + one, 0) },
      ...{ problems: problems.length, seconds: secondsSince(begun) },
    };
    if (name === 'scan') {
      progress.end();
      for (const problem of problems) process.stderr.write(`${problem.path}: ${problem.message}\n`);
      say(scanned);
      return 0;
    }
    const status = await Promise.race([engine.makeAll(progress), stopped]);
    progress.end();
    const failures = engine.thumbnails.failures();
    for (const failure of failures) process.stderr.write(`${failure.path}: ${failure.message}\n`);
    const { total, done, failed, bytes } = status;
    say({
      path,
      files: total,
      thumbnails: done,
      failed,
      thumbnailBytes: bytes,
      seconds: secondsSince(begun),
      ...(json && {
        failures: failures.map((one) => ({ path: one.path, code: one.code, message: one.message })),
      }),
    });
    if (status.notice !== null) process.stderr.write(`${status.notice}\n`);
    if (done + failed >= total) return 0;
    if (config.workers === 0) process.stderr.write('Thumbnail workers are switched off: none was made.\n');
    return 1;
  } finally {
    progress.end();
    await engine.stop();
  }
}

/** The folder of a command, as it was named and where it truly is. */
interface Folder {
  readonly path: string;
  readonly real: string;
}

function createEngine(config: Config, { userData, options }: HeadlessBasis, folder: Folder | null) {
  const library: Library = new Library({
    startChild: () =>
      startChild<LibraryRequests, LibraryEvents>({
        ...{ entry: join(distFolder, 'node/library.js'), name: 'Home Gallery library' },
        log: loggerFor('library'),
      }),
    caches: createCaches(Date.now, config.cacheTtl * 1000),
    databases: { indexFile: join(userData, 'index.db'), userFile: join(userData, 'user.db') },
    useCache: config.cacheEnabled,
    now: Date.now,
    log: loggerFor('cache'),
    onFiles: (root, changes) => thumbnails.follow(root, changes),
    onNotice: (message) => void process.stderr.write(`${message}\n`),
    ...{ onReset: nothing, onPatch: nothing, onFacts: nothing, onProblems: nothing, onRoots: nothing },
    onIndexed: nothing,
  });
  const { thumbnails } = createThumbnails({
    entry: WORKER,
    folder: thumbnailFolder(config, userData),
    space: () => options.get('thumbnailSpace') * 1_000_000,
    ...{ userData, workers: config.workers },
    ffmpeg: () => findFfmpeg({ configured: config.ffmpeg, log: loggerFor('thumbnails') }),
    paused: false,
    lookUp: (root, id) => {
      const file = library.lookUp(root, id);
      if (!file || !folder) return undefined;
      return { ...file, path: join(folder.real, file.relative), rootPath: folder.real };
    },
    isAway: () => false,
    ...{ onPaused: nothing, onChanged: nothing, onStatus: nothing },
    onFacts: (root, id, facts) => library.applyFacts(root, id, facts),
    onProblem: (problem) => library.addProblem(problem),
    log: loggerFor('thumbnails'),
  });
  return {
    ...{ library, thumbnails },
    /** Reads a folder; answers its listing. */
    scan: async (folder: string, progress: Progress) => {
      library.open({ id: ROOT, path: folder, name: nameOf(folder) });
      const ticking = setInterval(() => progress.count('files', library.roots()[0]?.files ?? 0), LOOK);
      await library.refresh(ROOT).finally(() => clearInterval(ticking));
      return library.listing(ROOT);
    },
    /** Resolves when every file has its thumbnail, or its reason; at once when workers are switched off. */
    makeAll: async (progress: Progress): Promise<ThumbnailStatus> => {
      await thumbnails.start();
      for (;;) {
        const status = thumbnails.status();
        progress.part('thumbnails', status.done + status.failed, status.total);
        const over = status.done + status.failed >= status.total;
        // Without ffmpeg videos fail and photos go on.
        if (over || status.workers === 0 || status.originals || status.notice === FULL) return status;
        await new Promise((next) => setTimeout(next, LOOK));
      }
    },
    stop: () => Promise.all([thumbnails.stop(), library.stop()]),
  };
}

async function runDiagnose(
  config: Config,
  basis: HeadlessBasis,
  say: (facts: Facts) => void,
): Promise<number> {
  const { userData, settings } = basis;
  const engine = createEngine(config, basis, null);
  const libraryStarts = () =>
    engine.library.ask('stats', {}).then(
      () => true,
      () => false,
    );
  const { facts, missing } = await diagnose({
    ...{ config, userData, libraryStarts, workerEntry: WORKER },
    thumbnailFolder: thumbnailFolder(config, userData),
    settingsReadable: settings.notice === null,
  });
  await engine.stop();
  say(facts);
  for (const sentence of missing) process.stderr.write(`${sentence}\n`);
  return missing.length === 0 ? 0 : 1;
}

const thumbnailFolder = ({ thumbnailDir }: Config, userData: string): string =>
  thumbnailDir ?? join(userData, 'thumbnails');
const nothing = (): void => undefined;
const secondsSince = (begun: number): number => Math.round((performance.now() - begun) / 10) / 100;

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Written at once: nothing waits for a pipe when the app ends. */
function print(facts: Facts, json: boolean): void {
  const lines = Object.entries(facts).map(
    ([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  );
  writeSync(1, `${json ? JSON.stringify(facts) : lines.join('\n')}\n`);
}
