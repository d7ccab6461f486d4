// Renderer: what commands do with files: with the one in the viewer, the selected ones, or the one that has the focus.

import type { MarkChange } from '../../electron/shared/marks.js';
import { displayPath, nameOf } from '../../electron/shared/paths.js';
import type { Actions } from '../state/actions.js';
import type { App } from '../state/app.js';
import { copyPaths, tell } from '../state/copy-paths.js';
import { copyFolderPath, showFolderInFolder } from '../state/folder-path.js';
import { idOfKey, rootOfKey } from '../state/keys.js';
import { filesOf } from '../state/marks.js';
import { showsPictures } from '../state/view.js';
import { texts } from '../texts.js';
import { copyPlace } from './copy-place.js';
import { folderTarget, meantFolder, openFolder, type Folder } from './folder-commands.js';
import { hideFolder, markFiles } from './marking.js';
import type { Handler, Handlers } from './registry.js';
import { countTargets, everyTarget, fileToOpen, firstTarget, hasTargets, targetsOf } from './targets.js';

export function fileCommands(app: App, actions: Actions): Handlers<'files'> {
  const { gallery, items, marks, notices, dialogs, library, roots, show, view } = app;
  const can = () => hasTargets(app);
  /** A command that is about files; there are some. */
  const about = (run: (keys: Float64Array) => unknown): Handler => ({ can, run: () => run(targetsOf(app)) });
  /** A command that would not know which of several files is meant. */
  const one = (run: (key: number) => unknown): Handler => ({
    can: () => countTargets(app) === 1,
    run: () => run(targetsOf(app)[0]!),
  });
  /** The folder below a context menu, or the one with the focus where no files are meant. */
  const folderAlone = () => app.pointedFolder.get() ?? (can() ? null : meantFolder(app));
  /** What can be done with files can be done with a folder that is meant as well. */
  const orFolder = (files: Handler, run: (folder: Folder) => unknown): Handler => ({
    can: () => folderAlone() !== null || files.can!(),
    run: () => {
      const folder = folderAlone();
      return folder === null ? files.run() : run(folder);
    },
  });
  /**
   * The folder below a context menu or with the focus, that of the first file, or the open one; null where that is the chosen folder
   * itself, which is removed rather than hidden.
   */
  const folderToHide = () => {
    const key = firstTarget(app);
    if (key === null || meantFolder(app) !== null) {
      const folder = folderTarget(app);
      return folder === null || folder.path === '' || marks.isHidden(folder.root, folder.path)
        ? null
        : folder;
    }
    const root = rootOfKey(key);
    const listing = library.listing(root);
    const row = listing?.rowOf(idOfKey(key)) ?? -1;
    const path = listing !== undefined && row >= 0 ? listing.folderAt(row) : '';
    return path === '' || marks.isHidden(root, path) ? null : { root, path };
  };
  const mark = (keys: Float64Array, change: MarkChange) => markFiles(app, keys, change);
  const copyFiles = (keys: Float64Array): void =>
    void notices
      .during(texts.copying(keys.length), gallery.call('files.copy', [...filesOf(keys)]))
      // All of them again: what is copied takes the place of what was.
      .then(
        tell(app, texts.filesCopied, () => copyFiles(keys)),
        notices.report,
      );
  const rebuild = (keys: Float64Array): void =>
    void notices
      .during(texts.lookingAtFiles(keys.length), gallery.call('thumbnails.rebuild', [...filesOf(keys)]))
      .then(tell(app, texts.thumbnailsAgain, rebuild), notices.report);
  const rate = (rating: number): Handler => ({
    ...about((keys) => mark(keys, { rating })),
    checked: () => everyTarget(app, (key) => marks.rating(key) === rating),
  });
  /** Whether files are shown that it could go through. */
  const canShow = () =>
    view.get().item !== null ||
    (roots.get().length > 0 && showsPictures(view.get()) && items.get().keys.length > 0);
  return {
    open: orFolder(
      {
        can: () => fileToOpen(app) !== null,
        run: () => view.change({ item: fileToOpen(app) }),
      },
      (folder) => openFolder(app, folder),
    ),
    // As one would press it for a single file: what is not yet everywhere comes everywhere first.
    favourite: {
      ...about((keys) => mark(keys, { favourite: !keys.every((key) => marks.isFavourite(key)) })),
      checked: () => everyTarget(app, (key) => marks.isFavourite(key)),
    },
    rate0: rate(0),
    rate1: rate(1),
    rate2: rate(2),
    rate3: rate(3),
    rate4: rate(4),
    rate5: rate(5),
    tag: about((keys) => dialogs.set({ kind: 'tags', keys })),
    copyFiles: {
      can,
      run: () => copyFiles(targetsOf(app)),
    },
    copyPath: orFolder(
      about((keys) => copyPaths(app, keys)),
      (folder) => copyFolderPath(app, folder),
    ),
    copyPlace: one((key) => copyPlace(app, key)),
    showInFolder: orFolder(
      one((key) => actions.showInFolder(key)),
      (folder) => showFolderInFolder(app, folder),
    ),
    openExternally: one((key) => actions.openExternally(key)),
    rebuildThumbnail: about(rebuild),
    hideFolder: {
      can: () => folderToHide() !== null,
      // Of a file it is not seen which of the folders it lies in is meant.
      name: () => {
        const folder = folderToHide();
        return folder && texts.hideFolderNamed(displayPath(nameOf(folder.path)));
      },
      run: () => {
        const folder = folderToHide();
        if (folder !== null) hideFolder(app, folder.root, folder.path);
      },
    },
    // Of what is shown, from the file on that is meant, if one is.
    slideshow: {
      can: canShow,
      run: () => {
        if (show.get() !== null) return show.stop();
        const { keys } = items.get();
        const meant = firstTarget(app);
        show.start();
        view.change({ item: meant !== null && keys.includes(meant) ? meant : keys[0]! });
      },
    },
    trash: about((keys) => dialogs.set({ kind: 'trash', keys })),
  };
}
