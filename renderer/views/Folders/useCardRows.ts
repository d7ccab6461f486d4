// Renderer: where the cards of folders stand, and which of them are near the view.

import { useLayoutEffect, useState, type CSSProperties, type RefObject } from 'react';

/** Least width of a card, and what stands below its picture, CSS pixels. */
const LEAST = 176;
const WORDS = 52;
const GAP = 16;
/** Around all cards but to their right: --space-2, as around the tiles below them. */
const EDGE = 8;
/** So far outside the view cards are drawn as well. */
const OVERSCAN = 400;

export interface CardRows {
  readonly columns: number;
  /** Of all cards, CSS pixels. */
  readonly height: number;
  /** First card to draw, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly box: (index: number) => CSSProperties;
  /** Scrolls a card into view. */
  readonly reveal: (index: number) => void;
}

/** `element` lies in the scrolling element, which is marked with `data-scroller`; `right` of the cards so many CSS pixels are left free. */
export function useCardRows(element: RefObject<HTMLElement | null>, count: number, right: number): CardRows {
  const [room, setRoom] = useState({ width: 0, top: 0, height: 0 });
  const any = count > 0;
  useLayoutEffect(() => {
    const scroller = element.current?.closest<HTMLElement>('[data-scroller]');
    if (scroller == null) return undefined;
    const look = () => {
      const next = { width: scroller.offsetWidth, top: scroller.scrollTop, height: scroller.clientHeight };
      setRoom((now) => {
        const same = now.width === next.width && now.height === next.height && now.top === next.top;
        return same ? now : next;
      });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [element, any]);

  const width = Math.max(LEAST, room.width - EDGE - right);
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST + GAP)));
  const card = (width - (columns - 1) * GAP) / columns;
  const picture = Math.round((card * 2) / 3);
  const step = picture + WORDS + GAP;
  const rows = Math.ceil(count / columns);
  const first = Math.max(0, Math.floor((room.top - EDGE - OVERSCAN) / step));
  const last = Math.min(rows, Math.ceil((room.top + room.height - EDGE + OVERSCAN) / step));
  return {
    columns,
    height: EDGE + rows * step,
    from: Math.min(count, first * columns),
    to: Math.min(count, Math.max(first, last) * columns),
    box: (index) => ({
      left: EDGE + (index % columns) * (card + GAP),
      top: EDGE + Math.floor(index / columns) * step,
      width: card,
      height: picture + WORDS,
    }),
    reveal: (index) => {
      const scroller = element.current?.closest<HTMLElement>('[data-scroller]');
      if (scroller == null) return;
      const top = EDGE + Math.floor(index / columns) * step;
      if (top < scroller.scrollTop) scroller.scrollTop = top - EDGE;
      else if (top + step > scroller.scrollTop + scroller.clientHeight)
        scroller.scrollTop = top + step - scroller.clientHeight;
    },
  };
}
