// Shared by main and the window: a listing on its way between them. In one piece, 100,000 files held main's loop for
// 10-45 ms while they were copied into the message; in portions of 10,000 for 1 ms each, in the same time in all.

import { AppError } from './result.js';
import type { ListingColumns, Rows } from './listing.js';

const PORTION = 10_000;

/**
 * Some rows of a listing; the folders come with the first ones. The texts of names are cut anywhere, because looking for
 * the end of each name would take longer than all the rest: only all of them together make sense.
 */
export interface Portion extends ListingColumns {
  /** Rows of the whole listing. */
  readonly total: number;
  /** Of them that are neither in this portion nor in one before it. */
  readonly left: number;
}

/** The same on its way. */
export interface ListingPortion extends Portion {
  /** What to ask the next portion with, while rows are left. */
  readonly delivery: number;
}

const NUMERIC = [
  ...(['id', 'folder', 'kind', 'size', 'modified'] as const),
  ...(['width', 'height', 'duration', 'taken', 'takenSource', 'added'] as const),
] as const satisfies readonly (keyof Rows)[];
type Numeric = Pick<Rows, (typeof NUMERIC)[number]>;

/** Columns of numbers by their names. */
export function numericOf<T extends ArrayBufferView>(make: (name: keyof Numeric) => T): Numeric {
  return Object.fromEntries(NUMERIC.map((name) => [name, make(name)])) as unknown as Numeric;
}

/** Cuts a listing into portions of at most `most` rows; a listing without rows is one portion. */
export function* portionsOf(columns: ListingColumns, most = PORTION): Generator<Portion, void> {
  const { version, folders, names, id } = columns;
  const total = id.length;
  if (total <= most) {
    yield { ...columns, total, left: 0 };
    return;
  }
  for (let from = 0; from < total; from += most) {
    const to = Math.min(total, from + most);
    const cut = (row: number) => Math.round((row / total) * names.length);
    yield {
      ...{ version, total, left: total - to },
      ...{ folders: from === 0 ? folders : '', names: names.slice(cut(from), cut(to)) },
      // A view would drag the whole column through a structured clone.
      ...numericOf((name) => columns[name].slice(from, to)),
    };
  }
}

/**
 * The listing of which these are all portions, in their order.
 * @throws AppError 'internal' when rows are missing
 */
export function joinPortions(portions: readonly Portion[]): ListingColumns {
  const [first] = portions;
  const rows = portions.reduce((sum, { id }) => sum + id.length, 0);
  if (first?.total !== rows) {
    const message = 'This list of files did not come whole. Check its folder for changes.';
    throw new AppError('internal', message);
  }
  if (portions.length === 1) return first;
  const { version, folders } = first;
  const whole = numericOf((name) => new (first[name].constructor as Uint8ArrayConstructor)(rows));
  let at = 0;
  for (const portion of portions) {
    for (const name of NUMERIC) whole[name].set(portion[name], at);
    at += portion.id.length;
  }
  return { version, folders, names: portions.map(({ names }) => names).join(''), ...whole };
}
