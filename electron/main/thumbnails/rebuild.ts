// Runs in main: thumbnails that a person wants to be made again: what is stored is taken away, and a few at a time wait
// in the pool, however many were chosen.

import type { FileId, RootId } from '../../shared/contract.js';
import type { GridJobs } from './grid-jobs.js';
import { fileIdentity } from './keys.js';
import type { Ledger } from './ledger.js';
import type { ThumbnailsOptions } from './thumbnails-types.js';

type Services = Pick<ThumbnailsOptions, 'lookUp' | 'store' | 'pool'> & {
  readonly ledger: Ledger;
  readonly jobs: GridJobs;
  /** Has a thumbnail made, if it is still to be made. */
  readonly urge: (root: RootId, id: FileId) => void;
};

/** As many of them wait in the pool's lane: enough to keep all workers busy. */
const AT_ONCE = 100;

export class Rebuilds {
  private readonly asked = new Map<RootId, Set<FileId>>();

  constructor(private readonly services: Services) {}

  /** Forgets what is stored of files of a root and of their failures. What is just being made is new anyway. */
  async add(root: RootId, ids: Iterable<FileId>): Promise<void> {
    const { lookUp, store, pool, ledger, jobs } = this.services;
    for (const id of ids) {
      const file = lookUp(root, id);
      if (!file || ledger.place(root, id) === 'queued') continue;
      const key = fileIdentity(file);
      await store.drop(key);
      pool.release(key);
      jobs.forgive(key);
      ledger.move(root, id, 'todo');
      const asked = this.asked.get(root) ?? new Set();
      this.asked.set(root, asked.add(id));
    }
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
        urge(root, id);
      }
      this.asked.delete(root);
    }
  }
}
