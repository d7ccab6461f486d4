// Renderer: above the files that are alike: how many there are, and how far comparing is.

import { useApp } from '../../state/app.js';
import { useSelected, useStore } from '../../state/store.js';
import { formatBytes, formatNumber } from '../../format.js';
import { texts } from '../../texts.js';
import styles from './Duplicates.module.css';

export function DuplicatesNote() {
  const { duplicates, thumbnailStatus } = useApp();
  const { candidates, compared, unreadable, groups, spare, known } = useStore(duplicates);
  const off = useSelected(thumbnailStatus, ({ workers }) => workers === 0);
  if (!known) return <p className={styles.note}>{texts.comparing}</p>;
  const left = candidates - compared - unreadable;
  const parts = [
    groups > 0 ? texts.duplicateGroups({ count: groups, size: formatBytes(spare) }) : '',
    left > 0
      ? texts.compared({ compared: formatNumber(compared), candidates: formatNumber(candidates) })
      : '',
    left > 0 && off ? texts.comparingOff : '',
    unreadable > 0 ? texts.notCompared(unreadable) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return (
    <div className={styles.note} data-testid="duplicates-note" data-left={left} data-groups={groups}>
      <p>{parts.join(' ')}</p>
      {left > 0 && !off && (
        <progress className={styles.progress} max={candidates} value={compared + unreadable} aria-hidden />
      )}
    </div>
  );
}
