// Renderer: the picture comes out of its tile when the viewer opens.

import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { ItemKey } from '../../state/keys.js';

/** Milliseconds from tile to viewer. */
const DURATION = 260;

/** Only the first item moves; those reached with the arrow keys are simply there. */
export function useEntrance(element: RefObject<HTMLElement | null>, item: ItemKey): void {
  const first = useRef(item);
  useLayoutEffect(() => {
    const tile = document.querySelector(`[data-testid="tile"][data-item="${first.current}"]`);
    const target = element.current;
    if (tile === null || target === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const from = tile.getBoundingClientRect();
    // Measured in the next frame, when the stage knows its size.
    const frame = requestAnimationFrame(() => {
      const to = target.getBoundingClientRect();
      if (to.width === 0 || to.height === 0) return;
      const x = from.x + from.width / 2 - (to.x + to.width / 2);
      const y = from.y + from.height / 2 - (to.y + to.height / 2);
      const scale = Math.max(from.width / to.width, from.height / to.height);
      target.animate(
        [
          { translate: `${x}px ${y}px`, scale: `${scale}`, opacity: 0.4 },
          { translate: '0 0', scale: '1', opacity: 1 },
        ],
        { duration: DURATION, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
      );
    });
    return () => cancelAnimationFrame(frame);
  }, [element]);
}
