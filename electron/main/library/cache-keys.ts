// Runs in main: keys of the two caches. A prefix tells the caches apart, the MD5 of the path keeps keys short
// and free of odd characters (it is no secret and no proof of anything). For folders a flag says whether the
// entry knows the files' dimensions, so that one without them is never taken for one with them.

import { createHash } from 'node:crypto';

const DIRECTORY_PREFIX = 'scan:';
const METADATA_PREFIX = 'meta:';

const md5 = (path: string): string => createHash('md5').update(path, 'utf8').digest('hex');

/** Key of a folder's listing: `scan:<md5 of its absolute path>:<dims or nodims>`. */
export const directoryKey = (path: string, includeDimensions: boolean): string =>
  `${DIRECTORY_PREFIX}${md5(path)}:${includeDimensions ? 'dims' : 'nodims'}`;

/** Key of a file's metadata: `meta:<md5 of its absolute path>`. */
export const metadataKey = (path: string): string => `${METADATA_PREFIX}${md5(path)}`;
