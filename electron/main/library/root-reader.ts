// Runs in main: keeps the listing of one root true: cached looks, scans, verifications, and the reading of what
// the watcher says has changed. Generations keep a reading that was overtaken by a change from being stored.

import { deferred } from '../../shared/deferred.js';
import type { ListingPatch } from '../../shared/listing.js';
import { Listing } from '../../shared/listing-table.js';
import { displayPath } from '../../shared/paths.js';
import { AppError } from '../../shared/result.js';
import { directoryKey } from './cache-keys.js';
import { OpenRoot, type FileChanges, type RootToOpen } from './open-root.js';
import type { LookOptions, ReaderServices } from './reader-services.js';

interface Look {
  /** Whether everything is read, or only compared with what is known. */
  whole: boolean;
  listing: Promise<Listing>;
}

export class RootReader {
  readonly open: OpenRoot;
  /** Resolves when the listing of the last run is there, or there is none. */
  readonly listed: Promise<void>;
  /** Resolves when everybody has been told of the files of the last run, or there are none. */
  readonly restored: Promise<void>;
  private readonly listing = deferred();
  private readonly restoring = deferred();
  private looking: Look | null = null;
  private draining: Promise<void> | null = null;
  /** Counts changes told by the watcher. */
  private generation = 0;
  /** Folders that changed and are not read again yet. */
  private readonly pending = new Set<string>();
  private watched = false;
  private isListed = false;
  /** Since the last reading there was a time in which nobody watched: single files may have changed. */
  private unseen = true;
  private closed = false;
  private readonly key: string;
  private readonly shownName: string;

  constructor(
    root: RootToOpen,
    private readonly services: ReaderServices,
  ) {
    this.open = new OpenRoot(root);
    this.listed = this.listing.promise;
    this.restored = this.restoring.promise;
    this.key = directoryKey(root.path, true);
    this.shownName = displayPath(root.path);
  }

  /** The listing: from the cache, else after the disk was verified (known but expired) or scanned. */
  look({ useCache = true }: LookOptions = {}): Promise<Listing> {
    let whole = true;
    if (useCache && this.services.useCache) {
      // While it is offline, only the disk can tell that it is back: a change that was read just then may be cached.
      const answer = this.open.state === 'offline' ? null : this.services.cache.get(this.key);
      if (answer?.hit) {
        this.services.log('debug', `Cache hit: ${this.shownName} (age ${(answer.age / 1000).toFixed(1)} s)`);
        return Promise.resolve(answer.value);
      }
      this.services.log(
        'debug',
        `Cache ${answer?.reason === 'expired' ? 'expired' : 'miss'}: ${this.shownName}`,
      );
      whole = !this.open.isRead || this.open.listing === null;
    }
    const running = this.looking;
    if (running && (running.whole || !whole)) return running.listing;
    // A verification is too little for who wants everything read: that follows it.
    const before = running ? running.listing.then(noop, noop) : Promise.resolve();
    const known = useCache && this.services.useCache;
    const look: Look = { whole, listing: before.then(() => this.read(look, known)) };
    this.looking = look;
    const done = () => {
      if (this.looking === look) this.looking = null;
    };
    look.listing.then(done, done);
    return look.listing;
  }

  /** Takes the listing out of the cache; whether it was there. */
  invalidate(): boolean {
    const found = this.services.cache.invalidate(this.key);
    if (found) this.services.log('debug', `Cache invalidated: ${this.shownName}`);
    return found;
  }

  /** Something in these folders changed: they are read again, together with what changes meanwhile. */
  async noteChanged(folders: readonly string[]): Promise<void> {
    this.generation++;
    this.invalidate();
    for (const folder of folders) this.pending.add(folder);
    // A running first scan may or may not have seen it: its end starts this.
    if (this.open.isRead) await this.drain();
  }

  /** The library process ended: what it knew must be read again by the next one. */
  forgetProcess(): void {
    this.open.isRead = false;
    this.open.watching = 'off';
    this.watched = false;
    this.unseen = true;
    this.pending.clear();
    this.generation++;
    this.invalidate();
  }

  setOffline(): void {
    this.invalidate();
    if (this.open.state === 'offline') return;
    this.open.state = 'offline';
    this.unseen = true;
    this.services.log('warn', `Offline: ${this.shownName}`);
    this.services.onInfo();
  }

  close(): void {
    this.closed = true;
    this.endRestoring();
    this.invalidate();
  }

  /** `known`: what the last run knew may be compared with the disk instead of reading everything. */
  private async read(look: Look, known: boolean): Promise<Listing> {
    const { open, generation } = this;
    const { now, log, onInfo } = this.services;
    const started = now();
    try {
      if (!open.isRead && (await this.restore()) && known) look.whole = false;
      if (look.whole) await this.scan();
      else await this.verify();
      this.assertOpen();
    } catch (error) {
      this.onReadError(error);
      throw error;
    } finally {
      this.endRestoring();
    }
    const wasAway = open.state === 'offline';
    open.state = 'ready';
    open.checkedAt = now();
    this.unseen = false;
    const count = open.listing?.count ?? 0;
    log(
      'info',
      `${look.whole ? 'Scanned' : 'Verified'}: ${this.shownName}, ${count} files, ${now() - started} ms`,
    );
    if (generation === this.generation) this.store();
    onInfo();
    // What could not be done with its files while it was away can be tried again.
    if (wasAway && open.listing) {
      this.services.onFiles(open.root.id, { added: [...open.listing.id], removed: [], changed: [] });
    }
    this.watchOnce();
    if (this.pending.size > 0) await this.drain();
    return open.listing ?? Listing.empty();
  }

