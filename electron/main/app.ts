// Runs in main: the composition root. Makes every service, wires them, starts them in order and stops them in reverse.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session, shell } from 'electron';
import type { FileId, RootId } from '../shared/contract.js';
import type { LibraryEvents, LibraryRequests } from '../shared/messages.js';
import { formatOf } from '../shared/media.js';
import { queryOf } from '../shared/page-start.js';
import { nameOf } from '../shared/paths.js';
import { AppError, toFailure } from '../shared/result.js';
import { Awake } from './awake.js';
import { startChild } from './child.js';
import { createActivity } from './activity/create.js';
import type { Config } from './config.js';
import { Folders } from './folders.js';
import { handleCalls } from './ipc/handle.js';
import { callHandlers } from './ipc/handlers.js';
import { sendToWindows as send } from './ipc/send.js';
import { CLEANUP_MS, cleanUp, createCaches, describeCaches } from './library/caches.js';
import { Library } from './library/library.js';
import { logFile, loggerFor } from './log.js';
import { setMenu } from './menu.js';
import { APP_ORIGIN, handleSchemes, warmUp } from './protocol.js';
import { Notices } from './notices.js';
import { Player } from './playing/player.js';
import { Roots } from './roots.js';
import { closeSession, isOurPage } from './security.js';
import { Settings } from './settings.js';
import { createThumbnails } from './thumbnails/create.js';
import { readPreview } from './thumbnails/exif-preview.js';
import { findFfmpeg } from './thumbnails/ffmpeg.js';
import { openWindow } from './window.js';
import { readWords, type Words } from './words.js';

const distFolder = join(import.meta.dirname, '..');

/** The running app, as index.ts sees it. */
export interface GalleryApp {
  /** Adds folders that a second start was given, and shows the window. */
  receive(folders: readonly string[]): Promise<void>;
  /** Opens a window when there is none. */
  showWindow(): void;
  /** Ends children and writes what is pending. */
  stop(): Promise<void>;
}

