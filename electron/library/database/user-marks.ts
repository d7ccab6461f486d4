// Runs in the library process: the shapes of what a user made, also as the file to take it elsewhere, and the
// checks of what comes in.

import { AppError } from '../../shared/result.js';

/** What a user said about one file. */
export interface Mark {
  /** Absolute path of the root. */
  readonly root: string;
  /** Relative to the root, `/` between parts. */
  readonly path: string;
  /** What the content was when it was marked (the thumbnails' fingerprint), null when not known. */
  readonly fingerprint: string | null;
  /** Bytes and time (milliseconds since 1970) of the file when its fingerprint was taken; null when not known. */
  readonly size: number | null;
  readonly modified: number | null;
  readonly favourite: boolean;
  /** 0 to 5 stars; null: the user gave none. */
  readonly rating: number | null;
  readonly tags: readonly string[];
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
}

/** Whether anything is said about a file. What was taken away is known as well, so that nothing comes back by itself. */
export const isMarked = ({ favourite, rating, tags }: Pick<Mark, 'favourite' | 'rating' | 'tags'>): boolean =>
  favourite || (rating ?? 0) > 0 || tags.length > 0;

/** Which file a mark is for. */
export interface MarkKey {
  /** Absolute path of the root. */
  readonly root: string;
  /** Relative to the root, `/` between parts. */
  readonly path: string;
}

/** A file as it was when its fingerprint was taken. */
export type MarkedVersion = Pick<Mark, 'size' | 'modified' | 'fingerprint'>;

/** A marked file that is found elsewhere. */
export interface MarkMove {
  readonly from: MarkKey;
  readonly to: MarkKey;
  /** What it is now, where that was looked at. */
  readonly version?: MarkedVersion | undefined;
}

/** What becomes of marks; what is absent stays as it is. A rating of null takes it away. */
export interface UserChange {
  readonly favourite?: boolean | undefined;
  readonly rating?: number | null | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
}

/** A folder that is not shown. */
export type HiddenFolder = MarkKey;

/** All marks, as plain JSON. */
export interface MarksExport {
  readonly format: 'home-gallery-marks';
  readonly version: 1;
  readonly marks: readonly Mark[];
  readonly hiddenFolders?: readonly HiddenFolder[];
}

const LONGEST_TAG = 100;

/** A tag as it is stored: without space around it, composed (NFC). @throws AppError `bad-argument` */
export function checkTag(tag: string): string {
  const clean = tag.normalize('NFC').trim();
  // A lone surrogate would come back as another character.
  if (clean === '' || clean.length > LONGEST_TAG || /[\p{Cc}\p{Surrogate}]/u.test(clean)) {
    throw new AppError('bad-argument', `A tag is 1 to ${LONGEST_TAG} characters of plain text.`);
  }
  return clean;
}

/** @throws AppError `bad-argument` */
export function checkRating(rating: number | null): number | null {
  if (rating === null || (Number.isInteger(rating) && rating >= 0 && rating <= 5)) return rating;
  throw new AppError('bad-argument', 'A rating is 0 to 5 stars.');
}

/** Checks a file to import. @throws AppError `bad-argument` that names what is wrong */
export function checkExport(value: unknown): MarksExport {
  const file = value as Partial<MarksExport> | null;
  if (file?.format !== 'home-gallery-marks' || !Array.isArray(file.marks)) {
    throw new AppError(
      'bad-argument',
      'This file holds no favourites, ratings or tags of Home Gallery. Choose one that was exported from it.',
    );
  }
  if (file.version !== 1) {
    throw new AppError(
      'unsupported',
      'This file was written by a newer version of Home Gallery. Update the app, then import it again.',
    );
  }
  const { hiddenFolders: hidden = [] } = file;
  if (!Array.isArray(hidden) || !hidden.every(isFolder)) {
    throw new AppError(
      'bad-argument',
      'The hidden folders in this file cannot be read. Nothing of it was imported; export the file once more.',
    );
  }
  const hiddenFolders = hidden.map(({ root, path }) => ({ root, path }));
  return { format: file.format, version: 1, marks: file.marks.map(checkMark), hiddenFolders };
}

const isFolder = (value: unknown): value is HiddenFolder => {
  const { root, path } = (value ?? {}) as Partial<Record<keyof HiddenFolder, unknown>>;
  return typeof root === 'string' && root !== '' && typeof path === 'string';
};

function checkMark(value: unknown, index: number): Mark {
  const bad = () =>
    new AppError(
      'bad-argument',
      `Entry ${index + 1} of this file cannot be read. Nothing of it was imported; export the file once more.`,
    );
  if (typeof value !== 'object' || value === null) throw bad();
  const entry = value as Record<keyof Mark, unknown>;
  const { root, path, fingerprint, favourite, rating, tags, created, updated } = entry;
  // Absent in files of the first days.
  const { size = null, modified = null } = entry;
  if (typeof root !== 'string' || root === '' || typeof path !== 'string' || path === '') throw bad();
  if (typeof fingerprint !== 'string' && fingerprint !== null) throw bad();
  if (typeof favourite !== 'boolean' || (typeof rating !== 'number' && rating !== null)) throw bad();
  if (!Array.isArray(tags) || !tags.every((tag): tag is string => typeof tag === 'string')) throw bad();
  if (!isNumber(size) || !isNumber(modified)) throw bad();
  if (!isTime(created) || !isTime(updated)) throw bad();
  const clean = [...new Set(tags.map(checkTag))];
  const version = { fingerprint, size, modified };
  return { root, path, ...version, favourite, rating: checkRating(rating), tags: clean, created, updated };
}

const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumber = (value: unknown): value is number | null =>
  value === null || (Number.isFinite(value) && (value as number) >= 0);
