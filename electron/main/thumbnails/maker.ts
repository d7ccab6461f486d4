// Runs in main: the way of one thumbnail from the pool into the store, and what to do while nothing can be stored.

import type { RootId } from '../../shared/contract.js';
import { NOT_SAVED, type ThumbnailMade } from '../../shared/messages.js';
import { AppError, toFailure } from '../../shared/result.js';
import type { Logger } from '../log.js';
import type { Clock, Timer } from './clock.js';
import type { FfmpegFound } from './ffmpeg.js';
import { fileIdentity, jobKey, LONGEST_SIDE, type Variant } from './keys.js';
import type { MediaFile } from './media-file.js';
import type { Recognise } from './pool-types.js';
import type { ThumbnailPool } from './pool.js';
import type { Lane } from './queue.js';
import type { ThumbnailStore } from './store.js';
import { isGone, isHeld } from './take-over.js';
import { Viewed } from './viewed.js';

export interface MakerOptions {
  readonly pool: ThumbnailPool;
  readonly store: ThumbnailStore;
  /** 0: they are switched off. */
  readonly workers: number;
  readonly clock: Clock;
  readonly log: Logger;
  /** Thumbnails can be stored again. */
  readonly onStoreBack: () => void;
  /** What keeps thumbnails from being made has changed. */
  readonly onNotice: () => void;
}

/** More tiles than that do not show a large picture at once, on the largest screens. */
const MOST_LARGE = 200;
/** Milliseconds until a folder that could not be written is tried again. */
const RETRY_STORE = 15_000;
const SWITCHED_OFF =
  'The workers that read this kind of picture are switched off. Switch them on in the settings.';
/** What the notice says when the background has no space left. */
export const FULL = 'The space for thumbnails is used up. More are made when you look at them.';

/** Nothing was tried, for a reason of this computer or of how it is set: says nothing about the file. */
export class Refusal extends AppError {}

export class Maker {
  private ffmpeg: FfmpegFound = { path: null, notice: null };
  /** Pictures on their way, so that two who ask for one get one. */
  private readonly making = new Map<
    string,
    { readonly root: RootId; readonly made: Promise<ThumbnailMade> }
  >();
  /** Jobs for large tiles that may still wait, oldest first. */
  private readonly large = new Set<string>();
  /** Identities of files of which a new picture is wanted, whatever is stored. */
  private readonly again = new Set<string>();
  /** What viewers show: their pictures are made first, and those of others not at all. */
  readonly viewed: Viewed;
  private timer: Timer | undefined;
  private stopped = false;

  constructor(private readonly options: MakerOptions) {
    this.viewed = new Viewed((key) => options.pool.withdraw(key));
  }

  start(ffmpeg: FfmpegFound): void {
    this.ffmpeg = ffmpeg;
    this.options.pool.start();
    if (this.options.store.problem) this.waitForStore();
  }

  /** False while nothing can be stored, or workers are switched off: then it is not worth asking. */
  get works(): boolean {
    const { store, workers } = this.options;
    return !this.stopped && workers > 0 && store.problem === null;
  }

  /** Why nothing can be made of a file at the moment, as far as that is known before it is tried; null: nothing is in the way. */
  refusal({ kind }: Pick<MediaFile, 'kind'>): AppError | null {
    const { store, workers } = this.options;
    if (kind === 'video' && this.ffmpeg.path === null) {
      return new Refusal('unsupported', this.ffmpeg.notice ?? 'Videos need ffmpeg, which was not found.');
    }
    if (workers === 0) return new Refusal('unsupported', SWITCHED_OFF);
    return store.problem && new AppError('stopped', store.problem.message);
  }

  /** The next picture of a file (its identity) is made whatever is stored; that stays until there is another. */
  makeAgain = (identity: string): void => void this.again.add(identity);

  /** Whether a thumbnail has still to be made. */
  isWanted(identity: string): boolean {
    return this.again.has(identity) || !this.options.store.has(identity, 'grid');
  }

  /** What a person is told of a file whose thumbnail need not be made. */
  warningOf(identity: string): ThumbnailMade['warning'] {
    return this.options.store.warningOf(identity);
  }

  /** The file's thumbnail cannot be made again; whether there is one all the same. */
  giveUp(identity: string): boolean {
    return this.again.delete(identity) && this.options.store.has(identity, 'grid');
  }

  /** Whether nothing is made for a reason that no file is to blame for, and that will not pass in a moment. */
  get isHeldUp(): boolean {
    const { store, pool, workers } = this.options;
    return workers === 0 || store.problem !== null || pool.notice !== null;
  }

  /** One sentence about what keeps thumbnails from being made, else null. Told only where it matters to someone. */
  notice({ failed, pending }: { readonly failed: number; readonly pending: number }): string | null {
    const { store, pool, workers } = this.options;
    // Chosen so: nothing to complain about.
    if (workers === 0) return null;
    if (store.problem) return store.problem.message;
    if (pool.notice !== null) return pool.notice;
    if (failed > 0 && this.ffmpeg.notice !== null) return this.ffmpeg.notice;
    return pending > 0 && store.full ? FULL : null;
  }

