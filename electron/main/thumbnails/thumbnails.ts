// Runs in main: thumbnails as the rest of the app sees them. Knows which files want one, keeps the pool fed in
// bounded portions, answers thumb:// at once, and tells the window what is ready.

import { setImmediate as afterOthers } from 'node:timers/promises';
import type { FileId, RootId } from '../../shared/contract.js';
import type { FailedFile } from '../../shared/files.js';
import type { FilesOf } from '../../shared/marks.js';
import type { PlaceholderColumns, ThumbnailFailure, ThumbnailStatus } from '../../shared/thumbnail-status.js';
import { AppError } from '../../shared/result.js';
import { Announcer } from './announcer.js';
import { Background } from './background.js';
import { systemClock } from './clock.js';
import { contentOf } from './content.js';
import { Failures } from './failures.js';
import { GridJobs } from './grid-jobs.js';
import { Intake, type Take } from './intake.js';
import { fileIdentity, type Variant } from './keys.js';
import { Ledger } from './ledger.js';
import { Maker } from './maker.js';
import { Pace } from './pace.js';
import { Placeholders } from './placeholders.js';
import { renditionOf } from './renditions.js';
import { statusOf } from './status.js';
import { Wishes } from './wishes.js';
import type { Lane } from './queue.js';
import type { Content, ThumbnailBytes, ThumbnailsOptions, Wish } from './thumbnails-types.js';
import type { StoredPicture } from './stored-file.js';
import { OFFLINE, Rebuilds } from './rebuild.js';

export class Thumbnails {
  private readonly ledger = new Ledger();
  private readonly announcer: Announcer;
  private readonly intake: Intake;
  private readonly maker: Maker;
  private readonly pace: Pace;
  private readonly jobs: GridJobs;
  private readonly colors = new Placeholders((...news) => this.announcer.placeholder(...news));
  private readonly background: Background;
  private readonly rebuilds: Rebuilds;
  private readonly wishes = new Wishes();
  private opening: Promise<unknown> | undefined;
  /** What somebody waited for before the start. */
  private early: (() => void)[] = [];
  private state: 'new' | 'running' | 'stopped' = 'new';

  constructor(private readonly options: ThumbnailsOptions) {
    const { clock = systemClock, pool, store, workers, lookUp, log } = options;
    this.announcer = new Announcer(clock, {
      changed: options.emitChanged,
      status: () => options.emitStatus(this.status()),
    });
    this.pace = new Pace(clock);
    const onStoreBack = () => this.resume(true);
    this.maker = new Maker({ pool, store, workers, clock, log, onNotice: this.noticeChanged, onStoreBack });
    this.jobs = new GridJobs({
      ...{ ledger: this.ledger, maker: this.maker, announcer: this.announcer, pace: this.pace, log },
      ...{ lookUp, onFacts: options.onFacts, onProblem: options.onProblem },
      onPlaceholder: (root, id, colors) => this.colors.set(root, id, colors),
      ...{ failures: new Failures(options.userData ?? null, clock, log), isAway: this.isAway },
      onEnd: (root, key) => this.wishes.ended(root, key),
      ...{ onRoom: () => this.feed(), onChangedFile: () => this.intake.run() },
    });
    this.background = new Background({
      ...{ ledger: this.ledger, maker: this.maker, jobs: this.jobs, pool, store, lookUp, workers },
      ...{ paused: options.paused ?? false, onPaused: options.onPaused, isAway: this.isAway },
    });
    this.rebuilds = new Rebuilds({
      ...{ lookUp, pool, ledger: this.ledger, jobs: this.jobs, maker: this.maker, isAway: this.isAway },
      ...{ urge: (root, id, lane) => this.urge(root, id, lane, null), onAsked: () => this.resume() },
    });
    this.intake = new Intake({
      ...{ ledger: this.ledger, clock, log },
      canBegin: () => this.state === 'running',
      check: this.checkOne,
      onPortion: () => this.goOn(),
    });
  }

  /** Reads what exists, which can be served then. */
  async open(): Promise<void> {
    const { pool, store } = this.options;
    await (this.opening ??= Promise.all([store.open(), pool.open(), this.jobs.open()]));
  }

  /** Reads what exists and begins to work. What was asked for before is kept. */
  async start(): Promise<void> {
    if (this.state !== 'new') return;
    const [ffmpeg] = await Promise.all([this.options.ffmpeg(), this.open()]);
    if (this.state !== 'new') return;
    this.state = 'running';
    this.maker.start(ffmpeg);
    await afterOthers(); // Starting workers has held main's loop for some milliseconds, and so does what follows.
    this.resume();
    for (const urge of this.early.splice(0)) urge();
    this.intake.run();
  }

