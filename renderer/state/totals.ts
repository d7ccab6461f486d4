// Renderer: what there is in the whole library, in a few numbers.

import type { FacetColumns } from '../../electron/shared/facets.js';
import { DAY, yearOf } from './dates.js';
import type { FolderNode } from './tree.js';
import type { Listings } from './order.js';
import { timeAt, wallTime } from './times.js';

export interface Totals {
  /** Folders that hold photos or videos. */
  readonly folders: number;
  /** Different years; the first and the last of them, 0 when there are none. */
  readonly years: number;
  readonly first: number;
  readonly last: number;
  /** Taken on this day of the calendar in years before. */
  readonly onThisDay: number;
}

/** `now`: milliseconds since 1970. */
export function totalsOf(listings: Listings, trees: readonly FolderNode[], now: number): Totals {
  const years = new Set<number>();
  const today = new Date(wallTime(now));
  /** By day: the year, and whether it is this day of another year. Most files share their day with others. */
  const days = new Map<number, boolean>();
  let onThisDay = 0;
  for (const listing of listings.values()) {
    for (let row = 0; row < listing.count; row++) {
      const day = Math.floor(timeAt(listing, row) / DAY);
      let same = days.get(day);
      if (same === undefined) {
        const date = new Date(day * DAY);
        same =
          date.getUTCMonth() === today.getUTCMonth() &&
          date.getUTCDate() === today.getUTCDate() &&
          date.getUTCFullYear() < today.getUTCFullYear();
        days.set(day, same);
        years.add(yearOf(day * DAY));
      }
      if (same) onThisDay++;
    }
  }
  const sorted = [...years].sort((a, b) => a - b);
  return {
    folders: trees.reduce((sum, tree) => sum + foldersIn(tree), 0),
    years: years.size,
    first: sorted[0] ?? 0,
    last: sorted.at(-1) ?? 0,
    onThisDay,
  };
}

function foldersIn(node: FolderNode): number {
  const below = node.children.reduce((sum, child) => sum + foldersIn(child), 0);
  const inChildren = node.children.reduce((sum, child) => sum + child.count, 0);
  return below + (node.count > inChildren ? 1 : 0);
}

/** Where and by what files were taken, in numbers. */
export interface TakenBy {
  /** Files that know where. */
  readonly placed: number;
  /** Different cameras. */
  readonly cameras: number;
}

export function takenBy(roots: readonly FacetColumns[]): TakenBy {
  const cameras = new Set<string>();
  let placed = 0;
  for (const { cameras: names, camera, located } of roots) {
    for (const one of located) placed += one;
    // A name that no file has any more does not count.
    for (const one of new Set(camera)) if (one > 0 && names[one - 1] !== '') cameras.add(names[one - 1]!);
  }
  return { placed, cameras: cameras.size };
}