  /**
   * Makes a picture and stores it; one that is stored for the same content, wherever that lay, is taken as it is.
   *
   * @throws AppError about the file; `stopped` when it was withdrawn, or nothing can be stored at the moment
   */
  make(file: MediaFile, variant: Variant, lane: Lane): Promise<ThumbnailMade> {
    const key = jobKey(fileIdentity(file), variant);
    const making = this.making.get(key);
    if (making) {
      this.options.pool.promote(key, lane);
      return making.made;
    }
    const made = this.makeNew(file, key, variant, lane).finally(() => {
      this.making.delete(key);
      this.large.delete(key);
      this.viewed.ended(key);
    });
    this.making.set(key, { root: file.root, made });
    return made;
  }

  /**
   * Makes a picture that fills the screen or a large tile; answers its path.
   *
   * @throws AppError; `stopped` for a large tile that must have been scrolled away, because so many others were asked for since,
   * and for what no viewer shows any more
   */
  async rendition(file: MediaFile, variant: Exclude<Variant, 'grid'>): Promise<string> {
    const key = jobKey(fileIdentity(file), variant);
    if (variant === 'large') this.noteLarge(key);
    else this.viewed.began(key, file.root, file.id);
    // A large tile shows its small picture meanwhile: those without any come first.
    await this.make(file, variant, variant === 'large' ? 'near' : 'viewer');
    const path = await this.options.store.find(fileIdentity(file), variant);
    if (path === null) throw new AppError('internal', 'The picture could not be saved.');
    return path;
  }

  /** Takes back what waits of a root, in all sizes. */
  withdraw(root: RootId): void {
    for (const [key, making] of this.making) if (making.root === root) this.options.pool.withdraw(key);
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.making.values()].map(({ made }) => made));
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== undefined) this.options.clock.clearTimer(this.timer);
  }

  /** Nobody tells when a tile that waits for a large picture is gone: the oldest give way. */
  private noteLarge(key: string): void {
    this.large.delete(key);
    this.large.add(key);
    const [oldest] = this.large;
    if (this.large.size <= MOST_LARGE || oldest === undefined) return;
    this.large.delete(oldest);
    this.options.pool.withdraw(oldest);
  }

  private async makeNew(
    file: MediaFile,
    key: string,
    variant: Variant,
    lane: Lane,
    isSecond = false,
  ): Promise<ThumbnailMade> {
    const { pool, store } = this.options;
    const { path, rootPath, kind } = file;
    const ffmpeg = this.ffmpeg.path;
    const refusal = this.refusal(file);
    if (refusal) {
      // Thousands of them: each refusal in a turn of its own portion, or they would hold the loop.
      await new Promise(setImmediate);
      throw refusal;
    }
    const identity = fileIdentity(file);
    const target = store.temporary(key);
    let known: ThumbnailMade | null = null;
    const recognise: Recognise = async (fingerprint, readSum) => {
      const sum = store.needsSum(file, fingerprint) ? await readSum() : undefined;
      return (known = store.recognise(file, fingerprint, variant, sum));
    };
    const job = { path, rootPath, kind, longestSide: LONGEST_SIDE[variant], target, ffmpeg };
    try {
      const mayBeKnown = () => !this.again.has(identity) && store.mayKnow(file.size);
      const made = await pool.addJob({ key, lane, job, recognise, mayBeKnown });
      if (made !== known) await store.commit(file, variant, made, this.again.has(identity));
      // Any size will do: with it all others are gone.
      this.again.delete(identity);
      return made;
    } catch (error) {
      const blamed = await this.blame(error);
      const unsaved = blamed === error && isUnsaved(error);
      // The disk may have been full when it was written, or the folder removed, and that be over when it was looked at.
      if (unsaved && !isSecond && !this.stopped) return this.makeNew(file, key, variant, lane, true);
      // Nothing was written for what was taken back; a worker that was ended could remove nothing.
      if (toFailure(error).code !== 'stopped') store.discard(key);
      throw blamed;
    }
  }

  /** A picture that could not be saved says nothing about its file: look whether anything can be saved. */
  private async blame(error: unknown): Promise<unknown> {
    const { store } = this.options;
    if (!(error instanceof AppError) || error.code !== 'internal' || this.stopped) return error;
    if (await store.probe()) return error;
    this.waitForStore();
    return new AppError('stopped', store.problem?.message ?? error.message, { cause: error });
  }

  private waitForStore(): void {
    const { pool, store, clock, log } = this.options;
    if (this.timer !== undefined || this.stopped) return;
    log('warn', store.problem?.message ?? '');
    pool.clearQueue();
    this.options.onNotice();
    this.timer = clock.setTimer(() => {
      this.timer = undefined;
      void store.probe().then((works) => {
        if (!works) return this.waitForStore();
        this.options.onNotice();
        this.options.onStoreBack();
      });
    }, RETRY_STORE);
  }
}

/**
 * Whether a picture was made and could not be stored; of the store's own failures only where it was gone by then, or another
 * program held it: on Windows those that look through new files do for a moment.
 */
const isUnsaved = (error: unknown): boolean =>
  error instanceof AppError &&
  (error.message.startsWith(NOT_SAVED) || isGone(error.cause) || isHeld(error.cause));
