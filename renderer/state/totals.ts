// Renderer: what there is in the whole library, in a few numbers.

import type { RootId } from '../../electron/shared/contract.js';
import type { FacetColumns } from '../../electron/shared/facets.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { DAY, yearOf } from './dates.js';
import { hiddenFolders, NOTHING_HIDDEN, type Hidden } from './hidden.js';
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

/** Files in hidden folders do not count; `trees` are without these. `now`: milliseconds since 1970. */
export function totalsOf(
  listings: Listings,
  trees: readonly FolderNode[],
  now: number,
  hidden: Hidden = NOTHING_HIDDEN.get(),
): Totals {
  const years = new Set<number>();
  const today = new Date(wallTime(now));
  /** By day: the year, and whether it is this day of another year. Most files share their day with others. */
  const days = new Map<number, boolean>();
  let onThisDay = 0;
  for (const [root, listing] of listings) {
    const away = hiddenFolders(listing, hidden.get(root));
    for (let row = 0; row < listing.count; row++) {
      if (away !== null && away[listing.folder[row]!] === 1) continue;
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

/** Whether a file of a root counts, by its id. */
export type Counts = (id: number) => boolean;

const every: Counts = () => true;

/** What was taken of files that count: by root their columns, and which of them do. */
export function takenBy(
  roots: ReadonlyMap<RootId, FacetColumns>,
  counting: (root: RootId) => Counts = () => every,
): TakenBy {
  const cameras = new Set<string>();
  let placed = 0;
  for (const [root, { cameras: names, ids, camera, located }] of roots) {
    const counts = counting(root);
    const used = new Uint8Array(names.length + 1);
    for (let i = 0; i < ids.length; i++) {
      if (!counts(ids[i]!)) continue;
      placed += located[i]!;
      used[camera[i]!] = 1;
    }
    // A name that no file has any more does not count.
    names.forEach((name, index) => used[index + 1] === 1 && name !== '' && cameras.add(name));
  }
  return { placed, cameras: cameras.size };
}

/** Files of a listing that are in no hidden folder. */
export function countsShown(listing: Listing | undefined, hidden: readonly string[] | undefined): Counts {
  const away = listing === undefined ? null : hiddenFolders(listing, hidden);
  if (listing === undefined || away === null) return every;
  return (id) => {
    const row = listing.rowOf(id);
    return row >= 0 && away[listing.folder[row]!] === 0;
  };
}
