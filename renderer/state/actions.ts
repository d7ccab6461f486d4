// Renderer: what buttons, menus and keys do. Every failed call ends as a notice.

import type { FileId, RootId } from '../../electron/shared/contract.js';
import type { App } from './app.js';
import { texts } from '../texts.js';
import { copyPaths } from './copy-paths.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';

export interface Actions {
  readonly chooseFolders: () => void;
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
  const refreshRoot = (root: RootId) => void gallery.call('roots.refresh', root).catch(notices.report);
  return {
    chooseFolders: () => void gallery.call('roots.choose').then(app.enterRoots, notices.report),
    openWindow: () => {
      app.journey.keepSpot();
      void gallery.call('windows.open').catch(notices.report);
    },
    removeRoot: (root) => void gallery.call('roots.remove', root).then(app.enterRoots, notices.report),
    keepRoot: (root) => void gallery.call('roots.keep', root).then(app.enterRoots, notices.report),
    refreshRoot,
    refreshFolder: (root, folder) =>
      void gallery.call('library.invalidate', { root, folder, below: true }).catch(notices.report),
    refreshAll: () => roots.get().forEach(({ id }) => refreshRoot(id)),
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
        gallery.call('thumbnails.retry', root, id).catch(notices.report);
      if (item !== null) {
        thumbnails.forget(rootOfKey(item), [idOfKey(item)]);
        return retry(rootOfKey(item), idOfKey(item));
      }
      thumbnails.forgetFailures();
      return Promise.all(roots.get().map(({ id }) => retry(id, null)));
    },
  };
}
