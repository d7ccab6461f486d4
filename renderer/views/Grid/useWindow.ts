// Renderer: follows the grid's scrolling and size; answers which rows to draw and whether to hold back
// pictures because they fly by.

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { GridModel, GridState } from './model.js';
import { overscanOf, rowsIn, type RowRange } from './window.js';

/** Space around all tiles, CSS pixels. */
export const PAD = 8;
/** Faster than this many views per second, only boxes are drawn. */
const FLYING = 4;
const NOTHING: RowRange = { from: 0, to: 0 };
/** Pictures come this long after the last quick movement, milliseconds. */
const LANDING = 90;

export interface GridWindow {
  /** Rows to draw. */
  readonly range: RowRange;
  readonly flying: boolean;
}

/** `element` is the scrolling element. */
export function useWindow(
  element: RefObject<HTMLElement | null>,
  model: GridModel,
  state: GridState,
): GridWindow {
  const { scroll } = state;
  const [drawn, setDrawn] = useState({ range: NOTHING, scroll, arriving: false });
  if (drawn.scroll !== scroll) {
    // Elsewhere nothing can stay: what is in view is drawn first, so that it is there a frame earlier, and pictures
    // of other files are asked for a frame later.
    const { top, height } = model.viewport;
    const range = scroll === null ? drawn.range : rowsIn(state.layout, top, height);
    setDrawn({ range, scroll, arriving: scroll?.others === true });
  }
  const [flying, setFlying] = useState(false);
  const last = useRef({ top: 0, time: 0 });
  const scrolled = useRef(scroll);
  const landing = useRef<ReturnType<typeof setTimeout>>(undefined);

  /** Pictures wait until the movement has ended. */
  const fly = useCallback(() => {
    setFlying(true);
    clearTimeout(landing.current);
    landing.current = setTimeout(() => setFlying(false), LANDING);
  }, []);

  const look = useCallback(
    (near = true) => {
      const { layout } = model.get();
      const overscan = near ? overscanOf(layout.frame.target) : 0;
      const { top, height } = model.viewport;
      const seen = rowsIn(layout, top, height);
      model.markShown(seen.from, seen.to);
      const range = rowsIn(layout, top - overscan, height + 2 * overscan);
      setDrawn((now) => (sameRange(now.range, range) ? now : { ...now, range }));
    },
    [model],
  );

  useEffect(() => {
    const view = element.current!;
    const onScroll = () => {
      const time = performance.now();
      const top = Math.max(0, view.scrollTop - PAD - model.lead);
      const speed = Math.abs(top - last.current.top) / Math.max(1, time - last.current.time);
      const fast = speed * 1000 > FLYING * view.clientHeight;
      last.current = { top, time };
      model.viewport.top = top;
      if (fast) fly();
      look();
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      view.removeEventListener('scroll', onScroll);
      clearTimeout(landing.current);
    };
  }, [element, model, look, fly]);

  useLayoutEffect(() => {
    const view = element.current!;
    if (state.scroll !== null) {
      const { top, whole = 0 } = state.scroll;
      view.scrollTop = top <= 0 ? whole : top + PAD + model.lead;
      model.viewport.top = Math.max(0, view.scrollTop - PAD - model.lead);
      last.current = { top: model.viewport.top, time: performance.now() };
    }
    const elsewhere = state.scroll !== null && state.scroll !== scrolled.current;
    scrolled.current = state.scroll;
    if (!elsewhere) return look();
    if (state.scroll?.passing === true) fly();
    look(false);
    const frame = requestAnimationFrame(() => look());
    return () => cancelAnimationFrame(frame);
  }, [element, model, look, fly, state.layout, state.scroll, state.settled]);

  const { arriving } = drawn;
  useEffect(() => {
    if (!arriving) return;
    const frame = requestAnimationFrame(() => setDrawn((now) => ({ ...now, arriving: false })));
    return () => cancelAnimationFrame(frame);
    // Each arrival ends by itself: two may follow one another within a frame.
  }, [arriving, scroll]);

  return { range: drawn.range, flying: flying || arriving };
}

const sameRange = (a: RowRange, b: RowRange): boolean => a.from === b.from && a.to === b.to;
