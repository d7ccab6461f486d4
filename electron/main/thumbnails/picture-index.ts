// Runs in main: what is known by heart of stored thumbnails: which content lies at which place, which pictures of it
// are stored, and which of them was used longest ago.

import { join } from 'node:path';
import { setImmediate as afterOthers } from 'node:timers/promises';
import type { ThumbnailMade } from '../../shared/messages.js';
import type { Logger } from '../log.js';
import type { Clock } from './clock.js';
import { IndexFile } from './index-file.js';
import type { FileRecord, IndexRecord, PictureRecord } from './index-records.js';
import { KeptColors } from './kept-colors.js';
import { fileIdentity, pathName, storeKey, VARIANTS, type KeyedFile, type Variant } from './keys.js';
import { Places, versionOf } from './places.js';

/** In a folder that a person named there may be an `index` of their own. */
const INDEX = 'thumbnails.index';

/** Places remembered per content with a picture or colours; more are those of files that moved on long ago. */
const PLACES_PER_PICTURE = 4;

/** Pictures that are dropped in one turn of main's loop. */
const AT_ONCE = 1000;

/** What a stored picture was made of. */
interface Original {
  /** Bytes. */
  readonly size: number;
  /** CRC-32; null when it was never read as a whole. */
  readonly sum: number | null;
}

export class PictureIndex {
  private readonly file: IndexFile;
  private readonly places = new Places();
  /** By fingerprint. Of all originals ever seen: a file of another size cannot be one of them. */
  private readonly contents = new Map<string, Original>();
  private readonly knownSizes = new Set<number>();
  /** By store key; used longest ago first. */
  private readonly pictures = new Map<string, PictureRecord>();
  /** Of contents whose picture for tiles is not stored any more. */
  private readonly colors = new KeptColors();
  private sum = 0;

  constructor(
    folder: string,
    clock: Clock,
    /** Days since 1970. */
    private readonly today: () => number,
    log: Logger,
  ) {
    this.file = new IndexFile({ path: join(folder, INDEX), clock, log, snapshot: () => this.snapshot() });
  }

  /** Bytes of all stored pictures. */
  get bytes(): number {
    return this.sum;
  }

  get count(): number {
    return this.pictures.size;
  }

  /** Reads the saved index; answers how many records were damaged. Rejects when it cannot be read as a whole: then nothing is known. */
  async load(): Promise<number> {
    const damaged = await this.file
      .read((record) => this.take(record))
      .catch((error: unknown) => {
        this.forgetAll();
        throw error;
      });
    this.sortByUse();
    this.file.compact(this.alive);
    return damaged;
  }

  /** Key of the stored picture of a file, if there is one. */
  keyOf(identity: string, variant: Variant): string | undefined {
    const fingerprint = this.places.contentOf(identity);
    if (fingerprint === undefined) return undefined;
    const key = storeKey(fingerprint, variant);
    return this.pictures.has(key) ? key : undefined;
  }

  /** What stands for a file, also when its picture is not stored any more, or it was renamed or moved since. */
  colorsOf(file: KeyedFile, identity: string): Uint8Array | undefined {
    const fingerprint = this.places.contentOf(identity) ?? this.places.contentLike(file);
    if (fingerprint === undefined) return undefined;
    const placeholder =
      this.pictures.get(storeKey(fingerprint, 'grid'))?.placeholder ?? this.colors.get(fingerprint);
    return placeholder?.length === 0 ? undefined : placeholder;
  }

  /** The fingerprint of a file that was pictured once. */
  contentOf(identity: string): string | undefined {
    return this.places.contentOf(identity);
  }

  get(key: string): PictureRecord | undefined {
    return this.pictures.get(key);
  }

  /** Keys of all stored pictures, used longest ago first. */
  keys(): IterableIterator<string> {
    return this.pictures.keys();
  }

  /** Whether a file of this size has ever been pictured. */
  knowsSize(size: number): boolean {
    return this.knownSizes.has(size);
  }

  /** See {@link Places.isDoubtful}. */
  isDoubtful(file: KeyedFile, fingerprint: string): boolean {
    return this.places.isDoubtful(file, fingerprint);
  }

  /** CRC-32 of the content whose picture is stored under a fingerprint; null when it is not known. */
  sumOf(fingerprint: string): number | null {
    return this.contents.get(fingerprint)?.sum ?? null;
  }

  /** Remembers where a content lies. `sum`: its CRC-32, where it was read as a whole. */
  place(file: KeyedFile, fingerprint: string, sum: number | null = this.sumOf(fingerprint)): void {
    const identity = fileIdentity(file);
    if (this.places.isNoted(identity, fingerprint)) return;
    const { path, size } = file;
    const at = { identity, fingerprint, size, version: versionOf(file), path: pathName(path), sum };
    const record = { type: 'file', ...at, pictured: true } as const;
    this.take(record);
    this.file.append(record);
  }

  /** Remembers a picture that was stored. */
  put(variant: Variant, made: ThumbnailMade): void {
    const { fingerprint, bytes, checksum, width, height, duration, placeholder, warning } = made;
    const facts = { fingerprint, variant, bytes, checksum, width, height, duration, placeholder };
    this.save({ type: 'picture', ...facts, damaged: warning !== null, usedOn: this.today() });
  }

