// Renderer: both caches: their numbers, and their entries to be invalidated one by one.

import { useEffect, useState } from 'react';
import { FolderX, X } from 'lucide-react';
import type {
  ActivitySnapshot,
  CacheEntries,
  CacheEntry,
  CacheName,
} from '../../../electron/shared/activity.js';
import { Button, IconButton } from '../../components/Button.js';
import { Loading } from '../../components/Loading.js';
import { formatDecimal, formatNumber } from '../../format.js';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import { Heading, Numbers, Sheet } from './Parts.js';
import styles from './Activity.module.css';

const NAMES: readonly CacheName[] = ['directory', 'metadata'];

interface CachesProps {
  readonly snapshot: ActivitySnapshot;
  readonly refresh: () => void;
}

export function CachesPart({ snapshot, refresh }: CachesProps) {
  const { commands } = useApp();
  const invalidateAll = () => void commands.finish('dropCaches').then(refresh);
  return (
    <>
      {!snapshot.useCache && <p className={styles.warning}>{texts.cacheOff}</p>}
      {NAMES.map((name) => (
        <Cache key={name} name={name} snapshot={snapshot} refresh={refresh} />
      ))}
      <div className={styles.foot}>
        <Button onClick={invalidateAll} data-testid="activity-invalidate-all">
          {texts.cacheDropAll}
        </Button>
      </div>
    </>
  );
}

function Cache({ name, snapshot, refresh }: CachesProps & { readonly name: CacheName }) {
  const { size, maxSize, defaultTtl, hits, misses, expired, evictions } = snapshot.caches[name];
  const looks = hits + misses;
  const rate = looks === 0 ? '–' : texts.percent(formatDecimal((100 * hits) / looks));
  const used = texts.cacheEntriesOf({ size: formatNumber(size), most: formatNumber(maxSize) });
  return (
    <>
      <Heading>{texts.cacheNames[name]}</Heading>
      <Numbers
        of={[
          [texts.cacheEntries, used, `${name}-size`],
          [texts.cacheTtl, texts.seconds(defaultTtl / 1000), `${name}-ttl`],
          [texts.cacheHits, formatNumber(hits), `${name}-hits`],
          [texts.cacheMisses, formatNumber(misses), `${name}-misses`],
          [texts.cacheHitRate, rate, `${name}-rate`],
          [texts.cacheExpired, formatNumber(expired), `${name}-expired`],
          [texts.cacheEvicted, formatNumber(evictions), `${name}-evicted`],
        ]}
      />
      <Entries name={name} at={snapshot.at} refresh={refresh} />
    </>
  );
}

interface EntriesProps {
  readonly name: CacheName;
  /** Asked again whenever this changes. */
  readonly at: number;
  readonly refresh: () => void;
}

function Entries({ name, at, refresh }: EntriesProps) {
  const { gallery, notices } = useApp();
  // Null until main has answered: whether it is empty is not known before.
  const [found, setFound] = useState<CacheEntries | null>(null);
  useEffect(() => {
    let open = true;
    gallery.call('activity.cache', name).then((answer) => open && setFound(answer), notices.report);
    return () => void (open = false);
  }, [gallery, notices, name, at]);
  const drop = ({ key }: CacheEntry) =>
    void notices
      .during(texts.droppingCaches, gallery.call('activity.dropEntry', name, key))
      .then(refresh, notices.report);
  const dropFolder = (root: number, folder: string) =>
    void notices
      .during(texts.droppingCaches, gallery.call('library.invalidate', { root, folder, below: false }))
      .then(refresh, notices.report);
  if (found === null) return <Loading className={styles.note} />;
  const { entries, total } = found;
  if (total === 0) return <p className={styles.note}>{texts.cacheEmpty}</p>;
  return (
    <>
      <Sheet name={texts.cacheNames[name]} heads={[texts.cacheOf, texts.cacheKey, texts.cacheAge, '']}>
        {entries.map((entry) => (
          <tr key={entry.key} data-testid={`activity-entry-${name}`}>
            <td className={styles.wide} title={entry.name}>
              {entry.name}
            </td>
            <td className={styles.code} title={entry.key}>
              {entry.key}
            </td>
            <td>{texts.seconds(Math.round(entry.age / 1000))}</td>
            <td className={styles.buttons}>
              <IconButton label={texts.cacheDrop} onClick={() => drop(entry)}>
                <X size={16} strokeWidth={1.5} aria-hidden />
              </IconButton>
              {entry.root !== null && (
                <IconButton
                  label={texts.cacheDropFolder}
                  onClick={() => dropFolder(entry.root!, entry.folder)}
                >
                  <FolderX size={16} strokeWidth={1.5} aria-hidden />
                </IconButton>
              )}
            </td>
          </tr>
        ))}
      </Sheet>
      {total > entries.length && <p className={styles.note}>{texts.leftAloneMore(total - entries.length)}</p>}
    </>
  );
}
