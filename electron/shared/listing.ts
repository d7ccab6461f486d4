// Shared by every process: the listing of one root as columns, and changes to it as patches.
// Columns because 100,000 objects cost 100 ms to move between processes and columns cost 3 ms.

import type { MediaKind } from './media.js';

/** Codes of the `kind` column. */
export const KINDS: readonly MediaKind[] = ['photo', 'video'];

/** Where a date taken can come from. */
export type TakenSource = 'exif' | 'container' | 'name' | 'mtime';

/** Codes of the `takenSource` column; code 0: not read yet, or no date is possible. */
export const TAKEN_SOURCES: readonly (TakenSource | null)[] = [null, 'exif', 'container', 'name', 'mtime'];

/** Rows of a listing. All columns have the same length; row i of each describes one file. */
export interface Rows {
  /** Paths of the folders named by `folder`, joined by NUL; relative to the root, `/` between parts, '' is the root. */
  readonly folders: string;
  /** File names joined by NUL. Bytes that are not UTF-8 are kept as lone surrogates, see paths.ts. */
  readonly names: string;
  /** File ids: unique within a root while the app runs, never used again for another path. */
  readonly id: Uint32Array;
  /** Index into `folders`. */
  readonly folder: Uint32Array;
  /** Index into {@link KINDS}. */
  readonly kind: Uint8Array;
  /** Bytes. */
  readonly size: Float64Array;
  /** Modification time, milliseconds since 1970. */
  readonly modified: Float64Array;
  /** Pixels as shown, after orientation; 0 while unknown. */
  readonly width: Uint16Array;
  readonly height: Uint16Array;
  /** Seconds; 0 while unknown and for photos. */
  readonly duration: Float32Array;
  /**
   * When it was taken, as a clock on the wall showed there: the milliseconds since 1970 that this date and time
   * would be in UTC. Says something only where `takenSource` is not 0.
   */
  readonly taken: Float64Array;
  /** Index into {@link TAKEN_SOURCES}. */
  readonly takenSource: Uint8Array;
  /** When it came into the library, seconds since 1970: see library/arrivals.ts. */
  readonly added: Uint32Array;
}

/** A whole listing. `version` counts its changes; a patch leads from one version to the next. */
export interface ListingColumns extends Rows {
  readonly version: number;
}

/** What changed from version `from` to version `to`. Ids in `removed` go; `rows` are added or, where their id is known, replace. */
export interface ListingPatch {
  readonly from: number;
  /** `from + 1` when absent. A large change leads over as many versions as there are patches to cut it into (listing-cut.ts). */
  readonly to?: number;
  /** Whether the next patch belongs to the same change. */
  readonly more?: boolean;
  readonly removed: Uint32Array;
  readonly rows: Rows;
}

/**
 * Facts found by reading files, applied in place; they do not change the version. What is unknown (0) leaves
 * what was known before.
 */
export interface Facts {
  readonly id: Uint32Array;
  readonly width: Uint16Array;
  readonly height: Uint16Array;
  readonly duration: Float32Array;
  readonly taken: Float64Array;
  readonly takenSource: Uint8Array;
}
