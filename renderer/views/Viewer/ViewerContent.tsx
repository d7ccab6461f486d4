// Renderer: what stands in the viewer: picture or video, bar, arrows, info.

import { useRef, useState, type RefObject } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { InfoPanel } from './InfoPanel.js';
import { PhotoStage, type PhotoHandle } from './PhotoStage.js';
import type { Pictures } from './pictures.js';
import type { Subject } from './subject.js';
import { TopBar } from './TopBar.js';
import { useIdle } from './useIdle.js';
import { useNeighbours } from './useNeighbours.js';
import { usePopupKeys } from './usePopupKeys.js';
import { VideoStage, type Sound, type VideoHandle } from './VideoStage.js';
import { viewerKeys } from './viewerKeys.js';
import styles from './Viewer.module.css';

interface ViewerContentProps {
  readonly subject: Subject;
  readonly pictures: Pictures;
  readonly popup: RefObject<HTMLElement | null>;
}

export function ViewerContent({ subject, pictures, popup }: ViewerContentProps) {
  const { view, items } = useApp();
  const info = useSelected(view, (now) => now.info);
  const [fit, setFit] = useState(true);
  const photo = useRef<PhotoHandle>(null);
  const video = useRef<VideoHandle>(null);
  const sound = useRef<Sound>({ volume: 1, muted: false });
  const idle = useIdle(popup);
  const neighbours = useNeighbours(subject.item, pictures, true);
  const go = (to: 'previous' | 'next' | 'first' | 'last') => {
    const { keys } = items.get();
    const target = { ...neighbours, first: keys[0], last: keys.at(-1) }[to];
    if (target !== null && target !== undefined) view.change({ item: target });
  };
  const toggleInfo = () => view.change({ info: !info });
  usePopupKeys(popup, viewerKeys({ photo, video, go, toggleInfo }));
  return (
    <div className={styles.layout} data-idle={idle}>
      <div className={styles.main}>
        {subject.kind === 'photo' ? (
          <PhotoStage subject={subject} pictures={pictures} onFit={setFit} ref={photo} />
        ) : (
          <VideoStage key={subject.url} subject={subject} soundRef={sound} ref={video} />
        )}
        <TopBar
          subject={subject}
          neighbours={neighbours}
          fit={fit}
          info={info}
          onActual={() => photo.current?.toggleActual()}
          onInfo={toggleInfo}
        />
        {neighbours.previous !== null && (
          <IconButton
            className={styles.previous}
            label={texts.previous}
            shortcut="←"
            tooltipSide="right"
            onClick={() => go('previous')}
            data-testid="viewer-prev"
          >
            <ChevronLeft size={32} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )}
        {neighbours.next !== null && (
          <IconButton
            className={styles.next}
            label={texts.next}
            shortcut="→"
            tooltipSide="left"
            onClick={() => go('next')}
            data-testid="viewer-next"
          >
            <ChevronRight size={32} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )}
      </div>
      {info && <InfoPanel subject={subject} />}
    </div>
  );
}
