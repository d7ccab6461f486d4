// Renderer: folders as a flow of covers in space: arrows, wheel, drag, click, typing; the one in the middle opens.

import { useLayoutEffect, useRef, useState } from 'react';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import { cardSize, flatStandOf, SIDES, standOf } from './flow.js';
import { FlowCard } from './FlowCard.js';
import { folderData, type FolderCard } from './foldersAt.js';
import { useCalm } from './useCalm.js';
import { useFlow } from './useFlow.js';
import { useTilt } from './useTilt.js';
import type { BrowsedFolders } from './useFolders.js';
import styles from './CoverFlow.module.css';

interface CoverFlowProps {
  readonly folders: BrowsedFolders;
  readonly onOpen: (card: FolderCard) => void;
  readonly onUp: () => void;
}

export function CoverFlow({ folders, onOpen, onUp }: CoverFlowProps) {
  const { browsed } = useApp();
  const { place, whole } = folders;
  const cards = whole === null ? folders.cards : [whole, ...folders.cards];
  const stage = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const calm = useCalm();
  useLayoutEffect(() => {
    const element = stage.current!;
    const look = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useTilt(stage, !calm);
  const size = cardSize(room.width, room.height);
  // The open folder itself comes first; browsing begins with what is in it.
  const first = whole === null ? 0 : Math.min(1, cards.length - 1);
  const flow = useFlow({
    ...{ stage, cards, size, first, onOpen, onUp },
    name: `${place.root ?? ''}/${place.path}`,
    kept: browsed,
  });
  const middle = cards[flow.index];
  const stand = calm ? flatStandOf : standOf;
  return (
    <div className={styles.flow} data-testid="cover-flow" data-index={flow.index}>
      <div
        ref={stage}
        className={styles.stage}
        role="listbox"
        aria-label={texts.folders}
        aria-activedescendant={middle && `flow-${flow.index}`}
        tabIndex={0}
        data-moving={flow.moving}
        // Where there is no card, and by the keyboard, the one in the middle is meant.
        {...(middle && folderData(middle))}
        {...flow.handlers}
      >
        <div className={styles.space}>
          {cards.map((card, index) => {
            const offset = index - flow.index - flow.shift;
            // One more on each side, so that what comes in is there before it is seen.
            if (Math.abs(index - flow.index) > SIDES + 1) return null;
            return (
              <FlowCard
                key={card.id}
                id={`flow-${index}`}
                card={card}
                size={size}
                stand={stand(offset, size)}
                order={cards.length - Math.abs(index - flow.index)}
                middle={index === flow.index}
                position={index + 1}
                total={cards.length}
                whole={whole !== null && index === 0}
              />
            );
          })}
        </div>
      </div>
      {middle !== undefined && (
        <div className={styles.caption} aria-live="polite">
          <p className={styles.name} data-testid="flow-name">
            {whole !== null && flow.index === 0 ? texts.allOf(middle.name) : middle.name}
          </p>
          <p className={styles.count}>
            {texts.items(middle.count)}
            {middle.offline && ` · ${texts.offline}`}
          </p>
          <div className={styles.track} aria-hidden>
            <span
              style={{
                width: `${100 / cards.length}%`,
                left: `${(100 * flow.index) / cards.length}%`,
              }}
            />
          </div>
        </div>
      )}
    </div>
  );
}
