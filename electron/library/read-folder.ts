// Runs in the library process: reads one folder. Synchronous calls in slices: on a warm disk they are five
// to ten times as fast as promises, and the slices keep the process answering.

import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { sep } from 'node:path';
import { decodeName, diskPath } from '../node/raw-paths.js';
import { KINDS } from '../shared/listing.js';
import { joinNames } from '../shared/listing-rows.js';
import { formatOf, isSkippedFile, isSkippedFolder } from '../shared/media.js';
import { joinRelative } from '../shared/paths.js';
import { isGone, readErrorSentence, type FolderOutcome, type FolderReading, type Found } from './found.js';
import { problemOfLink } from './link.js';
import type { Slices } from './slices.js';
import { isTransportStream, needsLook } from './transport-stream.js';

/** The file system calls that reading needs; tests put failing ones in their place. */
export interface Disk {
  readonly readdirSync: typeof readdirSync;
  readonly lstatSync: typeof lstatSync;
}

export const REAL_DISK: Disk = { readdirSync, lstatSync };

/**
 * Clocks of file systems tick in steps of up to two seconds. A folder that changed less than this before it
 * was read may change again without its time moving, so its time is not trusted.
 */
const YOUNG_MS = 2500;

const VANISHED = 'This file went away while its folder was read.';
const NO_THROW = { throwIfNoEntry: false } as const;

/** Files looked at between two looks at the clock. */
const STEP = 64;

type Columns = 'names' | 'kinds' | 'sizes' | 'modified' | 'born' | 'unreadable' | 'folders' | 'problems';

/** Absolute path of a relative one. */
export function absolutePath(root: string, relative: string): string {
  return relative === '' ? root : prefixOf(root) + relative;
}

/** What stands before the names of the files in a folder (absolute path). Elsewhere a name may end in the separator of Windows. */
const prefixOf = (folder: string): string =>
  folder.endsWith('/') || folder.endsWith(sep) ? folder : `${folder}/`;

/**
 * Reads one folder (relative path) below `root` (absolute, without links) in slices. Never throws file errors.
 */
export async function readFolder(
  root: string,
  relative: string,
  slices: Slices,
  now: () => number = Date.now,
  disk: Disk = REAL_DISK,
): Promise<FolderOutcome> {
  const work = reading(root, relative, now, disk);
  let step = work.next();
  for (; !step.done; step = work.next()) if (slices.due) await slices.rest();
  return step.value;
}

/** How many folders to look into before believing that there is something in one of them. */
const LOOKED_INTO = 1000;

/**
 * Whether there is any photo or video in or below one folder (relative path) of a root (absolute path). What a system
 * leaves in the place of a drive (markers, hidden files, empty folders) holds none.
 */
export function holdsMedia(root: string, start: string, disk: Disk = REAL_DISK): boolean {
  const folders = [start];
  for (const folder of folders) {
    if (folders.length > LOOKED_INTO) return true;
    const path = absolutePath(root, folder);
    try {
      const { names, types } = listEntries(disk, diskPath(path));
      for (const [i, name] of names.entries()) {
        if (types[i]!.isDirectory()) {
          if (!isSkippedFolder(name)) folders.push(joinRelative(folder, name));
        } else if (types[i]!.isFile() && isMedia(path, name)) return true;
      }
    } catch {
      // What cannot be read shows nothing; the reading of it finds out and tells why.
    }
  }
  return false;
}

/** By its name, which is all that is looked at where names can be trusted. `folder`: absolute path. */
const isMedia = (folder: string, name: string): boolean =>
  !isSkippedFile(name) &&
  formatOf(name) !== undefined &&
  (!needsLook(name) || isTransportStream(diskPath(absolutePath(folder, name))));

