// Runs in main: the files of stored thumbnails: they come and go one after the other for each picture, and a disk that does not
// answer keeps only some of this process's few threads.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Patience, silent, type PatienceOptions } from '../../node/patience.js';
import type { Logger } from '../log.js';
import type { Clock, Timer } from './clock.js';
import { isTemporaryName, storedKey, storedName } from './keys.js';
import { namesIn, readStored, type StoredPicture } from './stored-file.js';
import { discard, takeOver } from './take-over.js';
import { Turns } from './turns.js';

const SHARD = /^[0-9a-f]{2}$/;

/** Reading at a time: main's threads are four. */
const READING = 3;
/** Milliseconds. A disk that wakes up takes some seconds. */
const LIMIT = 10_000;

export interface StoredFilesOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** The disk did not answer, and does again. */
  readonly onAnswering?: (() => void) | undefined;
  /** Replaced by tests, as the next one. */
  readonly read?: typeof readStored | undefined;
  readonly whenFree?: NonNullable<PatienceOptions['whenFree']>;
}

export class StoredFiles {
  private readonly turns = new Turns();
  private readonly patience: Patience;
  /** Folders that are there. */
  private readonly shards = new Set<string>();

  constructor(private readonly options: StoredFilesOptions) {
    const { clock, onAnswering, whenFree } = options;
    this.patience = new Patience({
      ...{ most: READING, limit: LIMIT, ...(whenFree && { whenFree }) },
      after: (ms, callback) => {
        const timer = clock.setTimer(callback, ms);
        return () => clock.clearTimer(timer);
      },
      onHanging: (hangs) => !hangs && onAnswering?.(),
    });
  }

  pathOf(key: string): string {
    return join(this.options.folder, key.slice(0, 2), storedName(key));
  }

  /** Removes what workers have left that did not live to see it renamed. Never rejects: nothing else depends on it. */
  async clearTemporary(): Promise<void> {
    try {
      await this.removeAll('tmp', (await this.list('tmp')).filter(isTemporaryName));
    } catch (error) {
      this.options.log(
        'warn',
        `What is left of unfinished thumbnails could not be removed: ${String(error)}`,
      );
    }
  }

  /**
   * Takes the keys of all pictures that are there out of `missing`, and with `mayRemove` removes what nothing leads to: pictures of older
   * recipes, and orphans.
   */
  async compare(missing: Set<string>, isKnown: (key: string) => boolean, mayRemove: boolean): Promise<void> {
    for (const shard of await this.list('.')) {
      if (!SHARD.test(shard)) continue;
      this.shards.add(shard);
      const useless: string[] = [];
      for (const name of await this.list(shard)) {
        const key = storedKey(name);
        if (key === undefined) continue;
        if (isKnown(key)) missing.delete(key);
        else useless.push(name);
      }
      if (mayRemove) await this.removeAll(shard, useless);
    }
  }

  /** What {@link readStored} answers. @throws AppError `offline` when the disk does not answer, at once while it is known not to */
  read(key: string, picture: Parameters<typeof readStored>[1]): ReturnType<typeof readStored> {
    const { read = readStored, clock } = this.options;
    return new Promise<StoredPicture | 'damaged' | null>((resolve, reject) => {
      let timer: Timer | undefined;
      const begin = () => {
        // Waiting for its turn is no sign of a disk that does not answer, only of one that is slow.
        timer = clock.setTimer(() => reject(silent()), LIMIT);
        return read(this.pathOf(key), picture);
      };
      const over = () => timer !== undefined && clock.clearTimer(timer);
      this.patience.run(begin).finally(over).then(resolve, reject);
    });
  }

  /** Gives what was written its place; `enter` notes that in the same turn. @throws the system's error */
  place(key: string, written: string, enter: () => void): Promise<void> {
    const shard = key.slice(0, 2);
    return this.turns.take(key, async () => {
      try {
        await takeOver(written, this.pathOf(key), this.shards.has(shard));
      } catch (error) {
        this.shards.delete(shard);
        throw error;
      }
      this.shards.add(shard);
      enter();
    });
  }

  /** Removes a picture, if `begin` says in its turn that it still is to go. Answers whether it did. @throws the system's error */
  remove(key: string, begin: () => boolean): Promise<boolean> {
    return this.turns.take(key, async () => {
      if (!begin()) return false;
      await rm(this.pathOf(key), { force: true });
      return true;
    });
  }

  /** Never rejects: another program may hold a file for a moment, and the next start tries again. */
  private async removeAll(folder: string, names: readonly string[]): Promise<void> {
    for (const name of names) await discard(join(this.options.folder, folder, name), this.options.log);
  }

  private readonly list = (name: string): Promise<string[]> => namesIn(join(this.options.folder, name));
}
