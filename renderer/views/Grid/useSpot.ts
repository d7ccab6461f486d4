// Renderer: tells the journey where in its files the grid is, and keeps it for the next start of the window.

import { useEffect, type RefObject } from 'react';
import { useApp } from '../../state/app.js';
import { throttled } from '../../state/schedule.js';
import type { GridModel } from './model.js';
import { topOf, type Pages } from './pages.js';

/** Milliseconds between two savings while a person scrolls. */
const INTERVAL = 500;

export function useSpot(element: RefObject<HTMLElement | null>, model: GridModel, pages: Pages): void {
  const { journey } = useApp();
  useEffect(() => {
    const view = element.current!;
    const end = journey.follows(() => model.spotAt(view.scrollTop) ?? topOf(pages.get()));
    const { keepSpot } = journey;
    const keep = throttled(keepSpot, INTERVAL);
    view.addEventListener('scroll', keep, { passive: true });
    window.addEventListener('pagehide', keepSpot);
    return () => {
      end();
      view.removeEventListener('scroll', keep);
      window.removeEventListener('pagehide', keepSpot);
    };
  }, [element, model, pages, journey]);
}
