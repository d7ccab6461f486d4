// Renderer: the ways from the home screen into the library.

import { useApp } from '../../state/app.js';
import { formatNumber } from '../../format.js';
import { RECENT_DAYS } from '../../state/place-counts.js';
import { texts } from '../../texts.js';
import { placeFor, type Way } from '../Places/placeFor.js';
import { PLACE_ICONS } from '../Places/placeIcons.js';
import { usePlaceCounts } from '../Places/usePlaceCounts.js';
import styles from './Home.module.css';

const WAYS: readonly Way[] = [
  ...(['all', 'browse', 'newest', 'shuffle', 'favourites'] as const),
  ...(['videos', 'recent', 'duplicates', 'day'] as const),
];

export function Ways({ onThisDay }: { readonly onThisDay: number }) {
  const { view, roots } = useApp();
  const counts: Partial<Record<Way, number>> = { ...usePlaceCounts(), day: onThisDay };
  return (
    <nav className={styles.ways} aria-label={texts.waysIn}>
      {WAYS.map((way) => {
        const Icon = PLACE_ICONS[way];
        const count = counts[way];
        return (
          <button
            key={way}
            type="button"
            className={styles.way}
            onClick={() => view.open(placeFor(way, roots.get()))}
            data-testid={`way-${way}`}
          >
            <Icon size={20} strokeWidth={1.5} aria-hidden />
            <span className={styles.wayName}>{texts.placeName(way)}</span>
            {count !== undefined && count > 0 && (
              <span
                className={styles.wayCount}
                title={way === 'recent' ? texts.recentCount({ count, days: String(RECENT_DAYS) }) : undefined}
              >
                {formatNumber(count)}
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
