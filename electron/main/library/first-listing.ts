// Runs in main: who waits for the first listing of a root, and for the files in it.

import { deferred } from '../../shared/deferred.js';

export class FirstListing {
  private readonly listing = deferred();
  private readonly files = deferred();
  private done = false;
  /** Resolves when the listing of the last run is there, or there is none. */
  readonly listed: Promise<void> = this.listing.promise;
  /** Resolves when everybody has been told of the files of the last run, or there are none. */
  readonly restored: Promise<void> = this.files.promise;

  /** The listing is there; answers whether it is the first, so that nobody can have had another. */
  list(): boolean {
    const first = !this.done;
    this.done = true;
    this.listing.resolve();
    return first;
  }

  /** Nobody has to wait any longer. */
  end(): void {
    this.list();
    this.files.resolve();
  }
}
