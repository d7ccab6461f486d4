// Runs in main: keeps the listing of one root true: cached looks, scans, verifications, and the reading of what
// the watcher says has changed. Generations keep a reading that was overtaken by a change from being stored.

import { takeOver } from '../../shared/deliveries.js';
import { entriesOf } from '../../shared/listing-cut.js';
import { Listing } from '../../shared/listing-table.js';
import { displayPath } from '../../shared/paths.js';
import { AppError } from '../../shared/result.js';
import { Entering } from './entering.js';
import { FirstListing } from './first-listing.js';
import { ListingCache } from './listing-cache.js';
import { Looks, type Look } from './looks.js';
import { knowsAll, OpenRoot, type FileChanges, type RootToOpen } from './open-root.js';
import { PendingFolders } from './pending-folders.js';
import { UNCACHED_REST_MS, type LookOptions, type ReaderServices } from './reader-services.js';
import { RootAway } from './root-away.js';
import { RootWatching } from './root-watching.js';

export class RootReader {
  readonly open: OpenRoot;
  readonly first = new FirstListing();
  readonly entering: Entering;
  readonly away: RootAway;
  private readonly looks = new Looks();
  private draining: Promise<void> | null = null;
  /** Counts changes told by the watcher, and invalidations. */
  private generation = 0;
  /** Folders that changed and are not read again yet. */
  private readonly pending = new PendingFolders();
  /** By hand all files are to be tried again, whether or not the disk tells of a change. */
  private touchesAll = false;
  /** Since the last reading there was a time in which nobody watched: single files may have changed. */
  private unseen = true;
  /** Whether the dimensions of the files that come first are known or were waited for; those of patches follow as facts. */
  private hasDimensions = false;
  private closed = false;
  private readonly cache: ListingCache;
  private readonly watching: RootWatching;
  private readonly shownName: string;

  constructor(
    root: RootToOpen,
    private readonly services: ReaderServices,
  ) {
    const open = (this.open = new OpenRoot(root));
    const onRefused = () => {
      open.isRead = false;
      setImmediate(() => void this.readAnew());
    };
    this.entering = new Entering({ open, services, turn: () => this.turn(), onRefused });
    const onAway = () => {
      this.cache.invalidate();
      this.unseen = true;
      // Who looks when it is back is not served by what was read before.
      this.looks.overtake();
    };
    this.away = new RootAway({ open, services, onAway, readAnew: () => void this.readAnew() });
    this.cache = new ListingCache(root.path, services.cache, services.log);
    this.watching = new RootWatching(this.open, services);
    this.shownName = displayPath(root.path);
  }

  /** The listing: from the cache, else after the disk was verified (known but expired) or scanned. */
  look({ useCache = true, includeDimensions = true }: LookOptions = {}): Promise<Listing> {
    const known = useCache && this.services.useCache;
    let whole = true;
    if (known) {
      // While it is offline, only the disk can tell that it is back: a change that was read just then may be cached.
      const cached = this.open.state === 'offline' ? null : this.cache.get(includeDimensions);
      if (cached) return Promise.resolve(cached);
      whole = !this.open.isRead || !this.open.listing;
    }
    return this.looks.share({ whole, includeDimensions }, (look) => this.read(look, known));
  }

  /** Somebody looks at its files: when the listing has lived its time, or may not live at all, the disk confirms it. */
  confirm(): void {
    const { useCache, now } = this.services;
    // A clock that was set back makes nothing younger.
    const isRested = () => Math.abs(now() - this.open.checkedAt) < UNCACHED_REST_MS;
    const isFresh = useCache ? this.cache.isFresh : isRested();
    const busy = this.draining !== null || !this.pending.isEmpty || this.open.state !== 'ready';
    if (!busy && !isFresh) this.look().catch(noop);
  }

  /** Reads everything, whatever is known; sizes of new files follow as facts. */
  readAnew(): Promise<unknown> {
    return this.look({ useCache: false, includeDimensions: false }).catch(noop);
  }

  /** By hand: the next look reads a folder again, with `below` also all in it. Whether the listing was in the cache. */
  invalidate(folder: string, below: boolean): boolean {
    this.generation++;
    this.looks.overtake();
    if (folder === '' && below) this.unseen = this.touchesAll = true;
    else if (below) this.pending.addTree(folder);
    else this.pending.add([folder]);
    return this.cache.invalidate();
  }

  /** Something in these folders changed: they are read again, together with what changes meanwhile. */
  async noteChanged(folders: readonly string[]): Promise<void> {
    this.generation++;
    this.cache.invalidate();
    this.pending.add(folders);
    // A running first scan may or may not have seen it: its end starts this.
    if (this.open.isRead) await this.drain();
  }

  /** The library process ended: what it knew must be read again by the next one. */
  forgetProcess(): void {
    this.open.isRead = false;
    this.open.unread = 0;
    this.watching.forget();
    this.unseen = true;
    this.pending.clear();
    this.generation++;
    this.cache.invalidate();
  }

  /** The library process has read all files: their dimensions are known as far as they can be. */
  everythingIsRead(): void {
    if (this.hasDimensions || !this.cache.isFresh) return;
    this.hasDimensions = true;
    this.store();
  }

  close(): void {
    this.closed = true;
    this.away.close();
    this.first.end();
    this.cache.invalidate();
  }

