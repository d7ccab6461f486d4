// The one IPC contract between the window and the main process. Preload, handlers, argument
// schemas and the renderer's client are derived from these two maps, so a missing piece does not compile.

import type { ActivitySnapshot, CacheEntries, CacheName, LogTail } from './activity.js';
import type { CacheScope, FileDetails, LibraryStats } from './details.js';
import type { DuplicateColumns } from './duplicates.js';
import type { FacetColumns, WordHits } from './facets.js';
import type { Facts, ListingPatch } from './listing.js';
import type { Licence } from './licence.js';
import type { ListingPortion } from './listing-portions.js';
import type { FilesOf, MarkChange, MarkColumns, MarksImported, MarksSet, RootMarks } from './marks.js';
import type { FilesDone, FilesTrashed, TileBox } from './files.js';
import type { MenuPart } from './menu.js';
import type { OptionName, OptionStates } from './options.js';
import type { Result } from './result.js';
import type { FileId, Opened, Problem, RootId, RootInfo } from './roots.js';
import type { UpdateStatus } from './updates.js';
import type { OwnWords } from './texts/content.js';
import type { Language } from './texts/languages.js';
import type {
  PlaceholderColumns,
  ThumbnailFailure,
  ThumbnailsChanged,
  ThumbnailStatus,
} from './thumbnail-status.js';

export type * from './thumbnail-status.js';

export type { CacheScope } from './details.js';

export type { FileId, Opened, Problem, RootId, RootInfo, RootState } from './roots.js';

export interface AppInfo {
  readonly name: string;
  readonly version: string;
  readonly platform: string;
}

