// Shared by every process: everything known of one file, for a person to read.

import type { TakenSource } from './listing.js';

/** What the camera and its place were; null is unknown. */
export interface CameraFacts {
  readonly make: string | null;
  readonly model: string | null;
  readonly lens: string | null;
  /** Seconds. */
  readonly exposure: number | null;
  /** The f-number: 1.8 is f/1.8. */
  readonly aperture: number | null;
  readonly iso: number | null;
  /** Millimetres, not converted to 35 mm film. */
  readonly focalLength: number | null;
  /** Degrees, north and east positive. Both are known or none. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Metres above the sea. */
  readonly altitude: number | null;
}

/** What a photo or a video says about itself; null is unknown. */
export interface KnownFacts extends CameraFacts {
  /** Pixels as shown, after orientation or rotation. */
  readonly width: number | null;
  readonly height: number | null;
  /** EXIF orientation of the stored pixels, 1 to 8. Already worked into `width` and `height`. */
  readonly orientation: number | null;
  /**
   * When it was taken: the date and time a clock on the wall showed there, as the milliseconds since 1970 that
   * the same date and time would be in UTC. `new Date(taken).toISOString()` without its `Z` is what to show,
   * in every zone; instants cannot be compared by it, use `taken - takenOffset * 60000` where the offset is known.
   */
  readonly taken: number | null;
  readonly takenSource: TakenSource | null;
  /** Minutes that the wall clock was ahead of UTC; null when the file does not say. */
  readonly takenOffset: number | null;
  /** The file's own: 0 to 5 stars; -1 is "rejected". */
  readonly rating: number | null;
  /** Seconds. */
  readonly duration: number | null;
  /** Quarter turns of the stored frames, degrees clockwise: 0, 90, 180, 270. */
  readonly rotation: number | null;
  /** Short names: avc, hevc, vp8, vp9, av1 … */
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
}

/** What the streams of a film are coded in. */
export type Codecs = Pick<KnownFacts, 'videoCodec' | 'audioCodec'>;

/** Details of one version of a file. */
export interface FileDetails extends KnownFacts {
  /** Where the video lies that is part of this photo's file (a Motion Photo), bytes; null when there is none. */
  readonly motion: { readonly offset: number; readonly length: number } | null;
  /** Id of the other half of a Live Photo. */
  readonly livePair: number | null;
}

/** Nothing known. */
export const NO_DETAILS: FileDetails = {
  ...{ width: null, height: null, orientation: null, taken: null, takenSource: null, takenOffset: null },
  ...{ make: null, model: null, lens: null, exposure: null, aperture: null, iso: null, focalLength: null },
  ...{ latitude: null, longitude: null, altitude: null, rating: null, duration: null, rotation: null },
  ...{ videoCodec: null, audioCodec: null, motion: null, livePair: null },
};

/** Numbers of one cache. */
export interface CacheNumbers {
  readonly size: number;
  readonly maxSize: number;
  /** Milliseconds. */
  readonly defaultTtl: number;
  readonly hits: number;
  /** Look-ups that found nothing usable, those that found an expired entry included. */
  readonly misses: number;
  readonly expired: number;
  /** Entries that had to go to make room. */
  readonly evictions: number;
  /** Age of the oldest entry, milliseconds; 0 when there is none. */
  readonly oldestAge: number;
}

/** Numbers of the index database. */
export interface IndexNumbers {
  readonly roots: number;
  readonly snapshots: number;
  /** Files with metadata, and those of them that could not be read. */
  readonly files: number;
  readonly errors: number;
  /** Bytes on the disk; 0 in memory. */
  readonly bytes: number;
  /** True when there is no file and nothing is kept for the next start. */
  readonly inMemory: boolean;
  /** Writings that failed since the start. */
  readonly failedWrites: number;
}

/** How one root is watched. */
export interface WatchNumbers {
  readonly root: number;
  /** What notices changes; `times`: folder times are compared now and then. */
  readonly backend: 'inotify' | 'recursive' | 'chokidar' | 'times' | 'none';
  /** Why it is not watched natively, a sentence; null when it is. */
  readonly degraded: string | null;
  readonly folders: number;
  /** When the last change was told, milliseconds since 1970; 0 before the first. */
  readonly lastEvent: number;
  /** Changes told since it was opened. */
  readonly events: number;
}

export interface LibraryStats {
  /** Null while the library is not running. */
  readonly index: IndexNumbers | null;
  readonly watchers: readonly WatchNumbers[];
  readonly caches: { readonly directory: CacheNumbers; readonly metadata: CacheNumbers };
}

/** What is to be taken out of the caches: a folder of a root (relative path, '' is the root itself). */
export interface CacheScope {
  readonly root: number;
  readonly folder: string;
  /** With all below it. */
  readonly below: boolean;
}
