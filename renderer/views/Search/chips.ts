// Renderer: the criteria that are set, as a person reads them, each with what takes it away. Pure.

import { MAX_RATING } from '../../../electron/shared/marks.js';
import { NO_CRITERIA, type Criteria } from '../../state/criteria.js';
import { texts } from '../../texts.js';

/** A rating that files have at least. */
export const ratingText = (stars: number): string =>
  stars === MAX_RATING ? texts.rateWith(stars) : texts.starsAtLeast(stars);

export interface Chip {
  readonly name: Exclude<keyof Criteria, 'kind' | 'search'>;
  readonly text: string;
  /** The criteria without it. */
  readonly without: Partial<Criteria>;
}

/** All but the kind and the text that is looked for, which have places of their own. */
export function chipsOf({ favourites, rating, tag, camera, year, located }: Criteria): readonly Chip[] {
  const chip = (name: Chip['name'], text: string): Chip => {
    return { name, text, without: { [name]: NO_CRITERIA[name] } };
  };
  return [
    favourites ? chip('favourites', texts.facetFavourites) : null,
    rating > 0 ? chip('rating', ratingText(rating)) : null,
    tag !== null ? chip('tag', tag) : null,
    year !== null ? chip('year', String(year)) : null,
    camera !== null ? chip('camera', camera) : null,
    located ? chip('located', texts.facetLocated) : null,
  ].filter((one) => one !== null);
}
