// Runs in the library process and in its scan threads: readings of many folders as columns, because one object
// per file would cost more on its way between threads than the file's look at the disk.

import type { FolderFailure, FolderOutcome, FolderReading, Found } from '../found.js';

const GONE = 0;
const FAILED = 1;
const READ = 2;

/** Numbers of a folder in `numbers`: mtime, dev, ino, entries, files, folders. */
const PER_FOLDER = 6;

/** What goes wrong is rare and travels as objects. */
interface Odd {
  readonly problems: readonly Found[];
  readonly unreadable: readonly string[];
}

/** Outcomes of several folders, in their order. */
export interface Readings {
  readonly outcome: Uint8Array;
  readonly numbers: Float64Array;
  /** Names of files of all folders joined by NUL. */
  readonly names: string;
  /** Names of folders, the same. */
  readonly folders: string;
  readonly kinds: Uint8Array;
  readonly sizes: Float64Array;
  readonly modified: Float64Array;
  readonly born: Float64Array;
  /** By number of the folder. */
  readonly odd: ReadonlyMap<number, Odd>;
}

const NOTHING_ODD: Odd = { problems: [], unreadable: [] };

/** Packs outcomes for the way to another thread. */
export function packReadings(outcomes: readonly FolderOutcome[]): Readings {
  const odd = new Map<number, Odd>();
  const read = outcomes.filter((one) => one.outcome === 'read');
  const files = read.reduce((sum, { names }) => sum + names.length, 0);
  const packed = {
    outcome: new Uint8Array(outcomes.length),
    numbers: new Float64Array(outcomes.length * PER_FOLDER),
    kinds: new Uint8Array(files),
    sizes: new Float64Array(files),
    modified: new Float64Array(files),
    born: new Float64Array(files),
  };
  let at = 0;
  outcomes.forEach((one, index) => {
    if (one.outcome === 'failed') odd.set(index, { problems: [one.problem], unreadable: [] });
    packed.outcome[index] = one.outcome === 'read' ? READ : one.outcome === 'failed' ? FAILED : GONE;
    if (one.outcome !== 'read') return;
    const { mtime, dev, ino, entries, names, folders, problems, unreadable } = one;
    packed.numbers.set([mtime, dev, ino, entries, names.length, folders.length], index * PER_FOLDER);
    packed.kinds.set(one.kinds, at);
    packed.sizes.set(one.sizes, at);
    packed.modified.set(one.modified, at);
    packed.born.set(one.born, at);
    at += names.length;
    if (problems.length + unreadable.length > 0) odd.set(index, { problems, unreadable });
  });
  const names = read.flatMap((one) => one.names).join('\0');
  const folders = read.flatMap((one) => one.folders).join('\0');
  return { ...packed, names, folders, odd };
}

/** The buffers of packed readings, for moving instead of copying them. */
export const buffersOf = ({ outcome, numbers, kinds, sizes, modified, born }: Readings): ArrayBuffer[] =>
  [outcome, numbers, kinds, sizes, modified, born].map(({ buffer }) => buffer as ArrayBuffer);

/** The outcomes again. */
export function unpackReadings(packed: Readings): FolderOutcome[] {
  const { numbers, kinds, sizes, modified, born, odd } = packed;
  const names = packed.names.split('\0');
  const folders = packed.folders.split('\0');
  let file = 0;
  let folder = 0;
  return Array.from(packed.outcome, (code, index): FolderOutcome => {
    const { problems, unreadable } = odd.get(index) ?? NOTHING_ODD;
    if (code === GONE) return { outcome: 'gone' };
    if (code === FAILED) return { outcome: 'failed', problem: problems[0]! } satisfies FolderFailure;
    const of = (which: number) => numbers[index * PER_FOLDER + which]!;
    const [firstFile, firstFolder] = [file, folder];
    file += of(4);
    folder += of(5);
    return {
      outcome: 'read',
      mtime: of(0),
      dev: of(1),
      ino: of(2),
      entries: of(3),
      names: names.slice(firstFile, file),
      kinds: kinds.subarray(firstFile, file),
      sizes: sizes.subarray(firstFile, file),
      modified: modified.subarray(firstFile, file),
      born: born.subarray(firstFile, file),
      folders: folders.slice(firstFolder, folder),
      unreadable,
      problems,
    } satisfies FolderReading;
  });
}
