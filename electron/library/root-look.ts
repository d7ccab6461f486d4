// Runs in the library process: asks a root's disk whether it is there, and where its path leads. A drive that does not
// answer is asked once; until it does, everybody is told so, and nobody waits for long.

import type { Stats } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { Patience } from '../node/patience.js';
import { decodeName, diskPath } from '../node/raw-paths.js';
import { AWAY } from '../shared/messages.js';
import { AppError, toFailure } from '../shared/result.js';
import type { Clock } from './clock.js';
import { isGone, readErrorSentence } from './found.js';
import { holdsMedia } from './read-folder.js';

/** Milliseconds that a drive has for an answer: most that sleep have woken up by then. */
const ANSWER_MS = 10_000;

/** The calls of the system that a look needs; tests put others in their place. */
export interface RootDisk {
  readonly stat: (path: string | Buffer) => Promise<Pick<Stats, 'dev' | 'ino' | 'isDirectory'>>;
  readonly opendir: (path: string | Buffer) => Promise<{ close(): Promise<void> }>;
  readonly realpath: (path: string | Buffer) => Promise<Buffer>;
}

export const REAL_ROOT_DISK: RootDisk = {
  stat: (path) => stat(path),
  // Its types know no bytes, which it takes all the same.
  opendir: (path) => opendir(path),
  realpath: (path) => realpath(path, 'buffer'),
};

/** What is thrown when the root cannot be reached; a sentence says why where more is known than that it is away. */
export const offlineError = (cause?: unknown) =>
  new AppError('offline', isGone(cause) || cause === undefined ? AWAY : readErrorSentence(cause, 'folder'), {
    cause,
  });

/** One root's looks at its disk: one at a time. */
export class RootLook {
  private readonly patience: Patience;

  constructor(
    clock: Clock,
    private readonly disk = REAL_ROOT_DISK,
  ) {
    this.patience = new Patience({
      most: 1,
      limit: ANSWER_MS,
      after: (ms, callback) => clock.after(ms, callback),
    });
  }

  /** Where a root's path (absolute) leads now. @throws AppError `offline` */
  placeOf(path: string): Promise<string> {
    return this.ask(async () => decodeName(await this.disk.realpath(diskPath(path))));
  }

  /**
   * Null when a root (absolute path) is there and is not just the empty place where its drive was, otherwise
   * why it cannot be read, a sentence. `known`: which folder it was when something was found in it.
   */
  whyAway(
    path: string,
    known: { readonly dev: number; readonly ino: number } | null,
  ): Promise<string | null> {
    return this.sentence(async () => {
      const { dev, ino } = await this.disk.stat(diskPath(path));
      // A look alone does not say that it may be read.
      await (await this.disk.opendir(diskPath(path))).close();
      if (!known || (known.dev === dev && known.ino === ino)) return null;
      return holdsMedia(path, '') ? null : AWAY;
    });
  }

  /** The same of a root of which nothing is known, by its path as it was given. */
  whyNotThere(path: string): Promise<string | null> {
    return this.sentence(async () => ((await this.disk.stat(diskPath(path))).isDirectory() ? null : AWAY));
  }

  private sentence(call: () => Promise<string | null>): Promise<string | null> {
    return this.ask(call).catch((error: unknown) => toFailure(error).message);
  }

  private ask<T>(call: () => Promise<T>): Promise<T> {
    return this.patience.runInTime(call).catch((error: unknown) => {
      throw error instanceof AppError ? error : offlineError(error);
    });
  }
}
