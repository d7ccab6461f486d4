// Runs in main: thumbnails as the rest of the app sees them. Knows which files want one, keeps the pool fed in
// bounded portions, answers thumb:// at once, and tells the window what is ready.

import type { FileId, RootId, ThumbnailFailure, ThumbnailStatus } from '../../shared/contract.js';
import type { ThumbnailMade } from '../../shared/messages.js';
import { displayPath } from '../../shared/paths.js';
import { AppError, toFailure } from '../../shared/result.js';
import { Announcer } from './announcer.js';
import { systemClock } from './clock.js';
import { Intake } from './intake.js';
import { thumbnailKey, type Variant } from './keys.js';
import { Ledger } from './ledger.js';
import { Maker } from './maker.js';
import type { MediaFile } from './media-file.js';
import type { Lane } from './queue.js';
import type { ThumbnailBytes, ThumbnailsOptions, Wish } from './thumbnails-types.js';

/** The pool is filled up when it has room for this many: most ends of jobs then cost nothing here. */
const PORTION = 250;
/** Failures that say something about the moment, not about the file: a file that is announced again gets a new try. */
const PASSING: ReadonlySet<string> = new Set(['not-found', 'offline', 'unreadable', 'internal']);

export class Thumbnails {
  private readonly ledger = new Ledger();
  private readonly announcer: Announcer;
  private readonly intake: Intake;
  private readonly maker: Maker;
  /** What the window wants now, by root. */
  private readonly wishes = new Map<RootId, Wish>();
  /** Keys of the jobs that a root's wish has asked for. */
  private readonly wished = new Map<RootId, Set<string>>();
  private state: 'new' | 'running' | 'stopped' = 'new';

  constructor(private readonly options: ThumbnailsOptions) {
    const { clock = systemClock, pool, store, log } = options;
    this.announcer = new Announcer(clock, {
      changed: options.emitChanged,
      status: () => options.emitStatus(this.status()),
    });
    const onNotice = () => this.announcer.status();
    this.maker = new Maker({ pool, store, clock, log, onNotice, onStoreBack: () => this.resume() });
    this.intake = new Intake({
      ledger: this.ledger,
      clock,
      canCheck: () => this.state === 'running',
      add: (root, id) => this.addOne(root, id),
      forget: (root, id) => this.forgetOne(root, id),
      check: (root, id) => this.checkOne(root, id),
      onPortion: () => this.afterPortion(),
    });
  }

  /** Reads what exists and begins to work. What was asked for before is kept. */
  async start(): Promise<void> {
    const [ffmpeg] = await Promise.all([this.options.ffmpeg(), this.options.store.open()]);
    if (this.state !== 'new') return;
    this.state = 'running';
    this.maker.start(ffmpeg);
    this.resume();
    this.intake.run();
  }

  /** Ends the workers, after a moment in which running jobs may finish. The rest is made after the next start. */
  async stop(): Promise<void> {
    this.state = 'stopped';
    this.announcer.stop();
    this.intake.stop();
    this.maker.stop();
    await this.options.pool.stop({ wait: true });
  }

  /** A root's files on screen and near it, most wanted first. Replaces its wish before; what is not wanted any more falls back. */
  want(wish: Wish): void {
    this.wishes.set(wish.root, wish);
    if (this.state !== 'running') return;
    const before = this.wished.get(wish.root) ?? new Set();
    const wished = new Set<string>();
    this.wished.set(wish.root, wished);
    // In a lane the newest goes first, so the most wanted is asked for last.
    for (const id of wish.near.toReversed()) this.urge(wish.root, id, 'near');
    for (const id of wish.visible.toReversed()) this.urge(wish.root, id, 'visible');
    for (const key of before) if (!wished.has(key)) this.options.pool.withdraw(key);
  }

  /** New or changed files, made in the background. Taken over in short portions: `ids` must stay as they are. */
  add(root: RootId, ids: Iterable<FileId>): void {
    this.intake.push(root, ids, false);
  }

