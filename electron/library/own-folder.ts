// Runs in the library process: where the app keeps its own files. Whoever chooses a folder around that (their home, a whole
// disk) does not want to see them; and as each thumbnail would get a thumbnail of its own, there would be no end of it.

import { realpathSync } from 'node:fs';
import { relative as wayFrom, sep } from 'node:path';
import { isInside } from '../node/open-inside.js';
import { decodeName, diskPath } from '../node/raw-paths.js';
import { isWithin } from '../shared/paths.js';

/** Whether a folder (relative path) is the app's own, or lies in it. */
export type IsOwn = (relative: string) => boolean;

/** No folder is. */
export const NONE_OWN: IsOwn = () => false;

/** Where an absolute path leads, written as the disk writes it; the path itself when that cannot be found out. */
export function writtenPath(path: string): string {
  try {
    return decodeName(realpathSync.native(diskPath(path), 'buffer'));
  } catch {
    // Then nothing lies there that could be shown.
    return path;
  }
}

/**
 * Which folders below a root (absolute, without links) are the app's own. `own`: absolute, without links; null: there is none.
 * A root that is itself the app's folder, or lies in it, was chosen so: all of it is shown but the thumbnails, which are known
 * by their names.
 */
export function ownBelow(own: string | null, root: string, platform = process.platform): IsOwn {
  // Systems that take two spellings for the same folder may tell either.
  const written = (path: string): string =>
    platform === 'linux' ? path : path.normalize('NFC').toLowerCase();
  if (own === null) return NONE_OWN;
  const [folder, around] = [written(own), written(root)];
  if (folder === around || !isInside(around, folder)) return NONE_OWN;
  const way = wayFrom(around, folder).split(sep).join('/');
  return (path) => isWithin(written(path), way);
}
