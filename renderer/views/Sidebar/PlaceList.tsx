// Renderer: the places of the window that are no folders, each with its icon and, where that says something, its count.

import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { formatNumber } from '../../format.js';
import { shortcut, type CommandId } from '../../commands/table.js';
import { RECENT_DAYS } from '../../state/place-counts.js';
import { texts } from '../../texts.js';
import { placeFor, type Way } from '../Places/placeFor.js';
import { PLACE_ICONS } from '../Places/placeIcons.js';
import { usePlaceCounts } from '../Places/usePlaceCounts.js';
import styles from './Sidebar.module.css';

interface Entry {
  readonly way: Way;
  readonly command: CommandId | null;
}

const ENTRIES: readonly Entry[] = [
  { way: 'home', command: 'home' },
  { way: 'all', command: 'all' },
  { way: 'browse', command: 'browse' },
  { way: 'favourites', command: 'favourites' },
  { way: 'videos', command: 'videos' },
  { way: 'shuffle', command: 'shuffle' },
  { way: 'newest', command: 'newest' },
  { way: 'recent', command: 'recent' },
  { way: 'duplicates', command: 'duplicates' },
];

interface PlaceListProps {
  /** Only icons. */
  readonly folded: boolean;
  readonly onOpen: () => void;
}

export function PlaceList({ folded, onOpen }: PlaceListProps) {
  const { view, roots } = useApp();
  const here = useSelected(view, ({ place }) => place.kind);
  const counts = usePlaceCounts();
  return (
    <ul className={styles.places}>
      {ENTRIES.map(({ way, command }) => {
        const Icon = PLACE_ICONS[way];
        const count = counts[way];
        const keys = command === null ? undefined : shortcut(command);
        const common = {
          'aria-current': here === way ? ('page' as const) : undefined,
          'data-testid': `place-${way}`,
          onClick: () => {
            view.open(placeFor(way, roots.get()));
            onOpen();
          },
        };
        const icon = <Icon size={16} strokeWidth={1.5} aria-hidden />;
        return (
          <li key={way}>
            {folded ? (
              <IconButton
                {...common}
                label={texts.placeName(way)}
                shortcut={keys}
                tooltipSide="right"
                className={styles.foldedPlace}
              >
                {icon}
              </IconButton>
            ) : (
              <button {...common} type="button" className={styles.all} title={keys}>
                {icon}
                <span className={styles.name}>{texts.placeName(way)}</span>
                {count !== undefined && (count > 0 || way === 'all' || way === 'videos') && (
                  <span
                    className={styles.count}
                    title={
                      way === 'recent' ? texts.recentCount({ count, days: String(RECENT_DAYS) }) : undefined
                    }
                  >
                    {formatNumber(count)}
                  </span>
                )}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