  /** Files that are gone. */
  forget(root: RootId, ids: Iterable<FileId>): void {
    this.intake.push(root, ids, true);
  }

  /** Takes over a change of a root's files. */
  follow(root: RootId, changes: Readonly<Record<'added' | 'changed' | 'removed', Iterable<FileId>>>): void {
    this.forget(root, changes.removed);
    this.add(root, changes.changed);
    this.add(root, changes.added);
  }

  forgetRoot(root: RootId): void {
    this.intake.dropRoot(root);
    for (const key of this.ledger.forgetRoot(root)) this.options.pool.withdraw(key);
    this.wishes.delete(root);
    this.wished.delete(root);
    this.announcer.forget(root);
  }

  /**
   * What thumb:// answers. `grid` answers at once, queueing what is missing; `screen` waits for a rendition
   * that fills the screen.
   *
   * @throws AppError `not-found` for an unknown file
   */
  async bytes(root: RootId, id: FileId, variant: Variant): Promise<ThumbnailBytes> {
    const file = this.options.lookUp(root, id);
    if (!file) throw new AppError('not-found', 'This file is no longer part of the gallery.');
    const key = thumbnailKey(file, variant);
    const path = await this.options.store.find(key);
    if (path !== null) return { path };
    if (variant === 'screen') return this.makeForScreen(file, key);
    const failed = this.ledger.failed(root, id);
    if (failed?.key === key) return { failed: failed.failure };
    // Known as done, but the stored file is damaged or gone.
    if (this.ledger.place(root, id) === 'done') this.ledger.move(root, id, 'todo');
    this.urge(root, id, 'visible');
    return { pending: true };
  }

  /** Path of the stored picture, null while a `grid` one is being made. @throws AppError why it cannot be made */
  async file(root: RootId, id: FileId, variant: Variant): Promise<string | null> {
    const bytes = await this.bytes(root, id, variant);
    if ('failed' in bytes) throw new AppError(bytes.failed.code, bytes.failed.message);
    return 'path' in bytes ? bytes.path : null;
  }

  status(): ThumbnailStatus {
    const totals = this.ledger.totals();
    return { ...totals, workers: this.options.workers, notice: this.maker.notice(totals.failed > 0) };
  }

  failures(): ThumbnailFailure[] {
    return this.ledger.failures().map(({ failure }) => failure);
  }

  /** Tries failed files of a root again; without an id all of them. */
  retry(root: RootId, id: FileId | null): void {
    for (const { failure, key } of this.ledger.failures(root)) {
      if (id !== null && failure.id !== id) continue;
      this.options.pool.release(key);
      this.ledger.move(root, failure.id, 'todo');
      if (id !== null) this.urge(root, id, 'visible');
    }
    this.feed();
    this.announcer.status();
  }

  /** The pool's notice has changed. */
  noticeChanged(): void {
    this.announcer.status();
  }

  private resume(): void {
    for (const wish of this.wishes.values()) this.want(wish);
    this.feed();
    this.announcer.status();
  }

  /** Asks for a thumbnail that a person waits for. */
  private urge(root: RootId, id: FileId, lane: Lane): void {
    const place = this.ledger.place(root, id);
    if (this.state !== 'running' || place === 'done' || place === 'failed') return;
    const file = this.options.lookUp(root, id);
    if (!file) return;
    const key = thumbnailKey(file, 'grid');
    if (this.options.store.has(key)) {
      this.ledger.move(root, id, 'done');
      this.announcer.ready(root, id);
      return;
    }
    if (this.isAway(root)) return;
    this.wished.get(root)?.add(key);
    if (place === 'queued') this.options.pool.promote(key, lane);
    else this.enqueue(file, key, lane);
  }

  private addOne(root: RootId, id: FileId): void {
    // What is being made is compared with its file when it is done.
    if (this.ledger.place(root, id) === 'queued' || this.stillFails(root, id)) return;
    this.ledger.move(root, id, 'unchecked');
  }

