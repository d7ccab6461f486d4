// Runs in the library process: everything about one open root. One reading of the disk at a time; facts, watching
// and presence go on beside it.

import { realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Problem, RootId } from '../shared/contract.js';
import type { Facts, ListingColumns, ListingPatch } from '../shared/listing.js';
import type { LibraryEvents, LogLevel } from '../shared/messages.js';
import { AppError } from '../shared/result.js';
import type { Clock } from './clock.js';
import { readFacts, type FileFacts } from './facts/facts.js';
import { FactsQueue } from './facts/queue.js';
import { newestFiles } from './first-screen.js';
import type { Found } from './found.js';
import { Presence } from './presence.js';
import { absolutePath } from './read-folder.js';
import { RootIndex } from './root-index.js';
import { ChangeCoalescer } from './watch/coalescer.js';
import { isOnNetworkDrive } from './watch/network-drive.js';
import { RootWatch, type Watching } from './watch/root-watch.js';
import type { CreateWatcher } from './watch/watcher.js';

/** How long a first answer may wait for the proportions of the first screen. */
const FIRST_FACTS_MS = 120;
const FIRST_FACTS_FILES = 300;
const PROGRESS_MS = 100;
/** Problems are told as a whole: the more there are, the less often. */
const PROBLEMS_MS = 200;
const PROBLEMS_MS_EACH = 0.2;
/** A file that changed just now is probably still being written: look again after this. */
const SETTLE_MS = 2500;

export interface SessionServices {
  readonly clock: Clock;
  readonly send: <K extends keyof LibraryEvents>(name: K, payload: LibraryEvents[K]) => void;
  readonly log: (level: LogLevel, message: string) => void;
  readonly createWatcher: CreateWatcher;
}

/** One root that main has asked to scan. */
export class RootSession {
  private index: RootIndex | null = null;
  private readonly facts: FactsQueue;
  private readonly fileProblems = new Map<number, Found>();
  private readonly presence: Presence;
  private readonly changes: ChangeCoalescer;
  private watching: RootWatch | null = null;
  private tail: Promise<unknown> = Promise.resolve();
  private toldProblems = '';
  private cancelProblems: (() => void) | null = null;
  private lastProgress = 0;
  private closed = false;

  constructor(
    private readonly root: RootId,
    /** Absolute path as main gave it. */
    private readonly path: string,
    private readonly firstId: number,
    private readonly services: SessionServices,
  ) {
    const { clock, send, log } = services;
    this.facts = new FactsQueue({
      clock,
      read: (id) => this.readFactsOf(id),
      onBatch: (facts) => this.tellFacts(facts),
      onProblem: (id, problem) => this.noteFileProblem(id, problem),
      onError: (id, error) => log('error', `Facts of file ${root}/${id}: ${String(error)}`),
    });
    this.presence = new Presence({
      clock,
      isThere: () => this.isThere(),
      onChange: (online) => this.onPresence(online),
    });
    this.changes = new ChangeCoalescer({
      clock,
      onFolders: (folders) => send('changed', { root, folders }),
      onBurstEnd: () => this.verifyInBackground(),
    });
  }

  scan(): Promise<ListingColumns> {
    return this.reading(async () => {
      const index = this.indexForScan();
      const unread = new Set(await index.scan());
      this.presence.set(true);
      const first = newestFiles(index.listing, FIRST_FACTS_FILES).filter((id) => unread.has(id));
      const deadline = this.services.clock.now() + FIRST_FACTS_MS;
      index.listing.applyFacts(await this.facts.readNow(first, deadline));
      for (const id of first) if (index.listing.widthAt(index.listing.rowOf(id)) > 0) unread.delete(id);
      this.afterReading([...unread]);
      return index.listing.columns();
    });
  }

  rescan(folders: readonly string[]): Promise<ListingPatch | null> {
    return this.reading(async () => {
      const { patch, unread } = await this.readIndex().rescan(folders);
      this.afterReading(unread);
      if (patch) this.lookAgainAtYoung(patch);
      return patch;
    });
  }

  verify(): Promise<ListingPatch | null> {
    return this.reading(async () => {
      const index = this.readIndex();
      const { patch, unread } = await index.rescan(await index.moved());
      this.presence.set(true);
      this.afterReading(unread);
      return patch;
    });
  }

  async watch(): Promise<Watching> {
    const { clock, send, log, createWatcher } = this.services;
    const { root } = this;
    await this.watching?.close();
    const index = this.readIndex();
    this.watching = new RootWatch({
      path: index.path,
      clock,
      create: createWatcher,
      isNetworkDrive: () => isOnNetworkDrive(index.path),
      countFiles: () => index.listing.count,
      onChange: (folder) => this.onChange(folder),
      verify: () => this.verifyInBackground(),
      onMode: (watching, message) => send('watching', { root, watching, message }),
      log: (message) => log('warn', `Root ${root}: ${message}`),
    });
    return this.watching.start();
  }

  prefer(ids: readonly number[]): void {
    this.facts.prefer(ids);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.facts.stop();
    this.presence.close();
    this.changes.close();
    this.cancelProblems?.();
    await this.watching?.close();
  }

