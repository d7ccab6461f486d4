// Renderer: every fact known of the file, beside the picture, never over it.

import { useState } from 'react';
import { ExternalLink, FolderOpen } from 'lucide-react';
import type { FileDetails } from '../../../electron/shared/details.js';
import { Button } from '../../components/Button.js';
import { Pending } from '../../components/Pending.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import { detailFacts, factsOf, type Fact } from './detailFacts.js';
import { HistogramView } from './HistogramView.js';
import { PlaceMap } from './PlaceMap.js';
import { MarksPanel } from './Marks.js';
import type { Subject } from './subject.js';
import { useDetails } from './useDetails.js';
import styles from './InfoPanel.module.css';

interface Room {
  readonly facts: readonly Fact[0][];
  readonly map: boolean;
}

/** What was told of the file before: the next one of a series has mostly the same, and what is being read stays where it is. */
function useRoom(details: FileDetails | null): Room {
  const [last, setLast] = useState<FileDetails | null>(details);
  if (details !== null && details !== last) setLast(details);
  if (last === null) return { facts: [], map: false };
  const facts = detailFacts(last).filter(([, value]) => value !== '');
  return { facts: facts.map(([fact]) => fact), map: last.latitude !== null && last.longitude !== null };
}

export function InfoPanel({ subject }: { readonly subject: Subject }) {
  const actions = useActions();
  const { item, kind } = subject;
  const { asked, again } = useDetails(subject);
  const details = asked.value;
  const waiting = details === null && asked.problem === null;
  const room = useRoom(details);
  const facts = factsOf(subject, details, waiting ? room.facts : []);
  return (
    <aside className={styles.info} aria-label={texts.info} data-testid="viewer-info">
      <div className={styles.known} aria-busy={waiting}>
        <h2 className={styles.infoTitle}>{texts.info}</h2>
        <MarksPanel item={item} />
        {kind === 'photo' && !subject.failed && <HistogramView url={subject.thumbnail} />}
        <dl className={styles.facts}>
          {facts.map(([fact, value]) => (
            <div key={fact} data-fact={fact}>
              <dt>{texts.facts[fact]}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {waiting && room.map && <div className={styles.mapRoom} />}
        {details?.latitude != null && details.longitude !== null && (
          <PlaceMap latitude={details.latitude} longitude={details.longitude} />
        )}
      </div>
      {/* Below what scrolls: seen wherever one is in it, and the buttons stay under the pointer whatever else becomes known. */}
      <div className={styles.infoActions}>
        {details === null && (
          <Pending className={styles.pending} asked={asked} failed={texts.notRead.details} onAgain={again} />
        )}
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
