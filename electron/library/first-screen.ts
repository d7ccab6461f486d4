// Runs in the library process: which files a first screen shows, so that their proportions are known in time.

import type { Listing } from '../shared/listing-table.js';

/** Ids of the newest files, newest first: the order of the grid. */
export function newestFiles(listing: Listing, count: number): number[] {
  const { modified } = listing;
  // Sorting plain numbers is ten times as fast as sorting rows by a comparison.
  const sorted = Float64Array.from(modified).sort();
  const oldest = sorted[Math.max(0, sorted.length - count)] ?? 0;
  const rows: number[] = [];
  modified.forEach((time, row) => time >= oldest && rows.push(row));
  rows.sort((a, b) => modified[b]! - modified[a]!);
  return rows.slice(0, count).map((row) => listing.idAt(row));
}