/** Name -> signature. Every call answers a Result; the client throws its failure as an AppError. */
export interface Calls {
  'app.info': () => AppInfo;
  /** A person's own words, from content.json. */
  /** Opens another window that begins where this one is. */
  'windows.open': () => void;
  'texts.own': () => OwnWords;
  /** Puts words into the clipboard. */
  'app.copyText': (text: string) => void;
  /** Keeps the display on, or lets it sleep again; ends with the page that asked for it. */
  'app.keepAwake': (awake: boolean) => void;
  'options.list': () => OptionStates;
  /** Saves a value; null goes back to what holds without one. Answers all options. */
  'options.set': (name: OptionName, value: string | number | boolean | null) => OptionStates;
  /** Opens the system's folder dialog for an option that is a folder. Answers all options. */
  'options.choosePath': (name: OptionName) => OptionStates;
  'app.openLog': () => void;
  /** The licences of the parts of Chromium, as it brings them. */
  'app.openChromiumLicences': () => void;
  /** Of the app and of all its parts, the app's own first. */
  'app.licences': () => readonly Licence[];
  'updates.status': () => UpdateStatus;
  /** Looks for a newer version now, whatever is chosen in the settings. */
  'updates.check': () => void;
  /** Gets the version that was found; it is installed when the app ends. */
  'updates.download': () => void;
  /** The window has painted what it begins with: what would have held that up can start. */
  'app.painted': () => void;
  'roots.list': () => RootInfo[];
  /** What was opened from outside and has not been shown yet. */
  'roots.takeOpened': () => Opened | null;
  /** Makes a folder that is only visited one of the gallery's. */
  'roots.keep': (root: RootId) => RootInfo[];
  /** A person looks at a folder (relative path): it is offered in the system's menus. */
  'roots.visited': (root: RootId, folder: string) => void;
  /** Opens the system's folder dialog; answers the roots after it. */
  'roots.choose': () => RootInfo[];
  /** Absolute paths of dropped folders. Only the preload may give them, from real File objects. */
  'roots.addDropped': (paths: string[]) => RootInfo[];
  /** Forgets a folder. Nothing on disk changes. */
  'roots.remove': (root: RootId) => RootInfo[];
  /** Reads the folder again: everything that moved since. */
  'roots.refresh': (root: RootId) => void;
  /** The first portion of a listing. */
  'library.listing': (root: RootId) => ListingPortion;
  /** The portion after the last one of this delivery. */
  'library.listingRest': (delivery: number) => ListingPortion;
  'library.problems': () => Problem[];
  /** Everything known of a file; reads it when that has not been done yet. */
  'library.details': (root: RootId, id: FileId) => FileDetails;
  /**
   * Takes listings and details out of the caches (all of them without a scope) and reads again what they were of.
   * Answers how many entries there were.
   */
  'library.invalidate': (scope: CacheScope | null) => number;
  /**
   * Files of which the path, the camera or the lens holds this text, without regard to case and accents; one entry for
   * each root of which that can be said.
   */
  'library.search': (word: string) => readonly WordHits[];
  /** What files can be filtered by besides their listing; null when nothing is known. */
  'library.facets': (root: RootId) => FacetColumns | null;
  /** Numbers of the index and the caches. */
  'library.stats': () => LibraryStats;
  /** Files on screen and near it, most wanted first. Replaces what was wanted before; waiting jobs of others fall back. */
  'thumbnails.want': (wanted: { root: RootId; visible: FileId[]; near: FileId[] }) => void;
  /** What the viewer shows and has next to it; none when it is closed. Large pictures of other files are not made any more. */
  'thumbnails.view': (files: FilesOf[]) => void;
  /** Files with the same content, as far as it is known; `read` has what is not known read next. */
  'library.duplicates': (read: boolean) => DuplicateColumns;
  'thumbnails.status': () => ThumbnailStatus;
  'thumbnails.failures': () => ThumbnailFailure[];
  'thumbnails.placeholders': (root: RootId) => PlaceholderColumns;
  /** Makes a failed thumbnail again; without an id, all that failed. */
  'thumbnails.retry': (root: RootId, id: FileId | null) => void;
  /** Stops or resumes background work. */
  'thumbnails.pause': (paused: boolean) => void;
  /** Removes all stored thumbnails and pauses background work; they are made again when somebody looks. */
  'thumbnails.clear': () => void;
  /** What the app is doing. Asked once a second while somebody looks; nothing is measured otherwise. */
  'activity.snapshot': () => ActivitySnapshot;
  'activity.cache': (cache: CacheName) => CacheEntries;
  /** Takes one entry out of a cache; whether it was there. */
  'activity.dropEntry': (cache: CacheName, key: string) => boolean;
  /** Replaces the workers, or the one of that name. Running jobs end first, and nothing is held against their files. */
  'activity.restartWorkers': (name: string | null) => void;
  /** The last lines of the log, latest last. */
  'activity.log': () => LogTail;
  /** Puts a text for whoever helps on the clipboard; only with `withPaths` it names files and folders. */
  'activity.copyDiagnostics': (withPaths: boolean) => void;
  /** Favourites, ratings, tags and hidden folders of a root. */
  'marks.list': (root: RootId) => RootMarks;
  /** Changes the marks of files, of all or of none; answered when that is on the disk. */
  'marks.set': (files: FilesOf[], change: MarkChange) => MarksSet;
  /** Hides a folder (relative path) with all below it, or shows it again. */
  'marks.hideFolder': (root: RootId, folder: string, hidden: boolean) => void;
  /** Asks for a file and writes all marks to it; answers how many files are marked, null when nobody chose a file. */
  'marks.export': () => number | null;
  /** Asks for such a file and takes it in; null when nobody chose one. */
  'marks.import': () => MarksImported | null;
  /** Puts files on the clipboard, as file managers do. */
  'files.copy': (files: FilesOf[]) => FilesDone;
  /** Puts absolute paths on the clipboard as text, one a line. */
  'files.copyPaths': (files: FilesOf[]) => FilesDone;
  /** Drags files out while the button is down; answered once that is over, or (macOS) begun. `box`: the tile under the pointer. */
  'files.drag': (files: FilesOf[], box: TileBox) => FilesDone;
  /** Moves files to the trash of the system. */
  'files.trash': (files: FilesOf[]) => FilesTrashed;
  /** Undoes a `files.trash`, or what such a call could not bring back. Nothing is ever replaced. */
  'files.restore': (undo: number) => FilesTrashed;
  /** Makes thumbnails again, whatever is stored. */
  'thumbnails.rebuild': (files: FilesOf[]) => FilesDone;
  /** The application menu while this window is in front. */
  'menu.set': (menu: MenuPart[]) => void;
  'files.openExternally': (root: RootId, id: FileId) => void;
  /** Whether there was a program that shows folders. */
  'files.showInFolder': (root: RootId, id: FileId) => boolean;
  /** Puts the absolute path of a folder (relative path) on the clipboard as text. */
  'folders.copyPath': (root: RootId, folder: string) => void;
  /** Shows a folder (relative path) in the one it lies in; whether there was a program that shows folders. */
  'folders.showInFolder': (root: RootId, folder: string) => boolean;
}