  private stillFails(root: RootId, id: FileId): boolean {
    const failed = this.ledger.failed(root, id);
    if (!failed || PASSING.has(failed.failure.code)) return false;
    const file = this.options.lookUp(root, id);
    return file !== undefined && thumbnailKey(file, 'grid') === failed.key;
  }

  private forgetOne(root: RootId, id: FileId): void {
    const key = this.ledger.forget(root, id);
    if (key !== undefined) this.options.pool.withdraw(key);
  }

  private checkOne(root: RootId, id: FileId): void {
    const file = this.options.lookUp(root, id);
    if (!file) this.ledger.forget(root, id);
    else this.ledger.move(root, id, this.options.store.has(thumbnailKey(file, 'grid')) ? 'done' : 'todo');
  }

  private readonly isAway = (root: RootId): boolean => this.options.isAway?.(root) ?? false;

  private afterPortion(): void {
    this.feed();
    this.announcer.status();
  }

  /** Fills the pool's background lane up to its bound. */
  private feed(): void {
    if (this.state !== 'running' || !this.maker.works) return;
    let room = this.options.pool.backgroundRoom;
    if (room < PORTION) return;
    for (const { root, id } of this.ledger.each('todo')) {
      if (this.isAway(root)) continue;
      const file = this.options.lookUp(root, id);
      if (file) this.enqueue(file, thumbnailKey(file, 'grid'), 'background');
      else this.ledger.forget(root, id);
      if (--room === 0) return;
    }
  }

  private enqueue(file: MediaFile, key: string, lane: Lane): void {
    const { root, id } = file;
    if (!this.maker.works) return this.ledger.move(root, id, 'todo');
    this.ledger.queue(root, id, key);
    this.maker.make(file, key, 'grid', lane).then(
      (made) => this.made(file, key, made),
      (error: unknown) => this.notMade(file, key, error),
    );
  }

  private made(file: MediaFile, key: string, made: ThumbnailMade): void {
    const { root, id } = file;
    if (!this.isCurrent(file, key)) return;
    const { width, height, duration, warning } = made;
    this.ledger.move(root, id, 'done');
    this.announcer.ready(root, id);
    this.options.onFacts(root, id, { width, height, duration });
    if (warning)
      this.options.onProblem({ root, path: file.relative, kind: 'damaged', message: warning.message });
    this.feed();
  }

  private notMade(file: MediaFile, key: string, error: unknown): void {
    const { root, id, relative: path } = file;
    const { code, message } = toFailure(error);
    if (!this.isCurrent(file, key)) return;
    // A file that went away with its root can be tried when it is back.
    if (code === 'stopped' || (PASSING.has(code) && this.isAway(root))) {
      this.ledger.move(root, id, 'todo');
    } else {
      const failure = { root, id, path, code, message };
      this.options.log('info', `No thumbnail of ${displayPath(path)}: ${message}`);
      this.ledger.fail(failure, key);
      this.announcer.failed(failure);
    }
    this.feed();
  }

  /** Whether the end of a job still fits its file; if the file has changed meanwhile, it starts again. */
  private isCurrent({ root, id }: MediaFile, key: string): boolean {
    this.wished.get(root)?.delete(key);
    // Forgotten, or forgotten and taken in again under another key.
    if (this.state !== 'running' || this.ledger.place(root, id) !== 'queued') return false;
    const now = this.options.lookUp(root, id);
    if (now && thumbnailKey(now, 'grid') === key) return true;
    if (!now) {
      this.ledger.forget(root, id);
      return false;
    }
    this.ledger.move(root, id, 'unchecked');
    this.intake.run();
    return false;
  }

  private async makeForScreen(file: MediaFile, key: string): Promise<ThumbnailBytes> {
    const { root, id, relative: path } = file;
    try {
      await this.maker.make(file, key, 'screen', 'viewer');
      const stored = await this.options.store.find(key);
      if (stored !== null) return { path: stored };
      throw new AppError('internal', 'The picture could not be saved.');
    } catch (error) {
      const { code, message } = toFailure(error);
      return { failed: { root, id, path, code, message } };
    }
  }
}
