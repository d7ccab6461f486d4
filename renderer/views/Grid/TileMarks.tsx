// Renderer: what a person said about a file, on its tile: shown when set, and offered while the pointer is there.

import { useCallback, useSyncExternalStore } from 'react';
import { Check, Heart, Star } from 'lucide-react';
import { FAVOURITE_FLAG, RATING_MASK } from '../../../electron/shared/marks.js';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import styles from './TileMarks.module.css';

/** Whether a file is selected. */
export function useIsSelected(item: ItemKey): boolean {
  const { selection } = useApp();
  return useSyncExternalStore(selection.subscribe, () => selection.has(item));
}

/** {@link MarkColumns.flags} of a file. */
export function useMarkFlags(item: ItemKey): number {
  const { marks } = useApp();
  const subscribe = useCallback((listener: () => void) => marks.subscribe(listener), [marks]);
  return useSyncExternalStore(subscribe, () => marks.stamp(item));
}

interface TileMarksProps {
  readonly flags: number;
  readonly selected: boolean;
  /** Whether there is room for more than a sign. */
  readonly roomy: boolean;
  /** Whether it can be selected by its sign while others are. */
  readonly large: boolean;
  /** Whether marks can be given here now; else only those are in the page that are set. */
  readonly offered: boolean;
}

/** Keys do the same, and screen readers hear it in the tile's name, so that the signs are for the pointer alone. */
export function TileMarks({ flags, selected, roomy, large, offered }: TileMarksProps) {
  const { selection } = useApp();
  const selecting = useSelected(selection.count, (count) => large && count > 0);
  const rating = flags & RATING_MASK;
  const favourite = (flags & FAVOURITE_FLAG) !== 0;
  return (
    <>
      {(offered || selected || selecting) && (
        <span
          className={styles.check}
          data-set={selected}
          data-tile-action="select"
          title={texts.selectFile}
          aria-hidden
        >
          <Check size={16} strokeWidth={2} />
        </span>
      )}
      {(offered || favourite) && (
        <span
          className={styles.heart}
          data-set={favourite}
          data-tile-action="favourite"
          title={favourite ? texts.unfavourite : texts.commands.favourite}
          aria-hidden
        >
          <Heart size={16} strokeWidth={1.5} fill={favourite ? 'currentColor' : 'none'} />
        </span>
      )}
      <RatingMark rating={rating} roomy={roomy} />
    </>
  );
}

interface RatingMarkProps {
  /** 0: none. */
  readonly rating: number;
  readonly roomy: boolean;
}

function RatingMark({ rating, roomy }: RatingMarkProps) {
  if (rating === 0) return null;
  return (
    <span className={styles.stars} aria-hidden data-testid="tile-rating">
      {roomy ? (
        Array.from({ length: rating }, (_, star) => (
          <Star key={star} size={10} fill="currentColor" strokeWidth={0} />
        ))
      ) : (
        <>
          {rating}
          <Star size={10} fill="currentColor" strokeWidth={0} />
        </>
      )}
    </span>
  );
}

/** The same for a picture that is no tile: what is set, and nothing to press. */
export function SetMarks({ flags }: { readonly flags: number }) {
  return (
    <>
      {(flags & FAVOURITE_FLAG) !== 0 && (
        <span className={styles.heart} data-set aria-hidden>
          <Heart size={16} strokeWidth={1.5} fill="currentColor" />
        </span>
      )}
      <RatingMark rating={flags & RATING_MASK} roomy />
    </>
  );
}
