// Runs in the library process: the one door to the facts of a file: picks the reader and decides which date counts.

import type { MediaKind } from '../../shared/media.js';
import { AppError } from '../../shared/result.js';
import type { ReadHandle } from './byte-source.js';
import { chooseTaken, type Clock } from './date.js';
import { NO_FACTS, type MediaFacts } from './media-facts.js';
import { readPhoto, type OwnFacts, type ReadOptions } from './photo-metadata.js';
import { readVideo } from './video-metadata.js';

export interface FileToRead {
  /** Opened by the caller, who also closes it. */
  readonly handle: ReadHandle;
  /** Without its folder. */
  readonly name: string;
  readonly kind: MediaKind;
  /** Modification time, milliseconds since 1970. */
  readonly mtime: number;
}

/**
 * Everything known of a file. Formats that cannot be read here give what the name and the modification time tell.
 * @throws AppError `unreadable` when the file cannot be read, the signal's reason (or `stopped`) when it is ended
 */
export async function readFacts(
  file: FileToRead,
  clock: Clock,
  options: ReadOptions = {},
): Promise<MediaFacts> {
  const own = await readOwn(file, options);
  const { taken, changed, facts } = own;
  const { name, mtime, kind } = file;
  const ownSource = kind === 'photo' ? 'exif' : 'container';
  const chosen = chooseTaken({ own: taken, changed, ownSource, name, mtime }, clock);
  return { ...facts, ...(chosen ?? {}) };
}

async function readOwn({ handle, kind }: FileToRead, options: ReadOptions): Promise<OwnFacts> {
  try {
    return await (kind === 'photo' ? readPhoto(handle, options) : readVideo(handle, options));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unsupported') throw error;
    // Nothing is wrong with the file: no error that a person would have to look at.
    return { facts: NO_FACTS, taken: null, changed: null };
  }
}
