// Renderer: keeps the grid's layout as wide as its element and as high as the zoom says.

import { useLayoutEffect, useRef, type RefObject } from 'react';
import { gapOf, ROW_HEIGHTS } from '../../state/view.js';
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
    const frame = () => ({
      width: view.clientWidth - 2 * PAD,
      target: ROW_HEIGHTS[current.current]!,
      gap: gapOf(current.current),
    });
    current.current = zoom;
    model.viewport.height = view.clientHeight;
    model.setFrame(frame(), zoomY.current);
    zoomY.current = 0;
    const observer = new ResizeObserver(() => {
      model.viewport.height = view.clientHeight;
      model.setFrame(frame());
    });
    observer.observe(view);
    return () => observer.disconnect();
  }, [element, model, zoom, zoomY]);
}
