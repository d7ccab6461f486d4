// Renderer: the living mosaic: square pictures from all over the library, of which a few change now and then.

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { Cover } from '../../components/Cover.js';
import { FAVOURITE_FLAG } from '../../../electron/shared/marks.js';
import { displayPath } from '../../../electron/shared/paths.js';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { SetMarks, useMarkFlags } from '../Grid/TileMarks.js';
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
  const cells = useMosaic(columns * rows, useHeld(element));
  const { active, setActive, onKeyDown } = useMosaicKeys(element, cells.length, columns);
  useReturn(element, active);
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

/** Which cells (by their numbers) a person is at, and must find as they are. */
function useHeld(element: RefObject<HTMLElement | null>): () => ReadonlySet<number> {
  const { pointedAt } = useApp();
  return useCallback(() => {
    const cells = [...element.current!.querySelectorAll<HTMLElement>('[data-testid="cell"]')];
    const withMenu = String(pointedAt.get());
    const isHeld = (cell: HTMLElement) => cell.matches(':hover, :focus') || cell.dataset['item'] === withMenu;
    return new Set(cells.flatMap((cell, number) => (isHeld(cell) ? [number] : [])));
  }, [element, pointedAt]);
}

/** After the viewer the focus is where what was seen last stands, or where it was. */
function useReturn(element: RefObject<HTMLElement | null>, active: number): void {
  const { view } = useApp();
  const shown = useSelected(view, (now) => now.item);
  const last = useRef<ItemKey | null>(null);
  useEffect(() => {
    if (shown !== null) return void (last.current = shown);
    if (last.current === null) return;
    const cells = [...element.current!.querySelectorAll<HTMLElement>('[data-testid="cell"]')];
    const same = (cell: HTMLElement | undefined) => cell?.dataset['item'] === String(last.current);
    (same(cells[active]) ? cells[active] : (cells.find(same) ?? cells[active]))?.focus();
    last.current = null;
  }, [active, element, shown]);
}

interface CellProps {
  readonly item: ItemKey;
  readonly focusable: boolean;
  readonly onFocus: () => void;
}

/** A new picture lies over the one before, invisible until it is there; then it comes forward softly. */
function Cell({ item: wanted, focusable, onFocus }: CellProps) {
  const { library, view } = useApp();
  const [before, setBefore] = useState(wanted);
  const [ready, setReady] = useState<ItemKey | null>(null);
  const onReady = useCallback((which: ItemKey) => {
    setReady(which);
    // Without motion nothing tells of its end.
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) setBefore(which);
  }, []);
  const isThere = library.listing(rootOfKey(before))?.has(idOfKey(before)) === true;
  // What can be done here is done with the file that is seen.
  const item = isThere ? before : wanted;
  const listing = library.listing(rootOfKey(item));
  const row = listing?.rowOf(idOfKey(item)) ?? -1;
  const flags = useMarkFlags(item);
  const known = listing !== undefined && row >= 0;
  const name = known ? displayPath(listing.nameAt(row)) : '';
  return (
    <button
      type="button"
      className={styles.cell}
      tabIndex={focusable ? 0 : -1}
      aria-label={
        known ? texts.tileName(name, listing.kindAt(row), listing.durationAt(row), null, flags) : undefined
      }
      title={name}
      data-item={item}
      data-favourite={(flags & FAVOURITE_FLAG) !== 0}
      data-testid="cell"
      onFocus={onFocus}
      onClick={() => view.change({ item })}
    >
      <span className={styles.layer}>
        <Cover key={before} item={before} />
      </span>
      {wanted !== before && (
        <span
          key={wanted}
          className={styles.next}
          data-ready={ready === wanted}
          onTransitionEnd={({ target, currentTarget }) => {
            if (target === currentTarget) setBefore(wanted);
          }}
        >
          <Cover item={wanted} onReady={onReady} />
        </span>
      )}
      <SetMarks flags={flags} />
    </button>
  );
}