  /** Ends the workers, after a moment in which running jobs may finish. The rest is made after the next start. */
  async stop(): Promise<void> {
    this.state = 'stopped';
    for (const one of [this.announcer, this.intake, this.maker, this.jobs]) one.stop();
    await this.options.pool.stop({ wait: true });
    // What a worker has finished is still being taken over.
    await this.maker.settled();
    await Promise.all([this.options.store.close(), this.jobs.close()]);
  }

  /**
   * A root's files on screen of a window and near it, most wanted first. Replaces that window's wish before; what no
   * window wants any more falls back.
   */
  want(wish: Wish, window = 0): void {
    const { root } = wish;
    const before = this.wishes.replace(window, wish);
    if (this.state !== 'running') return;
    // In a lane the newest goes first, so the most wanted is asked for last.
    for (const id of wish.near.toReversed()) this.urge(root, id, 'near', window);
    for (const id of wish.visible.toReversed()) this.urge(root, id, 'visible', window);
    for (const key of before) if (!this.wishes.has(root, key)) this.options.pool.withdraw(key);
  }

  /** What the viewer of a window shows and has next to it; none when it is closed. Large pictures of others need not be made. */
  view = (window: number, files: readonly FilesOf[]): void => this.maker.viewed.replace(window, files);

  /** A window is gone, and wants nothing any more. */
  leave(window: number): void {
    this.view(window, []);
    for (const key of this.wishes.forgetWindow(window)) this.options.pool.withdraw(key);
  }

  /** New or changed files, made in the background. Taken over in short portions: `ids` must stay as they are. */
  add = (root: RootId, ids: Iterable<FileId>): void => this.intake.push(root, ids, this.addOne);
  /** Files that are gone. */
  forget = (root: RootId, ids: Iterable<FileId>): void => this.intake.push(root, ids, this.forgetOne);

  /** Takes over a change of a root's files. */
  follow(root: RootId, changes: Readonly<Record<'added' | 'changed' | 'removed', Iterable<FileId>>>): void {
    this.forget(root, changes.removed);
    this.add(root, changes.changed);
    this.add(root, changes.added);
  }

  forgetRoot(root: RootId): void {
    this.intake.dropRoot(root);
    for (const key of this.ledger.forgetRoot(root)) this.options.pool.withdraw(key);
    for (const one of [this.colors, this.rebuilds, this.wishes]) one.forgetRoot(root);
    this.announcer.forget(root);
    this.feed(); // Files of other folders may have waited for its room in the pool.
  }

  /**
   * What thumb:// answers. `grid` answers at once, queueing what is missing; the others wait until they are made.
   *
   * @throws AppError `not-found` for an unknown file
   */
  async bytes(root: RootId, id: FileId, variant: Variant): Promise<ThumbnailBytes> {
    const file = this.options.lookUp(root, id);
    if (!file) throw new AppError('not-found', 'This file is no longer part of the gallery.');
    const key = fileIdentity(file);
    const unread = (error: unknown) => this.jobs.unread(root, id, error);
    const stored = await this.options.store.read(key, variant).catch(unread);
    if (stored) return stored;
    const told = () => this.ledger.failed(root, id, key);
    if (variant !== 'grid' && this.isAway(root)) throw OFFLINE;
    if (variant !== 'grid') return renditionOf(this.maker, file, variant, told, this.options.onProblem);
    const failed = told();
    if (failed) return { failed: failed.failure };
    this.ledger.again(root, id); // The stored file is damaged or gone.
    const urge = () => this.urge(root, id, 'visible');
    if (this.state === 'new') this.early.push(urge);
    else urge();
    return { pending: true };
  }

  /** The stored picture, null while a `grid` one is being made. @throws AppError why it cannot be made */
  async picture(root: RootId, id: FileId, variant: Variant): Promise<StoredPicture | null> {
    const found = await this.bytes(root, id, variant);
    if ('failed' in found) throw new AppError(found.failed.code, found.failed.message);
    return 'path' in found ? { bytes: null, ...found } : null;
  }

  /** The same, as a path. */
  file = async (...of: Parameters<Thumbnails['picture']>): Promise<string | null> =>
    (await this.picture(...of))?.path ?? null;
  status(): ThumbnailStatus {
    const { background, maker, pace, ledger } = this;
    return statusOf({ ...this.options, background, maker, pace, totals: ledger.totals() });
  }

  /** Stops and resumes background work; what a person looks at is made all the same. */
  pause(paused: boolean): void {
    this.background.pause(paused);
    this.goOn();
  }

  /** The computer runs on its battery, or on mains again: background work goes slower or as fast as before. */
  powered(onBattery: boolean): void {
    this.background.powered(onBattery);
    this.announcer.status();
  }

  /** Removes all stored thumbnails, and pauses, or the space would be used up again at once. No files: nothing to pause. @throws as the store; all are forgotten then, too */
  async clear(): Promise<void> {
    if (this.ledger.totals().total > 0) this.pause(true);
    await this.options.store.clear().finally(this.evicted);
  }

