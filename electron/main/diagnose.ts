// Runs in main, without a window: the command that tells whether everything that the app needs is there. It tries it.

import { availableParallelism, totalmem } from 'node:os';
import { app } from 'electron';
import type { Config } from './config.js';
import { isLogKept, loggerFor, logFolder, logProblem, notWritten } from './log.js';
import { whyNoPicture, whyUnwritable } from './needs.js';
import { startWorker } from './thumbnails/create.js';
import { findFfmpeg } from './thumbnails/ffmpeg.js';
import { notSaved } from './thumbnails/stored-file.js';

export interface Diagnosed {
  readonly config: Config;
  readonly userData: string;
  readonly settingsReadable: boolean;
  readonly thumbnailFolder: string;
  /** The worker's bundle. */
  readonly workerEntry: string;
  readonly libraryStarts: () => Promise<boolean>;
}

/** What was found, and a sentence for each thing that is missing. */
export interface Diagnosis {
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly missing: readonly string[];
}

/** Starts what the app starts and writes where it writes, then takes everything away again. Electron must be ready. */
export async function diagnose(asked: Diagnosed): Promise<Diagnosis> {
  const { config, userData, thumbnailFolder, workerEntry } = asked;
  const log = loggerFor('thumbnails');
  const [ffmpeg, libraryStarts, noPicture, noThumbnails, noLog] = await Promise.all([
    findFfmpeg({ configured: config.ffmpeg, log }),
    asked.libraryStarts(),
    config.workers === 0 ? null : whyNoPicture(() => startWorker(workerEntry, log), userData),
    whyUnwritable(thumbnailFolder),
    isLogKept() ? whyUnwritable(logFolder()) : null,
  ]);
  const problemOfLog = logProblem() ?? (noLog === null ? null : notWritten(noLog));
  const missing = [
    libraryStarts ? null : 'The library process does not start; the log says why.',
    noPicture === null ? null : `The process that makes thumbnails does not work: ${noPicture}`,
    noThumbnails === null ? null : notSaved(noThumbnails, thumbnailFolder),
    problemOfLog,
    ffmpeg.path === null ? 'ffmpeg was not found: videos get no thumbnails.' : null,
  ].filter((sentence) => sentence !== null);
  const facts = {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chromium: process.versions['chrome'] ?? '',
    system: `${process.platform} ${process.arch} ${process.getSystemVersion()}`,
    processors: availableParallelism(),
    memoryMB: Math.round(totalmem() / 2 ** 20),
    settingsReadable: asked.settingsReadable,
    libraryProcess: libraryStarts ? 'starts' : 'does not start',
    workerProcess: config.workers === 0 ? 'off' : noPicture === null ? 'works' : 'does not work',
    thumbnailFolder: writable(noThumbnails),
    log: isLogKept() ? writable(problemOfLog) : 'off',
    ffmpeg: ffmpeg.path === null ? 'not found' : 'found',
    workers: config.workers,
    cacheSeconds: config.cacheEnabled ? config.cacheTtl : 0,
  };
  return { facts, missing };
}

const writable = (problem: string | null): string =>
  problem === null ? 'can be written' : 'cannot be written';
