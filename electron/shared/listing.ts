// Shared by every process: the listing of one root as columns, and changes to it as patches.
// Columns because 100,000 objects cost 100 ms to move between processes and columns cost 3 ms.

import type { MediaKind } from './media.js';

/** Codes of the `kind` column. */
export const KINDS: readonly MediaKind[] = ['photo', 'video'];

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
}

/** A whole listing. `version` counts its changes; a patch leads from one version to the next. */
export interface ListingColumns extends Rows {
  readonly version: number;
}

/** What changed from version `from` to version `from + 1`. Ids in `removed` go; `rows` are added or, where their id is known, replace. */
export interface ListingPatch {
  readonly from: number;
  readonly removed: Uint32Array;
  readonly rows: Rows;
}

/** Facts found by reading files, applied in place; they do not change the version. */
export interface Facts {
  readonly id: Uint32Array;
  readonly width: Uint16Array;
  readonly height: Uint16Array;
  readonly duration: Float32Array;
}
