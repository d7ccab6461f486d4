// Runs in the library process: what reading a folder can find, and the sentences for what goes wrong.

import type { Problem } from '../shared/contract.js';
import { splitNames } from '../shared/listing-rows.js';

/** A problem before it is known which root it belongs to. */
export type Found = Omit<Problem, 'root'>;

/** The entries of one folder, file columns side by side. */
export interface FolderReading {
  readonly outcome: 'read';
  /** Modification time before the folder was read; NaN when it is too young to be trusted. */
  readonly mtime: number;
  /** Which folder on which device this is. */
  readonly dev: number;
  readonly ino: number;
  /** Of the files, joined as a listing has them, because a first scan makes one of them; see {@link namesIn}. */
  readonly names: string;
  /** Indexes into KINDS. */
  readonly kinds: ArrayLike<number>;
  /** Bytes. */
  readonly sizes: ArrayLike<number>;
  /** Milliseconds since 1970. */
  readonly modified: ArrayLike<number>;
  /** When the file was made at this place, the same; 0 where the file system does not tell. */
  readonly born: ArrayLike<number>;
  /** Names of files that could not be looked at; what was known of them stays. */
  readonly unreadable: readonly string[];
  /** Names of folders to descend into. */
  readonly folders: readonly string[];
  readonly problems: readonly Found[];
  /** All entries, those that are not shown included. */
  readonly entries: number;
}

/** The names of the files of a reading. */
export const namesIn = ({ names, kinds }: FolderReading): string[] => splitNames(names, kinds.length);

export interface FolderFailure {
  readonly outcome: 'failed';
  readonly problem: Found;
}

export type FolderOutcome = FolderReading | FolderFailure | { readonly outcome: 'gone' };

/** Reads many folders (relative paths) below a root (absolute, without links); answers in their order. */
export type ReadFolders = (root: string, folders: readonly string[]) => Promise<FolderOutcome[]>;

/** The system's code of a file error, or '' when it has none. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}

/** Whether an error says that there is nothing (any more) at a path. */
export const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

/** Why a folder or a file could not be read, in one sentence. */
export function readErrorSentence(error: unknown, what: 'folder' | 'file'): string {
  const code = codeOf(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `You do not have permission to read this ${what}.`;
    case 'ENAMETOOLONG':
      return `The path of this ${what} is too long for the system.`;
    case 'EIO':
      return `The disk reported an error while this ${what} was read.`;
    case 'EBUSY':
      return `This ${what} is in use by another program.`;
    case 'EMFILE':
    case 'ENFILE':
      return `Too many files were open to read this ${what}.`;
    case 'ETIMEDOUT':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
    case 'ENOTCONN':
    case 'ESTALE':
      return `The network drive did not answer when this ${what} was read.`;
    default:
      return `This ${what} could not be read (${code || String(error)}).`;
  }
}
