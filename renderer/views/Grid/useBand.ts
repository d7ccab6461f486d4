// Renderer: dragging a band around tiles selects them: from empty ground, or from anywhere with Shift or Ctrl.

import { useEffect, type RefObject } from 'react';
import { useApp } from '../../state/app.js';
import { filesIn } from './band.js';
import type { GridModel } from './model.js';
import { PAD } from './useWindow.js';
import styles from './Grid.module.css';

/** A hand is never quite still, CSS pixels. */
const SLACK = 5;
/** Near an edge of the view the grid moves: how near, and how fast per frame at most, CSS pixels. */
const EDGE = 48;
const FASTEST = 36;

export function useBand(element: RefObject<HTMLElement | null>, model: GridModel): void {
  const { selection } = useApp();
  useEffect(() => {
    const view = element.current!;
    const begin = (down: PointerEvent) => {
      const target = down.target instanceof Element ? down.target : null;
      const content = view.querySelector<HTMLElement>('[data-testid="grid"]');
      if (down.button !== 0 || !content || target === null || target.closest('button, a, [role="slider"]'))
        return;
      if (down.offsetX > view.clientWidth && target === view) return;
      const adding = down.shiftKey || down.ctrlKey || down.metaKey;
      if (target.closest('[data-testid="tile"]') !== null && !adding) return;
      const origin = content.getBoundingClientRect();
      const start = { x: down.clientX - origin.left, y: down.clientY - origin.top };
      let pointer = { x: down.clientX, y: down.clientY };
      let band: HTMLElement | null = null;
      let frame = 0;
      const select = () => {
        const { left, top } = content.getBoundingClientRect();
        const [x, y] = [pointer.x - left, pointer.y - top];
        if (band === null) {
          if (Math.hypot(x - start.x, y - start.y) < SLACK) return;
          band = content.appendChild(document.createElement('div'));
          band.className = styles.band!;
          band.dataset['testid'] = 'band';
          if (!adding) selection.clear();
          selection.hold();
          view.setPointerCapture(down.pointerId);
          frame = requestAnimationFrame(move);
        }
        const box = {
          left: Math.min(x, start.x),
          top: Math.min(y, start.y),
          right: Math.max(x, start.x),
          bottom: Math.max(y, start.y),
        };
        Object.assign(band.style, {
          left: `${box.left}px`,
          top: `${box.top}px`,
          width: `${box.right - box.left}px`,
          height: `${box.bottom - box.top}px`,
        });
        const { layout, keys } = model.get();
        const inside = {
          left: box.left - PAD,
          right: box.right - PAD,
          top: box.top - PAD,
          bottom: box.bottom - PAD,
        };
        selection.replace(filesIn(layout, keys, inside));
      };
      const move = () => {
        const { top, bottom } = view.getBoundingClientRect();
        const past =
          pointer.y > bottom - EDGE ? pointer.y - bottom + EDGE : Math.min(0, pointer.y - top - EDGE);
        if (past !== 0) {
          view.scrollTop += Math.max(-FASTEST, Math.min(FASTEST, past / 2));
          select();
        }
        frame = requestAnimationFrame(move);
      };
      const follow = (event: PointerEvent) => {
        pointer = { x: event.clientX, y: event.clientY };
        select();
      };
      const end = (event: PointerEvent) => {
        cancelAnimationFrame(frame);
        for (const name of ['pointerup', 'pointercancel'] as const) window.removeEventListener(name, end);
        window.removeEventListener('pointermove', follow);
        const banded = band !== null;
        band?.remove();
        if (!banded && !adding && event.type === 'pointerup') selection.clear();
        // The click that ends a band is none on what lies below it.
        if (banded) {
          const stop = (click: Event) => click.stopPropagation();
          window.addEventListener('click', stop, { capture: true, once: true });
          setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
        }
      };
      window.addEventListener('pointermove', follow);
      for (const name of ['pointerup', 'pointercancel'] as const) window.addEventListener(name, end);
    };
    view.addEventListener('pointerdown', begin);
    return () => view.removeEventListener('pointerdown', begin);
  }, [element, model, selection]);
}
