// Runs in the library process and in its scan threads: readings of many folders as columns, because one object
// per file would cost more on its way between threads than the file's look at the disk.

import { joinNames, splitNames } from '../../shared/listing-rows.js';
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
  /** Joined names of files, by folder that was read. */
  readonly names: readonly string[];
  /** Joined names of folders, the same. */
  readonly folders: readonly string[];
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
  const files = read.reduce((sum, { kinds }) => sum + kinds.length, 0);
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
    const { mtime, dev, ino, entries, kinds, folders, problems, unreadable } = one;
    packed.numbers.set([mtime, dev, ino, entries, kinds.length, folders.length], index * PER_FOLDER);
    packed.kinds.set(kinds, at);
    packed.sizes.set(one.sizes, at);
    packed.modified.set(one.modified, at);
    packed.born.set(one.born, at);
    at += kinds.length;
    if (problems.length + unreadable.length > 0) odd.set(index, { problems, unreadable });
  });
  const names = read.map((one) => one.names);
  const folders = read.map((one) => joinNames(one.folders));
  return { ...packed, names, folders, odd };
}

/** The buffers of packed readings, for moving instead of copying them. */
export const buffersOf = ({ outcome, numbers, kinds, sizes, modified, born }: Readings): ArrayBuffer[] =>
  [outcome, numbers, kinds, sizes, modified, born].map(({ buffer }) => buffer as ArrayBuffer);

/** The outcomes again. */
export function unpackReadings(packed: Readings): FolderOutcome[] {
  const { numbers, kinds, sizes, modified, born, odd } = packed;
  let file = 0;
  let read = 0;
  return Array.from(packed.outcome, (code, index): FolderOutcome => {
    const { problems, unreadable } = odd.get(index) ?? NOTHING_ODD;
    if (code === GONE) return { outcome: 'gone' };
    if (code === FAILED) return { outcome: 'failed', problem: problems[0]! } satisfies FolderFailure;
    const of = (which: number) => numbers[index * PER_FOLDER + which]!;
    const first = file;
    file += of(4);
    const names = packed.names[read]!;
    const folders = splitNames(packed.folders[read++]!, of(5));
    return {
      outcome: 'read',
      mtime: of(0),
      dev: of(1),
      ino: of(2),
      entries: of(3),
      names,
      kinds: kinds.subarray(first, file),
      sizes: sizes.subarray(first, file),
      modified: modified.subarray(first, file),
      born: born.subarray(first, file),
      folders,
      unreadable,
      problems,
    } satisfies FolderReading;
  });
}
