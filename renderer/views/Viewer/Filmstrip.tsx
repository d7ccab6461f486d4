// Renderer: the files around the one in the viewer, below it, in the order of the grid.

import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { backgroundOf } from '../../state/placeholders.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { cellsIn, scrolled, STEP } from './strip.js';
import { subjectOf } from './subject.js';
import styles from './Filmstrip.module.css';

interface FilmstripProps {
  /** Of the file in the viewer; it stands in the middle until the wheel is turned. */
  readonly index: number;
  readonly onChoose: (item: ItemKey) => void;
}

export function Filmstrip({ index, onChoose }: FilmstripProps) {
  const keys = useSelected(useApp().items, (now) => now.keys);
  const strip = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [place, setPlace] = useState({ index, centre: index });
  if (place.index !== index) setPlace({ index, centre: index });
  useLayoutEffect(() => {
    const element = strip.current!;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    setWidth(element.clientWidth);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = strip.current!;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { deltaX, deltaY } = event;
      const pixels = Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY;
      setPlace((now) => ({ ...now, centre: scrolled(now.centre, pixels, keys.length) }));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [keys.length]);
  const { from, to } = cellsIn(place.centre, width, keys.length);
  return (
    <div
      ref={strip}
      className={styles.strip}
      role="group"
      aria-label={texts.filmstrip}
      data-testid="filmstrip"
    >
      {Array.from(keys.subarray(from, to), (item, offset) => (
        <Cell
          key={item}
          item={item}
          left={(from + offset - place.centre) * STEP - STEP / 2}
          current={from + offset === index}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface CellProps {
  readonly item: ItemKey;
  /** CSS pixels from the middle of the strip. */
  readonly left: number;
  readonly current: boolean;
  readonly onChoose: (item: ItemKey) => void;
}

function Cell({ item, left, current, onChoose }: CellProps) {
  const app = useApp();
  const { thumbnails, placeholders } = app;
  useSyncExternalStore(thumbnails.subscribe, () => thumbnails.stamp(item));
  const colors = useSyncExternalStore(placeholders.subscribe, () => placeholders.colors(item));
  const subject = subjectOf(app, item);
  if (subject === null) return null;
  const round = thumbnails.round(item);
  return (
    <button
      type="button"
      // The arrow keys go from one to the next already.
      tabIndex={-1}
      className={styles.cell}
      style={{ transform: `translateX(${left}px)`, backgroundImage: colors && backgroundOf(colors) }}
      aria-label={subject.name}
      aria-current={current}
      // A cell that leaves the strip must not take the focus with it.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(item)}
      data-name={subject.name}
    >
      {subject.thumbnail !== null && (
        <Picture
          key={subject.thumbnail}
          url={subject.thumbnail}
          onError={() => thumbnails.notYet(item, round)}
        />
      )}
    </button>
  );
}

function Picture({ url, onError }: { readonly url: string; readonly onError: () => void }) {
  const [loaded, setLoaded] = useState(false);
  return (
    <img
      src={url}
      alt=""
      draggable={false}
      data-loaded={loaded}
      onLoad={() => setLoaded(true)}
      onError={onError}
    />
  );
}
