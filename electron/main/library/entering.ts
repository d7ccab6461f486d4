// Runs in main: enters what the library process answers about one root, in the order in which it came; of a large change one
// patch in each turn of the loop, or it would hold it.

import type { ListingPatch } from '../../shared/listing.js';
import { displayPath } from '../../shared/paths.js';
import type { FileChanges, OpenRoot } from './open-root.js';
import type { ReaderServices } from './reader-services.js';

export interface EnteringOptions {
  readonly open: OpenRoot;
  readonly services: Pick<ReaderServices, 'log' | 'onFiles' | 'onInfo' | 'onPatch'>;
  /** Lets main do something else; rejects when the root has been closed. */
  readonly turn: () => Promise<void>;
  /** A patch did not fit: the two sides have lost step. */
  readonly onRefused: () => void;
}

export class Entering {
  private tail: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly options: EnteringOptions) {}

  /** Does a piece of work when all that came before it has been entered. */
  inOrder<T>(work: () => Promise<T>): Promise<T> {
    this.waiting++;
    const done = this.tail.then(work).finally(() => this.waiting--);
    this.tail = done.catch(() => undefined);
    return done;
  }

  /** What is told about files: at once, or, as they may not be known before, when all that came has been entered. */
  told(enter: () => void): void {
    if (this.waiting === 0) enter();
    else void this.inOrder(() => Promise.resolve(enter()));
  }

  /** Enters consecutive patches and tells of each. Rejects when the root is closed meanwhile. */
  patches(patches: readonly ListingPatch[]): Promise<void> {
    const { open, services, turn } = this.options;
    if (patches.length === 0) return Promise.resolve();
    open.expect(patches);
    return this.inOrder(async () => {
      for (const patch of patches) {
        // Receiving very many rows was a piece of work as well.
        if (patches.length > 1) await turn();
        if (!this.enter(patch)) break;
      }
      services.onInfo();
    });
  }

  private enter(patch: ListingPatch): boolean {
    const { open, services, onRefused } = this.options;
    const { id, path } = open.root;
    let applied: FileChanges;
    try {
      applied = open.apply(patch);
    } catch (error) {
      // Only the whole listing brings the two sides together again.
      services.log('error', `Patch refused: ${displayPath(path)}: ${String(error)}`);
      onRefused();
      return false;
    }
    services.onPatch(id, patch);
    services.onFiles(id, applied);
    return true;
  }
}
