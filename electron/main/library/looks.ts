// Runs in main: looks at one root, one after the other; who asks for no more than a running one will answer shares it.

import type { Listing } from '../../shared/listing-table.js';

export interface Look {
  /** Whether everything is read, or only compared with what is known; the reading may find that less will do. */
  whole: boolean;
  /** Whether the dimensions of the files that come first are waited for. */
  readonly includeDimensions: boolean;
}

interface Running {
  readonly look: Look;
  begun: boolean;
  /** By an invalidation after it had begun: who looks now needs another. */
  overtaken: boolean;
  readonly listing: Promise<Listing>;
}

export class Looks {
  private running: Running | null = null;

  /** Answers with the running look when that is enough, else `read`s after it. */
  share(wanted: Look, read: (look: Look) => Promise<Listing>): Promise<Listing> {
    const { running: before } = this;
    if (before && !before.overtaken && isEnough(before.look, wanted)) return before.listing;
    const look = { ...wanted };
    const listing = (before?.listing.then(noop, noop) ?? Promise.resolve()).then(() => {
      running.begun = true;
      return read(look);
    });
    const running: Running = { look, begun: false, overtaken: false, listing };
    this.running = running;
    const done = () => {
      if (this.running === running) this.running = null;
    };
    listing.then(done, done);
    return listing;
  }

  /** What has been read so far is not to be relied on. */
  overtake(): void {
    if (this.running?.begun) this.running.overtaken = true;
  }
}

const isEnough = (look: Look, wanted: Look): boolean =>
  (look.whole || !wanted.whole) && (look.includeDimensions || !wanted.includeDimensions);

/** For failures that are the business of who asked for that look. */
const noop = () => undefined;
