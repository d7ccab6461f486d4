// Shared by main and the utility processes: what they say to each other. One envelope for every
// child, one map of requests and one of events per kind of child.

import type { MediaKind } from './media.js';
import type { Facts, ListingColumns, ListingPatch } from './listing.js';
import type { ListingPortion } from './listing-portions.js';
import type { FileId, Problem, RootId } from './contract.js';
import type { Codecs, FileDetails, IndexNumbers, WatchNumbers } from './details.js';
import type { FacetColumns, WordHits } from './facets.js';
import type { FilesOf, MarkChange, MarkColumns, MarksImported, MarksSet, RootMarks } from './marks.js';
import type { ErrorCode, Result } from './result.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'critical';

/** Main -> child. */
export interface Request<Name extends string = string, Args = unknown> {
  readonly type: 'request';
  readonly id: number;
  readonly name: Name;
  readonly args: Args;
}

/** Main -> child: end, with everything that you have started. There is no answer. */
export interface Quit {
  readonly type: 'quit';
}

/** Child -> main. */
export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly name: string; readonly payload: unknown }
  | { readonly type: 'log'; readonly level: LogLevel; readonly message: string };

/** What `offline` says when no more is known than that the folder is not there: its mark says as much. */
export const AWAY = 'The folder cannot be reached at the moment.';

/** What it says of a folder whose drive does not answer at all, as one that sleeps. */
export const SILENT = 'The drive of this folder does not answer at the moment. Try it again when it does.';

/** What main asks the library process. */
export interface LibraryRequests {
  /**
   * Where the databases are (absolute paths): the first request to each process. Nothing in their folder, which is the app's own,
   * is shown. Never rejects.
   */
  configure: (args: { indexFile: string; userFile: string }) => void;
  /**
   * What was known of a root at the end of the last run, without a look at its disk; null when that is nothing.
   * To be verified (`whole`) next. Ids are those of the last run. The first portion; the others are asked for (`restoreRest`)
   * before anything else is asked about the root.
   */
  restore: (args: { root: RootId; path: string; firstId?: number; flat?: boolean }) => {
    readonly listing: ListingPortion;
    /** Milliseconds since 1970. */
    readonly checkedAt: number;
  } | null;
  restoreRest: (args: { delivery: number }) => ListingPortion;
  /**
   * Reads the whole root and replaces what was known of it. Rejects with `offline` when the root cannot be read.
   * `firstId`: the lowest id a new process may give, so that ids stay unique after a crash of the one before.
   * `includeDimensions` (true when absent): waits a moment for the facts of the newest files.
   * `flat`: only the files directly in it, and nothing is kept of it; decided by the first request that names the root.
   */
  scan: (args: {
    root: RootId;
    path: string;
    firstId?: number;
    flat?: boolean;
    includeDimensions?: boolean;
  }) => ListingColumns;
  /**
   * Reads single folders again (relative paths); a folder that is gone takes all below it along, a new one
   * is read with all below it; of `trees` everything below is read as well. Answers what changed, in consecutive patches;
   * none when nothing did.
   */
  rescan: (args: {
    root: RootId;
    folders: readonly string[];
    trees?: readonly string[];
  }) => readonly ListingPatch[];
  /**
   * Compares every known folder's mtime with the disk and re-reads those that moved. `whole`: reads all folders and
   * compares every file, as is due when nobody has watched; a root that is not watched now is always compared so.
   * `includeDimensions` (false when absent): waits a moment for the facts of the newest files that have none.
   * Rejects with `offline`.
   */
  verify: (args: { root: RootId; whole?: boolean; includeDimensions?: boolean }) => readonly ListingPatch[];
  /** Starts to watch a scanned root; answers how. */
  watch: (args: { root: RootId }) => 'native' | 'polling' | 'off';
  /** Stops watching and forgets the root with all that is kept of it. */
  close: (args: { root: RootId }) => void;
  /** Files whose facts are wanted first. */
  prefer: (args: { root: RootId; ids: readonly number[] }) => void;
  /** Facts found elsewhere (by making thumbnails), to be kept for the next start. `codecs`: of the first of these files. */
  learn: (args: { root: RootId; facts: Facts; codecs?: Codecs | undefined }) => void;
  /** Everything known of a file, read now if need be; null when it is gone. */
  details: (args: { root: RootId; id: FileId }) => FileDetails | null;
  /** Files by a part of their path or camera; one entry for each root of which that can be said. */
  search: (args: { word: string }) => readonly WordHits[];
  /** Null when nothing is known. */
  facets: (args: { root: RootId }) => FacetColumns | null;
  /** `index` is null when nothing is kept. */
  stats: (args: Record<never, never>) => {
    readonly index: IndexNumbers | null;
    readonly watchers: readonly WatchNumbers[];
  };
  /** Everything marked in a root. */
  marks: (args: { root: RootId }) => RootMarks;
  /** Changes marks; when it answers that is on the disk. Rejects when it cannot be written: nothing has changed then. */
  setMarks: (args: { files: readonly FilesOf[]; change: MarkChange }) => MarksSet;
  /** Hides a folder (relative path) with all below it, or shows it again. */
  hideFolder: (args: { root: RootId; folder: string; hidden: boolean }) => void;
  /** Writes all marks to a file (absolute path); answers how many files are marked. */
  exportMarks: (args: { file: string }) => number;
  /** Takes in the marks of such a file. */
  importMarks: (args: { file: string }) => MarksImported;
  /** Answers while the process is able to work: its loop turns, and a thread is free to read files. */
  ping: (args: Record<never, never>) => void;
  /** Writes what is not written yet and closes the databases; nothing is to be asked afterwards. */
  stop: (args: Record<never, never>) => void;
}

