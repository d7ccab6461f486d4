// Runs in the page of the app: asks for a listing as the page does and brings it into the order of the grid.
// Bundled to one function expression, because the page's own modules cannot be reached from outside.

import { Listing } from '../../../electron/shared/listing-table.js';
import { connectGallery } from '../../../renderer/gallery.js';
import { fetchListing } from '../../../renderer/state/library.js';
import { sortKeys } from '../../../renderer/state/order.js';
import { runAtOnce } from '../../../renderer/state/schedule.js';
import { keysOf } from '../../../renderer/state/select.js';

export interface PageResult {
  /** Milliseconds until the columns were there. */
  readonly received: number;
  /** Milliseconds until the files were in order. */
  readonly usable: number;
  readonly files: number;
}

async function measure(): Promise<PageResult> {
  const gallery = connectGallery();
  const [root] = await gallery.call('roots.list');
  if (!root) throw new Error('No folder is open');
  const started = performance.now();
  const columns = await fetchListing(gallery, root.id);
  const received = performance.now() - started;
  const listings = new Map([[root.id, Listing.from(columns)]]);
  const keys = runAtOnce(keysOf({ kind: 'all' }, listings));
  const sorted = runAtOnce(sortKeys(keys, 'newest', listings));
  return { received, usable: performance.now() - started, files: sorted.length };
}

(globalThis as { benchResult?: Promise<PageResult> }).benchResult = measure();
