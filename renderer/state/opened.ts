// Renderer: shows what was opened from outside: goes to the folder at once, and opens the viewer on the file as soon as the
// listing knows it.

import type { Opened, RootInfo } from '../../electron/shared/contract.js';
import type { App } from './app.js';
import { NO_CRITERIA } from './criteria.js';
import { keyOf, type ItemKey } from './keys.js';
import { samePlace } from './places.js';
import { texts } from '../texts.js';

/** Starts to follow main. */
export function followOpened(app: App): void {
  const { gallery, items, library, notices, roots, view } = app;
  let wanted: Opened | null = null;

  const look = (): void => {
    if (wanted === null || wanted.file === null) return;
    const { file } = wanted;
    const item = find(app, wanted.root, wanted.folder, file);
    const root = roots.byId(wanted.root);
    if (item !== null) {
      // The viewer shows one of the files of the open place: it opens when these are there.
      const { of, keys } = items.get();
      if (!samePlace(of.place, view.get().place) || !keys.includes(item)) return;
      wanted = null;
      view.change({ item });
    } else if (root && root.state !== 'scanning' && root.checkedAt > 0 && hasAll(app, root)) {
      // The disk has been looked at: it is not there, or not a file that is shown.
      wanted = null;
      notices.show(texts.openedGone(file));
    }
  };
  const take = (): void => {
    gallery.call('roots.takeOpened').then((opened) => {
      if (!opened) return;
      wanted = opened;
      // The file must not be hidden by what was looked for before.
      const place = { kind: 'folder', root: opened.root, path: opened.folder } as const;
      view.change({ place, criteria: NO_CRITERIA, item: null });
      look();
    }, notices.report);
  };
  gallery.on('roots.opened', take);
  library.subscribe(look);
  roots.subscribe(look);
  items.subscribe(look);
  take();
}

/** Tells main where the person went, for the system's lists of recent folders. */
export function tellVisited({ gallery, view, notices }: App): void {
  let last = view.get().place;
  view.subscribe(() => {
    const { place } = view.get();
    if (place === last) return;
    last = place;
    if (place.kind !== 'folder') return;
    gallery.call('roots.visited', place.root, place.path).catch(notices.report);
  });
}

/** Whether the listing here is the one that main tells of: it comes a moment later. */
const hasAll = ({ library }: App, { id, files }: RootInfo): boolean =>
  library.has(id) && library.listing(id)?.count === files;

function find({ library }: App, root: number, folder: string, file: string): ItemKey | null {
  const listing = library.listing(root);
  if (listing === undefined) return null;
  for (let row = 0; row < listing.count; row++) {
    // The folder first: it is one of few strings, names are cut out of a long one.
    if (listing.folderAt(row) === folder && listing.nameAt(row) === file)
      return keyOf(root, listing.id[row]!);
  }
  return null;
}
