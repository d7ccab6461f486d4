// Runs in main: the three names a thumbnail goes by: of the file as it lies there, of a job, and of the stored picture.

import { hash } from 'node:crypto';
import { SCREEN_SIDE, STORED_PICTURE } from '../../shared/media.js';
import { diskPath } from '../../node/raw-paths.js';

/** grid: for tiles. large: for tiles of many pixels. screen: first look at a file that Chromium cannot show. full: the same with all its pixels. */
export const VARIANTS = ['grid', 'large', 'screen', 'full'] as const;
export type Variant = (typeof VARIANTS)[number];

/**
 * Longest side in pixels. A grid row is about 200 CSS pixels high, a 3:2 photo in it 300 wide: 480 stays sharp up to a
 * density of 1.6. The highest rows have 440: a photo is 660 wide there, and 1280 enough for a density of 2.
 */
export const LONGEST_SIDE: Readonly<Record<Variant, number>> = {
  ...{ grid: 480, large: 1280, screen: SCREEN_SIDE, full: Infinity },
};

/** Raised whenever the worker makes a different picture of the same file: all are then made again. What it could not read: failures.ts. */
export const RECIPE = 5;

export interface KeyedFile {
  /** Absolute path. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A file at this place, of this size and time: 32 hexadecimal digits. Says nothing about its content. */
export function fileIdentity({ path, size, modified }: KeyedFile): string {
  // MD5 names files here, it protects nothing. Raw bytes, because different names may look alike as text.
  const disk = diskPath(path);
  const version = `\0${size}\0${modified}`;
  // At once, because a Hash object for each of 100,000 files costs three times as much, and its collection holds main's loop.
  const named = typeof disk === 'string' ? disk + version : Buffer.concat([disk, Buffer.from(version)]);
  return hash('md5', named, 'hex');
}

/** A place, whatever lies there: 16 hexadecimal digits. */
export function pathName(path: string): string {
  return hash('md5', diskPath(path), 'hex').slice(0, 16);
}

/** One picture to be made of a file. */
export function jobKey(identity: string, variant: Variant): string {
  return variant === 'grid' ? identity : `${identity}-${variant}`;
}

/** The identity of the file that a job's key is about. */
export function identityOf(key: string): string {
  return key.slice(0, 32);
}

/** Whether a text is a key that {@link jobKey} may have given. */
export function isJobKey(text: string): boolean {
  return /^[0-9a-f]{32}(-large|-screen|-full)?$/.test(text);
}

/** Name of a stored picture: what it depends on, so that it survives renames, moves and restarts. */
export function storeKey(fingerprint: string, variant: Variant): string {
  return `${fingerprint}-${variant}${RECIPE}`;
}

/** Name of the file with a stored picture: see the worker's `whole.ts` for what a `full` one is. */
export function storedName(key: string): string {
  return `${key}.${key.includes('-full') ? 'picture' : 'webp'}`;
}

/** The key of the stored picture in a file of that name, of this recipe or an older one; undefined for other names. */
export function storedKey(name: string): string | undefined {
  return STORED_PICTURE.exec(name)?.[1];
}

const TEMPORARY = '.thumbnail-part';

/** Name of a picture that is being written, by the key of its job. */
export function temporaryName(job: string): string {
  return `${job}${TEMPORARY}`;
}

/** Whether a file name is one that {@link temporaryName} may have given. */
export function isTemporaryName(name: string): boolean {
  return name.endsWith(TEMPORARY);
}
