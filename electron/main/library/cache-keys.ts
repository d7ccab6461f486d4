// Runs in main: keys of the two caches. A prefix tells the caches apart, the MD5 of the path keeps keys short
// and free of odd characters (it is no secret and no proof of anything). For folders a flag says whether the dimensions
// of the files that come first were waited for (for a moment, so all of them need not be known), or all are known anyway:
// an entry for which nobody waited is never taken for one for which somebody did.

import { hash } from 'node:crypto';
import { diskPath } from '../../node/raw-paths.js';

const DIRECTORY_PREFIX = 'dir:';
const METADATA_PREFIX = 'file:';

/** Of the bytes on the disk: names that are not UTF-8 may look alike as text. */
const md5 = (path: string): string => hash('md5', diskPath(path), 'hex');

/** Key of a folder's listing: `dir:<md5 of its absolute path>` with `_with_dims` or `_no_dims`. */
export const directoryKey = (path: string, includeDimensions: boolean): string =>
  `${DIRECTORY_PREFIX}${md5(path)}_${includeDimensions ? 'with_dims' : 'no_dims'}`;

/** Key of a file's metadata: `file:<md5 of its absolute path>`. */
export const metadataKey = (path: string): string => `${METADATA_PREFIX}${md5(path)}`;
