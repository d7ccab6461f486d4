// Shared by every process: facts of files as columns, and entering them into a listing.

import type { Facts, Rows } from './listing.js';
import { MAX_PIXELS } from './listing-rows.js';

/** Facts of one file as a plain item; what is absent (or 0) is unknown. */
export interface FactItem {
  readonly id: number;
  /** Pixels as shown. */
  readonly width?: number;
  readonly height?: number;
  /** Seconds. */
  readonly duration?: number;
  /** Wall clock time and the code of where it comes from, as in the listing. */
  readonly taken?: number;
  readonly takenSource?: number;
}

/** Columns of `items`, in their order. */
export const encodeFacts = (items: readonly FactItem[]): Facts => ({
  id: Uint32Array.from(items, ({ id }) => id),
  width: Uint16Array.from(items, ({ width }) => Math.min(MAX_PIXELS, width ?? 0)),
  height: Uint16Array.from(items, ({ height }) => Math.min(MAX_PIXELS, height ?? 0)),
  duration: Float32Array.from(items, ({ duration }) => duration ?? 0),
  taken: Float64Array.from(items, ({ taken }) => taken ?? 0),
  takenSource: Uint8Array.from(items, ({ takenSource }) => takenSource ?? 0),
});

/** Enters what is known of entry `i` into a row; whether that changed anything. */
export function enterFacts(columns: Omit<Facts, 'id'>, row: number, facts: Facts, i: number): boolean {
  let changed = false;
  const enter = (name: keyof Omit<Facts, 'id'>) => {
    const value = facts[name][i]!;
    changed ||= columns[name][row] !== value;
    columns[name][row] = value;
  };
  if (facts.width[i] !== 0) {
    enter('width');
    enter('height');
  }
  if (facts.duration[i] !== 0) enter('duration');
  if (facts.takenSource[i] !== 0) {
    enter('taken');
    enter('takenSource');
  }
  return changed;
}

/** Enters facts into rows that are on their way to somebody who does not know these files yet. */
export function addFacts(rows: Rows, facts: Facts): void {
  const rowOf = new Map(Array.from(rows.id, (id, row) => [id, row]));
  facts.id.forEach((id, i) => {
    const row = rowOf.get(id);
    if (row !== undefined) enterFacts(rows, row, facts, i);
  });
}
