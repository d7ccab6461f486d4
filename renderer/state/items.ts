// Renderer: the files of the open place, in order, and of them those that meet the criteria: typed arrays of keys. A change
// of a few files is merged into them; another place or order is sorted in slices while the old one stays on screen.
// Other criteria need no sorting, only one look at each file.

import type { RootId } from '../../electron/shared/contract.js';
import { asksForDates, type Sources } from './criteria.js';
import type { Roots } from './roots.js';
import { countFacets, type CountSources, type FacetCounts } from './facet-counts.js';
import { datesOf, isOutdated, type Dates } from './dates.js';
import { idOfKey, keyOf, rootOfKey } from './keys.js';
import type { Library, LibraryChange } from './library.js';
import { mergeSorted } from './merge-sort.js';
import { comparison, sortKeys, type Listings } from './order.js';
import { browserSlices, runAtOnce, runSliced, throttled, type Slices } from './schedule.js';
import { countsOf, keysOf, membership, narrow, type Counts } from './select.js';
import { Store } from './store.js';
import { Times } from './times.js';
import { ORDERS, type View, type ViewStore } from './view.js';

export interface Items {
  readonly keys: Float64Array;
  /** Of the place, whatever the kind that is asked for. */
  readonly counts: Counts;
  /** Files of the place, whatever the criteria. */
  readonly inPlace: number;
  /** Of all roots. */
  readonly totals: Counts;
  /** What these are the files of; another object whenever place, criteria or order are other ones. */
  readonly of: Pick<View, 'place' | 'criteria' | 'sort' | 'seed'>;
  /** Of the files of `keys`, where these are ordered by date. */
  readonly dates: Dates | null;
  /** False until a listing has been read. */
  readonly known: boolean;
}

/** What can be known before the listings are. */
export type FirstItems = Pick<Items, 'keys' | 'dates' | 'counts' | 'totals' | 'inPlace'>;

/** All files of a place in an order. */
interface Ordered {
  readonly keys: Float64Array;
  readonly place: View['place'];
  readonly sort: View['sort'];
  readonly seed: number;
  /** By which the keys are ordered. */
  readonly times: Times;
  readonly totals: Counts;
}

const NOBODY: Counts = { photos: 0, videos: 0 };
const partOf = ({ place, criteria, sort, seed }: View): Items['of'] => ({ place, criteria, sort, seed });
type Order = Pick<View, 'place' | 'sort' | 'seed'>;
const inSameOrder = (a: Order, b: Order): boolean =>
  a.place === b.place && a.sort === b.sort && a.seed === b.seed;
const isSame = (a: Items['of'], b: Items['of']): boolean => inSameOrder(a, b) && a.criteria === b.criteria;
/** Milliseconds between two looks whether the order is still that of the dates. */
const CHECK_INTERVAL = 1000;
/** Up to so many new files are sorted at once instead of in slices. */
const AT_ONCE = 2000;

export class ItemsStore extends Store<Items> {
  private run = 0;
  /** Counts the lists of files that were entered. */
  private revision = 0;
  /** The files of `ordered` are not those of the listings: it is being built. */
  private stale = true;
  private ordered: Ordered;
  /** Whether dates were read by which the files would stand elsewhere: they do so when they are asked to. */
  readonly outdated = new Store(false);

  constructor(
    private readonly roots: Roots,
    private readonly library: Library,
    private readonly view: ViewStore,
    private readonly sources: Sources,
    private readonly slices: Slices = browserSlices,
  ) {
    const of = partOf(view.get());
    const keys = new Float64Array();
    super({ keys, dates: null, counts: NOBODY, inPlace: 0, totals: NOBODY, of, known: false });
    this.ordered = { ...of, keys, times: new Times(), totals: NOBODY };
  }

