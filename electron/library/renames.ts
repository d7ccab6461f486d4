// Runs in the library process: which new files are known ones at another place or under another name. Nobody tells: a
// renamed file is one that goes and one that comes. What is known of it need not be read again, where it is surely the same.

import type { Rows } from '../shared/listing.js';
import { TAKEN_SOURCES } from '../shared/listing.js';
import type { FactItem, Listing } from '../shared/listing-table.js';
import { enterFacts } from '../shared/listing-facts.js';
import { splitNames } from '../shared/listing-rows.js';
import { joinRelative } from '../shared/paths.js';
import type { FolderRecord } from './changes.js';
import { dateInName } from './metadata/date.js';

/** A file that has another path now, unchanged. Paths are relative to the root. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
  /** Bytes. */
  readonly size: number;
  /** Modification time, milliseconds since 1970. */
  readonly modified: number;
}

export interface Renames {
  /** Whatever is known of these files is true of them still. */
  readonly sure: readonly Renamed[];
  /** What files that have to be read again are shown with until then. */
  readonly lent: readonly FactItem[];
}

const NONE: Renames = { sure: [], lent: [] };
const [EXIF, CONTAINER, NAME] = (['exif', 'container', 'name'] as const).map((source) =>
  TAKEN_SOURCES.indexOf(source),
);

/** Old path of each folder that is a known one (the same on the disk) at another path. */
export function renamedFolders(
  records: ReadonlyMap<string, FolderRecord | null>,
  known: ReadonlyMap<string, FolderRecord>,
): Map<string, string> {
  const left = new Map<string, string>();
  const renamed = new Map<string, string>();
  const nodeOf = ({ dev, ino }: FolderRecord) => `${dev} ${ino}`;
  const moved = [...records].filter(([path, record]) => {
    const before = known.get(path);
    return !record || !before || nodeOf(record) !== nodeOf(before);
  });
  for (const [path] of moved) {
    const before = known.get(path);
    // Some network drives number nothing.
    if (before && before.ino > 0) left.set(nodeOf(before), path);
  }
  for (const [path, record] of moved) {
    const from = record ? left.get(nodeOf(record)) : undefined;
    if (from !== undefined) renamed.set(path, from);
  }
  return renamed;
}

/**
 * Finds which of the new `rows` are files that go (`removed`), and enters what is known of those that surely are. A file is
 * looked for in the folder that was renamed, then by its name, then by size and time alone; never where it may be several.
 */
