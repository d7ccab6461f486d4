// Renderer: how many files the places have whose files are not simply all, for those who lead there.

import type { Marks } from './marks.js';
import { hiddenFolders, type Hidden } from './hidden.js';
import type { Library } from './library.js';
import type { Listings } from './order.js';
import type { Roots } from './roots.js';
import { throttled } from './schedule.js';
import { Store } from './store.js';
import { startOfDay, type Today } from './today.js';

export interface Counted {
  readonly favourites: number;
  /** Added today or on the {@link RECENT_DAYS} - 1 days before. */
  readonly recent: number;
}

/** What "recently" means in a number. */
export const RECENT_DAYS = 7;
/** Milliseconds between two looks at all files. */
const INTERVAL = 1000;

/** Files in hidden folders do not count. `since`: what was added then or later is recent, milliseconds since 1970. */
export function countPlaces(
  listings: Listings,
  marks: Pick<Marks, 'matcher'>,
  hidden: Hidden,
  since: number,
): Counted {
  let [favourites, recent] = [0, 0];
  // The listing has seconds.
  const from = since / 1000;
  for (const [root, listing] of listings) {
    const isFavourite = marks.matcher(root, { favourite: true });
    const away = hiddenFolders(listing, hidden.get(root));
    const { id, folder, added } = listing;
    for (let row = 0; row < id.length; row++) {
      if (away !== null && away[folder[row]!] === 1) continue;
      if (isFavourite(id[row]!)) favourites++;
      if (added[row]! >= from) recent++;
    }
  }
  return { favourites, recent };
}

export class PlaceCounts extends Store<Counted> {
  constructor(
    private readonly roots: Roots,
    private readonly library: Library,
    private readonly marks: Marks,
    private readonly today: Today,
  ) {
    super({ favourites: 0, recent: 0 });
  }

  /** Starts to count again whenever that may change something; returns the end of it. */
  connect(): () => void {
    const count = throttled(() => this.count(), INTERVAL);
    const { library, marks, roots, today } = this;
    const ends = [
      library.subscribe((changes) => changes.some(({ kind }) => kind !== 'facts') && count()),
      ...[roots.subscribe(count), marks.subscribe(count), marks.hidden.subscribe(count)],
      today.subscribe(count),
    ];
    return () => ends.forEach((end) => end());
  }

  private count(): void {
    const listings = new Map();
    for (const { id, visited = false } of this.roots.get()) {
      const listing = visited ? undefined : this.library.listing(id);
      if (listing !== undefined && this.library.has(id)) listings.set(id, listing);
    }
    const since = startOfDay(this.today.get(), RECENT_DAYS - 1);
    const next = countPlaces(listings, this.marks, this.marks.hidden.get(), since);
    const now = this.get();
    if (next.favourites !== now.favourites || next.recent !== now.recent) this.set(next);
  }
}