/** Name -> payload. */
export interface Events {
  'roots.changed': RootInfo[];
  /** Something was opened from outside: `roots.takeOpened` answers what. */
  'roots.opened': Record<never, never>;
  /** The whole listing is new (first scan, folder back online): ask for it. */
  'library.reset': { root: RootId };
  'library.patch': { root: RootId; patch: ListingPatch };
  'library.facts': { root: RootId; facts: Facts };
  /** `library.search` and `library.facets` may answer otherwise now. */
  'library.indexed': { root: RootId };
  'library.problems': { count: number };
  'thumbnails.changed': ThumbnailsChanged;
  'thumbnails.status': ThumbnailStatus;
  /** The marks of these files are now as told. */
  'marks.changed': { root: RootId; marks: MarkColumns };
  'marks.hidden': { root: RootId; folders: readonly string[] };
  /** Any marks of a root may be others: ask for them. */
  'marks.reset': { root: RootId };
  /** A file or folders were chosen in a dialog, and are read, written or added now; only told to the window that asked. */
  'dialogs.chosen': Record<never, never>;
  /** The files of a `files.drag` were looked at, and the drag begins; only told to the window that asked. */
  'files.dragging': Record<never, never>;
  /** A command was chosen in the application menu; only told to the window in front. */
  'menu.command': { id: string };
  /** What was decoded of pictures that are not on the screen is not any more. */
  'memory.relieved': Record<never, never>;
  /** A sentence to show once, quietly. */
  'app.notice': { message: string };
  'options.changed': OptionStates;
  'updates.status': UpdateStatus;
  /** Another language was chosen. */
  'words.changed': { language: Language; locale: string; own: OwnWords };
}

export type CallName = keyof Calls;
export type EventName = keyof Events;

/** What the preload exposes as `window.gallery`. */
export interface GalleryApi<DroppedFile = unknown> {
  call<K extends Exclude<CallName, 'roots.addDropped'>>(
    name: K,
    ...args: Parameters<Calls[K]>
  ): Promise<Result<ReturnType<Calls[K]>>>;
  /** Adds folders dropped onto the window. */
  dropFolders(files: readonly DroppedFile[]): Promise<Result<RootInfo[]>>;
  /** Returns the unsubscribe. */
  on<K extends EventName>(name: K, listener: (payload: Events[K]) => void): () => void;
}

/** Every call, for the gate and the preload to check names against. */
export const CALL_NAMES: readonly CallName[] = Object.keys({
  'app.info': 0,
  'app.copyText': 0,
  'app.keepAwake': 0,
  'texts.own': 0,
  'options.list': 0,
  'options.set': 0,
  'options.choosePath': 0,
  'app.openLog': 0,
  'app.openChromiumLicences': 0,
  'app.painted': 0,
  'app.licences': 0,
  'updates.status': 0,
  'updates.check': 0,
  'updates.download': 0,
  'roots.list': 0,
  'roots.takeOpened': 0,
  'roots.keep': 0,
  'roots.visited': 0,
  'roots.choose': 0,
  'roots.addDropped': 0,
  'roots.remove': 0,
  'roots.refresh': 0,
  'library.listing': 0,
  'library.listingRest': 0,
  'library.problems': 0,
  'library.details': 0,
  'library.invalidate': 0,
  'library.search': 0,
  'library.facets': 0,
  'library.stats': 0,
  'library.duplicates': 0,
  'windows.open': 0,
  'thumbnails.want': 0,
  'thumbnails.view': 0,
  'thumbnails.status': 0,
  'thumbnails.failures': 0,
  'thumbnails.placeholders': 0,
  'thumbnails.retry': 0,
  'thumbnails.pause': 0,
  'thumbnails.clear': 0,
  'activity.snapshot': 0,
  'activity.cache': 0,
  'activity.dropEntry': 0,
  'activity.restartWorkers': 0,
  'activity.log': 0,
  'activity.copyDiagnostics': 0,
  'marks.list': 0,
  'marks.set': 0,
  'marks.hideFolder': 0,
  'marks.export': 0,
  'marks.import': 0,
  'files.copy': 0,
  'files.copyPaths': 0,
  'files.drag': 0,
  'files.trash': 0,
  'files.restore': 0,
  'thumbnails.rebuild': 0,
  'menu.set': 0,
  'files.openExternally': 0,
  'files.showInFolder': 0,
  'folders.copyPath': 0,
  'folders.showInFolder': 0,
} satisfies Record<CallName, 0>) as CallName[];

export const EVENT_NAMES: readonly EventName[] = Object.keys({
  'roots.changed': 0,
  'roots.opened': 0,
  'library.reset': 0,
  'library.patch': 0,
  'library.facts': 0,
  'library.indexed': 0,
  'library.problems': 0,
  'thumbnails.changed': 0,
  'thumbnails.status': 0,
  'marks.changed': 0,
  'marks.hidden': 0,
  'marks.reset': 0,
  'dialogs.chosen': 0,
  'files.dragging': 0,
  'menu.command': 0,
  'memory.relieved': 0,
  'app.notice': 0,
  'options.changed': 0,
  'updates.status': 0,
  'words.changed': 0,
} satisfies Record<EventName, 0>) as EventName[];
