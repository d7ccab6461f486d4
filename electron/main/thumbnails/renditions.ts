// Runs in main: pictures larger than a thumbnail, as thumb:// answers them.

import type { Problem } from '../../shared/contract.js';
import { toFailure } from '../../shared/result.js';
import type { Variant } from './keys.js';
import type { Maker } from './maker.js';
import type { MediaFile } from './media-file.js';
import type { ThumbnailBytes } from './thumbnails-types.js';

/** Has a picture made and answers where it is, or why there is none. */
export async function renditionOf(
  maker: Maker,
  file: MediaFile,
  variant: Exclude<Variant, 'grid'>,
  onProblem: (problem: Problem) => void,
): Promise<ThumbnailBytes> {
  const { root, id, relative: path } = file;
  try {
    return { path: await maker.rendition(file, variant) };
  } catch (error) {
    const { code, message } = toFailure(error);
    // Its tile may have a picture and then says nothing.
    if (code === 'crashed') onProblem({ root, path, kind: 'unreadable-file', message, retry: id });
    return { failed: { root, id, path, code, message } };
  }
}