  /** `known`: what the last run knew may be compared with the disk instead of reading everything. */
  private async read(look: Look, known: boolean): Promise<Listing> {
    const { open, generation } = this;
    const { now, log, onInfo } = this.services;
    const started = now();
    let wasAway = open.state === 'offline';
    // What is not seen from now on counts for the next reading.
    const { unseen, touchesAll } = this;
    this.unseen = this.touchesAll = false;
    try {
      if (!open.isRead && (await this.restore()) && known) {
        look.whole = false;
      }
      if (look.whole) await this.scan(look.includeDimensions);
      else await this.verify(unseen, look.includeDimensions && !this.hasDimensions);
      this.assertOpen();
    } catch (error) {
      this.unseen = true;
      this.touchesAll ||= touchesAll;
      this.away.failed(error);
      throw error;
    } finally {
      this.first.end();
    }
    wasAway ||= open.state === 'offline';
    if (!this.away.comeBack()) {
      this.touchesAll ||= touchesAll;
      return open.listing ?? Listing.empty();
    }
    open.checkedAt = now();
    const found = `${open.listing?.count ?? 0} files, ${open.problems.length} problems`;
    log('info', `${look.whole ? 'Scanned' : 'Verified'}: ${this.shownName}, ${found}, ${now() - started} ms`);
    if (generation === this.generation && this.pending.isEmpty) this.store();
    onInfo();
    // What could not be done with its files while it was away can be tried again.
    if (wasAway && open.listing) {
      this.services.onFiles(open.root.id, { added: open.listing.id.slice(), removed: [], changed: [] });
    }
    this.watching.once();
    if (touchesAll) this.services.onTouched(open.root.id, [], ['']);
    if (!this.pending.isEmpty) await this.drain();
    return open.listing ?? Listing.empty();
  }

  /** Takes over what is kept of the last run; whether there was something. */
  private async restore(): Promise<boolean> {
    const { open } = this;
    const { child, now, onInfo, begin } = this.services;
    await begin;
    this.assertOpen();
    const kept = await child().ask('restore', open.asked());
    await this.entering.inOrder(async () => {
      await this.turn();
      if (!kept) return;
      const next = (delivery: number) => child().ask('restoreRest', { delivery });
      const listing = await takeOver(kept.listing, next);
      await this.turn();
      this.hasDimensions = knowsAll(listing);
      const changes = open.replace(listing, true);
      await this.turn();
      // A clock that was set back must not make it newer than now.
      if (open.checkedAt === 0) open.checkedAt = Math.min(kept.checkedAt, now());
      // Whoever waits for a first listing gets this one, before anything else is made of it.
      await this.announce(changes, !this.first.list());
      onInfo();
    });
    this.first.end();
    return kept !== null;
  }

  private async scan(includeDimensions: boolean): Promise<void> {
    const { open } = this;
    this.assertOpen();
    open.state = 'scanning';
    open.scanned = 0;
    this.services.onInfo();
    this.services.log('info', `Scan started: ${this.shownName}`);
    const args = { ...open.asked(), includeDimensions };
    const columns = await this.services.child().ask('scan', args);
    this.away.answered();
    await this.entering.inOrder(async () => {
      await this.turn();
      this.hasDimensions = includeDimensions || knowsAll(columns);
      await this.announce(open.replace(columns), true);
    });
  }

  /** A piece of work has ended: 100,000 files received, entered, handed on and told of in one would hold main's loop. */
  private async turn(): Promise<void> {
    await new Promise(setImmediate);
    this.assertOpen();
  }

  private async announce(changes: FileChanges | null, reset: boolean): Promise<void> {
    const { id } = this.open.root;
    this.open.isRead = true;
    await this.turn();
    if (changes && reset) this.services.onReset(id);
    if (changes) this.services.onFiles(id, changes);
  }

  private async verify(whole: boolean, includeDimensions: boolean): Promise<void> {
    const { id: root } = this.open.root;
    const patches = await this.services.child().ask('verify', { root, whole, includeDimensions });
    this.away.answered();
    this.assertOpen();
    await this.entering.patches(patches);
    this.hasDimensions ||= includeDimensions;
  }

  private drain(): Promise<void> {
    this.draining ??= this.drainPending().finally(() => (this.draining = null));
    return this.draining;
  }

  private async drainPending(): Promise<void> {
    const { open, pending } = this;
    const { now, log } = this.services;
    while (!pending.isEmpty && open.isRead && !this.closed) {
      const { folders, trees } = pending.take();
      const { generation } = this;
      const started = now();
      try {
        const patches = await this.services.child().ask('rescan', { root: open.root.id, folders, trees });
        this.assertOpen();
        await this.entering.patches(patches);
        this.services.onTouched(open.root.id, folders, trees);
        const moved = patches.reduce((sum, patch) => sum + entriesOf(patch), 0);
        const result = `${folders.length + trees.length} folders, ${moved} files moved, ${now() - started} ms`;
        log('debug', `Read again: ${this.shownName}, ${result}`);
      } catch (error) {
        this.away.failed(error);
        throw error;
      }
      if (generation === this.generation) this.store();
    }
  }

  private store(): void {
    const { listing, isRead, checkedAt } = this.open;
    if (listing && isRead) this.cache.set(listing, this.hasDimensions, this.services.now() - checkedAt);
  }

  private assertOpen(): void {
    if (this.closed) throw new AppError('stopped', 'The folder has been closed.');
  }
}

const noop = () => undefined; // For failures that `away` has logged and shown already.
