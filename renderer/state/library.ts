// Renderer: the listings of all roots, kept up to date. Events come as fast as main sends them; readers
// hear of them a few times a second, with everything that happened since, so 100,000 files stay cheap.

import type { RootId } from '../../electron/shared/contract.js';
import type { Facts, ListingColumns, ListingPatch } from '../../electron/shared/listing.js';
import { joinPortions } from '../../electron/shared/listing-portions.js';
import { Listing } from '../../electron/shared/listing-table.js';
import type { Gallery } from '../gallery.js';
import { throttled } from './schedule.js';

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

/** A whole listing of main. */
export async function fetchListing(gallery: Gallery, root: RootId): Promise<ListingColumns> {
  const first = await gallery.call('library.listing', root);
  // All at once: waiting for each before asking for the next would add ten ways there and back.
  const others = Math.ceil(first.left / Math.max(1, first.id.length));
  const rest = Array.from({ length: others }, () => gallery.call('library.listingRest', first.delivery));
  return joinPortions([first, ...(await Promise.all(rest))]);
}

export class Library {
  private readonly listings = new Map<RootId, Listing>();
  private readonly previews = new Map<RootId, Listing>();
  private readonly pending = new Map<RootId, Pending[]>();
  private readonly loading = new Map<RootId, symbol>();
  private readonly followed = new Set<RootId>();
  private readonly listeners = new Set<(changes: readonly LibraryChange[]) => void>();
  private resets = new Set<RootId>();
  private readonly flushSoon = throttled(() => this.flush(), INTERVAL);

  constructor(
    private readonly gallery: Gallery,
    private readonly report: (error: unknown) => void,
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
   * The listing of a root; until it has come its preview, undefined when there is none. Changes only between two
   * calls of the listeners.
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

  /** Makes the set of listings that of these roots: loads new ones, forgets others. */
  follow(roots: readonly RootId[]): void {
    for (const root of [...this.followed].filter((known) => !roots.includes(known))) {
      this.followed.delete(root);
      this.listings.delete(root);
      this.previews.delete(root);
      this.pending.delete(root);
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

  private flush(): void {
    const changes: LibraryChange[] = [];
    for (const root of this.resets) changes.push({ root, kind: 'reset', gone: [], fresh: [], changed: [] });
    for (const [root, news] of this.pending) {
      // What comes before its listing waits for it.
      if (this.loading.has(root)) continue;
      this.pending.delete(root);
      const listing = this.listings.get(root);
      if (listing === undefined) continue;
      const change = this.enter(root, listing, news);
      if (change !== null && !this.resets.has(root)) changes.push(change);
    }
    this.resets = new Set();
    if (changes.length > 0) for (const listener of this.listeners) listener(changes);
  }

  private enter(root: RootId, listing: Listing, news: readonly Pending[]): LibraryChange | null {
    const gone = new Set<number>();
    const fresh = new Set<number>();
    const changed = new Set<number>();
    let facts = 0;
    for (const entry of news) {
      if ('facts' in entry) {
        facts += listing.applyFacts(entry.facts);
        continue;
      }
      // A listing that was asked for later than the patch was sent holds it already.
      if (entry.patch.from < listing.version) continue;
      if (entry.patch.from > listing.version) {
        void this.load(root);
        break;
      }
      const applied = listing.apply(entry.patch);
      listing.tidy();
      for (const id of applied.removed) {
        gone.add(id);
        fresh.delete(id);
      }
      for (const id of [...applied.added, ...applied.changed]) {
        gone.delete(id);
        fresh.add(id);
      }
      for (const id of applied.changed) changed.add(id);
    }
    if (gone.size + fresh.size > 0) {
      return { root, kind: 'patch', gone: [...gone], fresh: [...fresh], changed: [...changed] };
    }
    return facts > 0 ? { root, kind: 'facts', gone: [], fresh: [], changed: [] } : null;
  }
}
