// Runs in the library process: reads one folder. Synchronous calls in slices: on a warm disk they are five
// to ten times as fast as promises, and the slices keep the process answering.

import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { decodeName, diskPath } from '../node/raw-paths.js';
import { KINDS } from '../shared/listing.js';
import { formatOf, isSkippedFile, isSkippedFolder } from '../shared/media.js';
import { joinRelative } from '../shared/paths.js';
import { isGone, readErrorSentence, type FolderOutcome, type Found } from './found.js';
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

/** Files looked at between two looks at the clock. */
const STEP = 64;

interface Entry {
  readonly name: string;
  readonly type: Dirent | Dirent<Buffer>;
}

/** Absolute path of a relative one. */
export function absolutePath(root: string, relative: string): string {
  if (relative === '') return root;
  return root.endsWith('/') || root.endsWith('\\') ? root + relative : `${root}/${relative}`;
}

/** Reads one folder (relative path) below `root` (absolute, without links). Never throws file errors. */
export async function readFolder(
  root: string,
  relative: string,
  slices: Slices,
  now: () => number = Date.now,
  disk: Disk = REAL_DISK,
): Promise<FolderOutcome> {
  const folder = absolutePath(root, relative);
  const onDisk = diskPath(folder);
  try {
    const stats = disk.lstatSync(onDisk);
    // A folder that was swapped for a link must not lead the scan elsewhere.
    if (!stats.isDirectory()) return { outcome: 'gone' };
    const entries = listEntries(disk, onDisk);
    const files = await readFiles(disk, root, relative, folder, entries, slices);
    const mtime = now() - stats.mtimeMs < YOUNG_MS ? NaN : stats.mtimeMs;
    return {
      outcome: 'read',
      mtime,
      dev: stats.dev,
      ino: stats.ino,
      entries: entries.length,
      ...files,
    };
  } catch (error) {
    if (isGone(error)) return { outcome: 'gone' };
    const message = readErrorSentence(error, 'folder');
    return { outcome: 'failed', problem: { path: relative, kind: 'unreadable-folder', message } };
  }
}

function listEntries(disk: Disk, folder: string | Buffer): Entry[] {
  const entries: Entry[] = [];
  let plain = typeof folder === 'string';
  if (plain) {
    for (const type of disk.readdirSync(folder, { withFileTypes: true })) {
      // U+FFFD stands for bytes that are not UTF-8: the name has to be read as bytes.
      if (type.name.includes('\uFFFD')) {
        plain = false;
        break;
      }
      entries.push({ name: type.name, type });
    }
  }
  if (plain) return entries;
  const raw = disk.readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
  return raw.map((type) => ({ name: decodeName(type.name), type }));
}

async function readFiles(
  disk: Disk,
  root: string,
  relative: string,
  folder: string,
  entries: readonly Entry[],
  slices: Slices,
) {
  const names: string[] = [];
  const kinds: number[] = [];
  const sizes: number[] = [];
  const modified: number[] = [];
  const unreadable: string[] = [];
  const folders: string[] = [];
  const problems: Found[] = [];
  let sinceRest = 0;
  for (const { name, type } of entries) {
    if (++sinceRest >= STEP) {
      sinceRest = 0;
      if (slices.due) await slices.rest();
    }
    if (type.isDirectory()) {
      if (!isSkippedFolder(name)) folders.push(name);
      continue;
    }
    if (isSkippedFile(name)) continue;
    const path = absolutePath(folder, name);
    if (type.isSymbolicLink()) {
      const problem = problemOfLink(root, path, joinRelative(relative, name), name);
      if (problem) problems.push(problem);
      continue;
    }
    const format = formatOf(name);
    if (!format) continue;
    const problem = (kind: Found['kind'], message: string) =>
      problems.push({ path: joinRelative(relative, name), kind, message });
    const onDisk = diskPath(path);
    try {
      const stats = disk.lstatSync(onDisk);
      if (!stats.isFile()) {
        problem('not-a-file', 'This is not a regular file, so it is not shown.');
        continue;
      }
      if (needsLook(name) && !isTransportStream(onDisk)) continue;
      names.push(name);
      kinds.push(KINDS.indexOf(format.kind));
      sizes.push(stats.size);
      modified.push(stats.mtimeMs);
    } catch (error) {
      if (isGone(error)) {
        problem('vanished', 'This file went away while its folder was read.');
        continue;
      }
      unreadable.push(name);
      problem('unreadable-file', readErrorSentence(error, 'file'));
    }
  }
  return { names, kinds, sizes, modified, unreadable, folders, problems };
}
