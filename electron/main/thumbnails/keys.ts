// Runs in main: the name under which a thumbnail is stored: what the picture depends on, as one hash.

import { createHash } from 'node:crypto';
import { diskPath } from '../../node/raw-paths.js';

/** grid: for tiles. screen: full view of a file that Chromium cannot show. */
export type Variant = 'grid' | 'screen';

/** Longest side in pixels. A grid row is about 200 CSS pixels high, a 3:2 photo in it 300 wide: 480 stays sharp up to a density of 1.6. */
export const LONGEST_SIDE: Readonly<Record<Variant, number>> = { grid: 480, screen: 2560 };

/** Raised whenever the worker makes a different picture of the same file: all are then made again. */
const RECIPE = 1;

export interface KeyedFile {
  /** Absolute path. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/**
 * The key of a file's thumbnail, 32 hexadecimal digits. Follows path, size and time of change, so a moved file
 * gets a new picture; fingerprints of the contents, which survive a move, need an index of their own.
 */
export function thumbnailKey({ path, size, modified }: KeyedFile, variant: Variant): string {
  // MD5 names files here, it protects nothing. Raw bytes, because different names may look alike as text.
  return createHash('md5')
    .update(diskPath(path))
    .update(`\0${size}\0${modified}\0${RECIPE}\0${variant}`)
    .digest('hex');
}
