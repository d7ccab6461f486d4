// Renderer: what one can filter by, each choice with how many files it would show. Choices that would show none are left
// out, but never one that is set.

import { useEffect, useRef } from 'react';
import { Heart, MapPin } from 'lucide-react';
import { Toggle } from '@base-ui/react/toggle';
import { formatNumber } from '../../format.js';
import { Loading } from '../../components/Loading.js';
import { useApp } from '../../state/app.js';
import type { Criteria } from '../../state/criteria.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { Choices } from './Choices.js';
import { camerasOf, ratingsOf, tagsOf, yearsOf } from './facet-choices.js';
import { useFacetCounts } from './useFacetCounts.js';
import styles from './Search.module.css';

export function FacetList() {
  const { view } = useApp();
  const criteria = useSelected(view, (now) => now.criteria);
  // There all are.
  const inFavourites = useSelected(view, (now) => now.place.kind === 'favourites');
  const counts = useFacetCounts();
  const facets = useRef<HTMLDivElement>(null);
  const known = counts !== null;
  useEffect(() => {
    // The list itself was focused while there was nothing in it.
    const first = facets.current?.querySelector('button');
    if (known && document.activeElement?.contains(first ?? null)) first?.focus();
  }, [known]);
  const narrow = (part: Partial<Criteria>) => view.narrow(part);
  // The numbers come in a few hundredths of a second; what stands there sooner would move.
  if (counts === null) {
    return (
      <div className={styles.waiting} aria-busy>
        <Loading />
      </div>
    );
  }
  return (
    <div ref={facets} className={styles.facets}>
      <div className={styles.toggles}>
        {!inFavourites && (
          <Toggle
            className={styles.toggle}
            pressed={criteria.favourites}
            onPressedChange={(favourites) => narrow({ favourites })}
            data-testid="facet-favourites"
          >
            <Heart size={16} strokeWidth={1.5} aria-hidden />
            <span>{texts.facetFavourites}</span>
            <span className={styles.number}>{formatNumber(counts.favourites)}</span>
          </Toggle>
        )}
        <Toggle
          className={styles.toggle}
          pressed={criteria.located}
          onPressedChange={(located) => narrow({ located })}
          data-testid="facet-located"
        >
          <MapPin size={16} strokeWidth={1.5} aria-hidden />
          <span>{texts.facetLocated}</span>
          <span className={styles.number}>{formatNumber(counts.located)}</span>
        </Toggle>
      </div>
      <Choices
        name="rating"
        label={texts.facetRating}
        choices={ratingsOf(counts, criteria.rating)}
        value={criteria.rating === 0 ? null : criteria.rating}
        onChange={(rating) => narrow({ rating: rating ?? 0 })}
        inRow
      />
      <Choices
        name="year"
        label={texts.facetYear}
        choices={yearsOf(counts, criteria.year)}
        value={criteria.year}
        onChange={(year) => narrow({ year })}
        inRow
      />
      <Choices
        name="camera"
        label={texts.facetCamera}
        choices={camerasOf(counts, criteria.camera)}
        value={criteria.camera}
        onChange={(camera) => narrow({ camera })}
      />
      <Choices
        name="tag"
        label={texts.facetTag}
        choices={tagsOf(counts, criteria.tag)}
        value={criteria.tag}
        onChange={(tag) => narrow({ tag })}
      />
    </div>
  );
}
