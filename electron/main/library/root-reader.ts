// Runs in main: keeps the listing of one root true: cached looks, scans, verifications, and the reading of what
// the watcher says has changed. Generations keep a reading that was overtaken by a change from being stored.

import type { ListingPatch } from '../../shared/listing.js';
import { Listing } from '../../shared/listing-table.js';
import { displayPath } from '../../shared/paths.js';
import { AWAY } from '../../shared/messages.js';
import { AppError, toFailure } from '../../shared/result.js';
import { directoryKey } from './cache-keys.js';
import { FirstListing } from './first-listing.js';
import { OpenRoot, type FileChanges, type RootToOpen } from './open-root.js';
import type { LookOptions, ReaderServices } from './reader-services.js';
import { Retry } from './retry.js';

interface Look {
  /** Whether everything is read, or only compared with what is known. */
  whole: boolean;
  listing: Promise<Listing>;
}

export class RootReader {
  readonly open: OpenRoot;
  readonly first = new FirstListing();
  private looking: Look | null = null;
  private draining: Promise<void> | null = null;
  /** Counts changes told by the watcher. */
  private generation = 0;
  /** Folders that changed and are not read again yet. */
  private readonly pending = new Set<string>();
  private watched = false;
  /** Since the last reading there was a time in which nobody watched: single files may have changed. */
  private unseen = true;
  private closed = false;
  private readonly retry: Retry;
  private readonly key: string;
  private readonly shownName: string;

  constructor(
    root: RootToOpen,
    private readonly services: ReaderServices,
  ) {
    this.open = new OpenRoot(root);
    this.retry = new Retry(services.after, () => void this.look({ useCache: false }).catch(noop));
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
      const state = answer?.reason === 'expired' ? 'expired' : 'miss';
      this.services.log('debug', `Cache ${state}: ${this.shownName}`);
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
    this.open.unread = 0;
    this.watched = false;
    this.unseen = true;
    this.pending.clear();
    this.generation++;
    this.invalidate();
  }

  /** `why`: a sentence. */
  setOffline(why: string): void {
    const { open } = this;
    const failure = why === AWAY ? null : why;
    this.invalidate();
    if (open.state === 'offline' && open.failure === failure) return;
    open.state = 'offline';
    open.failure = failure;
    this.unseen = true;
    this.services.log('warn', `Offline: ${this.shownName}: ${why}`);
    this.services.onInfo();
  }

  close(): void {
    this.closed = true;
    this.retry.done();
    this.first.end();
    this.invalidate();
  }

  /** `known`: what the last run knew may be compared with the disk instead of reading everything. */
  private async read(look: Look, known: boolean): Promise<Listing> {
    const { open, generation } = this;
    const { now, log, onInfo } = this.services;
    const started = now();
    let wasAway = open.state === 'offline';
    try {
      if (!open.isRead && (await this.restore()) && known) look.whole = false;
      if (look.whole) await this.scan();
      else await this.verify();
      this.assertOpen();
    } catch (error) {
      this.onReadError(error);
      throw error;
    } finally {
      this.first.end();
    }
    wasAway ||= open.state === 'offline';
    open.state = 'ready';
    open.failure = null;
    this.retry.done();
    open.checkedAt = now();
    this.unseen = false;
    const count = open.listing?.count ?? 0;
    const done = look.whole ? 'Scanned' : 'Verified';
    log('info', `${done}: ${this.shownName}, ${count} files, ${now() - started} ms`);
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
      await this.announce(changes, !this.first.list());
      onInfo();
    }
    this.first.end();
    return kept !== null;
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

  /** Tells of a whole listing, in turns of the loop: 100,000 files at once would hold it. */
  private async announce(changes: FileChanges | null, reset: boolean): Promise<void> {
    const { id } = this.open.root;
    this.open.isRead = true;
    await new Promise(setImmediate);
    this.assertOpen();
    if (changes && reset) this.services.onReset(id);
    if (changes) this.services.onFiles(id, changes);
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
        const result = `${folders.length} folders, ${moved} files moved, ${now() - started} ms`;
        log('debug', `Read again: ${this.shownName}, ${result}`);
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
    const { code, message } = toFailure(error);
    if (code === 'stopped' || code === 'crashed') return;
    if (code === 'offline') {
      this.setOffline(message);
      return;
    }
    // Nobody knows what is wrong: everything is read anew, when it may have passed.
    this.open.isRead = false;
    const wait = this.retry.failed();
    const what = `${String(error)}; again in ${wait / 1000} s`;
    this.services.log('error', `Reading failed: ${this.shownName}: ${what}`);
    this.setOffline(`Something went wrong while this folder was read (${message}). It is tried again soon.`);
  }

  private assertOpen(): void {
    if (this.closed) throw new AppError('stopped', 'The folder has been closed.');
  }
}

/** For failures that `onReadError` has logged and shown already. */
const noop = () => undefined;
