// Renderer: what the commands do that are about the window as a whole.

import type { UpdateStatus } from '../../electron/shared/updates.js';
import type { Actions } from '../state/actions.js';
import type { App } from '../state/app.js';
import { showsPictures } from '../state/view.js';
import { texts } from '../texts.js';
import { isNarrow, toggleSidebar } from '../views/Browse/toggleSidebar.js';
import { placeFor, type Way } from '../views/Places/placeFor.js';
import { focusSearch } from '../views/Search/focus.js';
import { askForVersion } from './ask-for-version.js';
import { moveMarks } from './move-marks.js';
import { crumbsOf } from '../views/Toolbar/crumbs.js';
import { folderCommands } from './folder-commands.js';
import { isTyping } from './press.js';
import type { Handler, Handlers } from './registry.js';
import { showCommands } from './show-commands.js';
import { workCommands } from './work-commands.js';

export function windowCommands(app: App, actions: Actions): Handlers<'window'> {
  const { view, selection, notices, dialogs, roots, journey, undo, updates } = app;
  const hasRoots = () => roots.get().length > 0;
  const way = (name: Way): Handler => ({ can: hasRoots, run: () => view.open(placeFor(name, roots.get())) });
  const hasPictures = () => hasRoots() && view.get().item === null && showsPictures(view.get());
  /** The last but one part of the path in the toolbar. */
  const above = () => crumbsOf(view.get().place, '', roots.get().length).at(-2)?.place;
  return {
    ...showCommands(app),
    ...folderCommands(app, actions),
    ...workCommands(app, actions),
    undo: {
      can: () => isTyping() || undo.get().length > 0,
      run: () => (isTyping() ? inText('undo') : undo.last()),
    },
    // Where no pictures are shown nobody would see what was selected.
    selectAll: {
      can: () => isTyping() || hasPictures(),
      run: () => (isTyping() ? inText('selectAll') : selection.all()),
    },
    clearSelection: { can: () => selection.count.get() > 0, run: () => selection.clear() },
    larger: () => view.zoomBy(1),
    smaller: () => view.zoomBy(-1),
    usual: () => view.resetZoom(),
    sidebar: () => toggleSidebar(view),
    foldSidebar: {
      can: () => hasRoots() && view.get().sidebar && !isNarrow(),
      run: () => view.update((now) => ({ ...now, folded: !now.folded })),
      checked: () => view.get().folded,
    },
    ...{ fullScreen: bySystem, closeWindow: bySystem, minimize: bySystem, quit: bySystem },
    goBack: {
      can: () => !view.get().problems && (view.get().item !== null || journey.get().back),
      // What was opened last is the viewer.
      run: () => (view.get().item === null ? journey.back() : view.change({ item: null })),
    },
    goForward: { can: () => view.get().item === null && journey.get().forward, run: () => journey.forward() },
    folderUp: {
      can: () => view.get().item === null && above() !== undefined,
      run: () => view.open(above()!),
    },
    home: way('home'),
    all: way('all'),
    browse: way('browse'),
    favourites: way('favourites'),
    videos: way('videos'),
    shuffle: way('shuffle'),
    newest: way('newest'),
    recent: way('recent'),
    duplicates: way('duplicates'),
    day: way('day'),
    search: {
      // The field stands behind the viewer.
      can: () => hasRoots() && view.get().item === null,
      run: () => {
        if (focusSearch()) return;
        // Among folders there is nothing to look through: all files are.
        view.open(placeFor('all', roots.get()));
        requestAnimationFrame(focusSearch);
      },
    },
    newWindow: actions.openWindow,
    settings: () => view.update((now) => ({ ...now, settings: !now.settings })),
    checkUpdates: () => {
      // Where the answer is shown.
      view.change({ settings: 'updates' });
      askForVersion(app, 'updates.check');
    },
    downloadUpdate: {
      can: () => canDownload(updates.get()),
      run: () => {
        // Where it is shown how far it is.
        view.change({ settings: 'updates' });
        askForVersion(app, 'updates.download');
      },
    },
    chooseFolder: actions.chooseFolders,
    checkDisk: { can: hasRoots, run: actions.refreshAll },
    exportMarks: () =>
      moveMarks(app, 'marks.export', texts.exporting, (files) => notices.show(texts.exported(files))),
    importMarks: () =>
      moveMarks(app, 'marks.import', texts.importing, ({ found, read }) =>
        notices.show(texts.imported({ found, read })),
      ),
    licences: () => dialogs.set({ kind: 'licences' }),
    shortcuts: () => dialogs.set({ kind: 'shortcuts' }),
  };
}

/** Whether there is a newer version that the app can install by itself. */
const canDownload = (status: UpdateStatus | null): boolean =>
  status?.support === 'installs' && status.state.kind === 'found';

/** What the menu of the system does, which hears the key when the window does nothing with it. */
const bySystem = (): boolean => false;

/** From the menu, where something is being typed: there it is the text that is meant. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way to the text's own steps
const inText = (what: 'undo' | 'selectAll'): boolean => document.execCommand(what);