  /** One reading after the other; what fails because the root is away is remembered as that. */
  private reading<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(async () => {
      this.assertOpen();
      try {
        return await work();
      } catch (error) {
        if (error instanceof AppError && error.code === 'offline') this.presence.set(false);
        throw error;
      }
    });
    this.tail = result.catch(() => undefined);
    return result;
  }

  private assertOpen(): void {
    if (this.closed) throw new AppError('stopped', 'The folder has been closed.');
  }

  /** The index to scan into: a new one when the path leads to another folder than before. */
  private indexForScan(): RootIndex {
    let real: string;
    try {
      real = realpathSync(this.path);
    } catch (error) {
      throw new AppError('offline', 'The folder cannot be reached at the moment.', { cause: error });
    }
    if (this.index?.path !== real) {
      const firstId = this.index?.nextFileId ?? this.firstId;
      this.index = new RootIndex({ path: real, firstId, onFolder: () => this.onFolder() });
      this.fileProblems.clear();
    }
    return this.index;
  }

  private readIndex(): RootIndex {
    if (!this.index?.isRead) throw new AppError('not-found', 'The folder has not been read yet.');
    return this.index;
  }

  private onFolder(): void {
    this.assertOpen();
    const now = this.services.clock.now();
    if (!this.index || now - this.lastProgress < PROGRESS_MS) return;
    this.lastProgress = now;
    // Readings of single folders are too short to be worth telling.
    if (!this.index.isRead) this.services.send('progress', { root: this.root, ...this.index.progress });
  }

  private afterReading(unread: readonly number[]): void {
    for (const id of this.fileProblems.keys()) {
      if (!this.index?.listing.has(id)) this.fileProblems.delete(id);
    }
    this.tellProblemsSoon();
    // After the answer has gone out: facts of files that main does not know yet would be lost.
    setImmediate(() => !this.closed && this.facts.add(unread));
  }

  private lookAgainAtYoung(patch: ListingPatch): void {
    const { clock } = this.services;
    const { rows } = patch;
    const folders = rows.folders.split('\0');
    const young = new Set<string>();
    rows.modified.forEach((time, row) => {
      if (Math.abs(clock.now() - time) < SETTLE_MS) young.add(folders[rows.folder[row]!]!);
    });
    if (young.size > 0 && this.watching) {
      clock.after(SETTLE_MS, () => !this.closed && young.forEach((folder) => this.changes.note(folder)));
    }
  }

  private async readFactsOf(id: number): Promise<FileFacts | null> {
    const listing = this.index?.listing;
    const row = listing?.rowOf(id) ?? -1;
    if (!this.index || !listing || row < 0) return null;
    const [size, modified] = [listing.sizeAt(row), listing.modifiedAt(row)];
    const path = absolutePath(this.index.path, listing.pathAt(row));
    const facts = await readFacts(path, listing.kindAt(row));
    const now = this.index.listing;
    const after = now.rowOf(id);
    // Changed meanwhile: it is in the queue again.
    const same = after >= 0 && now.sizeAt(after) === size && now.modifiedAt(after) === modified;
    return same ? facts : null;
  }

  private tellFacts(facts: Facts): void {
    this.index?.listing.applyFacts(facts);
    this.services.send('facts', { root: this.root, facts });
  }

  private noteFileProblem(id: number, problem: FileFacts['problem']): void {
    const listing = this.index?.listing;
    const row = listing?.rowOf(id) ?? -1;
    if (problem && listing && row >= 0) {
      this.fileProblems.set(id, { path: listing.pathAt(row), ...problem });
    } else if (!this.fileProblems.delete(id)) return;
    this.tellProblemsSoon();
  }

  private tellProblemsSoon(): void {
    const wait = PROBLEMS_MS + this.fileProblems.size * PROBLEMS_MS_EACH;
    this.cancelProblems ??= this.services.clock.after(wait, () => {
      this.cancelProblems = null;
      const found = [...(this.index?.problems() ?? []), ...this.fileProblems.values()];
      const problems: Problem[] = found.map((one) => ({ root: this.root, ...one }));
      const told = JSON.stringify(problems);
      if (told === this.toldProblems) return;
      this.toldProblems = told;
      this.services.send('problems', { root: this.root, problems });
    });
  }

  private onChange(folder: string): void {
    this.changes.note(folder);
    // The root itself moved: perhaps it is gone.
    if (folder === '') void this.presence.check();
  }

  private verifyInBackground(): void {
    const { index } = this;
    if (!index || this.closed) return;
    this.reading(async () => {
      for (const folder of await index.moved()) this.changes.note(folder);
    }).catch((error: unknown) => {
      if (!(error instanceof AppError)) this.services.log('error', `Verification: ${String(error)}`);
    });
  }

  private async isThere(): Promise<boolean> {
    if (this.index) return this.index.rootIsThere();
    return stat(this.path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
  }

  private onPresence(online: boolean): void {
    this.services.send('presence', { root: this.root, online });
    if (online && this.watching) {
      // Watches do not survive the drive they were on.
      this.watch().catch((error: unknown) => this.services.log('warn', `Watching: ${String(error)}`));
    }
  }
}
