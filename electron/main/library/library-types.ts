// Runs in main: what the library needs from the app, and what it tells of a file.

import type { FileId, RootId, RootInfo } from '../../shared/contract.js';
import type { Codecs } from '../../shared/details.js';
import type { Facts, ListingPatch } from '../../shared/listing.js';
import type { MediaKind } from '../../shared/media.js';
import type { LogLevel } from '../../shared/messages.js';
import type { LibraryCaches } from './caches.js';
import type { LibraryChild } from './library-process.js';
import type { MarksNews } from './marks.js';
import type { FileChanges } from './open-root.js';

export interface LibraryOptions {
  /** Starts a library process. */
  readonly startChild: () => LibraryChild;
  readonly caches: LibraryCaches;
  /** Absolute paths of the databases; when absent nothing is kept between starts. */
  readonly databases?: { readonly indexFile: string; readonly userFile: string };
  /** Off: every look scans. On when absent. */
  readonly useCache?: boolean;
  /** Until then nothing is read, not even what is known from the last run. At once when absent. */
  readonly begin?: Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back once after a delay; answers what cancels it. Timers of Node when absent. */
  readonly after?: (ms: number, callback: () => void) => () => void;
  readonly log: (level: LogLevel, message: string) => void;
  /** The listing of a root is new. */
  readonly onReset: (root: RootId) => void;
  readonly onPatch: (root: RootId, patch: ListingPatch) => void;
  readonly onFacts: (root: RootId, facts: Facts) => void;
  /** Searches and facets of a root may answer otherwise now. */
  readonly onIndexed: (root: RootId) => void;
  /** How many problems there are now, in all roots. */
  readonly onProblems: (count: number) => void;
  readonly onRoots: (roots: RootInfo[]) => void;
  readonly onFiles: (root: RootId, changes: FileChanges) => void;
  /**
   * Something in these folders (relative paths), or anywhere in `trees`, may have been written to; {@link onFiles} has told before
   * what is different by size or time.
   */
  readonly onTouched?: (root: RootId, folders: readonly string[], trees: readonly string[]) => void;
  /** The path of a root leads to another folder than before; resolves when files are opened there. */
  readonly onMoved?: (root: RootId) => Promise<void>;
  readonly onMarks?: MarksNews;
  /** A sentence for a person. */
  readonly onNotice: (message: string) => void;
}

/** A file of a listing. */
export interface LibraryFile {
  readonly root: RootId;
  readonly id: FileId;
  /** Below the root, `/` between parts. */
  readonly relative: string;
  /** Absolute, below the root's path as the user gave it. */
  readonly path: string;
  readonly kind: MediaKind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** What making a thumbnail has shown. Pixels as shown and seconds, 0 where unknown. */
export interface FoundFacts {
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  readonly codecs?: Codecs | undefined;
}