  /** Takes over what is kept of the last run; whether there was something. */
  private async restore(): Promise<boolean> {
    const { open } = this;
    const { id, path } = open.root;
    const { child, now, onInfo } = this.services;
    this.assertOpen();
    const kept = await child().ask('restore', { root: id, path, firstId: open.nextId });
    this.assertOpen();
    if (kept) {
      const changes = open.replace(kept.listing, true);
      // A clock that was set back must not make it newer than now.
      if (open.checkedAt === 0) open.checkedAt = Math.min(kept.checkedAt, now());
      // Whoever waits for a first listing gets this one, before anything else is made of it.
      const first = !this.isListed;
      this.isListed = true;
      this.listing.resolve();
      await this.announce(changes, !first);
      onInfo();
    }
    this.endRestoring();
    return kept !== null;
  }

  private endRestoring(): void {
    this.isListed = true;
    this.listing.resolve();
    this.restoring.resolve();
  }

  private async scan(): Promise<void> {
    const { open } = this;
    const { id, path } = open.root;
    this.assertOpen();
    open.state = 'scanning';
    open.scanned = 0;
    this.services.onInfo();
    this.services.log('info', `Scan started: ${this.shownName}`);
    const columns = await this.services.child().ask('scan', { root: id, path, firstId: open.nextId });
    this.assertOpen();
    await this.announce(open.replace(columns), true);
  }

  /** Tells of a whole listing, in turns of the loop: 100,000 files at once would hold it. No patch comes in between. */
  private async announce(changes: FileChanges | null, reset: boolean): Promise<void> {
    const { id } = this.open.root;
    await new Promise(setImmediate);
    this.assertOpen();
    if (changes && reset) this.services.onReset(id);
    if (changes) this.services.onFiles(id, changes);
    this.open.isRead = true;
  }

  private async verify(): Promise<void> {
    const whole = this.unseen;
    const patch = await this.services.child().ask('verify', { root: this.open.root.id, whole });
    this.assertOpen();
    if (patch) this.enter(patch);
  }

  private watchOnce(): void {
    if (this.watched) return;
    this.watched = true;
    const ask = this.services.child().ask('watch', { root: this.open.root.id });
    ask.then(
      (watching) => {
        this.open.watching = watching;
        this.services.onInfo();
      },
      (error: unknown) => {
        this.watched = false;
        this.services.log('warn', `Not watched: ${this.shownName}: ${String(error)}`);
      },
    );
  }

  private drain(): Promise<void> {
    this.draining ??= this.drainPending().finally(() => (this.draining = null));
    return this.draining;
  }

  private async drainPending(): Promise<void> {
    const { open, pending } = this;
    const { now, log } = this.services;
    while (pending.size > 0 && open.isRead && !this.closed) {
      const folders = [...pending];
      pending.clear();
      const { generation } = this;
      const started = now();
      try {
        const patch = await this.services.child().ask('rescan', { root: open.root.id, folders });
        this.assertOpen();
        if (patch) this.enter(patch);
        const moved = patch ? patch.rows.id.length + patch.removed.length : 0;
        log(
          'debug',
          `Read again: ${this.shownName}, ${folders.length} folders, ${moved} files moved, ${now() - started} ms`,
        );
      } catch (error) {
        this.onReadError(error);
        throw error;
      }
      if (generation === this.generation) this.store();
    }
  }

  private enter(patch: ListingPatch): void {
    const { id } = this.open.root;
    let applied: FileChanges;
    try {
      applied = this.open.apply(patch);
    } catch (error) {
      // The two sides lost step: only the whole listing brings them together again.
      this.services.log('error', `Patch refused: ${this.shownName}: ${String(error)}`);
      this.open.isRead = false;
      setImmediate(() => void this.look({ useCache: false }).catch(noop));
      return;
    }
    this.services.onPatch(id, patch);
    this.services.onFiles(id, applied);
    this.services.onInfo();
  }

  private store(): void {
    if (this.open.listing && this.open.isRead) this.services.cache.set(this.key, this.open.listing);
  }

  /** A failure is never stored, and never means that files were deleted. */
  private onReadError(error: unknown): void {
    const code = error instanceof AppError ? error.code : 'internal';
    if (code === 'stopped' || code === 'crashed') return;
    if (code !== 'offline') this.services.log('error', `Reading failed: ${this.shownName}: ${String(error)}`);
    this.setOffline();
  }

  private assertOpen(): void {
    if (this.closed) throw new AppError('stopped', 'The folder has been closed.');
  }
}

/** For failures that `onReadError` has logged and shown already. */
const noop = () => undefined;
