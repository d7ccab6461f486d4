// Runs in the library process: what a symbolic link (or a junction) in a folder means. Links are never
// followed, so loops cannot happen and nothing is shown twice.

import { realpathSync, statSync } from 'node:fs';
import { relative as wayFrom, sep } from 'node:path';
import { diskPath } from '../node/raw-paths.js';
import { isInside } from '../node/open-inside.js';
import { extensionOf, formatOf, isSkippedFile, isSkippedFolder } from '../shared/media.js';
import { codeOf, readErrorSentence, type Found } from './found.js';

/** The folders and the name that lead from a root to something in it. */
const way = (root: string, target: string): string[] => wayFrom(root, target).split(sep);

/**
 * The problem to tell about a link, or null when it can be passed over: its target is inside the root and
 * shown there, or is nothing that the gallery would show.
 * @param root absolute path without links
 * @param relative path of the link below the root
 */
export function problemOfLink(root: string, path: string, relative: string, name: string): Found | null {
  const problem = (message: string): Found => ({ path: relative, kind: 'link', message });
  // What a broken link led to is unknown: only a name that promises media or a folder is worth a word.
  const promising = formatOf(name) !== undefined || extensionOf(name) === '';
  try {
    const target = realpathSync(diskPath(path));
    if (isInside(root, target)) {
      const hidden = way(root, target).some((part) => isSkippedFolder(part) || isSkippedFile(part));
      return hidden && promising ? problem('This link leads to a hidden file or folder.') : null;
    }
    const shown = statSync(target).isDirectory() || formatOf(name) !== undefined;
    if (!shown) return null;
    return problem('This link leads outside the chosen folder. Add its target as a folder to see it.');
  } catch (error) {
    if (!promising) return null;
    if (codeOf(error) === 'ENOENT') return problem('This link leads to something that does not exist.');
    if (codeOf(error) === 'ELOOP') return problem('This link leads back to itself.');
    return problem(readErrorSentence(error, 'file'));
  }
}
