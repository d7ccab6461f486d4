// Renderer: the files of the open place, in order, and of them those that meet the criteria: typed arrays of keys. A change
// of a few files is merged into them; another place or order is sorted in slices while the old one stays on screen.
// Other criteria need no sorting, only one look at each file.

import { arrange, datesFor, rearrange, regroup, wouldMove, type Ordered } from './arrange.js';
import { asksForDates, type Sources } from './criteria.js';
import { NO_GROUPS, type Groups } from './groups.js';
import type { Belonging } from './members.js';
import type { Roots } from './roots.js';
import { countFacets, type CountSources, type FacetCounts } from './facet-counts.js';
import type { Dates } from './dates.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';
import type { Library, LibraryChange } from './library.js';
import type { Listings } from './order.js';
import { folderOf } from './places.js';
import { browserSlices, runSliced, throttled, type Slices } from './schedule.js';
import { narrow, type Counts } from './select.js';
import { NOTHING_HIDDEN, type Hidden } from './hidden.js';
import { Store, type Readable } from './store.js';
import { Times } from './times.js';
import { inSameOrder, ORDERS, sameShown, shownOf, type Shown, type ViewStore } from './view.js';

export interface Items {
  readonly keys: Float64Array;
  /** Of the place, whatever the kind that is asked for. */
  readonly counts: Counts;
  /** Files of the place, whatever the criteria. */
  readonly inPlace: number;
  /** Of all roots, without hidden folders. */
  readonly totals: Counts;
  /** What these are the files of; another object whenever place, criteria or order are other ones. */
  readonly of: Shown;
  /** Of the files of `keys`, where these are ordered by date. */
  readonly dates: Dates | null;
  /** Of the files of `keys`, where these are grouped by what they contain: the number of each one's group. */
  readonly alike: Uint32Array | null;
  /** False until a listing has been read. */
  readonly known: boolean;
}

/** What can be known before the listings are. */
export type FirstItems = Omit<Items, 'of' | 'known' | 'alike'>;

const NOBODY: Counts = { photos: 0, videos: 0 };
/** Milliseconds between two looks whether the order is still that of the dates. */
const CHECK_INTERVAL = 1000;
const always = (): boolean => true;
/** Up to so many new files are sorted at once instead of in slices. */
const AT_ONCE = 2000;

export class ItemsStore extends Store<Items> {
  private run = 0;
  /** Counts the lists of files that were entered. */
  private revision = 0;
  /** That of the files which are shown. */
  private shown = 0;
  /** Counts the looks whether the order is outdated. */
  private checks = 0;
  /** The files of `ordered` are not those of the listings: it is being built. */
  private stale = true;
  private ordered: Ordered;
  /** Looked at one by one: it stays until somebody goes on, whatever becomes of its marks. */
  private held: ItemKey | null = null;
  /** Whether it meets the criteria no more. */
  private guest = false;
  /** Whether dates were read by which the files would stand elsewhere, or not here: they do so when they are asked to. */
  readonly outdated = new Store(false);

  constructor(
    private readonly roots: Roots,
    private readonly library: Library,
    private readonly view: ViewStore,
    private readonly sources: Sources,
    private readonly slices: Slices = browserSlices,
    private readonly groups: Groups = NO_GROUPS,
    private readonly hidden: Readable<Hidden> = NOTHING_HIDDEN,
    private readonly now: () => number = Date.now,
  ) {
    const of = shownOf(view.get());
    const keys = new Float64Array();
    super({
      ...{ keys, dates: null, alike: null, counts: NOBODY, inPlace: 0, totals: NOBODY },
      ...{ of, known: false },
    });
    this.ordered = { ...of, keys, times: new Times(), totals: NOBODY };
  }

  /** Counts what the files of the place could be filtered by; null when they are others before that is done. */
  async facets(others: Omit<CountSources, 'sources'>): Promise<FacetCounts | null> {
    await others.facets.prepare();
    const { keys } = this.ordered;
    const { revision } = this;
    const { criteria } = shownOf(this.view.get());
    const of = { ...others, sources: this.sources };
    await this.sources.prepare(criteria);
    if (this.stale || revision !== this.revision) return null;
    const work = countFacets(keys, criteria, this.listings(), of);
    return runSliced(work, () => this.stale || revision !== this.revision, this.slices);
  }

  /** Starts to follow view and library, with `first` until listings come; returns the end of it. */
  connect(first: FirstItems | null = null): () => void {
    let last = shownOf(this.view.get());
    const check = throttled(() => void this.check(), CHECK_INTERVAL);
    const ends = [
      this.subscribe(check),
      this.roots.subscribe(check),
      this.library.subscribe(check),
      this.library.subscribe((changes) => this.follow(changes)),
      this.library.subscribeToParts(() => {
        // What is being put in order is not there any more; the whole change has it done anew, once.
        this.run++;
        this.stale = true;
      }),
      this.sources.subscribe(() => {
        if (!this.stale) void this.narrow();
      }),
      this.view.subscribe(() => {
        const shown = shownOf(this.view.get());
        const same = sameShown(shown, last);
        last = shown;
        if (same) return;
        // Other files are wanted anyway: they come in the order that is right by now.
        if (this.stale || this.outdated.get() || !inSameOrder(shown, this.ordered)) void this.rebuild();
        else void this.narrow();
      }),
      this.hidden.subscribe(() => void this.rebuild()),
      this.groups.subscribe(() => {
        if (last.place.kind === 'duplicates') void this.rebuild();
      }),
    ];
    if (first && !this.known()) this.set({ ...first, alike: null, of: last, known: false });
    else void this.rebuild();
    return () => ends.forEach((end) => end());
  }

