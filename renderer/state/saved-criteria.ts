// Renderer: the criteria that are there again after a restart: all filters, but not what was looked for.

import { NO_CRITERIA, type Criteria } from './criteria.js';

/** What of the criteria is worth keeping, always in the same order. */
export function keptCriteria(criteria: Criteria): Omit<Criteria, 'search'> {
  const { kind, favourites, rating, tag, camera, year, located } = criteria;
  return { kind, favourites, rating, tag, camera, year, located };
}

/** The criteria that were kept; whatever of them does not make sense (any more) asks for nothing. */
export function restoredCriteria(saved: unknown): Criteria {
  const { kind, favourites, rating, tag, camera, year, located } = (saved ?? {}) as Record<string, unknown>;
  return {
    ...NO_CRITERIA,
    kind: kind === 'photo' || kind === 'video' ? kind : 'all',
    favourites: favourites === true,
    rating: Number.isInteger(rating) ? Math.min(5, Math.max(0, rating as number)) : 0,
    tag: typeof tag === 'string' ? tag : null,
    camera: typeof camera === 'string' ? camera : null,
    year: Number.isInteger(year) ? (year as number) : null,
    located: located === true,
  };
}
