// Renderer: from a layout to the tiles that are drawn.

import type { Listing } from '../../../electron/shared/listing-table.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import { displayPath } from '../../../electron/shared/paths.js';
import { boxesOf, rowOfFile, type Layout } from './layout.js';
import type { TileProps } from './Tile.js';
import { PAD } from './useWindow.js';
import type { RowRange } from './window.js';

export type PlacedTile = Omit<TileProps, 'total' | 'active' | 'load' | 'onPress' | 'onDrag' | 'onActive'>;

/** The tiles of a range of rows, and of the row that holds the focus, which must not leave the page. */
export function placeTiles(
  layout: Layout,
  keys: Float64Array,
  range: RowRange,
  focus: ItemKey | null,
  listingOf: (root: number) => Listing | undefined,
): PlacedTile[] {
  const tiles: PlacedTile[] = [];
  const to = Math.min(range.to, layout.rows);
  const focusFile = focus === null ? -1 : keys.indexOf(focus);
  const focusRow = focusFile < 0 || focusFile >= layout.aspect.length ? -1 : rowOfFile(layout, focusFile);
  const add = (row: number) => {
    const top = layout.top[row]! + PAD;
    const height = Math.round(layout.height[row]!);
    boxesOf(layout, row).forEach((box, column) => {
      const file = layout.start[row]! + column;
      const item = keys[file];
      if (item === undefined) return;
      const listing = listingOf(rootOfKey(item));
      const at = listing?.rowOf(idOfKey(item)) ?? -1;
      if (listing === undefined || at < 0) return;
      tiles.push({
        item,
        name: displayPath(listing.nameAt(at)),
        path: displayPath(listing.pathAt(at)),
        kind: listing.kindAt(at),
        duration: listing.durationAt(at),
        left: box.left + PAD,
        top,
        width: box.width,
        height,
        guessed: layout.guessed[file] === 1,
        position: file + 1,
      });
    });
  };
  if (focusRow >= 0 && focusRow < range.from) add(focusRow);
  for (let row = range.from; row < to; row++) add(row);
  if (focusRow >= to) add(focusRow);
  return tiles;
}
