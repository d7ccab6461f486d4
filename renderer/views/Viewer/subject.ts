// Renderer: what the viewer needs to know of a file, read once from its listing.

import { TAKEN_SOURCES, type TakenSource } from '../../../electron/shared/listing.js';
import type { MediaKind } from '../../../electron/shared/media.js';
import { extensionOf, formatOf } from '../../../electron/shared/media.js';
import { displayPath } from '../../../electron/shared/paths.js';
import type { App } from '../../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import type { Size } from './zoom.js';
import { fullUrl, originalUrl, photoUrl, screenUrl, thumbnailUrl } from '../../state/urls.js';

export interface Subject {
  readonly item: ItemKey;
  /** Names the file in every run: its path. */
  readonly path: string;
  readonly name: string;
  readonly extension: string;
  /** Root and folder. */
  readonly folder: string;
  readonly kind: MediaKind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** A wall clock time, milliseconds; null while it is not known. */
  readonly taken: number | null;
  readonly takenSource: TakenSource | null;
  /** When it came into the library, milliseconds since 1970; 0 while unknown. */
  readonly added: number;
  /** Pixels, 0 while unknown. */
  readonly width: number;
  readonly height: number;
  /** Seconds, 0 while unknown. */
  readonly duration: number;
  /** The small picture; null when there is none. */
  readonly thumbnail: string | null;
  /** No thumbnail can be made of it. */
  readonly failed: boolean;
  /** The photo or video in a format that the window can show, if there is one. */
  readonly url: string;
  /** A photo as a worker makes it, where the window cannot decode `url`: what is in a file may be another format than its name says. */
  readonly made: string;
  /** Where all pixels of `made` are. */
  readonly full: string;
  /** The file itself. */
  readonly original: string;
}

/** Null when the file is gone. */
export function subjectOf(app: App, item: ItemKey): Subject | null {
  const listing = app.library.listing(rootOfKey(item));
  const row = listing?.rowOf(idOfKey(item)) ?? -1;
  if (listing === undefined || row < 0) return null;
  const name = listing.nameAt(row);
  const kind = listing.kindAt(row);
  const folder = listing.folderAt(row);
  const root = app.roots.byId(rootOfKey(item));
  const rootName = root?.name ?? '';
  const state = app.thumbnails.state(item);
  return {
    item,
    path: [root?.path ?? '', folder, name].join('/'),
    name: displayPath(name),
    extension: extensionOf(name),
    folder: displayPath(folder === '' ? rootName : `${rootName}/${folder}`),
    kind,
    size: listing.sizeAt(row),
    modified: listing.modifiedAt(row),
    taken: listing.takenAt(row),
    takenSource: TAKEN_SOURCES[listing.takenSource[row]!] ?? null,
    added: listing.addedAt(row),
    width: listing.widthAt(row),
    height: listing.heightAt(row),
    duration: listing.durationAt(row),
    thumbnail:
      state === 'ready' || state === 'unknown'
        ? thumbnailUrl(item, listing, row, app.thumbnails.round(item))
        : null,
    failed: state === 'failed',
    original: originalUrl(item, listing, row),
    made: screenUrl(item, listing, row),
    full: fullUrl(item, listing, row),
    url: kind === 'photo' ? photoUrl(item, listing, row) : originalUrl(item, listing, row),
  };
}

/**
 * Pixels of a photo that may be decoded as small as the screen; null for all others, which may move or have no pixels,
 * and while the listing does not know.
 */
export const scalableSize = ({ name, width, height }: Subject): Size | null =>
  width > 0 && height > 0 && formatOf(name)?.mime === 'image/jpeg' ? { width, height } : null;
