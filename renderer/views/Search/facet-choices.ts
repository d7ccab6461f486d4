// Renderer: the choices of each filter in their order. Pure.

import type { FacetCounts } from '../../state/facet-counts.js';
import { ratingText } from './chips.js';

export interface Choice<T extends string | number> {
  readonly value: T;
  readonly text: string;
  /** For who cannot see it; null where the text says enough. */
  readonly label: string | null;
  readonly count: number;
}

const STARS = [5, 4, 3, 2, 1] as const;

/** Stars at least, from many to few. */
export const ratingsOf = ({ ratings }: FacetCounts, set: number): readonly Choice<number>[] =>
  STARS.filter((stars) => ratings[stars]! > 0 || stars === set).map((stars) => {
    return {
      value: stars,
      text: '★'.repeat(stars),
      label: ratingText(stars),
      count: ratings[stars]!,
    };
  });

/** From now back. */
export const yearsOf = ({ years }: FacetCounts, set: number | null): readonly Choice<number>[] =>
  listOf(years, set, (a, b) => b.value - a.value);

/** Most used first. */
export const camerasOf = ({ cameras }: FacetCounts, set: string | null): readonly Choice<string>[] =>
  listOf(cameras, set, mostUsed);

export const tagsOf = ({ tags }: FacetCounts, set: string | null): readonly Choice<string>[] =>
  listOf(tags, set, mostUsed);

const mostUsed = (a: Choice<string>, b: Choice<string>): number =>
  b.count - a.count || (a.value < b.value ? -1 : 1);

function listOf<T extends string | number>(
  counts: ReadonlyMap<T, number>,
  set: T | null,
  compare: (a: Choice<T>, b: Choice<T>) => number,
): readonly Choice<T>[] {
  const all = new Map(counts);
  if (set !== null && !all.has(set)) all.set(set, 0);
  return [...all].map(([value, count]) => ({ value, text: String(value), label: null, count })).sort(compare);
}