/** What the library process tells on its own. */
export interface LibraryEvents {
  progress: { root: RootId; folders: number; files: number };
  /** The watcher saw changes in these folders (relative paths). */
  changed: { root: RootId; folders: readonly string[] };
  /** The root itself went away or came back. */
  presence: { root: RootId; online: boolean; /** Why it is away, a sentence. */ message: string | null };
  /** The path of a root leads to another folder than before: to be resolved again before what is read next is entered. */
  moved: { root: RootId };
  facts: { root: RootId; facts: Facts };
  /** `search` and `facets` may answer otherwise now. */
  indexed: { root: RootId };
  /** How many files' metadata is still to be read. */
  reading: { root: RootId; left: number };
  /** All problems now known of a root; replaces those told before. */
  problems: { root: RootId; problems: readonly Problem[] };
  watching: { root: RootId; watching: 'native' | 'polling' | 'off'; message: string | null };
  /** The marks of these files are now as told. */
  marks: { root: RootId; marks: MarkColumns };
  /** All hidden folders of a root. */
  hidden: { root: RootId; folders: readonly string[] };
  /** Any marks of a root may be others. */
  marksReset: { root: RootId };
  /** One sentence for a person, about the library as a whole. */
  notice: { message: string };
}

/** What main asks a thumbnail worker: one file in, one small picture out. */
export interface ThumbnailRequests {
  make: (job: ThumbnailJob) => ThumbnailMade;
  /** What the file contains, as 32 hexadecimal digits: size and hash of its head and tail, which is all that is read. */
  fingerprint: (job: FingerprintJob) => string;
  /** CRC-32 of all bytes of the file. */
  sum: (job: FingerprintJob) => number;
}

/** What a worker tells unasked. */
export interface ThumbnailEvents {
  /**
   * A picture is made and only has to get to the disk, for which a worker waits without working: it can take the next job. The size is
   * that of the original, pixels.
   */
  writing: { readonly target: string; readonly width: number; readonly height: number };
  /** It has started an ffmpeg, or that has ended: see main's `left-over.ts`. */
  ffmpeg: { readonly pid: number; readonly runs: boolean };
}

export interface FingerprintJob {
  /** Absolute path, bytes that are not UTF-8 as in paths.ts. */
  readonly path: string;
  /** Absolute path of the chosen folder; the worker reads the file only if it truly lies inside. */
  readonly rootPath: string;
}

export interface ThumbnailJob extends FingerprintJob {
  readonly kind: MediaKind;
  /** Longest side of the picture, pixels; Infinity for a photo with all its pixels, which then is a JPEG or a PNG. */
  readonly longestSide: number;
  /** Where the worker writes the picture (mostly a WebP): a temporary name that main renames. */
  readonly target: string;
  /** Path of ffmpeg, or null when there is none. */
  readonly ffmpeg: string | null;
  /** After this many milliseconds the worker ends what it runs (main ends the worker a little later). */
  readonly timeLimit: number;
}

/** The warning of a picture that could only be read in part. */
export const INCOMPLETE = {
  code: 'damaged',
  message: 'The picture is damaged; only a part of it can be shown.',
} as const;

export interface ThumbnailMade {
  /** Pixels of the original as shown, after orientation. */
  readonly width: number;
  readonly height: number;
  /** Seconds; 0 for photos and when unknown. */
  readonly duration: number;
  /** Of a film that only ffmpeg could tell of; absent where its picture was there already. */
  readonly codecs?: Codecs | undefined;
  /** Set when a picture could be made but the file is not whole. */
  readonly warning: { readonly code: ErrorCode; readonly message: string } | null;
  /** What the file contains; see `fingerprint`. */
  readonly fingerprint: string;
  /** CRC-32 of the file, where all of it was read anyway; else null. */
  readonly sum: number | null;
  /** Size of the picture at `target`. */
  readonly bytes: number;
  /** Its CRC-32, by which it is known to be whole when it is used. */
  readonly checksum: number;
  /** See shared/placeholder.ts. */
  readonly placeholder: Uint8Array;
}

/** What a worker answers that has grown too much for a picture: a fresh one can make it. Nobody reads this but main. */
export const NO_ROOM = 'This worker holds too much memory already for this picture.';

/** How a sentence of a worker begins whose picture found no room on the disk; the reason follows. */
export const NOT_SAVED = 'The thumbnail could not be saved: ';
