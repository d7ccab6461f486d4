// Runs in main: which content lies at which place, as far as it is known without opening a file.

import { crc32 } from 'node:zlib';
import type { FileRecord } from './index-records.js';
import { fileIdentity, pathName, type KeyedFile } from './keys.js';

/** What drives without time zones seem to change by when summer time begins or ends. Milliseconds. */
const SUMMER_TIME = 60 * 60 * 1000;
/** Records of before paths were noted. */
const NO_PATH = '0'.repeat(16);
/** Records of before versions were noted. */
const NO_VERSION = 0;

interface Place {
  readonly fingerprint: string;
  /** As {@link pathName} gives it. */
  readonly path: string;
  readonly version: number;
}

/** Size and time of a file as one number: what stays the same when it is renamed or moved. Never 0. */
export const versionOf = ({ size, modified }: Omit<KeyedFile, 'path'>): number =>
  crc32(`${size} ${modified}`) || 1;

export class Places {
  /** By identity, oldest first. */
  private readonly places = new Map<string, Place>();
  /** Name of a path -> identity of what lay there when it was last looked at. */
  private readonly atPath = new Map<string, string>();
  /** By {@link versionOf}: the content that was seen with it last, wherever that was. */
  private readonly versions = new Map<number, string>();

  get size(): number {
    return this.places.size;
  }

  /** Whether all is noted of where a content lies: records of earlier versions lack something. */
  isNoted(identity: string, fingerprint: string): boolean {
    const place = this.places.get(identity);
    return place?.fingerprint === fingerprint && place.version !== NO_VERSION;
  }

  /** What a file contains whose identity is known. */
  contentOf(identity: string): string | undefined {
    return this.places.get(identity)?.fingerprint;
  }

  /**
   * What a file contains that most likely was renamed or moved: of the same size and time as one that is known. Good for what
   * may be wrong once in a while.
   */
  contentLike(file: KeyedFile): string | undefined {
    return this.versions.size === 0 ? undefined : this.versions.get(versionOf(file));
  }

  /**
   * Whether a file may have been changed between its head and its tail, which is all that its fingerprint is made of: something
   * of that fingerprint lay at the same path, and the file has been written to since.
   */
  isDoubtful(file: KeyedFile, fingerprint: string): boolean {
    const before = this.atPath.get(pathName(file.path));
    if (before === undefined || this.contentOf(before) !== fingerprint) return false;
    return [0, SUMMER_TIME, -SUMMER_TIME].every(
      (shift) => fileIdentity({ ...file, modified: file.modified + shift }) !== before,
    );
  }

  take({ identity, fingerprint, path, version }: FileRecord): void {
    // Deleted first: a map keeps the place of a key that it knows, and the newest belongs at the end.
    this.places.delete(identity);
    this.places.set(identity, { fingerprint, path, version });
    if (version !== NO_VERSION) this.versions.set(version, fingerprint);
    if (path === NO_PATH) return;
    // What lay there before may have had the same fingerprint and another picture.
    const before = this.atPath.get(path);
    if (before !== undefined && before !== identity) this.places.delete(before);
    this.atPath.set(path, identity);
  }

  /** All of them by identity, oldest first. */
  entries(): IterableIterator<[identity: string, place: Place]> {
    return this.places.entries();
  }

  clear(): void {
    this.places.clear();
    this.atPath.clear();
    this.versions.clear();
  }
}
