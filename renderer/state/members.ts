// Renderer: which files of a listing belong to a place.

import { KINDS } from '../../electron/shared/listing.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { DAY } from './dates.js';
import { NO_GROUPS, type Groups } from './groups.js';
import { hiddenFolders, NOTHING_HIDDEN, type Hidden } from './hidden.js';
import { folderOf, type Place } from './places.js';
import { timeAt, wallTime } from './times.js';

/** What belonging may depend on besides the listing. */
export interface Belonging {
  readonly groups: Groups;
  readonly hidden: Hidden;
  /** The present, milliseconds since 1970. */
  readonly now: number;
}

export const NOTHING_ELSE: Belonging = {
  groups: NO_GROUPS,
  hidden: NOTHING_HIDDEN.get(),
  now: 0,
};

/** Asks for one row at a time; null: all belong. */
type Members = ((row: number) => boolean) | null;

const VIDEO = KINDS.indexOf('video');
const nobody = () => false;

/** Whether rows of a root's listing belong to a place. */
export function membersOf(place: Place, root: number, listing: Listing, belonging: Belonging): Members {
  const members = placeMembers(place, root, listing, belonging);
  const hidden = hiddenFolders(listing, belonging.hidden.get(root), folderOf(place)?.path ?? null);
  if (hidden === null) return members;
  return (row) => hidden[listing.folder[row]!] === 0 && (members === null || members(row));
}

function placeMembers(place: Place, root: number, listing: Listing, belonging: Belonging): Members {
  switch (place.kind) {
    case 'home':
    case 'all':
    case 'newest':
    case 'recent':
    case 'shuffle':
    case 'favourites': // One of the criteria chooses among all files.
      return null;
    case 'videos':
      return (row) => listing.kind[row] === VIDEO;
    case 'duplicates': {
      const groups = belonging.groups.of(root);
      return groups === undefined ? nobody : (row) => (groups[listing.id[row]!] ?? 0) > 0;
    }
    case 'day':
      return onThisDay(listing, belonging.now);
    case 'folder': {
      if (place.root !== root) return nobody;
      return place.path === '' ? null : inFolders(listing, withAllBelow(listing, place.path));
    }
    case 'browse': {
      if (place.root !== root) return nobody;
      return inFolders(
        listing,
        Uint8Array.from(listing.folders, (folder) => (folder === place.path ? 1 : 0)),
      );
    }
  }
}

const inFolders = (listing: Listing, inside: Uint8Array) => (row: number) =>
  inside[listing.folder[row]!] === 1;

/** By folder of the listing: 1 for a folder and all below it. */
function withAllBelow(listing: Listing, path: string): Uint8Array {
  const inside = new Uint8Array(listing.folders.length);
  const prefix = `${path}/`;
  listing.folders.forEach((folder, index) => {
    inside[index] = folder === path || folder.startsWith(prefix) ? 1 : 0;
  });
  return inside;
}

/** What was taken on the same day of the calendar, in years before. */
function onThisDay(listing: Listing, now: number): Members {
  const today = new Date(wallTime(now));
  const [year, month, date] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  /** Most files share their day with others. */
  const known = new Map<number, boolean>();
  return (row) => {
    const day = Math.floor(timeAt(listing, row) / DAY);
    let same = known.get(day);
    if (same === undefined) {
      const then = new Date(day * DAY);
      same = then.getUTCMonth() === month && then.getUTCDate() === date && then.getUTCFullYear() < year;
      known.set(day, same);
    }
    return same;
  };
}