  /** Thumbnails may take more or less than before: what is too much goes at once, or what had no room is made. */
  spaceChanged = (): Promise<void> => this.options.store.fit().then(() => this.goOn());
  /** Some that were stored are not any more: they are to be made, when there is room or somebody looks. */
  evicted = (): void => {
    this.intake.checkAgain('done');
    this.goOn(); // Also where there is no folder any more, and nothing to be made.
  };

  failures = (): ThumbnailFailure[] => this.ledger.failures().map(({ failure }) => failure);
  /** Files whose jobs the pool does not know of yet: it is given portions. */
  waiting = (): number => this.ledger.waiting();
  /** The tiny pictures of a root's files, as far as they are known. */
  placeholders = (root: RootId): PlaceholderColumns => this.colors.all(root);
  /** What ended workers when it was viewed is viewed again when somebody asks for it. */
  release(root: RootId, id: FileId): void {
    const file = this.options.lookUp(root, id);
    if (file) this.options.pool.release(fileIdentity(file));
  }

  /** What a file contains: see {@link Content}. */
  contentOf = (root: RootId, id: FileId): Content =>
    contentOf({ ...this.options, ledger: this.ledger }, root, id);
  /** Somebody waits for what these files contain. */
  hurry = (root: RootId, ids: readonly FileId[]): void => ids.forEach((id) => this.urge(root, id, 'near'));
  /** Tries failed files of a root again; without an id all of them. */
  retry = (root: RootId, id: FileId | null): void => this.rebuilds.retry(root, id);
  /** Something in these folders was written to: what failed there is tried again if it was that. */
  touched = (...where: Parameters<Rebuilds['touched']>): Promise<void> => this.rebuilds.touched(...where);
  /** Makes thumbnails again, whatever is stored. Answers the files of which none can be made at the moment. */
  rebuild = (root: RootId, ids: Iterable<FileId>): FailedFile[] => this.rebuilds.add(root, ids);
  /** The pool's notice has changed. */
  noticeChanged = (): void => this.announcer.status();
  /** A root is out of reach: what waits for it would each have a worker wait for its drive. {@link resume} when it is back. */
  withdraw = (root: RootId): void => this.maker.withdraw(root);

  /** What was not made for a reason that is gone is made. `isNew`: what is stored may not have been known before. */
  resume(isNew = false): void {
    if (isNew) this.intake.checkAgain('todo');
    for (const [window, wish] of this.wishes.all()) this.want(wish, window);
    this.goOn();
  }

  /** Asks for a thumbnail that a person waits for. `window`: that wishes it; null: wherever anybody scrolls. */
  private urge(root: RootId, id: FileId, lane: Lane, window?: number | null): void {
    const place = this.ledger.place(root, id);
    if (this.state !== 'running' || place === 'done' || place === 'failed') return;
    const [{ store }, file] = [this.options, this.options.lookUp(root, id)];
    if (!file) return;
    const [key, isNew] = [fileIdentity(file), place !== 'queued' && place !== 'todo'];
    if (isNew) this.colors.set(root, id, store.placeholder(file, key)); // Queued, it is not looked up by `checkOne`.
    if (!this.maker.isWanted(key)) {
      this.jobs.stored(file, key);
      return this.announcer.ready(root, id);
    }
    if (this.isAway(root) || (isNew && this.jobs.failedBefore(file))) return;
    if (window !== null) this.wishes.note(root, key, window);
    if (place === 'queued') this.options.pool.promote(key, lane);
    else this.jobs.enqueue(file, key, lane);
  }

  private readonly addOne: Take = (root, id) => {
    // What is being made is compared with its file when it is done.
    if (this.ledger.place(root, id) === 'queued' || this.jobs.stillFails(root, id)) return;
    this.ledger.move(root, id, 'unchecked');
  };

  private readonly forgetOne: Take = (root, id) => {
    this.colors.forget(root, id);
    const key = this.ledger.forget(root, id);
    if (key !== undefined) this.options.pool.withdraw(key);
  };

  private readonly checkOne: Take = (root, id) => {
    const file = this.options.lookUp(root, id);
    if (!file) return void this.ledger.forget(root, id);
    const [{ store }, identity] = [this.options, fileIdentity(file)];
    if (!this.maker.isWanted(identity)) this.jobs.stored(file, identity);
    else if (this.jobs.failedBefore(file)) return;
    else this.ledger.move(root, id, 'todo');
    this.colors.set(root, id, store.placeholder(file, identity));
  };

  private readonly isAway = (root: RootId): boolean => this.options.isAway?.(root) ?? false;

  private goOn(): void {
    this.feed();
    this.announcer.status();
  }

  private feed(): void {
    if (this.state === 'running') for (const one of [this.rebuilds, this.background]) one.feed();
  }
}
