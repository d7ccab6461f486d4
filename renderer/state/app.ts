// Renderer: all state of the window, wired once at start and handed down by React context.

import { createContext, use } from 'react';
import type { RootInfo, ThumbnailStatus } from '../../electron/shared/contract.js';
import type { PageOptions } from '../../electron/shared/page-start.js';
import type { UpdateStatus } from '../../electron/shared/updates.js';
import type { Gallery } from '../gallery.js';
import { restoreFirstScreen, saveFirstScreen, saveSpotScreen, type FirstScreen } from './first-screen.js';
import { Browsed } from './browsed.js';
import { Duplicates } from './duplicates.js';
import { Folders } from './folders.js';
import { ItemsStore } from './items.js';
import { Journey, type Spot } from './journey.js';
import type { ItemKey } from './keys.js';
import { Library } from './library.js';
import type { Folder } from '../commands/folder-commands.js';
import { Commands } from '../commands/registry.js';
import type { OpenDialog } from './dialogs.js';
import { Marks } from './marks.js';
import { Selection } from './selection.js';
import { Notices } from './notices.js';
import { followOpened, tellVisited } from './opened.js';
import { Roots } from './roots.js';
import { PlaceCounts } from './place-counts.js';
import { ShowStore } from './show.js';
import { Today } from './today.js';
import { Placeholders } from './placeholders.js';
import { restoreView, saveView } from './saved.js';
import { restoreSpot, saveSpot } from './saved-spot.js';
import { browserSlices, throttled } from './schedule.js';
import { WindowSources } from './sources.js';
import { followOptions, usualOptions } from './options.js';
import { Store } from './store.js';
import { ThumbnailWishes } from './thumbnail-wishes.js';
import { NO_STATUS, Thumbnails } from './thumbnails.js';
import { Undo } from './undo.js';
import { ALL, folderOf } from './places.js';
import { initialView, shownOf, ViewStore } from './view.js';
import type { WindowStorage } from './window-storage.js';

export interface App {
  readonly gallery: Gallery;
  readonly roots: Roots;
  readonly library: Library;
  readonly items: ItemsStore;
  readonly thumbnails: Thumbnails;
  readonly wishes: ThumbnailWishes;
  readonly placeholders: Placeholders;
  readonly thumbnailStatus: Store<ThumbnailStatus>;
  /** How it stands with newer versions; null until main has said so. */
  readonly updates: Store<UpdateStatus | null>;
  /** Number of problems found in folders (not thumbnails). */
  readonly problemCount: Store<number>;
  readonly marks: Marks;
  readonly selection: Selection;
  readonly commands: Commands;
  /** Whether files are being dragged out of this window. */
  readonly draggedOut: Store<boolean>;
  /** What the map of the info panel shows; null while there is none. */
  readonly map: Store<'near' | 'world' | null>;
  /** The file whose context menu is open, where that is none of the selected ones. */
  readonly pointedAt: Store<ItemKey | null>;
  /** The file whose context menu is open, selected or not. */
  readonly menuFile: Store<ItemKey | null>;
  /** The folder that a command is run for, other than the open one. */
  readonly pointedFolder: Store<Folder | null>;
  /** Null: none is open. */
  readonly dialogs: Store<OpenDialog | null>;
  readonly view: ViewStore;
  /** What criteria are tested by. */
  readonly sources: WindowSources;
  readonly journey: Journey;
  readonly folders: Folders;
  readonly duplicates: Duplicates;
  /** By folder (root and path) where browsing was last: the path of a folder in it. */
  readonly browsed: Browsed;
  /** Options that decide what is drawn. */
  readonly options: Store<PageOptions>;
  /** Counts the languages that were chosen: whoever shows words shows others then. */
  readonly language: Store<number>;
  /** In which languages months are understood in a search. */
  readonly locales: Store<readonly string[]>;
  readonly notices: Notices;
  readonly undo: Undo;
  readonly show: ShowStore;
  readonly today: Today;
  readonly placeCounts: PlaceCounts;
  /** False until main has said which folders there are. */
  readonly started: Store<boolean>;
  /** Makes these the folders of the window. */
  readonly enterRoots: (list: readonly RootInfo[]) => void;
}