  /** A picture was looked at. Kept to the day, so that looking costs nothing. */
  touch(key: string): void {
    const picture = this.pictures.get(key);
    if (!picture) return;
    if (picture.usedOn !== this.today()) return this.save({ ...picture, usedOn: this.today() });
    this.pictures.delete(key);
    this.pictures.set(key, picture);
  }

  /** Forgets a picture that is not stored any more, but for its colours. */
  drop(key: string): void {
    const picture = this.forget(key);
    if (picture?.variant === 'grid') this.colors.keep(picture.fingerprint, picture.placeholder);
  }

  /** The colours that are kept of a content without a picture were those of a picture that is no longer true. */
  recolor(fingerprint: string, colors: Uint8Array): void {
    if (this.colors.has(fingerprint)) this.colors.keep(fingerprint, colors);
  }

  /** {@link drop} for many: all that had to go since the index was last written anew are still in it when it is read. */
  async dropAll(keys: Iterable<string>): Promise<void> {
    let count = 0;
    for (const key of keys) {
      this.drop(key);
      if (++count % AT_ONCE === 0) await afterOthers();
    }
  }

  /** Keys of the pictures with all pixels that were looked at longest ago, until the rest takes at most `most` bytes. */
  surplusOfFull(most: number): string[] {
    const full = [...this.pictures].filter(([, { variant }]) => variant === 'full');
    let sum = full.reduce((all, [, { bytes }]) => all + bytes, 0);
    const surplus: string[] = [];
    // The last one is being looked at.
    for (const [key, { bytes }] of full.slice(0, -1)) {
      if (sum <= most) break;
      surplus.push(key);
      sum -= bytes;
    }
    return surplus;
  }

  /** Forgets everything, on the disk too. */
  clear(): void {
    this.forgetAll();
    this.file.startAnew();
  }

  /** Resolves when everything is on the disk, or could not be written. */
  flush(): Promise<void> {
    return this.file.flush();
  }

  /** Records that are worth keeping, or a few more. */
  private get alive(): number {
    return this.pictures.size + this.places.size + this.colors.size;
  }

  private forgetAll(): void {
    this.places.clear();
    this.contents.clear();
    this.knownSizes.clear();
    this.pictures.clear();
    this.colors.clear();
    this.sum = 0;
  }

  private sortByUse(): void {
    let latest = 0;
    let isInOrder = true;
    for (const { usedOn } of this.pictures.values()) {
      isInOrder &&= usedOn >= latest;
      latest = usedOn;
    }
    // To sort a hundred thousand holds main's loop, and they lie in the file as they were used, unless a clock was set back.
    if (isInOrder) return;
    const byUse = [...this.pictures].sort(([, a], [, b]) => a.usedOn - b.usedOn);
    this.pictures.clear();
    for (const [key, picture] of byUse) this.pictures.set(key, picture);
  }

  private forget(key: string): PictureRecord | undefined {
    const picture = this.pictures.get(key);
    if (!picture) return undefined;
    this.sum -= picture.bytes;
    this.pictures.delete(key);
    return picture;
  }

  private save(record: PictureRecord): void {
    this.take(record);
    this.file.append(record);
    this.file.compact(this.alive);
  }

  private take(record: IndexRecord): void {
    switch (record.type) {
      case 'file':
        return this.takeFile(record);
      case 'picture': {
        const { fingerprint, variant, bytes } = record;
        const key = storeKey(fingerprint, variant);
        this.forget(key);
        this.pictures.set(key, record);
        this.sum += bytes;
        if (variant === 'grid') this.colors.forget(fingerprint);
        const content = this.contents.get(fingerprint);
        if (content) this.knownSizes.add(content.size);
        return;
      }
      case 'colors':
        this.forget(storeKey(record.fingerprint, 'grid'));
        this.colors.keep(record.fingerprint, record.placeholder);
    }
  }

  private takeFile(record: FileRecord): void {
    const { fingerprint, size, sum, pictured } = record;
    this.places.take(record);
    this.contents.set(fingerprint, { size, sum });
    // Colours alone are no reason to read a file's fingerprint first: its picture would be made all the same.
    if (pictured) this.knownSizes.add(size);
  }

  private *snapshot(): Generator<IndexRecord> {
    let surplus = this.places.size - PLACES_PER_PICTURE * (this.pictures.size + this.colors.size);
    for (const [identity, { fingerprint, path, version }] of this.places.entries()) {
      if (surplus-- > 0) continue;
      const pictured = this.isStored(fingerprint);
      if (!pictured && !this.colors.has(fingerprint)) continue;
      const { size, sum } = this.contents.get(fingerprint) ?? { size: 0, sum: null };
      yield { type: 'file', identity, fingerprint, size, version, path, sum, pictured };
    }
    yield* this.pictures.values();
    for (const [fingerprint, placeholder] of this.colors.entries())
      yield { type: 'colors', fingerprint, placeholder };
  }

  private isStored(fingerprint: string): boolean {
    return VARIANTS.some((variant) => this.pictures.has(storeKey(fingerprint, variant)));
  }
}