  /** Counts what the files of the place could be filtered by; null when they are others before that is done. */
  async facets(others: Omit<CountSources, 'sources'>): Promise<FacetCounts | null> {
    await others.facets.prepare();
    const { keys } = this.ordered;
    const { revision } = this;
    const { criteria } = this.view.get();
    const of = { ...others, sources: this.sources };
    await this.sources.prepare(criteria);
    if (this.stale || revision !== this.revision) return null;
    const work = countFacets(keys, criteria, this.listings(), of);
    return runSliced(work, () => this.stale || revision !== this.revision, this.slices);
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
      this.sources.subscribe(() => {
        if (!this.stale) void this.narrow();
      }),
      this.view.subscribe(() => {
        const view = this.view.get();
        const same = isSame(view, last);
        last = view;
        if (same) return;
        // Other files are wanted anyway: they come in the order that is right by now.
        if (this.stale || this.outdated.get() || !inSameOrder(view, this.ordered)) void this.rebuild();
        else void this.narrow();
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
    const read = known && !this.stale && this.roots.get().every(({ unread }) => unread === 0);
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
    if (changes.every((change) => change.kind === 'facts')) {
      if (!this.stale && asksForDates(this.view.get().criteria)) void this.narrow();
      return;
    }
    const fresh = changes.reduce((sum, change) => sum + change.fresh.length, 0);
    const whole = changes.some((change) => change.kind === 'reset');
    if (whole || this.stale || fresh > AT_ONCE) void this.rebuild();
    else void this.merge(changes);
  }

  private async rebuild(afresh = false): Promise<void> {
    const run = ++this.run;
    this.stale = true;
    const { place, sort, seed } = this.view.get();
    const listings = this.listings();
    const isLarge = areMany(listings);
    if (isLarge && (await this.isOvertaken(run))) return;
    const keys = keysOf(place, listings);
    const times = Times.of(listings);
    if (isLarge && (await this.isOvertaken(run))) return;
    const work = sortKeys(keys, sort, listings, times, seed);
    const sorted = isLarge ? await runSliced(work, () => run !== this.run, this.slices) : runAtOnce(work);
    if (sorted === null || (isLarge && (await this.isOvertaken(run)))) return;
    this.enter({ keys: sorted, place, sort, seed, times, totals: countsOf(listings) });
    this.outdated.set(false);
    await this.show(run, afresh);
  }

  private async merge(changes: readonly LibraryChange[]): Promise<void> {
    const run = ++this.run;
    this.stale = true;
    const { keys, place, sort, seed, times } = this.ordered;
    const listings = this.listings();
    const isLarge = areMany(listings);
    const touched = new Map<RootId, Set<number>>();
    const fresh: number[] = [];
    for (const { root, gone, fresh: arrived } of changes) {
      touched.set(root, new Set([...gone, ...arrived]));
      const listing = listings.get(root);
      if (listing === undefined) continue;
      times.enter(root, listing, arrived);
      const belongs = membership(place, root, listing);
      for (const id of arrived) if (belongs(listing.rowOf(id))) fresh.push(keyOf(root, id));
    }
    const compare = comparison(sort, listings, times, seed);
    const kept = keys.filter((key) => touched.get(rootOfKey(key))?.has(idOfKey(key)) !== true);
    const sorted = runAtOnce(sortKeys(Float64Array.from(fresh), sort, listings, times, seed));
    const work = mergeSorted(kept, sorted, compare);
    if (isLarge && (await this.isOvertaken(run))) return;
    const merged = isLarge ? await runSliced(work, () => run !== this.run, this.slices) : runAtOnce(work);
    if (merged === null || (isLarge && (await this.isOvertaken(run)))) return;
    this.enter({ keys: merged, place, sort, seed, times, totals: countsOf(listings) });
    await this.show(run);
  }

  private narrow(): Promise<void> {
    return this.show(++this.run);
  }

  private enter(ordered: Ordered): void {
    this.ordered = ordered;
    this.revision++;
    this.stale = false;
  }

  /** Of many files each step is a piece of work of its own, between which the window paints; whether `run` still counts. */
  private async isOvertaken(run: number): Promise<boolean> {
    await this.slices.pause();
    return run !== this.run;
  }

  /** Publishes what of the ordered files meets the criteria that are asked for now. */
  private async show(run: number, afresh = false): Promise<void> {
    const wanted = partOf(this.view.get());
    const prepared = this.sources.prepare(wanted.criteria);
    if (prepared !== null) {
      await prepared;
      if (run !== this.run) return;
    }
    const { keys: all, times, totals, sort } = this.ordered;
    const listings = this.listings();
    const work = narrow(all, wanted.criteria, listings, this.sources);
    const narrowed = await runSliced(work, () => run !== this.run, this.slices);
    if (narrowed === null) return;
    const { keys, counts } = narrowed;
    const dates = ORDERS[sort].by === 'date' ? datesOf(times.column(keys)) : null;
    // What the window makes of it is another piece.
    if (keys.length > AT_ONCE && (await this.isOvertaken(run))) return;
    const { of } = this.get();
    const next = isSame(of, wanted) && !afresh ? of : wanted;
    this.set({ keys, dates, counts, inPlace: all.length, totals, of: next, known: this.known() });
  }
}

const areMany = (listings: Listings): boolean => [...listings.values()].some(({ count }) => count > AT_ONCE);
