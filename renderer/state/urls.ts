// Renderer: where the bytes of a file are. Facts come by call, bytes only by URL.

import type { Listing } from '../../electron/shared/listing-table.js';
import { formatOf } from '../../electron/shared/media.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';

/** Names one version of a file's content. */
const versionOf = (listing: Listing, row: number): string =>
  `${Math.round(listing.modifiedAt(row)).toString(36)}-${listing.sizeAt(row).toString(36)}`;

// A bare number as host would be read as an IPv4 address, hence the letter.
const place = (key: ItemKey): string => `r${rootOfKey(key)}/${idOfKey(key)}`;

/** The small picture. `round` makes the window ask again when it was made anew. */
export const thumbnailUrl = (key: ItemKey, listing: Listing, row: number, round: number): string =>
  `thumb://${place(key)}?v=${versionOf(listing, row)}-${round}`;

/** The same, for a tile of many pixels. */
export const largeUrl = (key: ItemKey, listing: Listing, row: number, round: number): string =>
  `thumb://${place(key)}?size=large&v=${versionOf(listing, row)}-${round}`;

/** The preview that a camera put into a JPEG; null where there can be none. */
export const previewUrl = (key: ItemKey, listing: Listing, row: number): string | null =>
  formatOf(listing.nameAt(row))?.mime === 'image/jpeg'
    ? `thumb://${place(key)}?size=preview&v=${versionOf(listing, row)}`
    : null;

/** The file itself. */
export const originalUrl = (key: ItemKey, listing: Listing, row: number): string =>
  `media://${place(key)}?v=${versionOf(listing, row)}`;

/** A photo at the size of a screen, made by a worker in a format that the window can decode. */
export const screenUrl = (key: ItemKey, listing: Listing, row: number): string =>
  `thumb://${place(key)}?size=screen&v=${versionOf(listing, row)}`;

/** A photo at the size of a screen or better, in a format the window can decode, if its name is true. */
export const photoUrl = (key: ItemKey, listing: Listing, row: number): string =>
  formatOf(listing.nameAt(row))?.display === 'rendition'
    ? screenUrl(key, listing, row)
    : originalUrl(key, listing, row);

/** What {@link screenUrl} shows, with all its pixels. */
export const fullUrl = (key: ItemKey, listing: Listing, row: number): string =>
  `thumb://${place(key)}?size=full&v=${versionOf(listing, row)}`;

/** A video that the window cannot play itself, made playable from a time (seconds) on. */
export const playUrl = (original: string, at: number): string =>
  `${original.replace(/^media:/, 'play:')}&at=${at}`;

/** The video inside a Motion Photo. */
export const motionUrl = (original: string): string => `${original}&part=motion`;
