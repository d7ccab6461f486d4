// Renderer: which pictures the living mosaic shows, and which of them change. Pure; randomness comes from outside.

import type { ItemKey } from '../../state/keys.js';

/** Answers from 0 to less than 1. */
export type Random = () => number;

/** At most so many cells change at a time. */
const MOST_CHANGES = 5;
/** Tries to find a picture that is not shown yet, before one may come twice. */
const TRIES = 24;

/** Sides of a cell, CSS pixels. */
const SMALLEST = 96;
const NICE = 132;
/** How little it matters that they are others. */
const LENIENCE = 0.12;
/** The page stays light. */
const MOST_CELLS = 120;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** Whether a file can be in the mosaic: it is there, and has a picture as far as is known. */
export type IsGood = (item: ItemKey) => boolean;

function pick(
  items: Float64Array,
  taken: ReadonlySet<ItemKey>,
  isGood: IsGood,
  random: Random,
): ItemKey | null {
  let any: ItemKey | null = null;
  for (let i = 0; i < TRIES; i++) {
    const item = items[below(random, items.length)];
    if (item === undefined || !isGood(item)) continue;
    if (!taken.has(item)) return item;
    any ??= item;
  }
  return any;
}

/** `count` cells: those of `cells` that are still good stay where they are, others get a picture of `items`. */
export function fill(
  cells: readonly ItemKey[],
  count: number,
  items: Float64Array,
  isGood: IsGood,
  random: Random,
): readonly ItemKey[] {
  const stays = (item: ItemKey | undefined): item is ItemKey => item !== undefined && isGood(item);
  const shown = new Set(cells.slice(0, count).filter(stays));
  const next: ItemKey[] = [];
  for (let cell = 0; cell < count; cell++) {
    const before = cells[cell];
    const item = stays(before) ? before : pick(items, shown, isGood, random);
    if (item === null) break;
    shown.add(item);
    next.push(item);
  }
  return next.length === cells.length && next.every((item, cell) => item === cells[cell]) ? cells : next;
}

const NONE: ReadonlySet<number> = new Set();

/** The cells after one to five of them have changed, of those that are not `held`; a small library changes what it can. */
export function change(
  cells: readonly ItemKey[],
  items: Float64Array,
  isGood: IsGood,
  random: Random,
  held: ReadonlySet<number> = NONE,
): readonly ItemKey[] {
  const free = [...cells.keys()].filter((cell) => !held.has(cell));
  if (free.length === 0) return cells;
  const next = [...cells];
  const changed = new Set<number>();
  const changes = Math.min(free.length, 1 + below(random, MOST_CHANGES));
  for (let i = 0; i < changes; i++) {
    const cell = free[below(random, free.length)]!;
    if (changed.has(cell)) continue;
    changed.add(cell);
    const item = pick(items, new Set([...next, ...cells]), isGood, random);
    if (item !== null && !next.includes(item)) next[cell] = item;
  }
  // All there is, is shown: two pictures change places.
  if (free.length > 1 && next.every((item, cell) => item === cells[cell])) {
    const first = below(random, free.length);
    const one = free[first]!;
    const other = free[(first + 1 + below(random, free.length - 1)) % free.length]!;
    [next[one], next[other]] = [next[other]!, next[one]!];
  }
  return next;
}

/** Columns and rows of nearly square cells that fill a room, CSS pixels. */
export function tiling(width: number, height: number): { readonly columns: number; readonly rows: number } {
  if (width <= 0 || height <= 0) return { columns: 0, rows: 0 };
  let best = { columns: 1, rows: 1, error: Infinity };
  const most = Math.max(2, Math.round(width / SMALLEST));
  for (let columns = 2; columns <= most; columns++) {
    const side = width / columns;
    const rows = Math.max(1, Math.round(height / side));
    // Square above all, then about as large as is nice: on very large screens larger rather than too many.
    const oblong = Math.abs(Math.log(height / rows / side));
    const error = oblong + LENIENCE * Math.abs(Math.log(side / NICE));
    if (error < best.error && columns * rows <= MOST_CELLS) best = { columns, rows, error };
  }
  return { columns: best.columns, rows: best.rows };
}
