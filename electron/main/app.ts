// Runs in main: the composition root. Makes every service, wires them, starts them in order and stops them in reverse.

import { join } from 'node:path';
import { app, nativeTheme, session } from 'electron';
import type { FileId, RootId } from '../shared/contract.js';
import { deferred } from '../shared/deferred.js';
import type { LibraryEvents, LibraryRequests } from '../shared/messages.js';
import { formatOf } from '../shared/media.js';
import { nameOf } from '../shared/paths.js';
import { AppError, toFailure } from '../shared/result.js';
import { Awake } from './awake.js';
import { startChild } from './child.js';
import { createActivity } from './activity/create.js';
import type { Config } from './config.js';
import { Duplicates } from './duplicates.js';
import { Entrance, type Given } from './entrance.js';
import { CheckedFiles } from './files/checked-files.js';
import { Trash } from './files/trash.js';
import { Folders } from './folders.js';
import { askForFolders, askForPath } from './folder-dialogs.js';
import { handleCalls } from './ipc/handle.js';
import { callHandlers } from './ipc/handlers.js';
import { runInPage, sendToWindows as send } from './ipc/send.js';
import { CLEANUP_MS, cleanUp, createCaches, describeCaches } from './library/caches.js';
import { Library } from './library/library.js';
import { loggerFor } from './log.js';
import { AppMenu } from './menu.js';
import { openLog } from './open-path.js';
import { APP_ORIGIN, handleSchemes, warmUp } from './protocol.js';
import { Player } from './playing/player.js';
import type { Notices } from './notices.js';
import { followOptions, pageQuery } from './options/follow.js';
import type { Options } from './options/options.js';
import { howToRevive } from './revive.js';
import { Reach } from './reach.js';
import { createRelief } from './relief.js';
import { Roots } from './roots.js';
import { closeSession, isOurPage } from './security.js';
import type { Settings } from './settings.js';
import { Speech } from './speech.js';
import { withProgress } from './taskbar.js';
import { createThumbnails } from './thumbnails/create.js';
import { readPreview } from './thumbnails/exif-preview.js';
import { findFfmpeg } from './thumbnails/ffmpeg.js';
import { createUpdates } from './updates/create.js';
import { openWindow } from './window.js';
import { Windows } from './windows.js';

/** Milliseconds after the page was loaded in which it paints what it begins with. */
const PAINTED_MS = 3000;

const distFolder = join(import.meta.dirname, '..');

/** The running app, as index.ts sees it. */
export interface GalleryApp {
  /** Adds folders and opens what a second start or the system gives, and shows the window. */
  receive(given: Given): Promise<void>;
  /** Opens a window when there is none. */
  showWindow(): void;
  /** Ends children and writes what is pending. */
  stop(): Promise<void>;
}

/** What there is before Electron is ready. */
export interface Basis {
  /** Folder of the app's own files; it exists. */
  readonly userData: string;
  readonly settings: Settings;
  readonly notices: Notices;
  readonly options: Options;
  /** What this start is to show: absolute paths. */
  readonly opened: readonly string[];
}

