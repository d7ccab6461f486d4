// Runs in main: pictures larger than a thumbnail, as thumb:// answers them.

import type { Problem } from '../../shared/contract.js';
import { toFailure } from '../../shared/result.js';
import type { Variant } from './keys.js';
import { Refusal, type Maker } from './maker.js';
import type { MediaFile } from './media-file.js';
import type { ThumbnailBytes } from './thumbnails-types.js';

/** Of the moment, not of the file: withdrawn, or its folder is away, which is told for all of it. */
const PASSING: ReadonlySet<string> = new Set(['stopped', 'not-found', 'offline']);

/** Has a picture made and answers where it is, or why there is none. `told`: whether the file's tile says it already. */
export async function renditionOf(
  maker: Maker,
  file: MediaFile,
  variant: Exclude<Variant, 'grid'>,
  told: () => unknown,
  onProblem: (problem: Problem) => void,
): Promise<ThumbnailBytes> {
  const { root, id, relative: path } = file;
  try {
    return { path: await maker.rendition(file, variant) };
  } catch (error) {
    const { code, message } = toFailure(error);
    // Its tile may have a picture and then says nothing.
    if (!PASSING.has(code) && !(error instanceof Refusal) && !told())
      onProblem({ root, path, kind: code === 'damaged' ? code : 'unreadable-file', message, retry: id });
    return { failed: { root, id, path, code, message } };
  }
}
