// Renderer: all, photos or videos, each with how many there are.

import { ToggleGroup } from '@base-ui/react/toggle-group';
import { Toggle } from '@base-ui/react/toggle';
import { Image, Images, Video, type LucideIcon } from 'lucide-react';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import type { Filter } from '../../state/criteria.js';
import { formatNumber } from '../../format.js';
import { texts } from '../../texts.js';
import styles from './Toolbar.module.css';

const FILTERS: readonly { readonly value: Filter; readonly Icon: LucideIcon }[] = [
  { value: 'all', Icon: Images },
  { value: 'photo', Icon: Image },
  { value: 'video', Icon: Video },
];

export function KindFilter() {
  const { commands, view, items } = useApp();
  const filter = useSelected(view, (now) => now.criteria.kind);
  const { photos, videos } = useSelected(items, (now) => now.counts);
  const counts: Record<Filter, number> = { all: photos + videos, photo: photos, video: videos };
  return (
    <ToggleGroup
      className={`${styles.segments} ${styles.kinds}`}
      aria-label={texts.show}
      value={[filter]}
      onValueChange={([next]) => next !== undefined && commands.run(`show-${next}`)}
    >
      {FILTERS.map(({ value, Icon }) => (
        <Toggle
          key={value}
          value={value}
          className={styles.segment}
          title={texts.filterCount(value, counts[value])}
          aria-label={`${texts.filter(value)}, ${texts.filterCount(value, counts[value])}`}
          data-testid={`filter-${value}`}
        >
          {/* A space, so that what is read is what is said of the button. */}
          <Icon className={styles.segmentIcon} size={16} strokeWidth={1.5} aria-hidden />
          <span className={styles.segmentWord}>{texts.filter(value)}</span>{' '}
          <span className={styles.segmentCount}>{formatNumber(counts[value])}</span>
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
