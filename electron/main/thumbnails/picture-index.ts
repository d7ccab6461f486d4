// Runs in main: what is known by heart of stored thumbnails: which content lies at which place, which pictures of it
// are stored, and which of them was used longest ago.

import { join } from 'node:path';
import type { ThumbnailMade } from '../../shared/messages.js';
import type { Logger } from '../log.js';
import type { Clock } from './clock.js';
import { IndexFile } from './index-file.js';
import type { IndexRecord, PictureRecord } from './index-records.js';
import { storeKey, VARIANTS, type Variant } from './keys.js';

/** In a folder that a person named there may be an `index` of their own. */
const INDEX = 'thumbnails.index';

/** Places remembered per stored picture; more are those of files that moved on long ago. */
const PLACES_PER_PICTURE = 4;

export class PictureIndex {
  private readonly file: IndexFile;
  /** Identity -> fingerprint, oldest first. */
  private readonly places = new Map<string, string>();
  /** Of all originals ever seen: a file of another size cannot be one of them. */
  private readonly sizes = new Map<string, number>();
  private readonly knownSizes = new Set<number>();
  /** By store key; used longest ago first. */
  private readonly pictures = new Map<string, PictureRecord>();
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

  /** Reads the saved index; answers how many records were damaged. Rejects when it cannot be read. */
  async load(): Promise<number> {
    const damaged = await this.file.read((record) => this.take(record));
    const byUse = [...this.pictures].sort(([, a], [, b]) => a.usedOn - b.usedOn);
    this.pictures.clear();
    for (const [key, picture] of byUse) this.pictures.set(key, picture);
    this.file.compact(this.pictures.size + this.places.size);
    return damaged;
  }

  /** Key of the stored picture of a file, if there is one. */
  keyOf(identity: string, variant: Variant): string | undefined {
    const fingerprint = this.places.get(identity);
    if (fingerprint === undefined) return undefined;
    const key = storeKey(fingerprint, variant);
    return this.pictures.has(key) ? key : undefined;
  }

  /** The fingerprint of a file that was pictured once. */
  contentOf(identity: string): string | undefined {
    return this.places.get(identity);
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

  /** Remembers where a content lies. `size`: bytes of the original. */
  place(identity: string, fingerprint: string, size: number): void {
    if (this.places.get(identity) === fingerprint) return;
    const record = { type: 'file', identity, fingerprint, size } as const;
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
    if (picture.usedOn === this.today()) {
      this.pictures.delete(key);
      this.pictures.set(key, picture);
    } else {
      this.save({ ...picture, usedOn: this.today() });
    }
  }

  /** Forgets a picture that is not stored any more. */
  drop(key: string): void {
    const picture = this.pictures.get(key);
    if (!picture) return;
    this.sum -= picture.bytes;
    this.pictures.delete(key);
  }

  /** Forgets everything, on the disk too. */
  clear(): void {
    this.places.clear();
    this.sizes.clear();
    this.knownSizes.clear();
    this.pictures.clear();
    this.sum = 0;
    this.file.startAnew();
  }

  /** Resolves when everything is on the disk, or could not be written. */
  flush(): Promise<void> {
    return this.file.flush();
  }

  private save(record: PictureRecord): void {
    this.take(record);
    this.file.append(record);
    this.file.compact(this.pictures.size + this.places.size);
  }

  private take(record: IndexRecord): void {
    if (record.type === 'file') {
      const { identity, fingerprint, size } = record;
      // Deleted first: a map keeps the place of a key that it knows, and the newest belongs at the end.
      this.places.delete(identity);
      this.places.set(identity, fingerprint);
      this.sizes.set(fingerprint, size);
      this.knownSizes.add(size);
    } else {
      const key = storeKey(record.fingerprint, record.variant);
      this.drop(key);
      this.pictures.set(key, record);
      this.sum += record.bytes;
    }
  }

  private *snapshot(): Generator<IndexRecord> {
    let surplus = this.places.size - PLACES_PER_PICTURE * this.pictures.size;
    for (const [identity, fingerprint] of this.places) {
      if (surplus-- > 0 || !this.isStored(fingerprint)) continue;
      yield { type: 'file', identity, fingerprint, size: this.sizes.get(fingerprint) ?? 0 };
    }
    yield* this.pictures.values();
  }

  private isStored(fingerprint: string): boolean {
    return VARIANTS.some((variant) => this.pictures.has(storeKey(fingerprint, variant)));
  }
}
