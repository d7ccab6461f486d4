// Renderer: whether the pointer has rested long enough for controls to fade.

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** Milliseconds without movement. */
const REST = 2000;

interface Idle {
  readonly idle: boolean;
  /** Shows the controls for a while. */
  readonly wake: () => void;
}

/** With `anyKey` every key wakes, otherwise Tab alone. */
export function useIdle(element: RefObject<HTMLElement | null>, anyKey: boolean): Idle {
  const [idle, setIdle] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wake = useCallback(() => {
    setIdle(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIdle(true), REST);
  }, []);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    let last = { x: -1, y: -1 };
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      // Some systems report moves of a pointer that rests.
      if (x !== last.x || y !== last.y) wake();
      last = { x, y };
    };
    wake();
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerdown', wake);
    return () => {
      clearTimeout(timer.current);
      target.removeEventListener('pointermove', move);
      target.removeEventListener('pointerdown', wake);
    };
  }, [element, wake]);
  useEffect(() => {
    const target = element.current;
    const press = ({ key }: KeyboardEvent) => (anyKey || key === 'Tab') && wake();
    target?.addEventListener('keydown', press, { capture: true });
    return () => target?.removeEventListener('keydown', press, { capture: true });
  }, [element, wake, anyKey]);
  return { idle, wake };
}
