// Shared by every process: the folders a person chose, and what can be wrong in them.

export type RootId = number;
export type FileId = number;

export type RootState = 'scanning' | 'ready' | 'offline';

/** A folder the user chose. */
export interface RootInfo {
  readonly id: RootId;
  /** Absolute path as the user gave it. */
  readonly path: string;
  /** Last part of the path. */
  readonly name: string;
  readonly state: RootState;
  /** Media files seen so far; grows while scanning. */
  readonly files: number;
  /** When the disk was last read or confirmed, milliseconds since 1970; 0 = never. */
  readonly checkedAt: number;
  readonly watching: 'native' | 'polling' | 'off';
  /** Files whose metadata is still to be read. */
  readonly unread: number;
  /** Not chosen: a file in it was opened from outside. It goes with the app. */
  readonly visited?: boolean;
}

/** What was opened from outside ("Open with", the command line): a folder, or a file in it. */
export interface Opened {
  readonly root: RootId;
  /** Relative path of the folder, '' is the root itself. */
  readonly folder: string;
  /** Name of the file, or null. */
  readonly file: string | null;
}

/** Something in a folder that could not be shown, or was left out on purpose. */
export interface Problem {
  readonly root: RootId;
  /** Relative path of the file or folder, `/` between parts. */
  readonly path: string;
  readonly kind:
    | 'unreadable-folder'
    | 'unreadable-file'
    | 'vanished'
    | 'link'
    | 'bad-name'
    | 'not-a-file'
    | 'damaged'
    | 'watch';
  /** One sentence a person understands. */
  readonly message: string;
  /** The file, where `thumbnails.retry` may help. */
  readonly retry?: FileId;
}
