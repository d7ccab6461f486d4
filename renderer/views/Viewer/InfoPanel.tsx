// Renderer: every fact known of the file, beside the picture, never over it.

import { ExternalLink, FolderOpen } from 'lucide-react';
import { Button } from '../../components/Button.js';
import { formatBytes, formatDate, formatDecimal, formatDuration } from '../../format.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import { detailFacts } from './detailFacts.js';
import { HistogramView } from './HistogramView.js';
import { PlaceMap } from './PlaceMap.js';
import { MarksPanel } from './Marks.js';
import type { Subject } from './subject.js';
import { useDetails } from './useDetails.js';
import styles from './InfoPanel.module.css';

const sizeText = (width: number, height: number): string => {
  const megapixels = (width * height) / 1e6;
  const pixels = texts.pixels(width, height);
  return megapixels < 0.1 ? pixels : `${pixels}, ${texts.megapixels(formatDecimal(megapixels))}`;
};

export function InfoPanel({ subject }: { readonly subject: Subject }) {
  const actions = useActions();
  const { name, folder, kind, extension, width, height, size, modified, added, duration, item } = subject;
  const details = useDetails(subject);
  const [taken, ...more] = details ? detailFacts(details) : [];
  const facts: (readonly [keyof typeof texts.facts, string])[] = [
    ['name', name],
    ['folder', folder],
    ['kind', texts.kind(kind, extension)],
    ['dimensions', width > 0 ? sizeText(width, height) : ''],
    ['duration', duration > 0 ? formatDuration(duration) : ''],
    ['size', formatBytes(size)],
    ...(taken ? [taken] : []),
    ['modified', formatDate(modified)],
    ['added', added > 0 ? formatDate(added) : ''],
    ...more,
  ];
  return (
    <aside className={styles.info} aria-label={texts.info} data-testid="viewer-info">
      <h2 className={styles.infoTitle}>{texts.info}</h2>
      <MarksPanel item={item} />
      {kind === 'photo' && !subject.failed && <HistogramView url={subject.thumbnail} />}
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([fact, value]) => (
            <div key={fact} data-fact={fact}>
              <dt>{texts.facts[fact]}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {details?.latitude != null && details.longitude !== null && (
        <PlaceMap latitude={details.latitude} longitude={details.longitude} />
      )}
      <div className={styles.infoActions}>
        <Button className={styles.quiet} onClick={() => actions.showInFolder(item)}>
          <FolderOpen size={16} strokeWidth={1.5} aria-hidden />
          {texts.showInFolder}
        </Button>
        <Button className={styles.quiet} onClick={() => actions.openExternally(item)}>
          <ExternalLink size={16} strokeWidth={1.5} aria-hidden />
          {texts.openExternally}
        </Button>
      </div>
    </aside>
  );
}
