// Renderer: the files of the open place, in order: one typed array of keys. A change of a few files is
// merged into it; another place or order is sorted in slices while the old one stays on screen.

import type { RootId } from '../../electron/shared/contract.js';
import type { Roots } from './roots.js';
import { datesOf, isOutdated, type Dates } from './dates.js';
import { idOfKey, keyOf, rootOfKey } from './keys.js';
import type { Library, LibraryChange } from './library.js';
import { mergeSorted } from './merge-sort.js';
import { comparison, sortKeys, type Listings } from './order.js';
import { browserSlices, runAtOnce, runSliced, throttled, type Slices } from './schedule.js';
import { countsOf, keysOf, membership, type Counts } from './select.js';
import { Store } from './store.js';
import { Times } from './times.js';
import { ORDERS, type View, type ViewStore } from './view.js';

export interface Items {
  readonly keys: Float64Array;
  /** Of the place, whatever the filter. */
  readonly counts: Counts;
  /** Of all roots. */
  readonly totals: Counts;
  /** What these are the files of; another object whenever place, filter or order are other ones. */
  readonly of: Pick<View, 'place' | 'filter' | 'sort' | 'seed'>;
  /** Of the files of `keys`, where these are ordered by date. */
  readonly dates: Dates | null;
  /** False until a listing has been read. */
  readonly known: boolean;
}

/** What can be known before the listings are. */
export type FirstItems = Pick<Items, 'keys' | 'dates' | 'counts' | 'totals'>;

const NOBODY: Counts = { photos: 0, videos: 0 };
const partOf = ({ place, filter, sort, seed }: View): Items['of'] => ({ place, filter, sort, seed });
const isSame = (a: Items['of'], b: Items['of']): boolean =>
  a.place === b.place && a.filter === b.filter && a.sort === b.sort && a.seed === b.seed;
/** Milliseconds between two looks whether the order is still that of the dates. */
const CHECK_INTERVAL = 1000;
/** Up to so many new files are sorted at once instead of in slices. */
const AT_ONCE = 2000;

export class ItemsStore extends Store<Items> {
  private run = 0;
  private busy = false;
  /** By which the keys are ordered. */
  private times = new Times();
  /** Whether dates were read by which the files would stand elsewhere: they do so when they are asked to. */
  readonly outdated = new Store(false);

  constructor(
    private readonly roots: Roots,
    private readonly library: Library,
    private readonly view: ViewStore,
    private readonly slices: Slices = browserSlices,
  ) {
    super({
      keys: new Float64Array(),
      dates: null,
      counts: NOBODY,
      totals: NOBODY,
      of: partOf(view.get()),
      known: false,
    });
  }

  /** Starts to follow view and library, with `first` until listings come; returns the end of it. */
  connect(first: FirstItems | null = null): () => void {
    let last: View = this.view.get();
    const check = throttled(() => this.check(), CHECK_INTERVAL);
    const ends = [
      this.subscribe(check),
      this.roots.subscribe(check),
      this.library.subscribe(check),
      this.library.subscribe((changes) => this.follow(changes)),
      this.view.subscribe(() => {
        const view = this.view.get();
        const same = isSame(view, last);
        last = view;
        if (!same) void this.rebuild();
      }),
    ];
    if (first && !this.known()) this.set({ ...first, of: partOf(last), known: false });
    else void this.rebuild();
    return () => ends.forEach((end) => end());
  }

  /** Puts the files in order by what is known now, although that moves them. */
  reorder(): void {
    this.outdated.set(false);
    void this.rebuild(true);
  }

  private check(): void {
    const { keys, dates, of, known } = this.get();
    const { descending } = ORDERS[of.sort];
    // While dates are being read the answer would change all the time.
    const read = known && !this.busy && this.roots.get().every(({ unread }) => unread === 0);
    const times = read && dates !== null ? Times.of(this.listings()).column(keys) : null;
    this.outdated.set(times !== null && isOutdated(dates!, times, descending));
  }

