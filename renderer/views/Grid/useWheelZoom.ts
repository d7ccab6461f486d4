// Renderer: Ctrl and the wheel over the grid make its pictures larger or smaller, around the pointer.

import { useEffect, type RefObject } from 'react';
import { useApp } from '../../state/app.js';

/** Wheel movement of one step; a mouse's notch is 100 or 120, a touchpad's pinch many small ones. */
const NOTCH = 60;

export function useWheelZoom(element: RefObject<HTMLElement | null>, zoomY: RefObject<number>): void {
  const { view } = useApp();
  useEffect(() => {
    const target = element.current!;
    let sum = 0;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      sum += event.deltaY;
      if (Math.abs(sum) < NOTCH) return;
      zoomY.current = event.clientY - target.getBoundingClientRect().top;
      view.zoomBy(sum < 0 ? 1 : -1);
      sum = 0;
    };
    target.addEventListener('wheel', turn, { passive: false });
    return () => target.removeEventListener('wheel', turn);
  }, [element, view, zoomY]);
}
