// Renderer: the listings of all roots, kept up to date. Events come as fast as main sends them; readers
// hear of them a few times a second, with everything that happened since, so 100,000 files stay cheap. A large change is
// entered piece by piece and told as a whole.

import type { RootId } from '../../electron/shared/contract.js';
import type { Facts, ListingColumns, ListingPatch } from '../../electron/shared/listing.js';
import { takeOver } from '../../electron/shared/deliveries.js';
import { entriesOf } from '../../electron/shared/listing-cut.js';
import { Listing, type Applied } from '../../electron/shared/listing-table.js';
import type { Gallery } from '../gallery.js';
import { browserSlices, throttled } from './schedule.js';

/** What happened to the listing of one root since the last news of it. */
export interface LibraryChange {
  readonly root: RootId;
  /** `reset`: another listing; `patch`: files came, went or changed; `facts`: sizes and durations only. */
  readonly kind: 'reset' | 'patch' | 'facts';
  /** File ids; only for `patch`. */
  readonly gone: readonly number[];
  /** File ids that are new or have other facts than before; only for `patch`. */
  readonly fresh: readonly number[];
  /** File ids with another content than before; a part of `fresh`. */
  readonly changed: readonly number[];
}

type Pending = { readonly patch: ListingPatch } | { readonly facts: Facts };

/** Milliseconds between news to readers. */
const INTERVAL = 250;
/** Rows and ids that are entered in one piece of work. */
const AT_ONCE = 5000;

/** A whole listing of main. */
export async function fetchListing(gallery: Gallery, root: RootId): Promise<ListingColumns> {
  const first = await gallery.call('library.listing', root);
  return takeOver(first, (delivery) => gallery.call('library.listingRest', delivery));
}

export class Library {
  private readonly listings = new Map<RootId, Listing>();
  private readonly previews = new Map<RootId, Listing>();
  private readonly pending = new Map<RootId, Pending[]>();
  private readonly loading = new Map<RootId, symbol>();
  private readonly followed = new Set<RootId>();
  private readonly listeners = new Set<(changes: readonly LibraryChange[]) => void>();
  private readonly partListeners = new Set<() => void>();
  private resets = new Set<RootId>();
  /** Of which only a part has been entered. */
  private readonly partial = new Map<RootId, Sum>();
  private going = false;
  private readonly flushSoon = throttled(() => this.flush(), INTERVAL);

  constructor(
    private readonly gallery: Gallery,
    private readonly report: (error: unknown) => void,
    /** Lets the window paint and answer input. */
    private readonly pause = browserSlices.pause,
  ) {}

  /** Starts to follow the main process; returns the end of it. */
  connect(): () => void {
    const ends = [
      this.gallery.on('library.reset', ({ root }) => void this.load(root)),
      this.gallery.on('library.patch', ({ root, patch }) => this.queue(root, { patch })),
      this.gallery.on('library.facts', ({ root, facts }) => this.queue(root, { facts })),
    ];
    return () => ends.forEach((end) => end());
  }

  /**
   * The listing of a root; until it has come its preview, undefined when there is none. Changes only just before
   * the listeners are called, those of {@link subscribeToParts} included.
   */
  listing(root: RootId): Listing | undefined {
    return this.listings.get(root) ?? this.previews.get(root);
  }

  /** Whether the listing of a root has come. */
  has(root: RootId): boolean {
    return this.listings.has(root);
  }

  /** Some files of a root that can be shown before its listing has come. Tells nobody. */
  preview(root: RootId, listing: Listing): void {
    this.previews.set(root, listing);
  }

