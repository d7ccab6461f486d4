// Renderer: has the system show a folder, and copies its path.

import type { Folder } from '../commands/folder-commands.js';
import { texts } from '../texts.js';
import type { App } from './app.js';

type Means = Pick<App, 'gallery' | 'notices'>;

/** Puts the path of a folder into the clipboard. */
export function copyFolderPath({ gallery, notices }: Means, { root, path }: Folder): void {
  notices
    .during(texts.copyingFolderPath, gallery.call('folders.copyPath', root, path))
    .then(() => notices.show(texts.pathsCopied(1)), notices.report);
}

/** Shows a folder in the one it lies in, or offers its path where nothing does that. */
export function showFolderInFolder(means: Means, folder: Folder): void {
  const { gallery, notices } = means;
  notices
    .during(texts.openingFolder, gallery.call('folders.showInFolder', folder.root, folder.path))
    .then((shown) => {
      if (shown) return;
      const action = { label: texts.commands.copyPath, run: () => copyFolderPath(means, folder) };
      notices.show(texts.noFileManager, action);
    }, notices.report);
}