export function keepRenamed(
  rows: Rows,
  removed: readonly number[],
  listing: Listing,
  folders: ReadonlyMap<string, string>,
): Renames {
  if (removed.length === 0) return NONE;
  const arrived = new Set<number>();
  for (let row = 0; row < rows.id.length; row++) if (!listing.has(rows.id[row]!)) arrived.add(row);
  const gone = new Set(removed.map((id) => listing.rowOf(id)));
  // Of many files that come or go mostly few can be any of the others.
  const sizes = new Set(Array.from(arrived, (row) => rows.size[row]!));
  for (const old of gone) if (!sizes.has(listing.sizeAt(old))) gone.delete(old);
  const left = new Set(Array.from(gone, (old) => listing.sizeAt(old)));
  for (const row of arrived) if (!left.has(rows.size[row]!)) arrived.delete(row);
  if (arrived.size === 0) return NONE;
  const names = splitNames(rows.names, rows.id.length);
  const paths = splitNames(rows.folders, rows.id.length);
  const folderOf = (row: number) => paths[rows.folder[row]!]!;
  const sure: Renamed[] = [];
  const lent: FactItem[] = [];
  const pair = (row: number, old: number, isSame: boolean) => {
    arrived.delete(row);
    gone.delete(old);
    if (!isSame) return void lent.push(lendable(rows.id[row]!, listing, old));
    enterFacts(rows, row, listing, old);
    const to = joinRelative(folderOf(row), names[row]!);
    const [size, modified] = [listing.sizeAt(old), listing.modifiedAt(old)];
    sure.push({ from: listing.pathAt(old), to, size, modified });
  };

  if (folders.size > 0) {
    const byPath = new Map(Array.from(gone, (old) => [listing.pathAt(old), old]));
    for (const row of arrived) {
      const folder = folders.get(folderOf(row));
      const old = folder === undefined ? undefined : byPath.get(joinRelative(folder, names[row]!));
      if (old === undefined || listing.sizeAt(old) !== rows.size[row]) continue;
      if (listing.modifiedAt(old) === rows.modified[row]) pair(row, old, true);
    }
  }
  const named = singles(
    [arrived, (row) => `${rows.size[row]!} ${rows.modified[row]!} ${names[row]!}`],
    [gone, (old) => `${listing.sizeAt(old)} ${listing.modifiedAt(old)} ${listing.nameAt(old)}`],
  );
  for (const [row, old] of named) pair(row, old, true);

  const alike = singles(
    [arrived, (row) => `${rows.size[row]!} ${rows.modified[row]!} ${rows.kind[row]!}`],
    [gone, (old) => `${listing.sizeAt(old)} ${listing.modifiedAt(old)} ${listing.kind[old]!}`],
  );
  const copies = copiesOf(
    alike.map(([, old]) => old),
    listing,
  );
  for (const [row, old] of alike) {
    // A copy of a file that stays says nothing about the one that goes.
    if (copies.has(old)) continue;
    // Pictures of a burst may well have the same size and, where a drive keeps whole seconds, the same time.
    const isExact = listing.modifiedAt(old) % 1000 !== 0;
    const source = listing.takenSource[old]!;
    pair(row, old, isExact && source !== NAME && dateInName(names[row]!) === null);
  }
  return { sure, lent };
}

/** Proportions, and a date that does not depend on the name. */
function lendable(id: number, listing: Listing, old: number): FactItem {
  const [width, height, duration] = [listing.widthAt(old), listing.heightAt(old), listing.durationAt(old)];
  const takenSource = listing.takenSource[old]!;
  const isOwn = takenSource === EXIF || takenSource === CONTAINER;
  return { id, width, height, duration, ...(isOwn ? { taken: listing.taken[old]!, takenSource } : {}) };
}

type Keyed = readonly [rows: ReadonlySet<number>, keyOf: (row: number) => string];

/** Pairs of a new and an old row with the same key, which no other row on either side has. */
function singles([arrived, newKey]: Keyed, [gone, oldKey]: Keyed): [row: number, old: number][] {
  const SEVERAL = -1;
  const collect = (rows: ReadonlySet<number>, keyOf: (row: number) => string) => {
    const found = new Map<string, number>();
    for (const row of rows) {
      const key = keyOf(row);
      found.set(key, found.has(key) ? SEVERAL : row);
    }
    return found;
  };
  if (arrived.size === 0 || gone.size === 0) return [];
  const old = collect(gone, oldKey);
  const pairs: [number, number][] = [];
  for (const [key, row] of collect(arrived, newKey)) {
    const from = old.get(key) ?? SEVERAL;
    if (row !== SEVERAL && from !== SEVERAL) pairs.push([row, from]);
  }
  return pairs;
}

/** Those of some rows whose size and time other rows have as well. */
function copiesOf(some: readonly number[], listing: Listing): Set<number> {
  if (some.length === 0) return new Set();
  const { size, modified } = listing;
  const keyOf = (row: number) => `${size[row]!} ${modified[row]!}`;
  const sizes = new Set(some.map((row) => size[row]!));
  const counts = new Map(some.map((row) => [keyOf(row), 0]));
  for (let row = 0; row < size.length; row++) {
    if (!sizes.has(size[row]!)) continue;
    const key = keyOf(row);
    const count = counts.get(key);
    if (count !== undefined) counts.set(key, count + 1);
  }
  return new Set(some.filter((row) => counts.get(keyOf(row))! > 1));
}
