// Renderer: what commands do with a folder: the one below a context menu, else the one that has the focus, else the open one.

import type { RootId } from '../../electron/shared/contract.js';
import { isWithin } from '../../electron/shared/paths.js';
import type { Actions } from '../state/actions.js';
import type { App } from '../state/app.js';
import { folderOf, type Place } from '../state/places.js';
import { texts } from '../texts.js';
import type { Handler } from './registry.js';

/** A folder of the gallery: a chosen one, or one below it by its relative path. */
export interface Folder {
  readonly root: RootId;
  /** '' is the chosen folder itself. */
  readonly path: string;
  /** Of a card: whether it leads to the folders in it, and not to all its files. */
  readonly browse?: boolean | undefined;
}

/** The folder that a command is about; null where there is none. */
export const folderTarget = (app: App): Folder | null => meantFolder(app) ?? inGrid(app, folderOf);

/** The folder below a context menu, or whose card, cover or row has the focus; null where there is none. */
export const meantFolder = (app: App): Folder | null =>
  app.pointedFolder.get() ?? inGrid(app, () => folderAt(document.activeElement));

/** What is not said of the viewer, which is about its file. */
const inGrid = ({ view }: App, find: (place: Place) => Folder | null): Folder | null =>
  view.get().item === null ? find(view.get().place) : null;

/** The folder for which an element, or one around it, stands in the page. */
export function folderAt(target: EventTarget | null): Folder | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-folder]') : null;
  if (element === null) return null;
  const { root, folder, browse } = element.dataset;
  const which = { root: Number(root), path: folder! };
  return browse === undefined ? which : { ...which, browse: browse === 'true' };
}

/** Opens a folder as its card or its row in the sidebar does. */
export function openFolder({ browsed, view }: Pick<App, 'browsed' | 'view'>, folder: Folder): void {
  const { root, path, browse } = folder;
  const { place } = view.get();
  // Whoever comes back finds its card.
  if (browse !== undefined && place.kind === 'browse')
    browsed.set(browsedName(place), place.root === null ? String(root) : path === place.path ? '' : path);
  view.open({ kind: browse === true ? 'browse' : 'folder', root, path });
  if (view.get().drawer) view.change({ drawer: false });
}

/** What {@link App.browsed} calls a place. */
export const browsedName = ({ root, path }: Extract<Place, { kind: 'browse' }>): string =>
  `${root ?? ''}/${path}`;

type FolderCommand = 'checkFolder' | 'keepFolder' | 'removeFolder' | 'showFolder';
/** Those as well that are about files where no folder is meant. */
type AlsoForFolders = 'open' | 'showInFolder' | 'copyPath' | 'hideFolder';

export function folderCommands(app: App, actions: Actions): Readonly<Record<FolderCommand, Handler>> {
  const { dialogs, gallery, marks, notices, roots } = app;
  const about = (can: (folder: Folder) => boolean, run: (folder: Folder) => unknown): Handler => ({
    can: () => {
      const folder = folderTarget(app);
      return folder !== null && can(folder);
    },
    run: () => run(folderTarget(app)!),
  });
  return {
    checkFolder: about(
      () => true,
      ({ root, path }) => (path === '' ? actions.refreshRoot(root) : actions.refreshFolder(root, path)),
    ),
    keepFolder: about(
      ({ root, path }) => path === '' && roots.byId(root)?.visited === true,
      ({ root }) => actions.keepRoot(root),
    ),
    removeFolder: about(
      ({ path }) => path === '',
      ({ root }) => dialogs.set({ kind: 'remove', root }),
    ),
    showFolder: about(
      ({ root, path }) => marks.isHidden(root, path),
      ({ root, path }) => {
        // Hidden by itself, or with one above it.
        for (const folder of marks.hiddenIn(root).filter((one) => isWithin(path, one))) {
          notices
            .during(texts.showingFolder, gallery.call('marks.hideFolder', root, folder, false))
            .catch(notices.report);
        }
      },
    ),
  };
}

/** Whether a command about folders makes sense for this one. */
export function canWith(app: App, id: FolderCommand | AlsoForFolders, folder: Folder): boolean {
  return withFolder(app, folder, () => app.commands.can(id));
}

/** Runs a command about this folder. */
export function runWith(app: App, id: FolderCommand | AlsoForFolders, folder: Folder): void {
  withFolder(app, folder, () => app.commands.run(id));
}

function withFolder<T>({ pointedFolder }: App, folder: Folder, ask: () => T): T {
  pointedFolder.set(folder);
  try {
    return ask();
  } finally {
    pointedFolder.set(null);
  }
}