/** Builds and starts the app. Electron must be ready. */
export async function startApp(config: Config, basis: Basis): Promise<GalleryApp> {
  const { userData, settings, notices, options, opened } = basis;
  const log = loggerFor('app');
  const notice = (message: string) => notices.tell(message);
  if (settings.notice) {
    log('warn', settings.notice);
    notice(settings.notice);
  }
  nativeTheme.themeSource = options.get('theme');
  const speech = await Speech.start({
    folder: userData,
    preferred: app.getPreferredSystemLanguages(),
    language: options.get('language'),
    tell: (problems, sentence) => {
      for (const problem of problems) log('warn', problem);
      if (sentence !== null) notice(sentence);
    },
  });
  const roots = Roots.open(settings.value, (saved) => settings.update(saved));

  /** The window shows something, or there is none that could. */
  const shown = deferred();
  const painted = () => shown.resolve();
  const cacheLog = loggerFor('cache');
  const caches = createCaches(() => Date.now(), config.cacheTtl * 1000);
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
    ...{ useCache: config.cacheEnabled, begin: shown.promise, now: () => Date.now() },
    log: cacheLog,
    onReset: (root) => send('library.reset', { root }),
    onPatch: (root, patch) => send('library.patch', { root, patch }),
    onFacts: (root, facts) => send('library.facts', { root, facts }),
    onIndexed: (root) => send('library.indexed', { root }),
    onProblems: (count) => send('library.problems', { count }),
    onRoots: (list) => {
      reach.follow(list);
      send('roots.changed', list);
    },
    onFiles: (root, changes) => thumbnails.follow(root, changes),
    onTouched: (...where) => void thumbnails.touched(...where),
    onMoved: (root) => reach.moved(root),
    onMarks: {
      changed: (marks) => send('marks.changed', marks),
      hidden: (folders) => send('marks.hidden', folders),
      reset: (root) => send('marks.reset', root),
    },
    onNotice: notice,
  });

  let search: ReturnType<typeof findFfmpeg> | undefined; // Looked for once, when it is needed first.
  const ffmpeg = () => (search ??= findFfmpeg({ configured: config.ffmpeg, log: loggerFor('thumbnails') }));
  const player = new Player({ ffmpeg: async () => (await ffmpeg()).path, log: loggerFor('player') });

  const engine = createThumbnails({
    entry: join(distFolder, 'node/thumbnail.js'),
    folder: config.thumbnailDir ?? join(userData, 'thumbnails'),
    space: () => options.get('thumbnailSpace') * 1_000_000,
    ...{ userData, ffmpeg, workers: config.workers },
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
    onStatus: withProgress((status) => send('thumbnails.status', status)),
    onFacts: (root, id, facts) => library.applyFacts(root, id, facts),
    onProblem: (problem) => library.addProblem(problem),
    log: loggerFor('thumbnails'),
  });
  const { thumbnails } = engine;

  const duplicates = new Duplicates({
    files: () =>
      library.roots().flatMap(({ id: root }) => {
        const listing = library.known(root);
        return listing ? [{ root, id: listing.id, size: listing.size }] : [];
      }),
    contentOf: (root, id) => thumbnails.contentOf(root, id),
    hurry: (root, ids) => thumbnails.hurry(root, ids),
    clock: () => performance.now(),
  });

  const folders: Folders = new Folders({
    ...{ roots, userData },
    askForFolders: () => askForFolders(speech.words.texts),
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

  const reach = new Reach({
    ...{ refresh: (root) => roots.refresh(root), settle: () => folders.settle() },
    ...{ withdraw: (root) => thumbnails.withdraw(root), resume: () => thumbnails.resume() },
  });
  const activity = createActivity({ library, engine, caches, useCache: config.cacheEnabled, userData });

  const openMedia = async (root: RootId, id: FileId, ahead = false) => {
    const { relative } = await library.file(root, id);
    const handle = await roots.open(root, relative, ahead);
    return { handle, mime: formatOf(nameOf(relative))?.mime ?? 'application/octet-stream' };
  };
  const awake = new Awake();
  const relief = createRelief(loggerFor('memory'));
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
        relief.noteShown();
        await Promise.all([library.restored(root), size === 'grid' ? readable : ready]);
        return thumbnails.picture(root, id, size);
      },
      preview: async (root, id) => {
        const { handle } = await openMedia(root, id, true);
        return readPreview(handle).finally(() => handle.close());
      },
    },
    log,
  );
  const pageOf = (window: number, from: number | null) =>
    `${config.devUrl ?? `${APP_ORIGIN}/index.html`}?${pageQuery(options, speech.words, window, from)}`;
  const preload = join(distFolder, 'preload/index.cjs');
  const windows = new Windows({
    open: (place) => openWindow({ ...place, preload, title: speech.words.texts.appName }),
    url: pageOf,
    saved: settings.value.windows ?? [],
    bounds: settings.value.window,
    save: (open) => settings.update({ windows: open, window: open[0]?.bounds }),
    onGone: (contents) => [thumbnails, awake].forEach((one) => one.leave(contents)),
    reviving: howToRevive(notice, () => speech.words.texts),
    onError: (error) => log('warn', `The page was not loaded: ${String(error)}`),
  });
  app.once('before-quit', () => windows.end());
  const entrance = new Entrance({ roots, folders, settings, library, notice, speech, windows });
  const updates = createUpdates({ userData, settings, options, notice });
  const files = new CheckedFiles(library, roots);
  const failed = (error: unknown) => {
    log('error', error instanceof Error && error.stack ? error.stack : String(error));
    notice(toFailure(error).message);
  };
  const menu = new AppMenu({
    openLog: () => void openLog().catch((error: unknown) => notice(toFailure(error).message)),
    run: (window, id) => void (window ? runInPage(window, id).catch(failed) : windows.show()),
  });
  handleCalls(
    callHandlers({
      ...{ folders, roots, library, thumbnails, notices, activity, awake, options, speech, entrance },
      ...{ duplicates, windows, painted, files, menu, updates, relief },
      trash: new Trash(files, (root, changed) => library.noteChanged(root, changed), loggerFor('files')),
      askForPath: (kind) => askForPath(kind, speech.words.texts),
    }),
    (event) => isOurPage(event, devOrigin),
    loggerFor('ipc'),
  );
  // Windows that are hidden from the beginning paint nothing.
  windows.restore().then(() => setTimeout(painted, PAINTED_MS), painted);
  // What is kept of the last run is on its way while the page loads.
  folders.settle();
  void roots.locate(() => folders.settle());
  warmUp();
  followOptions({
    ...{ options, caches, speech, send },
    followSpace: () => void thumbnails.spaceChanged(),
    followUpdates: () => updates.follow(),
  });
  // The page's files come from this process, and all processors are busy with its first picture: what can wait does.
  const readable: Promise<void> = shown.promise
    .then(() => Promise.all(roots.list().map(({ id }) => library.restored(id))))
    .then(() => thumbnails.open());
  const ready: Promise<void> = readable.then(() => thumbnails.start());
  // Not waited for: a drive that does not answer must not keep the app from ending, nor from hearing of a second start.
  entrance.take({ mediaDirs: config.mediaDirs, opened }).catch(failed);
  ready.then(() => updates.follow()).catch(failed);

  return {
    receive: async (given) => {
      windows.show();
      await entrance.take(given);
    },
    showWindow: () => windows.show(),
    stop: async () => {
      clearInterval(cleaning);
      activity.stop();
      updates.stop();
      await Promise.all([player.stop(), thumbnails.stop(), library.stop()]);
      await settings.flush();
      log('info', 'Stopped');
    },
  };
}
