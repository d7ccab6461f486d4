// Renderer: the living mosaic: square pictures from all over the library, of which a few change now and then.

import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Cover } from '../../components/Cover.js';
import { displayPath } from '../../../electron/shared/paths.js';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import { texts } from '../../texts.js';
import { tiling } from './mosaic.js';
import { useMosaic } from './useMosaic.js';
import { useMosaicKeys } from './useMosaicKeys.js';
import styles from './Home.module.css';

export function Mosaic() {
  const element = useRef<HTMLDivElement>(null);
  const [{ columns, rows }, setTiling] = useState({ columns: 0, rows: 0 });
  useLayoutEffect(() => {
    const room = element.current!;
    const look = () => {
      const next = tiling(room.clientWidth, room.clientHeight);
      setTiling((now) => (now.columns === next.columns && now.rows === next.rows ? now : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(room);
    return () => observer.disconnect();
  }, []);
  const cells = useMosaic(columns * rows);
  const { active, setActive, onKeyDown } = useMosaicKeys(element, cells.length, columns);
  return (
    <div
      ref={element}
      className={styles.mosaic}
      role="group"
      aria-label={texts.mosaic}
      style={{ gridTemplateColumns: `repeat(${columns}, 1fr)`, gridTemplateRows: `repeat(${rows}, 1fr)` }}
      onKeyDown={onKeyDown}
      data-testid="mosaic"
    >
      {cells.map((item, cell) => (
        <Cell key={cell} item={item} focusable={cell === active} onFocus={() => setActive(cell)} />
      ))}
    </div>
  );
}

interface CellProps {
  readonly item: ItemKey;
  readonly focusable: boolean;
  readonly onFocus: () => void;
}

/** A new picture lies over the one before, invisible until it is there; then it comes forward softly. */
function Cell({ item, focusable, onFocus }: CellProps) {
  const { library, view } = useApp();
  const [before, setBefore] = useState(item);
  const [ready, setReady] = useState<ItemKey | null>(null);
  const onReady = useCallback((which: ItemKey) => {
    setReady(which);
    // Without motion nothing tells of its end.
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) setBefore(which);
  }, []);
  const listing = library.listing(rootOfKey(item));
  const row = listing?.rowOf(idOfKey(item)) ?? -1;
  const name = listing !== undefined && row >= 0 ? displayPath(listing.nameAt(row)) : '';
  return (
    <button
      type="button"
      className={styles.cell}
      tabIndex={focusable ? 0 : -1}
      aria-label={name}
      title={name}
      data-item={item}
      data-testid="cell"
      onFocus={onFocus}
      onClick={() => view.change({ item })}
    >
      <span className={styles.layer}>
        <Cover key={before} item={before} />
      </span>
      {item !== before && (
        <span
          key={item}
          className={styles.next}
          data-ready={ready === item}
          onTransitionEnd={({ target, currentTarget }) => {
            if (target === currentTarget) setBefore(item);
          }}
        >
          <Cover item={item} onReady={onReady} />
        </span>
      )}
    </button>
  );
}
