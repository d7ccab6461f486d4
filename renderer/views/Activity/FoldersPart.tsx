// Renderer: how each folder is watched, and the index that is kept of all.

import type { ActivitySnapshot } from '../../../electron/shared/activity.js';
import { displayPath } from '../../../electron/shared/paths.js';
import { formatBytes, formatNumber, formatShortDate } from '../../format.js';
import { said, texts } from '../../texts.js';
import { Heading, Numbers } from './Parts.js';
import styles from './Activity.module.css';

const timeOf = (time: number) => (time === 0 ? texts.never : formatShortDate(time));

export function FoldersPart({
  snapshot: { roots, watchers, index },
}: {
  readonly snapshot: ActivitySnapshot;
}) {
  return (
    <>
      {roots.map(({ id, path, state, files, unread, checkedAt }) => {
        const watch = watchers.find(({ root }) => root === id);
        const backend = watch?.backend ?? 'none';
        return (
          <section key={id} className={styles.root} data-testid="activity-root" data-backend={backend}>
            <Heading>{displayPath(path)}</Heading>
            {watch?.degraded && <p className={styles.warning}>{said(watch.degraded)}</p>}
            <Numbers
              of={[
                [texts.state, texts.rootStates[state], 'state'],
                [texts.watched, texts.watchBackends[backend], 'watched'],
                [texts.foldersIn, formatNumber(watch?.folders ?? 0), 'folders'],
                [texts.filesIn, formatNumber(files), 'files'],
                [texts.filesUnread, formatNumber(unread), 'unread'],
                [texts.changes, formatNumber(watch?.events ?? 0), 'changes'],
                [texts.lastChange, timeOf(watch?.lastEvent ?? 0), 'last-change'],
                [texts.lastChecked, timeOf(checkedAt), 'checked'],
              ]}
            />
          </section>
        );
      })}
      <Heading>{texts.indexTitle}</Heading>
      {index === null ? (
        <p className={styles.note}>{texts.indexDown}</p>
      ) : (
        <>
          {index.inMemory && <p className={styles.warning}>{texts.indexInMemory}</p>}
          <Numbers
            of={[
              [texts.indexFiles, formatNumber(index.files), 'index-files'],
              [texts.indexErrors, formatNumber(index.errors), 'index-errors'],
              [texts.indexSnapshots, formatNumber(index.snapshots), 'index-snapshots'],
              [texts.indexSize, formatBytes(index.bytes), 'index-size'],
              [texts.indexFailedWrites, formatNumber(index.failedWrites), 'index-failed'],
            ]}
          />
        </>
      )}
    </>
  );
}
