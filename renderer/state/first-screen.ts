// Renderer: the files at the top of the open place, or at the spot where a person is in it, kept by the window itself. The next start paints them at once, while
// the listings with all files are still on their way from main, and replaces them by those.

import type { RootId, RootInfo } from '../../electron/shared/contract.js';
import { encodeListing, Listing, type RowItem } from '../../electron/shared/listing-table.js';
import { datesBetween, type Dates } from './dates.js';
import type { FirstItems, Items } from './items.js';
import type { Spot } from './journey.js';
import { idOfKey, keyOf, rootOfKey } from './keys.js';
import type { Library } from './library.js';
import { nameShown } from './saved.js';
import type { Counts } from './select.js';
import { shownOf, type View } from './view.js';
import type { WindowStorage } from './window-storage.js';

/** More than a large screen shows. */
const FILES = 250;
const NAME = 'home-gallery.first-screen';
const SPOT_NAME = 'home-gallery.spot-screen';

type SavedRow = RowItem & { readonly root: number };

/** Roots by their path, because ids belong to one run. */
interface SavedScreen {
  readonly view: string;
  readonly roots: readonly string[];
  /** In their order; `root` is an index into `roots`. */
  readonly rows: readonly SavedRow[];
  /** Days of the rows, and what follows them: headings are counted and stand as those of all files will. */
  readonly dates: (Pick<Dates, 'more' | 'earlier'> & { readonly days: readonly number[] }) | null;
  readonly counts: Counts;
  readonly totals: Counts;
  readonly inPlace: number;
}

/** What can be shown before the listings have come. */
export interface FirstScreen {
  readonly listings: ReadonlyMap<RootId, Listing>;
  readonly items: FirstItems;
}

const itemAt = (listing: Listing, row: number): RowItem => ({
  id: listing.idAt(row),
  folder: listing.folderAt(row),
  name: listing.nameAt(row),
  kind: listing.kindAt(row),
  size: listing.sizeAt(row),
  modified: listing.modifiedAt(row),
  width: listing.widthAt(row),
  height: listing.heightAt(row),
  duration: listing.durationAt(row),
  taken: listing.takenAt(row) ?? 0,
  takenSource: listing.takenSource[row]!,
  added: listing.addedAt(row),
});

/** Keeps the files of `items` that follow a spot, if that is in them. */
export function saveSpotScreen(
  spot: Spot,
  items: Items,
  roots: readonly RootInfo[],
  library: Library,
  storage: WindowStorage,
): void {
  const from = spot.keys[0] === undefined ? -1 : items.keys.indexOf(spot.keys[0]);
  if (from >= 0) saveFirstScreen(items, roots, library, storage, from);
}

/** Keeps the first files of `items`, or those from one of them on. */
export function saveFirstScreen(
  { keys, dates, counts, totals, inPlace, of }: Items,
  roots: readonly RootInfo[],
  library: Library,
  storage: WindowStorage,
  from: number | null = null,
): void {
  const paths = roots.map(({ path }) => path);
  const indexes = new Map(roots.map(({ id }, index) => [id, index]));
  const rows: SavedRow[] = [];
  for (const key of keys.subarray(from ?? 0, (from ?? 0) + FILES)) {
    const root = indexes.get(rootOfKey(key));
    const listing = library.listing(rootOfKey(key));
    const row = listing?.rowOf(idOfKey(key)) ?? -1;
    if (root === undefined || listing === undefined || row < 0) return;
    rows.push({ root, ...itemAt(listing, row) });
  }
  const screen: SavedScreen = {
    view: nameShown(of, roots),
    roots: paths,
    rows,
    dates: dates && savedDates(datesBetween(dates, from ?? 0, rows.length)),
    counts,
    totals,
    inPlace,
  };
  storage.setItem(from === null ? NAME : SPOT_NAME, JSON.stringify(screen));
}

/** The screen that was kept for this view, its top or its spot; null when there is none, or it does not make sense (any more). */
export function restoreFirstScreen(
  view: View,
  roots: readonly RootInfo[],
  storage: WindowStorage,
  atSpot = false,
): FirstScreen | null {
  try {
    const saved = JSON.parse(storage.getItem(atSpot ? SPOT_NAME : NAME) ?? 'null') as SavedScreen | null;
    const same = saved?.roots.join('\0') === roots.map(({ path }) => path).join('\0');
    if (!saved || !same || saved.view !== nameShown(shownOf(view), roots)) return null;
    const keys = Float64Array.from(saved.rows, ({ root, id }) => keyOf(roots[root]!.id, id));
    const listings = new Map<RootId, Listing>();
    roots.forEach(({ id }, index) => {
      const rows = saved.rows.filter(({ root }) => root === index);
      listings.set(id, Listing.from(encodeListing(rows, 0)));
    });
    const { counts, totals, inPlace } = saved;
    const dates = saved.dates === null ? null : restoredDates(saved);
    return { listings, items: { keys, dates, counts, totals, inPlace } };
  } catch {
    // Written by another version or cut short: the listings come all the same.
    return null;
  }
}

const savedDates = ({ days, ...rest }: Dates): SavedScreen['dates'] => ({ days: [...days], ...rest });

/** Throws where there is not a day for each file. */
function restoredDates({ rows, dates }: SavedScreen): Dates {
  if (dates?.days.length !== rows.length) throw new Error('The first screen has no dates.');
  const { days, more, earlier } = dates;
  return { days: Int32Array.from(days), more, earlier };
}
