// Runs in main: thumbnails that a person wants to be made again: what is stored stays until there is another, and a few at
// a time wait in the pool, however many were chosen.

import type { FileId, RootId } from '../../shared/contract.js';
import type { FailedFile } from '../../shared/files.js';
import { displayPath } from '../../shared/paths.js';
import { AppError } from '../../shared/result.js';
import type { GridJobs } from './grid-jobs.js';
import { fileIdentity } from './keys.js';
import type { Ledger } from './ledger.js';
import type { Maker } from './maker.js';
import type { Lane } from './queue.js';
import type { ThumbnailsOptions } from './thumbnails-types.js';
import { writtenSince } from './written-since.js';

type Services = Pick<ThumbnailsOptions, 'lookUp' | 'pool'> & {
  readonly maker: Maker;
  readonly isAway: (root: RootId) => boolean;
  readonly ledger: Ledger;
  readonly jobs: GridJobs;
  /** There is more to do; what is on screen comes first. */
  readonly onAsked: () => void;
  /** Has a thumbnail made, if it is still to be made. */
  readonly urge: (root: RootId, id: FileId, lane: Lane) => void;
};

/** As many of them wait in the pool's lane: enough to keep all workers busy. */
const AT_ONCE = 100;
/** Nothing is made of a file whose folder is away. */
export const OFFLINE = new AppError('offline', 'The folder is offline. Connect its drive.');

export class Rebuilds {
  private readonly asked = new Map<RootId, Set<FileId>>();

  constructor(private readonly services: Services) {}

  /** Takes in files of a root; their failures are forgotten. Answers those of which nothing can be made at the moment. */
  add(root: RootId, ids: Iterable<FileId>): FailedFile[] {
    const { lookUp, pool, ledger, jobs, maker, isAway } = this.services;
    const refused: FailedFile[] = [];
    for (const id of ids) {
      const file = lookUp(root, id);
      // What is just being made is new anyway.
      if (!file || ledger.place(root, id) === 'queued') continue;
      const refusal = isAway(root) ? OFFLINE : maker.refusal(file);
      if (refusal) {
        refused.push({ path: displayPath(file.relative), message: refusal.message, file: { root, id } });
        continue;
      }
      const key = fileIdentity(file);
      maker.makeAgain(key);
      pool.release(key);
      jobs.forgive(key);
      ledger.move(root, id, 'todo');
      const asked = this.asked.get(root) ?? new Set();
      this.asked.set(root, asked.add(id));
    }
    this.services.onAsked();
    return refused;
  }

  /** Tries failed files of a root again; without an id all of them. */
  retry(root: RootId, only: FileId | null): void {
    const { pool, ledger, jobs, urge, onAsked } = this.services;
    for (const { failure, key } of ledger.failures(root)) {
      const { id } = failure;
      if (only !== null && id !== only) continue;
      pool.release(key);
      jobs.forgive(key);
      ledger.move(root, id, 'todo');
      if (only !== null) urge(root, id, 'visible');
    }
    onAsked();
  }

  /** Tries those again that failed in these folders, or anywhere in `trees`, and were written to since. */
  async touched(root: RootId, folders: readonly string[], trees: readonly string[] = []): Promise<void> {
    const { ledger, lookUp } = this.services;
    for (const id of await writtenSince(ledger, lookUp, root, folders, trees)) this.retry(root, id);
  }

  forgetRoot(root: RootId): void {
    this.asked.delete(root);
  }

  /** Fills the pool up as far as it may. */
  feed(): void {
    const { pool, urge } = this.services;
    let room = AT_ONCE - pool.waitingIn('near');
    for (const [root, ids] of this.asked) {
      for (const id of ids) {
        if (room-- <= 0) return;
        ids.delete(id);
        urge(root, id, 'near');
      }
      this.asked.delete(root);
    }
  }
}
