// Renderer: whether the pointer has rested long enough for controls to fade.

import { useEffect, useRef, useState, type RefObject } from 'react';

/** Milliseconds without movement. */
const REST = 2000;

export function useIdle(element: RefObject<HTMLElement | null>): boolean {
  const [idle, setIdle] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    let last = { x: -1, y: -1 };
    const wake = () => {
      setIdle(false);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setIdle(true), REST);
    };
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      // Some systems report moves of a pointer that rests.
      if (x !== last.x || y !== last.y) wake();
      last = { x, y };
    };
    const press = ({ key }: KeyboardEvent) => key === 'Tab' && wake();
    wake();
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerdown', wake);
    target.addEventListener('keydown', press);
    return () => {
      clearTimeout(timer.current);
      target.removeEventListener('pointermove', move);
      target.removeEventListener('pointerdown', wake);
      target.removeEventListener('keydown', press);
    };
  }, [element]);
  return idle;
}
