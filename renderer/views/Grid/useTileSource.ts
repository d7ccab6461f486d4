// Renderer: where the picture of a tile comes from: its thumbnail, or the photo itself while no thumbnails are made.

import { useMemo, useSyncExternalStore } from 'react';
import type { ThumbnailFailure } from '../../../electron/shared/contract.js';
import type { Listing } from '../../../electron/shared/listing-table.js';
import type { PageOptions } from '../../../electron/shared/page-start.js';
import { formatOf } from '../../../electron/shared/media.js';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import { backgroundOf } from '../../state/placeholders.js';
import { useSelected } from '../../state/store.js';
import { largeUrl, originalUrl, previewUrl, thumbnailUrl } from '../../state/urls.js';

export interface TileSource {
  /** What to ask for; null while there is nothing to ask for. */
  readonly url: string | null;
  /** The same with more pixels, for tiles that show them; null where there are no more. */
  readonly large: string | null;
  /** `url` is that of the file itself. */
  readonly original: boolean;
  /** How often the thumbnail was made. */
  readonly round: number;
  /** A tiny picture to show until the real one is there; null where there can be none. */
  readonly preview: string | null;
  /** The file itself; null when it is gone. */
  readonly file: string | null;
  /** What stands there until the picture does. */
  readonly style: PageOptions['placeholder'];
  /** A blurred picture to show until then, as a CSS background. */
  readonly background: string | undefined;
  readonly failure: ThumbnailFailure | undefined;
  /** There will be no picture as things are, although the file is not to blame. */
  readonly none: boolean;
}

export function useTileSource(item: ItemKey): TileSource {
  const { thumbnails, placeholders, library, thumbnailStatus, options } = useApp();
  const style = useSelected(options, (now) => now.placeholder);
  useSyncExternalStore(thumbnails.subscribe, () => thumbnails.stamp(item));
  const colors = useSyncExternalStore(placeholders.subscribe, () =>
    style === 'colors' ? placeholders.colors(item) : undefined,
  );
  const background = useMemo(() => colors && backgroundOf(colors), [colors]);
  const originals = useSelected(thumbnailStatus, (now) => now.originals);
  const state = thumbnails.state(item);
  const round = thumbnails.round(item);
  const common = {
    round,
    style,
    background,
    failure: state === 'failed' ? thumbnails.failure(item) : undefined,
  };
  const listing = library.listing(rootOfKey(item));
  const row = listing?.rowOf(idOfKey(item)) ?? -1;
  if (listing === undefined || row < 0)
    return { ...common, url: null, large: null, original: false, preview: null, file: null, none: false };
  const file = originalUrl(item, listing, row);
  const waiting = state === 'waiting';
  const { kind, display } = formatOf(listing.nameAt(row)) ?? {};
  const original = waiting && originals && kind === 'photo' && display === 'native';
  const thumbnail = waiting || state === 'failed' ? null : thumbnailUrl(item, listing, row, round);
  return {
    ...common,
    url: original ? file : thumbnail,
    large: thumbnail !== null && hasMore(listing, row) ? largeUrl(item, listing, row, round) : null,
    original,
    preview: waiting && colors === undefined && style === 'colors' ? previewUrl(item, listing, row) : null,
    file,
    none: waiting && originals && !original,
  };
}

/** Pixels on the longest side of a thumbnail. */
export const THUMBNAIL_SIDE = 480;

function hasMore(listing: Listing, row: number): boolean {
  const [width, height] = [listing.widthAt(row), listing.heightAt(row)];
  return width === 0 || Math.max(width, height) > THUMBNAIL_SIDE;
}
