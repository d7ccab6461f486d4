// Runs in the library process: everything about one open root. One reading of the disk at a time; facts, watching
// and presence go on beside it.

import type { FileId, Problem, RootId } from '../shared/contract.js';
import type { ListingColumns, ListingPatch } from '../shared/listing.js';
import { AppError } from '../shared/result.js';
import type { Snapshot } from './database/snapshot-format.js';
import { SETTLE_MS, youngFolders } from './first-screen.js';
import type { Renamed } from './renames.js';
import { Presence } from './presence.js';
import { ProblemTeller } from './problem-teller.js';
import { RootFacts } from './root-facts.js';
import { RootIndex } from './root-index.js';
import { RootLook } from './root-look.js';
import { RootMemory } from './root-memory.js';
import { ChangeCoalescer } from './watch/coalescer.js';
import type { RootWatch, Watching } from './watch/root-watch.js';
import { WatchCounter } from './watch/watch-counter.js';
import { watchOver } from './watch/watch-index.js';
import type { Restored, SessionServices } from './session-types.js';

const PROGRESS_MS = 100;

/** One root that main has asked to scan or to restore. */
export class RootSession {
  readonly facts: RootFacts;
  readonly seen: WatchCounter;
  private read: RootIndex | null = null;
  /** Of the last run, not in the index yet: main gets it first. */
  private kept: Snapshot | null = null;
  private readonly problems: ProblemTeller;
  readonly memory: RootMemory;
  private readonly presence: Presence;
  private readonly look: RootLook;
  private readonly changes: ChangeCoalescer;
  private watching: RootWatch | null = null;
  private tail: Promise<unknown> = Promise.resolve();
  private lastProgress = 0;
  private closed = false;
  private compared = false;
  /** Files with this id and above have come since the last run, or since marks last followed them. */
  firstNewId: FileId;

  constructor(
    readonly root: RootId,
    readonly path: string,
    private readonly firstId: number,
    private readonly services: SessionServices,
  ) {
    const { clock, send, log, database, search, guard } = services;
    this.firstNewId = firstId;
    const index = () => this.index;
    const hooks = { isReading: () => this.facts.queue.size > 0, onIndexed: () => send('indexed', { root }) };
    const followFrom = () => (services.isFollowing?.() ? this.firstNewId : undefined);
    this.memory = new RootMemory({ path, clock, database, search, log, index, followFrom, ...hooks });
    this.facts = new RootFacts({
      ...{ root, clock, log, index, guard, store: this.memory.facts },
      onLeft: (left) => {
        send('reading', { root, left });
        if (left === 0) this.memory.search?.allRead();
      },
      onMedia: (id, media) => this.memory.search?.learn(id, media),
      onFacts: (facts) => {
        send('facts', { root, facts });
        this.memory.changed();
      },
      onProblems: () => this.problems.tellSoon(),
    });
    this.problems = new ProblemTeller({
      clock,
      find: () => [...(this.index?.problems() ?? []), ...this.facts.problems()],
      count: () => this.facts.problemCount,
      tell: (found) => send('problems', { root, problems: found.map((one): Problem => ({ root, ...one })) }),
    });
    this.look = new RootLook(clock, services.rootDisk);
    this.presence = new Presence({
      clock,
      whyAway: () => this.index?.whyAway(this.path) ?? this.look.whyNotThere(this.path),
      onChange: (online, why) => this.onPresence(online, why),
    });
    this.seen = new WatchCounter(root, clock, () => [this.watching, this.read?.progress.folders ?? 0]);
    this.changes = new ChangeCoalescer({
      clock,
      onFolders: (folders) => send('changed', { root, folders: this.seen.note(folders) }),
      onBurstEnd: () => this.verifyInBackground(),
    });
  }

  /** Whether the disk has been compared with the index and can be reached. */
  get isCurrent(): boolean {
    return this.compared && this.presence.isOnline && !this.closed;
  }

