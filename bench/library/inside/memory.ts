// Runs in main of a bare Electron: how much memory a listing takes there.

import { Listing } from '../../../electron/shared/listing-table.js';
import { median } from '../../numbers.js';
import { generateListing } from '../generate.js';

export interface Memory {
  readonly entries: number;
  /** Bytes of a listing per entry, all together. */
  readonly perEntry: number;
  /** Bytes per entry of the text itself: names and folders. */
  readonly text: number;
}

const used = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Of each size; one measurement of a small listing is mostly what else the heap does meanwhile. */
const RUNS = 5;

function measure(entries: number): Memory {
  const before = used();
  const listing = Listing.from(structuredClone(generateListing(entries)));
  const bytes = used() - before;
  let text = 0;
  for (let row = 0; row < listing.count; row++) text += listing.nameAt(row).length;
  const folders = listing.folders.reduce((sum, path) => sum + path.length, 0);
  return { entries, perEntry: bytes / listing.count, text: (text + folders) / entries };
}

/**
 * Measures listings as main gets them: as a message, so that they share nothing with what made them. The median of several
 * of each size, after one whose code was still to be compiled.
 */
export function memoryPerEntry(): Memory[] {
  return [10_000, 100_000, 1_000_000].map((entries) => {
    measure(entries);
    const runs = Array.from({ length: RUNS }, () => measure(entries));
    return { ...runs[0]!, perEntry: median(runs.map(({ perEntry }) => perEntry)) };
  });
}
