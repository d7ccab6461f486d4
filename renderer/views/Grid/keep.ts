// Renderer: which rows of the grid stay as they are when something changes, and what stays in place.

import type { ItemKey } from '../../state/keys.js';
import type { Aspects } from './aspects.js';
import { rowFrom, rowOfFile, type Kept, type Layout } from './layout.js';
import type { RowRange } from './window.js';

/** All rows that have been on screen: kept when facts of the same files arrive. */
export function shownRows(layout: Layout): Kept[] {
  const kept: Kept[] = [];
  for (let row = 0; row < layout.rows; row++) {
    if (layout.shown[row] === 1) kept.push({ row, at: layout.start[row]! });
  }
  return kept;
}

/** Those of the given rows whose files still follow each other in `next`: kept when files come and go. */
export function survivingRows(
  layout: Layout,
  keys: Float64Array,
  next: Float64Array,
  from: number,
  to: number,
): Kept[] {
  const wanted = new Map<ItemKey, number>();
  for (let row = Math.max(0, from); row < Math.min(layout.rows, to); row++) {
    if (layout.shown[row] === 1) wanted.set(keys[layout.start[row]!]!, row);
  }
  const kept: Kept[] = [];
  let after = -1;
  for (let at = 0; at < next.length && wanted.size > 0; at++) {
    const row = wanted.get(next[at]!);
    if (row === undefined) continue;
    wanted.delete(next[at]!);
    const first = layout.start[row]!;
    const count = layout.start[row + 1]! - first;
    let same = row > after && at + count <= next.length;
    for (let i = 1; same && i < count; i++) same = keys[first + i] === next[at + i];
    if (!same) continue;
    kept.push({ row, at });
    after = row;
  }
  return kept;
}

/** Whether one of the given rows would get another box by the proportions of their files now: one not shown yet. */
export function isOutdated(layout: Layout, { from, to }: RowRange, { value }: Aspects): boolean {
  const first = layout.start[from]!;
  for (let row = from; row < to; row++) {
    if (layout.shown[row] === 1) continue;
    for (let file = layout.start[row]!; file < layout.start[row + 1]!; file++) {
      if (value[file - first] !== layout.aspect[file]) return true;
    }
  }
  return false;
}

/** A file and where it is on screen. */
export interface Anchor {
  readonly key: ItemKey;
  /** Files after it on screen, in case it goes. */
  readonly next: readonly ItemKey[];
  /** Distance of its row's top from the top of the view, CSS pixels. */
  readonly offset: number;
  /** How far down its row the point lies that stays in place, 0 to 1. */
  readonly within: number;
}

/** The file at a height `y` below the top of the view; null when there is none. */
export function anchorAt(layout: Layout, keys: Float64Array, scrollTop: number, y: number): Anchor | null {
  if (layout.rows === 0) return null;
  const row = rowFrom(layout, scrollTop + y);
  const first = layout.start[row]!;
  const key = keys[first];
  if (key === undefined) return null;
  const top = layout.top[row]!;
  const within = Math.min(1, Math.max(0, (scrollTop + y - top) / layout.height[row]!));
  return { key, next: [...keys.subarray(first + 1, first + 60)], offset: top - scrollTop, within };
}

/** Where to scroll so that the anchor is where it was; null when none of its files is left. */
export function scrollFor(
  anchor: Anchor,
  layout: Layout,
  keys: Float64Array,
  oldHeight: number,
): number | null {
  for (const key of [anchor.key, ...anchor.next]) {
    const file = keys.indexOf(key);
    if (file < 0) continue;
    const row = rowOfFile(layout, file);
    // With another row height the same point of the picture stays, not the row's top.
    const shift = anchor.within * (Math.round(layout.height[row]!) - oldHeight);
    return layout.top[row]! - anchor.offset + (key === anchor.key ? shift : 0);
  }
  return null;
}