  /** Null while nothing is known. */
  get index(): RootIndex | null {
    const { kept } = this;
    if (kept) {
      this.kept = null;
      // A disk that sleeps would keep everybody waiting: where the path leads is asked when the root is verified.
      this.read = this.newIndex(this.path);
      this.read.restore(kept);
      this.firstNewId = kept.followFrom ?? this.read.nextFileId;
    }
    return this.read;
  }

  /** What was known at the end of the last run, without a look at the disk; null when that is nothing. */
  restore(): Restored | null {
    if (!this.read) this.kept = this.memory.load();
    const listing = this.kept?.listing ?? this.read?.listing.columns();
    if (!listing) return null;
    this.services.log('info', `Restored root ${this.root}: ${listing.id.length} files`);
    return { listing, checkedAt: this.memory.checkedAt };
  }

  /** Reads everything; with `includeDimensions` a moment longer, for the facts of the newest files. */
  scan(includeDimensions = true): Promise<ListingColumns> {
    return this.reading(async () => {
      const index = await this.indexForScan();
      const before = index.listing.version;
      const unread = new Set([...(await index.scan()), ...index.unread()]);
      if (index.listing.version !== before) this.memory.noteLost();
      this.presence.set(null);
      if (includeDimensions) await this.facts.readFirst(unread);
      this.afterReading([...unread], null, true, true);
      return index.listing.columns();
    });
  }

  rescan(folders: readonly string[], trees: readonly string[] = []): Promise<ListingPatch | null> {
    return this.reading(async () => {
      const index = this.readIndex();
      const all = [...folders, ...index.foldersBelow(trees)];
      const { patch, unread } = await index.rescan(all);
      this.afterReading([...unread, ...this.facts.unreadableIn(all)], patch);
      if (patch) this.lookAgainAtYoung(patch);
      return patch;
    });
  }

  /**
   * Compares with the disk: the times of all folders, or every file, as is due when nobody watches or (`unseen`) nobody
   * did for a while. With `includeDimensions` a moment longer, for the facts of the newest files.
   */
  verify(unseen: boolean, includeDimensions = false): Promise<ListingPatch | null> {
    return this.reading(async () => {
      const index = this.readIndex();
      // Folder times do not tell of a file that was written to in its place; a watcher does, and so does polling.
      const whole = (await this.follow(index)) || unseen || (this.watching?.current ?? 'off') === 'off';
      const { patch, unread } = whole ? await index.reread() : await index.rescan(await index.moved());
      this.presence.set(null);
      const toRead = new Set(whole || includeDimensions ? [...unread, ...index.unread()] : unread);
      if (includeDimensions) await this.facts.complete(toRead, patch);
      this.afterReading([...toRead], patch, patch !== null, true);
      return patch;
    });
  }

  async watch(): Promise<Watching> {
    const before = this.watching;
    // In the same turn: of two calls the second one ends what the first has begun.
    const watching = (this.watching = watchOver(this.readIndex(), this.root, this.services, {
      onChange: (folder) => this.onChange(folder),
      verify: (files) => this.verifyInBackground(files),
    }));
    await before?.close();
    await watching.start();
    return this.watching.current;
  }

  /** Facts that main has learnt elsewhere. */
  learn(...found: Parameters<RootFacts['learn']>): void {
    if (this.facts.learn(...found)) this.memory.changed();
  }

  /** What was kept is lost: the listing is kept once more, metadata read again. */
  keepAgain(): void {
    this.memory.changed();
    this.facts.queue.add([...(this.index?.listing.id ?? [])]);
  }

  /** Ends everything; `keep`: what is known is there again at the next start, else it is forgotten for good. */
  async close(keep = true): Promise<void> {
    this.closed = true;
    for (const part of [this.presence, this.changes, this.problems, this.facts]) part.close();
    await Promise.all([this.memory.close(keep), this.watching?.close()]);
  }