/** Reads one folder as {@link readFolder} does, without a pause, for a thread that has nothing else to do. */
export function readFolderAtOnce(root: string, relative: string): FolderOutcome {
  const work = reading(root, relative, Date.now, REAL_DISK);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** The work itself; it stops again and again to let its caller look at the clock. */
function* reading(
  root: string,
  relative: string,
  now: () => number,
  disk: Disk,
): Generator<void, FolderOutcome, void> {
  const folder = absolutePath(root, relative);
  const onDisk = diskPath(folder);
  try {
    const stats = disk.lstatSync(onDisk);
    // A folder that was swapped for a link must not lead the scan elsewhere.
    if (!stats.isDirectory()) return { outcome: 'gone' };
    const listed = listEntries(disk, onDisk);
    const files = yield* readFiles(disk, root, relative, folder, listed);
    const mtime = now() - stats.mtimeMs < YOUNG_MS ? NaN : stats.mtimeMs;
    const { dev, ino } = stats;
    return { outcome: 'read', mtime, dev, ino, entries: listed.names.length, ...files };
  } catch (error) {
    if (isGone(error)) return { outcome: 'gone' };
    const message = readErrorSentence(error, 'folder');
    return { outcome: 'failed', problem: { path: relative, kind: 'unreadable-folder', message } };
  }
}

/** Names of the folders in a folder (absolute path). Throws file errors. */
export function foldersIn(folder: string): string[] {
  const { names, types } = listEntries(REAL_DISK, diskPath(folder));
  return names.filter((_, i) => types[i]!.isDirectory());
}

interface Listed {
  readonly names: readonly string[];
  readonly types: readonly (Dirent | Dirent<Buffer>)[];
  /** Whether all names, and the folder's, are UTF-8: they are the same on the disk as in a string. */
  readonly plain: boolean;
}

function listEntries(disk: Disk, folder: string | Buffer): Listed {
  if (typeof folder === 'string') {
    const types = disk.readdirSync(folder, { withFileTypes: true });
    const names = types.map(({ name }) => name);
    // U+FFFD stands for bytes that are not UTF-8: the name has to be read as bytes.
    if (!names.some((name) => name.includes('\uFFFD'))) return { names, types, plain: true };
  }
  const types = disk.readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
  return { names: types.map(({ name }) => decodeName(name)), types, plain: false };
}

// This runs once per file of the library, so it makes no objects and no functions of its own for each.
function* readFiles(
  disk: Disk,
  root: string,
  relative: string,
  folder: string,
  { names: listed, types, plain }: Listed,
): Generator<void, Pick<FolderReading, Columns>, void> {
  const names: string[] = [];
  const kinds: number[] = [];
  const sizes: number[] = [];
  const modified: number[] = [];
  const born: number[] = [];
  const unreadable: string[] = [];
  const folders: string[] = [];
  const problems: Found[] = [];
  const prefix = prefixOf(folder);
  const addProblem = (name: string, kind: Found['kind'], message: string) =>
    problems.push({ path: joinRelative(relative, name), kind, message });
  for (let i = 0; i < types.length; i++) {
    if (i % STEP === STEP - 1) yield;
    const name = listed[i]!;
    const type = types[i]!;
    if (type.isDirectory()) {
      if (!isSkippedFolder(name)) folders.push(name);
      continue;
    }
    if (isSkippedFile(name)) continue;
    if (type.isSymbolicLink()) {
      const problem = problemOfLink(root, prefix + name, joinRelative(relative, name), name);
      if (problem) problems.push(problem);
      continue;
    }
    const format = formatOf(name);
    if (!format) continue;
    const path = prefix + name;
    const onDisk = plain ? path : diskPath(path);
    try {
      // Asked not to throw, because an error with its stack costs ten times the look.
      const stats = disk.lstatSync(onDisk, NO_THROW);
      if (!stats) addProblem(name, 'vanished', VANISHED);
      else if (!stats.isFile()) {
        addProblem(name, 'not-a-file', 'This is not a regular file, so it is not shown.');
      } else if (format.kind === 'photo' || !needsLook(name) || isTransportStream(onDisk)) {
        names.push(name);
        kinds.push(KINDS.indexOf(format.kind));
        sizes.push(stats.size);
        modified.push(stats.mtimeMs);
        born.push(stats.birthtimeMs);
      }
    } catch (error) {
      if (isGone(error)) addProblem(name, 'vanished', VANISHED);
      else {
        unreadable.push(name);
        addProblem(name, 'unreadable-file', readErrorSentence(error, 'file'));
      }
    }
  }
  return { names: joinNames(names), kinds, sizes, modified, born, unreadable, folders, problems };
}

/** Reads folders of one root; when it is `flat`, as if there were none in them. */
export const readOne =
  (path: string, flat: boolean) =>
  async (folder: string, slices: Slices): Promise<FolderOutcome> => {
    const outcome = await readFolder(path, folder, slices);
    return flat && outcome.outcome === 'read' ? { ...outcome, folders: [] } : outcome;
  };