  private known(): boolean {
    return this.roots.get().some(({ id }) => this.library.has(id));
  }

  private listings(): Listings {
    const listings = new Map();
    for (const { id } of this.roots.get()) {
      const listing = this.library.listing(id);
      if (listing !== undefined) listings.set(id, listing);
    }
    return listings;
  }

  private follow(changes: readonly LibraryChange[]): void {
    if (changes.every((change) => change.kind === 'facts')) return;
    const fresh = changes.reduce((sum, change) => sum + change.fresh.length, 0);
    const whole = changes.some((change) => change.kind === 'reset');
    if (whole || this.busy || fresh > AT_ONCE) void this.rebuild();
    else void this.merge(changes);
  }

  private async rebuild(afresh = false): Promise<void> {
    const run = ++this.run;
    this.busy = true;
    const wanted = partOf(this.view.get());
    const listings = this.listings();
    const isLarge = areMany(listings);
    if (isLarge && (await this.isOvertaken(run))) return;
    const keys = keysOf(wanted.place, wanted.filter, listings);
    const times = Times.of(listings);
    if (isLarge && (await this.isOvertaken(run))) return;
    const work = sortKeys(keys, wanted.sort, listings, times, wanted.seed);
    const sorted = isLarge ? await runSliced(work, () => run !== this.run, this.slices) : runAtOnce(work);
    if (sorted === null || (isLarge && (await this.isOvertaken(run)))) return;
    const { of } = this.get();
    const next = isSame(of, wanted) && !afresh ? of : wanted;
    await this.publish(run, sorted, next, listings, times);
  }

  private async merge(changes: readonly LibraryChange[]): Promise<void> {
    const run = ++this.run;
    this.busy = true;
    const { keys, of } = this.get();
    const listings = this.listings();
    const isLarge = areMany(listings);
    const touched = new Map<RootId, Set<number>>();
    const fresh: number[] = [];
    for (const { root, gone, fresh: arrived } of changes) {
      touched.set(root, new Set([...gone, ...arrived]));
      const listing = listings.get(root);
      if (listing === undefined) continue;
      this.times.enter(root, listing, arrived);
      const belongs = membership(of.place, of.filter, root, listing);
      for (const id of arrived) if (belongs(listing.rowOf(id))) fresh.push(keyOf(root, id));
    }
    const compare = comparison(of.sort, listings, this.times, of.seed);
    const kept = keys.filter((key) => touched.get(rootOfKey(key))?.has(idOfKey(key)) !== true);
    const sorted = runAtOnce(sortKeys(Float64Array.from(fresh), of.sort, listings, this.times, of.seed));
    const work = mergeSorted(kept, sorted, compare);
    if (isLarge && (await this.isOvertaken(run))) return;
    const merged = isLarge ? await runSliced(work, () => run !== this.run, this.slices) : runAtOnce(work);
    if (merged === null || (isLarge && (await this.isOvertaken(run)))) return;
    await this.publish(run, merged, of, listings, this.times);
  }

  /** Of many files each step is a piece of work of its own, between which the window paints; whether `run` still counts. */
  private async isOvertaken(run: number): Promise<boolean> {
    await this.slices.pause();
    return run !== this.run;
  }

  private async publish(
    run: number,
    keys: Float64Array,
    of: Items['of'],
    listings: Listings,
    times: Times,
  ): Promise<void> {
    const totals = countsOf({ kind: 'all' }, listings);
    const counts = of.place.kind === 'all' ? totals : countsOf(of.place, listings);
    const dates = ORDERS[of.sort].by === 'date' ? datesOf(times.column(keys)) : null;
    // What the window makes of it is another piece.
    if (areMany(listings) && (await this.isOvertaken(run))) return;
    this.busy = false;
    this.times = times;
    this.set({ keys, dates, counts, totals, of, known: this.known() });
  }
}

const areMany = (listings: Listings): boolean => [...listings.values()].some(({ count }) => count > AT_ONCE);
