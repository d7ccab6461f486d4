// Runs in the library process: when a folder is opened that contains one opened before, or lies in one, the marks kept
// with the other are its own: they are of the same files.

import { relative, sep } from 'node:path';
import { isInside } from '../../node/open-inside.js';
import { isWithin, joinRelative } from '../../shared/paths.js';
import type { UserDatabase } from '../database/user-database.js';
import type { MarkMove } from '../database/user-marks.js';
import type { MarkTable } from './mark-table.js';

/**
 * Moves marks and hidden folders of other roots that lie in `path` (absolute) to it, but for those in one of `open`.
 * Whether there were any.
 */
export function rebase(
  user: UserDatabase,
  table: MarkTable,
  hiddenRoots: Iterable<string>,
  path: string,
  open: readonly string[],
): boolean {
  const roots = new Set([...table.rootPaths, ...hiddenRoots]);
  roots.delete(path);
  for (const other of open) roots.delete(other);
  const moves: MarkMove[] = [];
  let folders = 0;
  for (const root of roots) {
    const place = placeIn(root, path);
    if (!place) continue;
    for (const [old] of table.entries(root)) {
      const to = place(old);
      if (to === null || table.get({ root: path, path: to })) continue;
      moves.push({ from: { root, path: old }, to: { root: path, path: to } });
    }
    for (const folder of user.hidden()) {
      const to = folder.root === root ? place(folder.path) : null;
      if (to === null) continue;
      user.hide({ root: path, path: to }, true);
      user.hide(folder, false);
      folders++;
    }
  }
  if (moves.length > 0) user.move(moves);
  return moves.length + folders > 0;
}

/** Leads from a path relative to `from` to one relative to `to` (null: it does not lie there); null: they are apart. */
function placeIn(from: string, to: string): ((path: string) => string | null) | null {
  const parts = (above: string, below: string) => relative(above, below).split(sep).join('/');
  if (isInside(to, from)) {
    const prefix = parts(to, from);
    return (path) => (path === '' ? prefix : joinRelative(prefix, path));
  }
  if (isInside(from, to)) {
    const prefix = parts(from, to);
    return (path) => (path !== prefix && isWithin(path, prefix) ? path.slice(prefix.length + 1) : null);
  }
  return null;
}
