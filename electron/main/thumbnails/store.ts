// Runs in main: thumbnails on disk. Knows by heart which exist; what is on the disk is checked when it is used.

import { join } from 'node:path';
import { INCOMPLETE, type ThumbnailMade } from '../../shared/messages.js';
import { type AppError } from '../../shared/result.js';
import type { Logger } from '../log.js';
import { systemClock } from './clock.js';
import type { KeyedFile, Variant } from './keys.js';
import { fileIdentity, jobKey, storeKey, temporaryName, VARIANTS } from './keys.js';
import { PictureIndex } from './picture-index.js';
import { DEFAULT_CAP, type StoreOptions } from './store-options.js';
import { StoreTrial } from './store-trial.js';
import { StoredFiles } from './stored-files.js';
import { removeError, storeError, type StoredPicture } from './stored-file.js';
import { discard } from './take-over.js';

const DAY = 24 * 60 * 60 * 1000;

/** When it is full, the least recently used are removed down to this part of the cap. */
const EVICT_TO = 0.9;
/** Pictures with all their pixels are large and looked at once: they must not push out what tiles show. */
const FULL_SIZED = 0.1;
/** Background work stops here: it must not push out what people look at. */
const FULL_AT = 0.85;

/**
 * `FOLDER/ab/abcdef…-grid3.webp`, `FOLDER/tmp` for what is being written, and the index that says what belongs to which
 * file. The folder may be one that a person named, with files of theirs: nothing is touched that has another name.
 */
export class ThumbnailStore {
  private readonly most: () => number;
  private readonly onEvicted: (() => void) | undefined;
  private readonly index: PictureIndex;
  private readonly files: StoredFiles;
  private opening: Promise<void> | undefined;
  private evicting: Promise<void> | undefined;
  private trouble: AppError | null = null;
  private readonly trial: StoreTrial;
  /** Whether the index was read. As long as it is not, nothing is added: it would be written anew without what is in it. */
  private isKnown = false;
  /** Reading what is stored, while that goes on. */
  private reading: Promise<void> | undefined;

  constructor(
    readonly folder: string,
    private readonly log: Logger,
    { cap = DEFAULT_CAP, clock = systemClock, now = () => Date.now(), ...options }: StoreOptions = {},
  ) {
    const { onEvicted, onAnswering, tryWriting, readPicture: read } = options;
    this.trial = new StoreTrial({ folder, clock, path: this.temporary('probe'), tryWriting });
    this.files = new StoredFiles({ folder, clock, log, onAnswering, read });
    this.onEvicted = onEvicted;
    this.most = typeof cap === 'number' ? () => cap : cap;
    this.index = new PictureIndex(folder, clock, () => Math.floor(now() / DAY), log);
  }

  /** Bytes that thumbnails may take. */
  get cap(): number {
    return this.most();
  }

  /** Reads which thumbnails exist and clears left-overs. Never rejects: see {@link problem}. Later calls answer the first. */
  open(): Promise<void> {
    return (this.opening ??= this.load());
  }

  /** Resolves when the index is on the disk. */
  async close(): Promise<void> {
    await this.evicting;
    await this.index.flush();
  }

  /** Why nothing can be stored, or null. */
  get problem(): AppError | null {
    return this.trouble;
  }

  /** Number of stored pictures. */
  get count(): number {
    return this.index.count;
  }

  /** Bytes of all stored pictures. */
  get bytes(): number {
    return this.index.bytes;
  }

  /** Whether more would soon push out what is there. */
  get full(): boolean {
    return this.bytes >= this.cap * FULL_AT;
  }

  /** `identity` as {@link fileIdentity} gives it. */
  has(identity: string, variant: Variant): boolean {
    return this.index.keyOf(identity, variant) !== undefined;
  }

  /** What a person is told of a file whose thumbnail is stored; null: all of it could be read. */
  warningOf(identity: string): ThumbnailMade['warning'] {
    const key = this.index.keyOf(identity, 'grid');
    return key !== undefined && this.index.get(key)?.damaged === true ? INCOMPLETE : null;
  }

