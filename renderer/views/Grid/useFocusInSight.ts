// Renderer: a file that has the focus may be there in the next place, in another order or without a filter as well, but far out of sight:
// the keyboard goes on with what is seen.

import { useEffect, useRef, type RefObject } from 'react';
import type { Shown } from '../../state/view.js';

const TILE = '[data-testid="tile"]';
/** What a person does next decides where the focus is. */
const OWN = ['keydown', 'pointerdown', 'wheel'] as const;

export function useFocusInSight(element: RefObject<HTMLElement | null>, of: Shown): void {
  const arriving = useRef(false);
  useEffect(() => {
    arriving.current = true;
    const end = () => void (arriving.current = false);
    for (const name of OWN) window.addEventListener(name, end, { capture: true, passive: true });
    return () => {
      for (const name of OWN) window.removeEventListener(name, end, { capture: true });
    };
    // Another object also where the same files come into another order.
  }, [of]);
  // After every drawing: files are put in order and scrolled to in several steps.
  useEffect(() => {
    if (!arriving.current) return undefined;
    const frame = requestAnimationFrame(() => {
      const scroller = element.current;
      const focused = document.activeElement;
      if (scroller === null || focused?.matches(TILE) !== true || !scroller.contains(focused)) return;
      const room = scroller.getBoundingClientRect();
      const inSight = (tile: Element) => {
        const { top, bottom } = tile.getBoundingClientRect();
        return bottom > room.top && top < room.bottom;
      };
      if (inSight(focused)) return;
      [...scroller.querySelectorAll<HTMLElement>(TILE)].find(inSight)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  });
}
