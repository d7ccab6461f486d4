// Runs in the library process: which files of a listing deserve a look first (those of the first screen) or once more.

import type { ListingPatch } from '../shared/listing.js';
import { splitNames } from '../shared/listing-rows.js';
import type { Listing } from '../shared/listing-table.js';

/** Of a first answer these many are waited for. */
export const FIRST_FACTS_FILES = 300;
/** A file that changed this short a time ago, in milliseconds, is looked at again after as much. */
export const SETTLE_MS = 2500;

/** Ids of those of the newest `count` files that are in `wanted`, newest first: the order of the grid. */
export function newestFiles(listing: Listing, count: number, wanted: ReadonlySet<number>): number[] {
  const { modified } = listing;
  // Sorting plain numbers is ten times as fast as sorting rows by a comparison.
  const sorted = Float64Array.from(modified).sort();
  const oldest = sorted[Math.max(0, sorted.length - count)] ?? 0;
  const rows: number[] = [];
  modified.forEach((time, row) => time >= oldest && rows.push(row));
  rows.sort((a, b) => modified[b]! - modified[a]!);
  const newest = rows.slice(0, count).map((row) => listing.idAt(row));
  return newest.filter((id) => wanted.has(id));
}

/** Folders of new or changed files that changed less than `span` milliseconds ago. */
export function youngFolders({ rows }: ListingPatch, now: number, span: number): string[] {
  const folders = splitNames(rows.folders, rows.id.length);
  const young = new Set<string>();
  rows.modified.forEach((time, row) => {
    if (Math.abs(now - time) < span) young.add(folders[rows.folder[row]!]!);
  });
  return [...young];
}
