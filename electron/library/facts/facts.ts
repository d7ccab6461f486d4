// Runs in the library process: the facts of one file, whatever it is.

import type { MediaKind } from '../../shared/media.js';
import { diskPath } from '../../node/raw-paths.js';
import { codeOf, isGone, readErrorSentence, type Found } from '../found.js';
import { Bytes } from './bytes.js';
import { photoSize } from './photo.js';
import { isReadableContainer, videoFacts } from './video.js';

/** Facts of a file; zeros while unknown. */
export interface FileFacts {
  /** Pixels as shown, after orientation. */
  readonly width: number;
  readonly height: number;
  /** Seconds. */
  readonly duration: number;
  /** Set when the file cannot be read. That its content is damaged is told by its thumbnail job, which reads all of it. */
  readonly problem: Pick<Found, 'kind' | 'message'> | null;
}

const NOTHING: FileFacts = { width: 0, height: 0, duration: 0, problem: null };

/** Reads the facts of a file (absolute path). Never throws: what goes wrong is a problem, a vanished file is no news. */
export async function readFacts(path: string, kind: MediaKind): Promise<FileFacts> {
  try {
    return await Bytes.with(diskPath(path), (bytes) => {
      if (bytes.size === 0) return NOTHING;
      return kind === 'photo' ? factsOfPhoto(bytes) : factsOfVideo(bytes, path);
    });
  } catch (error) {
    // Its folder is read again soon and takes it out of the listing.
    if (isGone(error)) return NOTHING;
    if (codeOf(error) === '') throw error;
    return { ...NOTHING, problem: { kind: 'unreadable-file', message: readErrorSentence(error, 'file') } };
  }
}

async function factsOfPhoto(bytes: Bytes): Promise<FileFacts> {
  try {
    return { ...NOTHING, ...(await photoSize(bytes)) };
  } catch (error) {
    if (codeOf(error).startsWith('E')) throw error;
    return NOTHING;
  }
}

async function factsOfVideo(bytes: Bytes, path: string): Promise<FileFacts> {
  if (!isReadableContainer(path)) return NOTHING;
  try {
    const facts = await videoFacts(bytes);
    return facts ? { ...NOTHING, ...facts.size, duration: facts.duration } : NOTHING;
  } catch (error) {
    if (codeOf(error).startsWith('E')) throw error;
    return NOTHING;
  }
}
