// Renderer: how far an element is scrolled and how high it is, for what is drawn beside it.

import { useLayoutEffect, useState, type RefObject } from 'react';
import { PAD } from './useWindow.js';

export interface Scrolled {
  /** Of the grid's content at the top of the view, CSS pixels. */
  readonly top: number;
  /** Of the view, CSS pixels; 0 until it is known. */
  readonly height: number;
}

/** `lead`: height of what stands above the content, CSS pixels. */
export function useScroll(element: RefObject<HTMLElement | null>, lead: number): Scrolled {
  const [scrolled, setScrolled] = useState<Scrolled>({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const view = element.current!;
    const look = () => {
      const next = { top: Math.max(0, view.scrollTop - PAD - lead), height: view.clientHeight };
      setScrolled((now) => (now.top === next.top && now.height === next.height ? now : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(view);
    view.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', look);
    };
  }, [element, lead]);
  return scrolled;
}
