// Renderer: keeps the grid's layout as wide as its element and as high as the zoom says.

import { useLayoutEffect, useRef, type RefObject } from 'react';
import { gapOf, rowHeight, unitOf } from '../../state/view.js';
import { EDGE, RAIL } from './edge.js';
import type { GridModel } from './model.js';
import { PAD } from './useWindow.js';

/** `zoomY` is the height in the view that stays in place at the next change of zoom; read once. */
export function useFrame(
  element: RefObject<HTMLElement | null>,
  model: GridModel,
  zoom: number,
  zoomY: RefObject<number>,
): void {
  const current = useRef(zoom);
  useLayoutEffect(() => {
    const view = element.current!;
    // Of the whole element: tiles must not move when a scrollbar comes or goes.
    const room = () => ({
      width: Math.max(1, view.offsetWidth - PAD - EDGE),
      target: rowHeight(current.current, view.offsetWidth, view.offsetHeight),
      gap: gapOf(current.current),
      unit: unitOf(current.current),
      rail: RAIL - EDGE,
    });
    current.current = zoom;
    model.viewport.height = view.clientHeight;
    model.setRoom(room(), zoomY.current);
    zoomY.current = 0;
    const observer = new ResizeObserver(() => {
      model.viewport.height = view.clientHeight;
      model.setRoom(room());
    });
    observer.observe(view);
    return () => observer.disconnect();
  }, [element, model, zoom, zoomY]);
}
