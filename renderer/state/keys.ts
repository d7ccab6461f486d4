// Renderer: one number that names a file of any root, so that lists of files are plain typed arrays.

import type { FileId, RootId } from '../../electron/shared/contract.js';

/** Root and file id in one number; ids are 32 bit, and a double holds 53. */
export type ItemKey = number;

const IDS = 2 ** 32;

export const keyOf = (root: RootId, id: FileId): ItemKey => root * IDS + id;
export const rootOfKey = (key: ItemKey): RootId => Math.floor(key / IDS);
/** Cuts off all but the lowest 32 bits: a remainder of doubles takes ten times as long. */
export const idOfKey = (key: ItemKey): FileId => key >>> 0;