  /** What stands for a file whose thumbnail is stored, or once was, also under another name. */
  placeholder(file: KeyedFile, identity = fileIdentity(file)): Uint8Array | undefined {
    return this.index.colorsOf(file, identity);
  }

  /** What a file contains, as far as that is known: see the worker's `fingerprint`. */
  contentOf(identity: string): string | undefined {
    return this.index.contentOf(identity);
  }

  /** Whether a file of this size may be one that is known, renamed or moved: then its fingerprint is worth reading. */
  mayKnow(size: number): boolean {
    return this.index.knowsSize(size);
  }

  /**
   * The facts of a stored picture with the file's content, which from now on is the file's; null when there is none, or the
   * content may be another. `sum`: where {@link needsSum} asks for it.
   */
  recognise(file: KeyedFile, fingerprint: string, variant: Variant, sum?: number): ThumbnailMade | null {
    const picture = this.index.get(storeKey(fingerprint, variant));
    if (!picture) return null;
    const known = this.index.sumOf(fingerprint);
    if (sum !== known && this.index.isDoubtful(file, fingerprint)) return null;
    this.index.place(file, fingerprint);
    const { width, height, duration, bytes, checksum, placeholder, damaged } = picture;
    const warning = damaged ? INCOMPLETE : null;
    return { width, height, duration, bytes, checksum, placeholder, fingerprint, warning, sum: known };
  }

  /** Whether a file was written to where it lies, and only the sum of all its bytes can tell whether it is still the same. */
  needsSum(file: KeyedFile, fingerprint: string): boolean {
    return this.index.sumOf(fingerprint) !== null && this.index.isDoubtful(file, fingerprint);
  }

  /** Where a worker writes before {@link commit}. */
  temporary(job: string): string {
    return join(this.folder, 'tmp', temporaryName(job));
  }

  /** Removes what a job has left that failed. Nobody waits for it: its disk may be the reason. */
  discard(job: string): void {
    void discard(this.temporary(job), this.log);
  }

  /**
   * Takes over what a worker has written for a file. `anew`: whatever else is stored of its content is no longer true.
   *
   * @throws AppError `internal`; what was stored before then still is
   */
  async commit(file: KeyedFile, variant: Variant, made: ThumbnailMade, anew = false): Promise<void> {
    const identity = fileIdentity(file);
    const key = storeKey(made.fingerprint, variant);
    const others = anew || this.index.isDoubtful(file, made.fingerprint);
    try {
      await this.files.place(key, this.temporary(jobKey(identity, variant)), () => {
        this.index.put(variant, made);
        this.index.place(file, made.fingerprint, made.sum);
      });
    } catch (error) {
      throw storeError(this.folder, error);
    }
    if (others) await this.removeOthers(made, variant);
    if (variant === 'full') await this.remove(this.index.surplusOfFull(this.cap * FULL_SIZED));
    void this.fit();
  }

  /** Its path; see {@link read}. */
  find = async (...of: Parameters<ThumbnailStore['read']>) => (await this.read(...of))?.path ?? null;

  /**
   * A stored thumbnail that is whole; null when there is none, and then it is forgotten.
   *
   * @throws AppError `offline` when its disk does not answer
   */
  async read(identity: string, variant: Variant): Promise<StoredPicture | null> {
    await this.open();
    const key = this.index.keyOf(identity, variant);
    if (key === undefined) return null;
    const picture = this.index.get(key);
    const stored = picture ? await this.files.read(key, picture) : null;
    if (stored !== null && stored !== 'damaged') {
      this.index.touch(key);
      return stored;
    }
    if (this.index.get(key) !== picture) return null; // Another was stored meanwhile: who asks again gets that.
    this.log('warn', `Stored thumbnail ${key} is missing or damaged; it is made again`);
    // What cannot be read may still be whole, and is looked for by the next start.
    if (stored === 'damaged') await this.remove([key]);
    else this.index.drop(key);
    return null;
  }

