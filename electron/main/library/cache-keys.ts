// Runs in main: keys of the two caches. A prefix tells the caches apart, the MD5 of the path keeps keys short
// and free of odd characters (it is no secret and no proof of anything). For folders a flag says whether the
// entry knows the files' dimensions, so that one without them is never taken for one with them.

import { hash } from 'node:crypto';
import { diskPath } from '../../node/raw-paths.js';

const DIRECTORY_PREFIX = 'scan:';
const METADATA_PREFIX = 'meta:';

/** Of the bytes on the disk: names that are not UTF-8 may look alike as text. */
const md5 = (path: string): string => hash('md5', diskPath(path), 'hex');

/** Key of a folder's listing: `scan:<md5 of its absolute path>:<dims or nodims>`. */
export const directoryKey = (path: string, includeDimensions: boolean): string =>
  `${DIRECTORY_PREFIX}${md5(path)}:${includeDimensions ? 'dims' : 'nodims'}`;

/** Key of a file's metadata: `meta:<md5 of its absolute path>`. */
export const metadataKey = (path: string): string => `${METADATA_PREFIX}${md5(path)}`;
