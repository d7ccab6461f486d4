// Renderer: hears keys before what is inside the viewer does.

import { useEffect, useRef, type RefObject } from 'react';

export function usePopupKeys(
  popup: RefObject<HTMLElement | null>,
  press: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const target = popup.current;
    const listener = (event: KeyboardEvent) => latest.current(event);
    target?.addEventListener('keydown', listener, { capture: true });
    return () => target?.removeEventListener('keydown', listener, { capture: true });
  }, [popup]);
}
