// Runs in the library process: the facts of one file on the disk: opens it safely, has it read, names what went wrong.

import { openInside } from '../../node/open-inside.js';
import { TAKEN_SOURCES } from '../../shared/listing.js';
import type { FactItem } from '../../shared/listing-table.js';
import type { MediaKind } from '../../shared/media.js';
import { nameOf } from '../../shared/paths.js';
import { AppError } from '../../shared/result.js';
import type { Found } from '../found.js';
import type { Clock } from '../metadata/date.js';
import type { MediaFacts } from '../metadata/media-facts.js';
import { readFacts as readMetadata } from '../metadata/read-facts.js';
import { absolutePath } from '../read-folder.js';

export interface FileToRead {
  /** Absolute path of the root, without links. */
  readonly root: string;
  /** Relative to the root. */
  readonly path: string;
  readonly kind: MediaKind;
  /** Modification time, milliseconds since 1970. */
  readonly modified: number;
}

/** What reading one file gave. */
export interface FileFacts {
  /** Null when nothing could be read. */
  readonly media: MediaFacts | null;
  /** Set when the file cannot be read. That its content is damaged is told by its thumbnail job, which reads all of it. */
  readonly problem: Pick<Found, 'kind' | 'message'> | null;
}

const NOTHING: FileFacts = { media: null, problem: null };

/** Time as a clock on this machine's wall shows it. */
export const WALL_CLOCK: Clock = {
  now: () => Date.now(),
  offsetAt: (instant) => -new Date(instant).getTimezoneOffset(),
};

/**
 * Reads the facts of a file. What goes wrong with the file is a problem; one that vanished, and a reading that
 * `signal` ended, are no news. Throws only what nobody expects.
 */
export async function readFacts(
  { root, path, kind, modified }: FileToRead,
  signal?: AbortSignal,
  clock: Clock = WALL_CLOCK,
): Promise<FileFacts> {
  try {
    // Links may be swapped while we look: only a file that truly lies in the root is read.
    const handle = await openInside(root, absolutePath(root, path));
    try {
      const file = { handle, name: nameOf(path), kind, mtime: modified };
      return { media: await readMetadata(file, clock, { signal }), problem: null };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Gone: its folder is read again soon and takes it out of the listing.
    if (error.code === 'not-found' || error.code === 'stopped') return NOTHING;
    return { media: null, problem: { kind: 'unreadable-file', message: error.message } };
  }
}

/** Facts as they enter a listing. */
export function factItem(id: number, media: MediaFacts): FactItem {
  const { width, height, duration, taken, takenSource } = media;
  return {
    id,
    width: width ?? 0,
    height: height ?? 0,
    duration: duration ?? 0,
    ...(taken === null ? {} : { taken, takenSource: TAKEN_SOURCES.indexOf(takenSource) }),
  };
}