  /** Returns the unsubscribe. */
  subscribe(listener: (changes: readonly LibraryChange[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Told of each part of a large change, before `subscribe` tells of the whole: for work in slices, which cannot go on while
   * listings change. Returns the unsubscribe.
   */
  subscribeToParts(listener: () => void): () => void {
    this.partListeners.add(listener);
    return () => this.partListeners.delete(listener);
  }

  /** Makes the set of listings that of these roots: loads new ones, forgets others. */
  follow(roots: readonly RootId[]): void {
    for (const root of [...this.followed].filter((known) => !roots.includes(known))) {
      this.followed.delete(root);
      this.listings.delete(root);
      this.previews.delete(root);
      this.pending.delete(root);
      this.partial.delete(root);
      this.loading.delete(root);
      this.resets.add(root);
      this.flushSoon();
    }
    for (const root of roots.filter((wanted) => !this.followed.has(wanted))) {
      this.followed.add(root);
      void this.load(root);
    }
  }

  private async load(root: RootId): Promise<void> {
    const token = Symbol();
    this.loading.set(root, token);
    try {
      const columns = await fetchListing(this.gallery, root);
      if (this.loading.get(root) !== token) return;
      this.listings.set(root, Listing.from(columns));
      this.resets.add(root);
    } catch (error) {
      if (this.loading.get(root) !== token) return;
      this.report(error);
    }
    if (this.previews.delete(root)) this.resets.add(root);
    this.loading.delete(root);
    this.flush();
  }

  private queue(root: RootId, news: Pending): void {
    const waiting = this.pending.get(root);
    if (waiting === undefined) this.pending.set(root, [news]);
    else waiting.push(news);
    this.flushSoon();
  }

  /** Enters what waits, of very much only a piece, so that the window can paint; the rest follows at once. */
  private flush(): void {
    const changes: LibraryChange[] = [];
    for (const root of this.resets) {
      changes.push({ root, kind: 'reset', gone: [], fresh: [], changed: [] });
      this.partial.delete(root);
    }
    let room = AT_ONCE;
    for (const [root, news] of this.pending) {
      // What comes before its listing waits for it.
      if (this.loading.has(root) || room <= 0) continue;
      const listing = this.listings.get(root);
      const sum = this.partial.get(root) ?? new Sum();
      while (listing !== undefined && news.length > 0 && room > 0) {
        room -= this.enter(root, listing, news.shift()!, sum);
        // Lost step: what came until now is older than the listing that is on its way.
        if (this.loading.has(root)) news.length = 0;
      }
      if (listing === undefined || news.length === 0) this.pending.delete(root);
      if (listing !== undefined && (news.length > 0 || sum.more)) {
        this.partial.set(root, sum);
        sum.inParts = true;
        continue;
      }
      this.partial.delete(root);
      const change = sum.of(root);
      if (change !== null && !this.resets.has(root)) changes.push(change);
    }
    this.resets = new Set();
    if (this.partial.size > 0) for (const listener of this.partListeners) listener();
    if (changes.length > 0) for (const listener of this.listeners) listener(changes);
    if ([...this.pending.keys()].some((root) => !this.loading.has(root))) this.flushNext();
  }

  private flushNext(): void {
    if (this.going) return;
    this.going = true;
    void this.pause().then(() => {
      this.going = false;
      this.flush();
    });
  }

  /** Answers how many rows and ids of patches there were. */
  private enter(root: RootId, listing: Listing, news: Pending, sum: Sum): number {
    if ('facts' in news) {
      sum.facts += listing.applyFacts(news.facts);
      return 0;
    }
    const { patch } = news;
    // A listing that was asked for later than the patch was sent holds it already.
    if (patch.from < listing.version) return 0;
    if (patch.from > listing.version) {
      sum.more = false;
      void this.load(root);
      return 0;
    }
    sum.add(listing.apply(patch), patch.more === true);
    listing.tidy();
    return entriesOf(patch);
  }
}

/** What has happened to a listing since its readers were told. */
class Sum {
  private readonly gone = new Set<number>();
  private readonly fresh = new Set<number>();
  private readonly changed = new Set<number>();
  /** Rows that others facts have changed. */
  facts = 0;
  /** Whether another part of the same change is on its way. */
  more = false;
  /** Whether somebody has been told of a part: the whole is told then, whatever it is. */
  inParts = false;

  add({ added, removed, changed }: Applied, more: boolean): void {
    this.more = more;
    for (const id of removed) {
      this.gone.add(id);
      this.fresh.delete(id);
    }
    for (const ids of [added, changed]) {
      for (const id of ids) {
        this.gone.delete(id);
        this.fresh.add(id);
      }
    }
    for (const id of changed) this.changed.add(id);
  }

  of(root: RootId): LibraryChange | null {
    const { gone, fresh, changed, facts } = this;
    if (this.inParts || gone.size + fresh.size > 0) {
      return { root, kind: 'patch', gone: [...gone], fresh: [...fresh], changed: [...changed] };
    }
    return facts > 0 ? { root, kind: 'facts', gone: [], fresh: [], changed: [] } : null;
  }
}
