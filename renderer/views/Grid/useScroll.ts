// Renderer: how far an element is scrolled and how high it is, for what is drawn beside it.

import { useLayoutEffect, useState, type RefObject } from 'react';
import { PAD } from './useWindow.js';

export interface Scrolled {
  /** Of the grid's content at the top of the view, CSS pixels. */
  readonly top: number;
  /** Of the view, CSS pixels; 0 until it is known. */
  readonly height: number;
}

/** Whether two of them look the same beside the grid. */
export type LooksSame = (a: Scrolled, b: Scrolled) => boolean;

const isSame: LooksSame = (a, b) => a.top === b.top && a.height === b.height;

/**
 * `lead`: height of what stands above the content, CSS pixels. Nothing is drawn anew for scrolling that `looksSame`,
 * which has to be the same function while nothing else changes.
 */
export function useScroll(
  element: RefObject<HTMLElement | null>,
  lead: number,
  looksSame: LooksSame,
): Scrolled {
  const [scrolled, setScrolled] = useState<Scrolled>({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const view = element.current!;
    const lookFor = (same: LooksSame) => {
      const next = { top: Math.max(0, view.scrollTop - PAD - lead), height: view.clientHeight };
      setScrolled((now) => (same(now, next) ? now : next));
    };
    const look = () => lookFor(looksSame);
    lookFor(isSame);
    const observer = new ResizeObserver(look);
    observer.observe(view);
    view.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', look);
    };
  }, [element, lead, looksSame]);
  return scrolled;
}
