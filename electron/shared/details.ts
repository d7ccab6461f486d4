// Shared by every process: everything known of one file, for a person to read.

import type { TakenSource } from './listing.js';

/** Details of one version of a file; null is unknown. */
export interface FileDetails {
  /** Pixels as shown, after orientation or rotation. */
  readonly width: number | null;
  readonly height: number | null;
  /** EXIF orientation of the stored pixels, 1 to 8. */
  readonly orientation: number | null;
  /** Wall clock time as in the listing's `taken` column. */
  readonly taken: number | null;
  readonly takenSource: TakenSource | null;
  /** Minutes that the wall clock was ahead of UTC. */
  readonly takenOffset: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly lens: string | null;
  /** Seconds. */
  readonly exposure: number | null;
  /** The f-number. */
  readonly aperture: number | null;
  readonly iso: number | null;
  /** Millimetres. */
  readonly focalLength: number | null;
  /** Degrees, north and east positive. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Metres above the sea. */
  readonly altitude: number | null;
  /** The file's own: 0 to 5 stars; -1 is "rejected". */
  readonly rating: number | null;
  /** Seconds. */
  readonly duration: number | null;
  /** Degrees clockwise: 0, 90, 180, 270. */
  readonly rotation: number | null;
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  /** Whether a video is part of this photo's file. */
  readonly motionPhoto: boolean;
  /** Id of the other half of a Live Photo. */
  readonly livePair: number | null;
}

/** Nothing known. */
export const NO_DETAILS: FileDetails = {
  ...{ width: null, height: null, orientation: null, taken: null, takenSource: null, takenOffset: null },
  ...{ make: null, model: null, lens: null, exposure: null, aperture: null, iso: null, focalLength: null },
  ...{ latitude: null, longitude: null, altitude: null, rating: null, duration: null, rotation: null },
  ...{ videoCodec: null, audioCodec: null, motionPhoto: false, livePair: null },
};

/** Numbers of one cache. */
export interface CacheNumbers {
  readonly size: number;
  readonly maxSize: number;
  /** Milliseconds. */
  readonly defaultTtl: number;
  readonly hits: number;
  readonly misses: number;
  readonly expired: number;
  readonly evictions: number;
  /** Milliseconds. */
  readonly oldestAge: number;
}

/** Numbers of the index database. */
export interface IndexNumbers {
  readonly roots: number;
  readonly snapshots: number;
  /** Files with metadata, and those of them that are damaged in some way. */
  readonly files: number;
  readonly errors: number;
  /** Bytes on the disk; 0 in memory. */
  readonly bytes: number;
  /** True when nothing is kept for the next start. */
  readonly inMemory: boolean;
  readonly failedWrites: number;
}

export interface LibraryStats {
  /** Null while the library is not running. */
  readonly index: IndexNumbers | null;
  readonly caches: { readonly directory: CacheNumbers; readonly metadata: CacheNumbers };
}