  /** Removes all stored thumbnails. @throws AppError `internal` when some could not be removed; the next start tries again */
  async clear(): Promise<void> {
    await this.open();
    const keys = [...this.index.keys()];
    this.index.clear();
    const errors: unknown[] = [];
    for (const key of keys) {
      // Or made again meanwhile, because it is on the screen.
      const isGone = () => this.index.get(key) === undefined;
      await this.files.remove(key, isGone).catch((error: unknown) => errors.push(error));
    }
    await this.index.flush();
    this.log('info', `Removed ${keys.length - errors.length} stored thumbnails`);
    if (errors.length > 0) throw removeError(this.folder, errors);
  }

  /**
   * Tries whether thumbnails can be written now, and reads what is stored where that could not be read before; sets
   * {@link problem}. Answers after ten seconds for each of both at the latest.
   */
  async probe(): Promise<boolean> {
    const problem = await this.trial.run();
    if (!problem && !this.isKnown) await this.trial.inTime(this.readAll(), () => undefined);
    if (problem || this.isKnown) this.trouble = problem;
    return this.trouble === null;
  }

  /** Removes the pictures of a content but one. */
  private async removeOthers({ fingerprint, placeholder }: ThumbnailMade, variant: Variant): Promise<void> {
    const others = VARIANTS.filter((other) => other !== variant).map((other) => storeKey(fingerprint, other));
    await this.remove(others.filter((key) => this.index.get(key)));
    this.index.recolor(fingerprint, placeholder);
  }

  /** Where it takes more than it may: removes what was used longest ago, until there is room again. Never rejects. */
  async fit(): Promise<void> {
    if (this.bytes > this.cap) this.evicting ??= this.evictDown().finally(() => (this.evicting = undefined));
    await this.evicting;
  }

  private async evictDown(): Promise<void> {
    let removed = 0;
    for (const key of this.index.keys()) {
      if (this.bytes <= this.cap * EVICT_TO) break;
      removed += await this.remove([key]);
    }
    this.log('info', `Removed ${removed} thumbnails that were not used for the longest time`);
    this.onEvicted?.();
  }

  /** Answers how many went: what was stored anew by then stays. Never rejects. */
  private async remove(keys: readonly string[]): Promise<number> {
    let removed = 0;
    for (const key of keys) {
      const picture = this.index.get(key);
      const drop = () => {
        if (!picture || this.index.get(key) !== picture) return false;
        this.index.drop(key);
        return true;
      };
      await this.files.remove(key, drop).then(
        (done) => (removed += Number(done)),
        (error: unknown) => this.log('warn', `A thumbnail could not be removed: ${String(error)}`),
      );
    }
    return removed;
  }

  private async load(): Promise<void> {
    this.trouble = await this.trial.run();
    if (this.trouble) this.log('error', this.trouble.message);
    const { hanging } = this.trial;
    if (!hanging) return this.readAll();
    // Not waited for: meanwhile photos are shown from their own files.
    void hanging.then(() => this.readAll());
  }

  /** Reads what is stored; once at a time. Never rejects: see {@link problem}. */
  private readAll(): Promise<void> {
    return (this.reading ??= this.readNow().finally(() => (this.reading = undefined)));
  }

  private async readNow(): Promise<void> {
    let damaged: number | undefined;
    try {
      // Written by a worker that did not live to see them renamed.
      if (!this.trouble) await this.files.clearTemporary();
      damaged = await this.index.load();
      if (damaged > 0) this.log('warn', `${damaged} damaged records of the thumbnail index were left out`);
      const missing = new Set(this.index.keys());
      await this.files.compare(missing, (key) => this.index.get(key) !== undefined, this.trouble === null);
      await this.index.dropAll(missing);
      void this.fit();
    } catch (error) {
      this.trouble ??= storeError(this.folder, error);
      this.log('error', `Stored thumbnails could not be read: ${String(error)}`);
    }
    // Only now: what is missing may be made again from now on, and must not go with what was.
    this.isKnown = damaged !== undefined;
  }
}
