// Shared by every process: what a person said about files (favourite, rating, tags), as columns, and changes to it.

import type { RootId } from './contract.js';

/** Files of one root. */
export interface FilesOf {
  readonly root: RootId;
  readonly ids: Uint32Array;
}

/** What is to become of the marks of some files; what is absent stays as it is. */
export interface MarkChange {
  readonly favourite?: boolean | undefined;
  /** 1 to 5 stars; 0 takes the rating away. */
  readonly rating?: number | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
}

/** Stars in `flags`; 0: none. */
export const RATING_MASK = 7;
/** Set in `flags` of favourites. */
export const FAVOURITE_FLAG = 8;

export const MAX_RATING = 5;

/** Marks of some files of a root. All columns but `tag` and `tags` have the same length. */
export interface MarkColumns {
  readonly id: Uint32Array;
  /** See {@link RATING_MASK} and {@link FAVOURITE_FLAG}. */
  readonly flags: Uint8Array;
  /** How many entries of `tag` are of this file. */
  readonly tagCount: Uint16Array;
  /** Of all files one after another; index into `tags`. */
  readonly tag: Uint32Array;
  readonly tags: readonly string[];
}

/** Everything marked in a root. */
export interface RootMarks {
  readonly marks: MarkColumns;
  /** Folders that are not shown (relative paths), in their order. */
  readonly hidden: readonly string[];
}

/** What a change of many files came to. */
export interface MarksSet {
  readonly changed: number;
  /** Files that are no longer part of the gallery. */
  readonly missing: number;
}

/** What an import came to. */
export interface MarksImported {
  /** Marked files in the file. */
  readonly read: number;
  /** How many of them are in the folders of the gallery now. */
  readonly found: number;
}

/** The marks of one file. */
export interface FileMarks {
  readonly favourite: boolean;
  /** 0 to 5 stars; 0: none. */
  readonly rating: number;
  readonly tags: readonly string[];
}

/** Puts marks into columns. */
export function encodeMarks(files: Iterable<readonly [id: number, marks: FileMarks]>): MarkColumns {
  const id: number[] = [];
  const flags: number[] = [];
  const tagCount: number[] = [];
  const tag: number[] = [];
  const numbers = new Map<string, number>();
  for (const [file, marks] of files) {
    id.push(file);
    flags.push((marks.rating & RATING_MASK) | (marks.favourite ? FAVOURITE_FLAG : 0));
    tagCount.push(marks.tags.length);
    for (const name of marks.tags) {
      let number = numbers.get(name);
      if (number === undefined) numbers.set(name, (number = numbers.size));
      tag.push(number);
    }
  }
  return {
    id: Uint32Array.from(id),
    flags: Uint8Array.from(flags),
    tagCount: Uint16Array.from(tagCount),
    tag: Uint32Array.from(tag),
    tags: [...numbers.keys()],
  };
}
