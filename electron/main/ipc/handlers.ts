// Runs in main: what each call does. Thin: every line asks a service.

import { join } from 'node:path';
import { app, clipboard } from 'electron';
import { Deliveries } from '../../shared/deliveries.js';
import type { FailedFile } from '../../shared/files.js';
import { displayPath } from '../../shared/paths.js';
import type { Activity } from '../activity/activity.js';
import type { Awake } from '../awake.js';
import { textPath, type CheckedFiles } from '../files/checked-files.js';
import { copyFiles } from '../files/clipboard.js';
import { dragOut } from '../files/drag.js';
import { showInFolder } from '../files/file-manager.js';
import type { Trash } from '../files/trash.js';
import type { AppMenu } from '../menu.js';
import type { Library } from '../library/library.js';
import type { Duplicates } from '../duplicates.js';
import type { Entrance } from '../entrance.js';
import type { Folders } from '../folders.js';
import { askWhatToImport, askWhereToExport } from '../marks-dialogs.js';
import type { Notices } from '../notices.js';
import type { Roots } from '../roots.js';
import type { Thumbnails } from '../thumbnails/thumbnails.js';
import { readLicences } from '../licences.js';
import { openChromiumLicences, openLog, openPath } from '../open-path.js';
import type { Options } from '../options/options.js';
import type { Relief } from '../relief.js';
import type { Speech } from '../speech.js';
import { optionHandlers } from './option-handlers.js';
import type { Updates } from '../updates/updates.js';
import type { Windows } from '../windows.js';
import type { CallHandlers } from './handle.js';
import { sendToContents } from './send.js';

export interface Services {
  readonly folders: Folders;
  readonly roots: Roots;
  readonly entrance: Entrance;
  readonly library: Library;
  readonly thumbnails: Thumbnails;
  readonly notices: Notices;
  readonly activity: Activity;
  readonly awake: Awake;
  readonly options: Options;
  readonly speech: Speech;
  /** Shows the system's dialog for one folder; null when it was cancelled. */
  readonly askForPath: (kind: 'folder' | 'file') => Promise<string | null>;
  readonly painted: () => void;
  readonly duplicates: Duplicates;
  readonly windows: Windows;
  readonly files: CheckedFiles;
  readonly trash: Trash;
  readonly menu: AppMenu;
  readonly updates: Updates;
  readonly relief: Relief;
}

