// Runs in the library process: what a root's session needs, and what it hands back.

import type { RootId } from '../shared/contract.js';
import type { ListingColumns, ListingPatch } from '../shared/listing.js';
import type { LibraryEvents, LogLevel } from '../shared/messages.js';
import type { Clock } from './clock.js';
import type { IndexDatabase } from './database/index-database.js';
import type { ReadingGuard } from './facts/reading-guard.js';
import type { ReadFolders } from './found.js';
import type { RootDisk } from './root-look.js';
import type { SearchDatabase } from './search/search-database.js';
import type { CreateWatcher } from './watch/watcher.js';

export interface SessionServices {
  readonly clock: Clock;
  readonly send: <K extends keyof LibraryEvents>(name: K, payload: LibraryEvents[K]) => void;
  readonly log: (level: LogLevel, message: string) => void;
  readonly createWatcher: CreateWatcher;
  /** Reads many folders in threads of their own; absent: everything is read in this one. */
  readonly readFolders?: ReadFolders;
  /** The app's own folder, absolute and without links: nothing in it is shown. Absent: there is none. */
  readonly own?: string | null;
  /** Only the files directly in the root. */
  readonly flat?: boolean;
  /** Null: nothing is kept between starts. */
  readonly database: IndexDatabase | null;
  /** A root has been read; null: no file of it is another one, or (a whole scan) any may be. */
  readonly onRead?: (root: RootId, patch: ListingPatch | null) => void;
  /** Whether marks still have to follow files that have moved. */
  readonly isFollowing?: () => boolean;
  /** Null: files can be found by their names alone. */
  readonly search: SearchDatabase | null;
  /** Replaced by tests. */
  readonly rootDisk?: RootDisk;
  /** Through which metadata is read. */
  readonly guard: ReadingGuard;
}

/** What a root looked like at the end of the last run. */
export interface Restored {
  readonly listing: ListingColumns;
  /** When the disk was last read or confirmed, milliseconds since 1970. */
  readonly checkedAt: number;
}
