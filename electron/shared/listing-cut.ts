// Shared by every process: a large change of a listing, cut into patches that are entered one by one: a folder of 100,000
// files that was renamed, entered in one piece, would hold main's loop and a window's frame for a fifth of a second.

import type { ListingPatch, Rows } from './listing.js';
import { numericOf } from './listing-portions.js';
import { joinNames, splitNames } from './listing-rows.js';

/** Ids and rows of one patch together: entering so many takes a few milliseconds. */
const MOST = 5000;

/** Into how many patches a change is cut that consists of so many ids and rows. */
export const partsFor = (entries: number, most = MOST): number => Math.max(1, Math.ceil(entries / most));

/** How many ids and rows a patch consists of. */
export const entriesOf = ({ removed, rows }: ListingPatch): number => removed.length + rows.id.length;

/**
 * Cuts a patch into one for each version that it leads over. Each takes its share of what goes and of what comes, so that
 * a folder that was renamed is never gone as a whole.
 */
export function cutPatch(patch: ListingPatch): ListingPatch[] {
  const { from, to = from + 1, removed, rows } = patch;
  const parts = to - from;
  if (parts === 1) return [patch];
  const names = splitNames(rows.names, rows.id.length);
  const folders = splitNames(rows.folders, rows.id.length);
  return Array.from({ length: parts }, (_, part) => {
    const share = (count: number): [number, number] => [
      Math.floor((count * part) / parts),
      Math.floor((count * (part + 1)) / parts),
    ];
    return {
      from: from + part,
      more: part < parts - 1,
      removed: removed.slice(...share(removed.length)),
      rows: rowsBetween({ rows, names, folders }, ...share(rows.id.length)),
    };
  });
}

interface Texts {
  readonly rows: Rows;
  readonly names: readonly string[];
  readonly folders: readonly string[];
}

/** Some of the rows, with just the folders that these name. */
function rowsBetween({ rows, names, folders }: Texts, start: number, end: number): Rows {
  const numbers = new Map<number, number>();
  const folder = rows.folder.slice(start, end).map((index) => {
    const number = numbers.get(index) ?? numbers.size;
    numbers.set(index, number);
    return number;
  });
  return {
    // A view would drag the whole column into each message.
    ...numericOf((name) => rows[name].slice(start, end)),
    folder,
    folders: joinNames(Array.from(numbers.keys(), (index) => folders[index]!)),
    names: joinNames(names.slice(start, end)),
  };
}