export function callHandlers(services: Services): CallHandlers {
  const { folders, roots, library, thumbnails, notices, activity, awake } = services;
  const { options, speech, askForPath, painted, duplicates, windows } = services;
  const { files, trash, menu, entrance, updates, relief } = services;
  // Each window may ask for all folders before it gets the rest of the first.
  const deliveries = new Deliveries(() => Math.max(32, 2 * roots.list().length * windows.count));
  return {
    'app.info': () => ({ name: app.getName(), version: app.getVersion(), platform: process.platform }),
    'app.copyText': (text) => clipboard.writeText(text),
    'app.keepAwake': (now, { id }) => awake.set(id, now),
    'texts.own': () => speech.words.own,
    ...optionHandlers(options, askForPath),
    'app.openLog': () => openLog(),
    'app.openChromiumLicences': () => openChromiumLicences(),
    'app.painted': () => painted(),
    'app.licences': () => readLicences(join(import.meta.dirname, '..')),
    'updates.status': () => updates.status(),
    'updates.check': () => updates.check(),
    'updates.download': () => updates.download(),
    'roots.list': ({ id }) => {
      // The first thing a page asks, after it has begun to listen.
      notices.open();
      // What was in this window before is gone, whatever it had asked for.
      awake.leave(id);
      return library.roots();
    },
    'roots.takeOpened': () => entrance.opening.take(),
    'roots.keep': (root) => entrance.opening.keep(root),
    'roots.visited': (root, folder) => entrance.visited(root, folder),
    'roots.choose': (caller) => folders.choose(() => sendToContents(caller.id, 'dialogs.chosen', {})),
    'roots.addDropped': (paths) => folders.add(paths),
    'roots.remove': (root) => {
      const list = folders.remove(root);
      entrance.removed();
      return list;
    },
    'roots.refresh': (root) => library.refresh(root),
    'library.listing': async (root) => deliveries.begin(await library.listing(root)),
    'library.listingRest': (delivery) => deliveries.next(delivery),
    'library.problems': () => library.problems(),
    'library.details': (root, id) => library.details(root, id),
    'library.invalidate': (scope) => library.invalidate(scope),
    'library.search': (word) => library.ask('search', { word }),
    'library.facets': async (root) => {
      await library.restored(root);
      return library.ask('facets', { root });
    },
    'library.stats': () => library.stats(),
    'library.duplicates': (read) => duplicates.find(read),
    'windows.open': ({ id }) => windows.openBeside(id),
    'thumbnails.want': async (wanted, { id }) => {
      await library.restored(wanted.root);
      library.prefer(wanted.root, wanted.visible);
      thumbnails.want(wanted, id);
    },
    'thumbnails.view': (files, { id }) => {
      relief.noteShown();
      thumbnails.view(id, files);
    },
    'thumbnails.status': () => thumbnails.status(),
    'thumbnails.failures': () => thumbnails.failures(),
    'thumbnails.placeholders': async (root) => {
      await library.restored(root);
      return thumbnails.placeholders(root);
    },
    'thumbnails.retry': (root, id) => {
      for (const one of library.takeRetryable(root, id)) thumbnails.release(root, one);
      thumbnails.retry(root, id);
    },
    'thumbnails.pause': (paused) => thumbnails.pause(paused),
    'thumbnails.clear': () => thumbnails.clear(),
    'activity.snapshot': () => activity.snapshot(),
    'activity.cache': (cache) => activity.entries(cache),
    'activity.dropEntry': (cache, key) => activity.drop(cache, key),
    'activity.restartWorkers': (name) => activity.restartWorkers(name),
    'activity.log': () => activity.log(),
    'activity.copyDiagnostics': async (withPaths) =>
      clipboard.writeText(await activity.diagnostics(withPaths)),
    'marks.list': (root) => library.marks.list(root),
    'marks.set': (files, change) => library.marks.set(files, change),
    'marks.hideFolder': (root, folder, hidden) => library.marks.hideFolder(root, folder, hidden),
    'marks.export': async (caller) => {
      const file = await askWhereToExport(app.getPath('documents'), speech.words.texts);
      if (file === null) return null;
      sendToContents(caller.id, 'dialogs.chosen', {});
      return library.marks.export(file);
    },
    'marks.import': async (caller) => {
      const file = await askWhatToImport(speech.words.texts);
      if (file === null) return null;
      sendToContents(caller.id, 'dialogs.chosen', {});
      return library.marks.import(file);
    },
    'files.copy': async (chosen) => {
      const { paths, ...result } = await files.paths(chosen);
      if (paths.length > 0) await copyFiles(paths);
      return result;
    },
    'files.copyPaths': async (chosen) => {
      const { paths, ...result } = await files.paths(chosen);
      if (paths.length > 0) await clipboard.writeText(paths.map(displayPath).join('\n'));
      return result;
    },
    'files.drag': async (chosen, box, caller) => {
      const { paths, ...result } = await files.paths(chosen, textPath);
      sendToContents(caller.id, 'files.dragging', {});
      await dragOut(caller.id, paths, box);
      return result;
    },
    'files.trash': (chosen) => trash.put(chosen),
    'files.restore': (undo) => trash.undo(undo),
    'thumbnails.rebuild': async (chosen) => {
      const failed: FailedFile[] = [];
      let asked = 0;
      for (const { root, ids } of chosen) {
        await library.restored(root);
        failed.push(...thumbnails.rebuild(root, ids));
        asked += ids.length;
      }
      return { done: asked - failed.length, failed };
    },
    'menu.set': (parts, caller) => menu.set(caller.id, parts),
    'files.openExternally': async (root, id) => {
      await openPath(await files.readable(root, id));
    },
    'files.showInFolder': async (root, id) => showInFolder(await files.readable(root, id)),
    'folders.copyPath': async (root, folder) =>
      clipboard.writeText(displayPath(await files.folder(root, folder))),
    'folders.showInFolder': async (root, folder) => showInFolder(await files.folder(root, folder)),
  };
}
