// Renderer: the cover flow leans a little towards the pointer.

import { useEffect, type RefObject } from 'react';

/** Degrees at the edges of the stage. */
const MOST = { x: 5, y: 7 };

export function useTilt(stage: RefObject<HTMLElement | null>, wanted: boolean): void {
  useEffect(() => {
    const element = stage.current!;
    if (!wanted) return undefined;
    let frame = 0;
    let at = { x: 0, y: 0 };
    const paint = () => {
      frame = 0;
      element.style.setProperty('--tilt-x', `${(-at.y * MOST.x).toFixed(2)}deg`);
      element.style.setProperty('--tilt-y', `${(at.x * MOST.y).toFixed(2)}deg`);
    };
    const lean = (x: number, y: number) => {
      at = { x, y };
      frame ||= requestAnimationFrame(paint);
    };
    const move = (event: PointerEvent) => {
      const box = element.getBoundingClientRect();
      lean(
        (2 * (event.clientX - box.left)) / box.width - 1,
        (2 * (event.clientY - box.top)) / box.height - 1,
      );
    };
    const leave = () => lean(0, 0);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerleave', leave);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerleave', leave);
      element.style.removeProperty('--tilt-x');
      element.style.removeProperty('--tilt-y');
    };
  }, [stage, wanted]);
}