  /**
   * Puts the files in order by what is known now, although that moves them. Where `isWanted` is no longer true when they are in order,
   * they stay as they are, and outdated.
   */
  reorder(isWanted = always): void {
    this.outdated.set(false);
    void this.rebuild(true, isWanted);
  }

  /** Keeps a file among those that are shown also when it meets the criteria no more, until another one is held or none. */
  hold(item: ItemKey | null): void {
    if (this.held === item) return;
    this.held = item;
    if (this.guest && !this.stale) void this.narrow();
  }

  /** Another language was chosen, in which names may be in another order. */
  newWords(): void {
    if (this.known()) void this.rebuild();
  }

  /** It is another day: what was taken on this day in other years is something else. */
  newDay(): void {
    if (this.view.get().place.kind === 'day') void this.rebuild();
  }

  private async check(): Promise<void> {
    const check = ++this.checks;
    const { keys, dates, of, known } = this.get();
    const { by, descending } = ORDERS[of.sort];
    // While dates are being read the answer would change all the time.
    const isShown = known && !this.stale && this.shown === this.revision;
    const isOver = () => check !== this.checks || this.stale || this.get().keys !== keys;
    let left = false;
    if (isShown && of.place.kind === 'day') {
      const work = regroup(this.ordered, this.listings(), this.belonging());
      const regrouped = await runSliced(work, isOver, this.slices);
      if (regrouped === null || isOver()) return;
      // As new files do, they come to where they belong; none is taken away before somebody's eyes.
      if (regrouped.joined.length > 0) return this.merge(regrouped.joined);
      left = regrouped.left;
    }
    const read = isShown && this.roots.get().every(({ unread }) => unread === 0);
    if (!read || (by !== 'date' && !left)) return this.outdated.set(false);
    if (left) return this.outdated.set(true);
    const work = wouldMove(keys, dates, this.listings(), descending);
    const moved = await runSliced(work, isOver, this.slices);
    if (moved !== null) this.outdated.set(moved);
  }

  private groupsOf(keys: Float64Array): Uint32Array {
    return Uint32Array.from(keys, (key) => this.groups.of(rootOfKey(key))?.[idOfKey(key)] ?? 0);
  }

  private belonging(): Belonging {
    return { groups: this.groups, hidden: this.hidden.get(), now: this.now() };
  }

  private known(): boolean {
    return this.roots.get().some(({ id }) => this.library.has(id));
  }

  private listings(): Listings {
    const listings = new Map();
    const { place } = this.view.get();
    for (const { id, visited = false } of this.roots.get()) {
      // A folder that is only visited is no part of the gallery.
      if (visited && folderOf(place)?.root !== id) continue;
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

  private async rebuild(afresh = false, isWanted = always): Promise<void> {
    const run = ++this.run;
    this.stale = true;
    const work = arrange(shownOf(this.view.get()), this.listings(), this.belonging());
    if (!(await this.putInOrder(run, work, isWanted))) return;
    this.outdated.set(false);
    await this.show(run, afresh);
  }

  private async merge(changes: readonly LibraryChange[]): Promise<void> {
    const run = ++this.run;
    this.stale = true;
    const work = rearrange(this.ordered, changes, this.listings(), this.belonging());
    if (await this.putInOrder(run, work)) await this.show(run);
  }

  /** Answers whether `run` still counted at the end. */
  private async putInOrder(run: number, work: Generator<void, Ordered>, isWanted = always): Promise<boolean> {
    const isLarge = areMany(this.listings());
    if (isLarge && (await this.isOvertaken(run))) return false;
    const ordered = await runSliced(work, () => run !== this.run, this.slices);
    if (ordered === null || (isLarge && (await this.isOvertaken(run)))) return false;
    this.stale = false;
    if (!isWanted()) {
      this.outdated.set(true);
      return false;
    }
    this.ordered = ordered;
    this.revision++;
    return true;
  }

  private narrow(): Promise<void> {
    return this.show(++this.run);
  }

  /** Of many files each step is a piece of work of its own, between which the window paints; whether `run` still counts. */
  private async isOvertaken(run: number): Promise<boolean> {
    await this.slices.pause();
    return run !== this.run;
  }

  /** Publishes what of the ordered files meets the criteria that are asked for now. */
  private async show(run: number, afresh = false): Promise<void> {
    const wanted = shownOf(this.view.get());
    const prepared = this.sources.prepare(wanted.criteria);
    if (prepared !== null) {
      await prepared;
      if (run !== this.run) return;
    }
    const { keys: all, totals } = this.ordered;
    const listings = this.listings();
    const { of } = this.get();
    // In another place, or with other criteria, nothing has been looked at yet.
    const same = sameShown(of, wanted);
    const held = same ? this.held : null;
    const work = narrow(all, wanted.criteria, listings, this.sources, held);
    const narrowed = await runSliced(work, () => run !== this.run, this.slices);
    if (narrowed === null) return;
    const { keys, counts } = narrowed;
    const dated = datesFor(this.ordered, keys, listings);
    const dates = await runSliced(dated, () => run !== this.run, this.slices);
    if (run !== this.run) return;
    // What the window makes of it is another piece.
    if (keys.length > AT_ONCE && (await this.isOvertaken(run))) return;
    this.guest = narrowed.guest;
    // Somebody went on meanwhile.
    const lost = this.held !== null && !keys.includes(this.held);
    if (same && this.held !== held && (this.guest || lost)) return this.show(run, afresh);
    const next = same && !afresh ? of : wanted;
    const alike = next.place.kind === 'duplicates' ? this.groupsOf(keys) : null;
    this.shown = this.revision;
    this.set({ keys, dates, alike, counts, inPlace: all.length, totals, of: next, known: this.known() });
  }
}

const areMany = (listings: Listings): boolean => [...listings.values()].some(({ count }) => count > AT_ONCE);