/** Milliseconds between two savings of the first screen. */
const SCREEN_INTERVAL = 2000;

/** Makes the stores, unconnected. `locales`: in which languages months are understood in a search, at first. */
export function createApp(
  gallery: Gallery,
  locales: readonly string[] = ['en'],
  options: PageOptions = usualOptions,
): App {
  const spoken = new Store(locales);
  const notices = new Notices();
  const roots = new Roots();
  const library = new Library(gallery, notices.report);
  const view = new ViewStore(initialView);
  view.usualZoom = options.zoom;
  const thumbnails = new Thumbnails((run) => requestAnimationFrame(run));
  const placeholders = new Placeholders();
  const marks = new Marks(gallery, library, notices.report);
  const sources = new WindowSources({
    ...{ gallery, roots, view, marks, report: notices.report },
    locales: spoken.get,
  });
  const journey = new Journey(view);
  const duplicates = new Duplicates(gallery, library, roots, marks.hidden, view, notices.report);
  const items = new ItemsStore(
    ...([roots, library, view, sources, browserSlices, duplicates.groups, marks.hidden] as const),
  );
  const today = new Today();
  const known = new Set<number>();
  return {
    gallery,
    roots,
    library,
    view,
    journey,
    folders: new Folders(library, marks.hidden),
    duplicates,
    browsed: new Browsed(),
    options: new Store(options),
    language: new Store(0),
    locales: spoken,
    notices,
    undo: new Undo(notices),
    show: new ShowStore(),
    today,
    placeCounts: new PlaceCounts(roots, library, marks, today),
    marks,
    sources,
    items,
    selection: new Selection(items),
    commands: new Commands(),
    dialogs: new Store<OpenDialog | null>(null),
    draggedOut: new Store(false),
    map: new Store<'near' | 'world' | null>(null),
    pointedAt: new Store<ItemKey | null>(null),
    menuFile: new Store<ItemKey | null>(null),
    pointedFolder: new Store<Folder | null>(null),
    thumbnails,
    wishes: new ThumbnailWishes(gallery, thumbnails, notices.report),
    placeholders,
    thumbnailStatus: new Store(NO_STATUS),
    updates: new Store<UpdateStatus | null>(null),
    problemCount: new Store(0),
    started: new Store(false),
    enterRoots: (list) => {
      roots.set(list);
      const ids = list.map(({ id }) => id);
      library.follow(ids);
      placeholders.keep(ids);
      for (const id of known) if (!ids.includes(id)) known.delete(id);
      for (const id of ids.filter((one) => !known.has(one))) {
        known.add(id);
        gallery
          .call('thumbnails.placeholders', id)
          .then((columns) => placeholders.enter(id, columns), notices.report);
      }
      const { place } = view.get();
      const folder = folderOf(place);
      if (folder !== null && roots.byId(folder.root) === undefined) view.open(ALL);
      journey.keep((one) => {
        const of = folderOf(one);
        return of === null || roots.byId(of.root) !== undefined;
      });
    },
  };
}

/**
 * Connects the stores with the main process. Nothing main tells while this runs is lost. Without `useCache` the files
 * of the last run are not shown before the disk has been read.
 */
