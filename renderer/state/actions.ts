// Renderer: what buttons, menus and keys do. Every failed call ends as a notice.

import type { FileId, RootId } from '../../electron/shared/contract.js';
import type { App } from './app.js';
import { texts } from '../texts.js';
import { copyPaths } from './copy-paths.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';

export interface Actions {
  readonly chooseFolders: () => void;
  /** Adds folders dropped onto the window. */
  readonly dropFolders: (files: readonly File[]) => void;
  /** Another window that begins where this one is. */
  readonly openWindow: () => void;
  readonly removeRoot: (root: RootId) => void;
  /** Makes a folder that is only visited one of the gallery's. */
  readonly keepRoot: (root: RootId) => void;
  readonly refreshRoot: (root: RootId) => void;
  /** Reads a folder below a root (relative path) again, with all in it. */
  readonly refreshFolder: (root: RootId, folder: string) => void;
  readonly refreshAll: () => void;
  readonly openExternally: (item: ItemKey) => void;
  readonly showInFolder: (item: ItemKey) => void;
  /** Without an item: all that failed. Resolves when it has begun; never rejects. */
  readonly retryThumbnail: (item: ItemKey | null) => Promise<unknown>;
  /** Removes all stored thumbnails; what is on screen is made again at once. */
  readonly clearThumbnails: () => void;
}

export function createActions(app: App): Actions {
  const { gallery, roots, thumbnails, notices } = app;
  const refresh = (root: RootId) =>
    void notices.during(texts.checkingFolders, gallery.call('roots.refresh', root)).catch(notices.report);
  return {
    chooseFolders: () =>
      void notices
        .duringFrom(texts.addingFolders, gallery, 'dialogs.chosen', gallery.call('roots.choose'))
        .then(app.enterRoots, notices.report),
    dropFolders: (files) =>
      void notices
        .during(texts.addingFolders, gallery.dropFolders(files))
        .then(app.enterRoots, notices.report),
    openWindow: () => {
      app.journey.keepSpot();
      void notices.during(texts.openingWindow, gallery.call('windows.open')).catch(notices.report);
    },
    removeRoot: (root) =>
      void notices
        .during(texts.removingFolder, gallery.call('roots.remove', root))
        .then(app.enterRoots, notices.report),
    keepRoot: (root) =>
      void notices
        .during(texts.keepingFolder, gallery.call('roots.keep', root))
        .then(app.enterRoots, notices.report),
    refreshRoot: refresh,
    refreshFolder: (root, folder) =>
      void notices
        .during(texts.checkingFolders, gallery.call('library.invalidate', { root, folder, below: true }))
        .catch(notices.report),
    refreshAll: () => roots.get().forEach(({ id }) => refresh(id)),
    openExternally: (item) =>
      void notices
        .during(texts.openingFile, gallery.call('files.openExternally', rootOfKey(item), idOfKey(item)))
        .catch(notices.report),
    showInFolder: (item) =>
      void notices
        .during(texts.openingFolder, gallery.call('files.showInFolder', rootOfKey(item), idOfKey(item)))
        .then((shown) => {
          if (shown) return;
          notices.show(texts.noFileManager, {
            label: texts.commands.copyPath,
            run: () => copyPaths(app, [item]),
          });
        }, notices.report),
    clearThumbnails: () =>
      void notices
        .during(texts.clearing, gallery.call('thumbnails.clear'))
        .catch(notices.report)
        .then(() => {
          for (const { id } of roots.get()) thumbnails.forgetMade(id, app.library.listing(id)?.id ?? []);
        }),
    retryThumbnail: (item) => {
      const retry = (root: RootId, id: FileId | null) =>
        notices.during(texts.retrying, gallery.call('thumbnails.retry', root, id)).catch(notices.report);
      if (item !== null) {
        thumbnails.forget(rootOfKey(item), [idOfKey(item)]);
        return retry(rootOfKey(item), idOfKey(item));
      }
      thumbnails.forgetFailures();
      return Promise.all(roots.get().map(({ id }) => retry(id, null)));
    },
  };
}