  /** One reading after the other, looks at the drive beside it; what fails because the root is away is remembered as that. */
  private reading<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(async () => {
      this.assertOpen();
      this.presence.begin();
      try {
        return await work();
      } catch (error) {
        if (error instanceof AppError && error.code === 'offline') this.presence.set(error.message);
        throw error;
      }
    });
    this.tail = result.catch(() => undefined);
    return result;
  }

  private assertOpen(): void {
    if (this.closed) throw new AppError('stopped', 'The folder has been closed.');
  }

  /** Where the path leads now; main, which opens the files there, is told when that is elsewhere than before. */
  private async placeNow(): Promise<string> {
    const place = await this.look.placeOf(this.path);
    if (place !== (this.index?.path ?? this.path)) this.services.send('moved', { root: this.root });
    return place;
  }

  /** Has the index be where the path leads now; whether that is elsewhere: everything is to be compared then. */
  private async follow(index: RootIndex): Promise<boolean> {
    const { path } = index;
    index.moveTo(await this.placeNow());
    return index.path !== path;
  }

  private newIndex(path: string): RootIndex {
    const firstId = Math.max(this.firstId, this.read?.nextFileId ?? 0);
    const { readFolders, own = null, flat = false } = this.services;
    const onRenamed = (some: readonly Renamed[]) => this.memory.facts?.move(some);
    const hooks = { look: this.look, onFolder: this.onFolder, onRenamed };
    return new RootIndex({ path, firstId, readFolders, own, flat, ...hooks });
  }

  /** The index to scan into: a new one when the path leads to another folder than before. */
  private async indexForScan(): Promise<RootIndex> {
    const place = await this.placeNow();
    // What was restored has not been looked for yet.
    if (this.index?.path === this.path) this.index.moveTo(place);
    if (this.read?.path !== place) this.read = this.newIndex(place);
    return this.read;
  }

  private readIndex(): RootIndex {
    this.assertOpen();
    if (!this.index?.isRead) throw new AppError('not-found', 'This folder is not read yet. Try it again.');
    return this.index;
  }

  private readonly onFolder = (): void => {
    this.assertOpen();
    const now = this.services.clock.now();
    // Readings of single folders are too short to be worth telling. Both ways: the clock may have been set back.
    if (!this.index || this.index.isRead || Math.abs(now - this.lastProgress) < PROGRESS_MS) return;
    this.lastProgress = now;
    this.services.send('progress', { root: this.root, ...this.index.progress });
  };

  /** `patch`: what a reading that was no scan has changed; `all`: everything was read or compared. */
  private afterReading(unread: number[], patch: ListingPatch | null, other = patch !== null, all = false) {
    this.compared = true;
    if (this.watching && this.watching.path !== this.index?.path) this.watchAgain();
    this.memory.hasRead(patch, other);
    this.services.onRead?.(this.root, patch);
    this.facts.forgetGone();
    this.problems.tellSoon(all);
    // After the answer has gone out: facts of files that main does not know yet would be lost.
    setImmediate(() => !this.closed && this.facts.queue.add(unread));
  }

  /** A file that changed just now is probably still being written. */
  private lookAgainAtYoung(patch: ListingPatch): void {
    const { clock } = this.services;
    const young = youngFolders(patch, clock.now(), SETTLE_MS);
    if (young.length === 0 || !this.watching) return;
    clock.after(SETTLE_MS, () => !this.closed && young.forEach((folder) => this.changes.note(folder)));
  }

  private onChange(folder: string): void {
    this.changes.note(folder);
    // Perhaps the root itself is gone.
    if (folder === '') void this.presence.check();
  }

  private verifyInBackground(files = false): void {
    this.reading(async () => {
      const index = this.readIndex();
      const moved = (await this.follow(index)) ? index.foldersBelow(['']) : await index.moved(files);
      for (const folder of moved) this.changes.note(folder);
    }).catch((error: unknown) => {
      if (!(error instanceof AppError)) this.services.log('error', `Verification: ${String(error)}`);
    });
  }

  private onPresence(online: boolean, message: string | null): void {
    this.services.send('presence', { root: this.root, online, message });
    // Watches do not survive the drive they were on.
    if (online && this.watching) this.watchAgain();
  }

  private watchAgain(): void {
    this.watch().catch((error: unknown) => this.services.log('warn', `Watching: ${String(error)}`));
  }
}