export async function startApp(app: App, storage: WindowStorage, useCache = true): Promise<void> {
  const { gallery, roots, library, view, journey, thumbnails, notices } = app;
  app.browsed.keptIn(storage);
  let begun = false;
  let first: FirstScreen | null = null;
  /** What main says first about the folders, in whichever way, decides where the window begins. */
  const begin = (list: readonly RootInfo[]): boolean => {
    if (begun) return false;
    begun = true;
    view.set(restoreView(list, storage, view.usualZoom));
    const listingOf = (root: number) => library.listing(root);
    const spot = restoreSpot(shownOf(view.get()), list, listingOf, storage);
    journey.begin(spot);
    first = useCache ? restoreFirstScreen(view.get(), list, storage, spot !== null) : null;
    if (first !== null && spot !== null) {
      // Kept for where a person was then, or a little before.
      const kept = restoreSpot(shownOf(view.get()), list, (root) => first?.listings.get(root), storage)?.();
      if (kept?.keys[0] !== first.items.keys[0]) first = null;
    }
    for (const [root, listing] of first?.listings ?? []) library.preview(root, listing);
    return true;
  };
  gallery.on('thumbnails.changed', (changed) => {
    app.placeholders.enter(changed.root, changed.placeholders);
    thumbnails.enter(changed);
  });
  gallery.on('thumbnails.status', (status) => app.thumbnailStatus.set(status));
  gallery.on('library.problems', ({ count }) => app.problemCount.set(count));
  gallery.on('app.notice', ({ message }) => notices.show(message));
  followOptions(app);
  library.connect();
  app.duplicates.connect();
  app.marks.connect();
  app.sources.connect();
  app.selection.connect();
  app.today.subscribe(() => app.items.newDay());
  app.placeCounts.connect();
  library.subscribe((changes) => {
    for (const { root, kind, changed } of changes) {
      if (kind === 'reset') thumbnails.forgetWaiting(root);
      if (changed.length > 0) thumbnails.forget(root, changed);
    }
  });
  gallery.on('roots.changed', (list) => {
    begin(list);
    app.enterRoots(list);
    app.started.set(true);
  });
  try {
    const list = await gallery.call('roots.list');
    if (begin(list)) app.enterRoots(list);
  } catch (error) {
    notices.report(error);
  }
  followOpened(app);
  app.items.connect((first as FirstScreen | null)?.items);
  app.started.set(true);
  tellVisited(app);
  // At once, so that what is chosen in the last moment is there again; a person does not choose often.
  view.subscribe(() => saveView(view.get(), roots.get(), storage));
  journey.keptBy((spot) => {
    saveSpot(spot, shownOf(view.get()), roots.get(), (root) => library.listing(root), storage);
    keepSpotScreen(app, spot, storage);
  });
  const saveScreen = throttled(() => keepFirstScreen(app, storage), SCREEN_INTERVAL);
  app.items.subscribe(saveScreen);
  library.subscribe(saveScreen);
  await Promise.all([
    gallery.call('thumbnails.status').then((status) => app.thumbnailStatus.set(status), notices.report),
    gallery
      .call('library.problems')
      .then((problems) => app.problemCount.set(problems.length), notices.report),
    gallery.call('thumbnails.failures').then((failures) => {
      for (const failure of failures) thumbnails.enterFailure(failure);
    }, notices.report),
  ]);
}

function keepFirstScreen(app: App, storage: WindowStorage): void {
  const { items, roots, library } = app;
  if (isWhole(app)) saveFirstScreen(items.get(), roots.get(), library, storage);
}

/**
 * Above the files of a folder that is browsed, and of duplicates, stands what the first screen does not know; pages begin
 * at their top.
 */
function keepSpotScreen(app: App, spot: Spot | null, storage: WindowStorage): void {
  const { items, roots, library, options } = app;
  const { kind } = items.get().of.place;
  const simple = options.get().itemsPerPage === 0 && kind !== 'browse' && kind !== 'duplicates';
  if (spot === null || !simple || !isWhole(app)) return;
  saveSpotScreen(spot, items.get(), roots.get(), library, storage);
}

/**
 * Whether what is shown makes a first screen: files that are still on their way would make it look as if there were few,
 * and what was looked for is not looked for again at the next start.
 */
function isWhole({ items, roots, library }: App): boolean {
  const { of, known } = items.get();
  return of.criteria.search === '' && known && roots.get().every(({ id }) => library.has(id));
}

export const AppContext = createContext<App | null>(null);

/** The window's state; only below the provider in main.tsx. */
export function useApp(): App {
  const app = use(AppContext);
  if (app === null) throw new Error('AppContext is missing.');
  return app;
}