/** Builds and starts the app. Electron must be ready. */
export async function startApp(config: Config, userData: string): Promise<GalleryApp> {
  await mkdir(userData, { recursive: true });
  const log = loggerFor('app');
  const notices = new Notices((message) => send('app.notice', { message }));
  const notice = (message: string) => notices.tell(message);
  const settings = await Settings.open(userData, (error) => {
    log('error', `Settings could not be saved: ${String(error)}`);
    notice('The settings could not be saved.');
  });
  if (settings.notice) {
    log('warn', settings.notice);
    notice(settings.notice);
  }
  const words = await readWords({
    folder: userData,
    language: config.language ?? settings.value.language ?? null,
    preferred: app.getPreferredSystemLanguages(),
  });
  for (const problem of words.problems) log('warn', problem);
  if (words.notice) notice(words.notice);
  const roots = await Roots.open(settings.value, (saved) => settings.update(saved));

  const away = new Set<RootId>();
  const cacheLog = loggerFor('cache');
  const caches = createCaches(Date.now, config.cacheTtl * 1000);
  const cleaning = setInterval(() => cleanUp(caches, cacheLog), CLEANUP_MS);
  cacheLog('info', describeCaches(caches, config.cacheEnabled));
  const library: Library = new Library({
    startChild: () =>
      startChild<LibraryRequests, LibraryEvents>({
        entry: join(distFolder, 'node/library.js'),
        name: 'Home Gallery library',
        log: loggerFor('library'),
      }),
    caches,
    databases: { indexFile: join(userData, 'index.db'), userFile: join(userData, 'user.db') },
    useCache: config.cacheEnabled,
    now: Date.now,
    log: cacheLog,
    onReset: (root) => send('library.reset', { root }),
    onPatch: (root, patch) => send('library.patch', { root, patch }),
    onFacts: (root, facts) => send('library.facts', { root, facts }),
    onProblems: (count) => send('library.problems', { count }),
    onRoots: (list) => {
      for (const { id, state } of list) {
        if (state === 'offline') away.add(id);
        // A link may lead elsewhere when it works again.
        else if (away.delete(id)) void roots.refresh(id);
      }
      send('roots.changed', list);
    },
    onFiles: (root, changes) => thumbnails.follow(root, changes),
    onMarks: {
      changed: (marks) => send('marks.changed', marks),
      hidden: (folders) => send('marks.hidden', folders),
      reset: (root) => send('marks.reset', root),
    },
    onNotice: notice,
  });

  // Looked for once, when it is needed first.
  let search: ReturnType<typeof findFfmpeg> | undefined;
  const ffmpeg = () => (search ??= findFfmpeg({ configured: config.ffmpeg, log: loggerFor('thumbnails') }));
  const player = new Player({ ffmpeg: async () => (await ffmpeg()).path, log: loggerFor('player') });

  const engine = createThumbnails({
    entry: join(distFolder, 'node/thumbnail.js'),
    folder: config.thumbnailDir ?? join(userData, 'thumbnails'),
    userData,
    workers: config.workers,
    ffmpeg,
    paused: settings.value.thumbnailsPaused ?? false,
    onPaused: (thumbnailsPaused) => settings.update({ thumbnailsPaused }),
    lookUp: (root, id) => {
      const file = library.lookUp(root, id);
      const folder = roots.get(root);
      return file && folder
        ? { ...file, path: roots.absolute(root, file.relative), rootPath: folder.real }
        : undefined;
    },
    isAway: (root) => library.isAway(root),
    onChanged: (change) => send('thumbnails.changed', change),
    onStatus: (status) => send('thumbnails.status', status),
    onFacts: (root, id, facts) => library.applyFacts(root, id, facts),
    onProblem: (problem) => library.addProblem(problem),
    log: loggerFor('thumbnails'),
  });
  const { thumbnails } = engine;

  const folders = new Folders({
    roots,
    askForFolders: () => askForFolders(words.texts),
    open: (root) => library.open(root),
    close: (root) => {
      library.close(root);
      thumbnails.forgetRoot(root);
    },
    list: () => library.roots(),
    announce: (list) => send('roots.changed', list),
    notice,
    log,
  });

  const activity = createActivity({ library, engine, caches, useCache: config.cacheEnabled, userData });

  const openMedia = async (root: RootId, id: FileId) => {
    const { relative } = await library.file(root, id);
    const handle = await roots.open(root, relative);
    return { handle, mime: formatOf(nameOf(relative))?.mime ?? 'application/octet-stream' };
  };
  const awake = new Awake();
  app.on('window-all-closed', () => awake.set(false));
  const devOrigin = config.devUrl === null ? null : new URL(config.devUrl).origin;
  closeSession(session.defaultSession, log, devOrigin);
  handleSchemes(
    session.defaultSession,
    {
      page: join(distFolder, 'renderer'),
      openMedia,
      openMotion: async (root, id) => {
        const { motion } = await library.details(root, id);
        if (motion === null) throw new AppError('not-found', 'There is no video in this photo.');
        const { handle } = await openMedia(root, id);
        return { handle, mime: 'video/mp4', part: motion };
      },
      play: async (root, id, at) => {
        const { path, size, modified, relative } = await library.file(root, id);
        const handle = await roots.open(root, relative);
        const key = `${path} ${size} ${modified}`;
        return player.play({ key, path: roots.absolute(root, relative), handle, at });
      },
      thumbnail: async (root, id, size) => {
        await Promise.all([library.restored(root), ready]);
        return thumbnails.file(root, id, size);
      },
      preview: async (root, id) => {
        const { handle } = await openMedia(root, id);
        return readPreview(handle).finally(() => handle.close());
      },
    },
    log,
  );
  handleCalls(
    callHandlers({ folders, roots, library, thumbnails, notices, words, activity, awake }),
    (event) => isOurPage(event, devOrigin),
    loggerFor('ipc'),
  );
  const tell = (error: unknown) => notice(toFailure(error).message);

  const { language, locale, own } = words;
  const ownWords = Object.keys(own).length > 0;
  const query = new URLSearchParams(queryOf({ useCache: config.cacheEnabled, language, locale, ownWords }));
  let loaded = Promise.resolve();
  const showWindow = () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    loaded = openWindow({
      preload: join(distFolder, 'preload/index.cjs'),
      url: `${config.devUrl ?? `${APP_ORIGIN}/index.html`}?${query.toString()}`,
      title: words.texts.appName,
      bounds: settings.value.window,
      saveBounds: (bounds) => settings.update({ window: bounds }),
    }).catch((error: unknown) => log('warn', `The page was not loaded: ${String(error)}`));
  };
  showWindow();
  // What is kept of the last run is on its way while the page loads.
  for (const root of roots.list()) library.open(root);
  warmUp();
  // The page's files come from this process: what can wait starts when it has them.
  const ready = loaded.then(() => {
    setMenu(
      {
        chooseFolder: () => void folders.choose().catch(tell),
        checkDisk: () => {
          for (const { id } of library.roots()) library.refresh(id).catch(tell);
        },
        openLog: () => void shell.openPath(logFile()),
      },
      words.texts,
    );
    return thumbnails.start();
  });
  if (config.mediaDirs.length > 0) await folders.add(config.mediaDirs);
  await ready;

  return {
    receive: async (paths) => {
      showWindow();
      if (paths.length > 0) await folders.add(paths);
    },
    showWindow,
    stop: async () => {
      clearInterval(cleaning);
      activity.stop();
      await Promise.all([player.stop(), thumbnails.stop(), library.stop()]);
      await settings.flush();
      log('info', 'Stopped');
    },
  };
}

/** The system's folder dialog, for several folders at once. */
async function askForFolders(texts: Words['texts']): Promise<string[]> {
  const options: Electron.OpenDialogOptions = {
    title: texts.dialogTitle,
    buttonLabel: texts.dialogButton,
    properties: ['openDirectory', 'multiSelections'],
  };
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options);
  return canceled ? [] : filePaths;
}
