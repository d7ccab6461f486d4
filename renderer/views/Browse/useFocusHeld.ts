// Renderer: the keyboard is never nowhere. What had the focus may go away (a file in the trash, another place, the viewer); then
// the pictures have it, and arrows lead to them from where nothing has it.

import { useEffect, useRef, type RefObject } from 'react';
import { OVER } from '../../commands/late-escape.js';

const STOPS = ['tile', 'cell', 'folder-card'].map((name) => `[data-testid="${name}"]`).join();
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** Where the keyboard goes on among what is shown: where it was, if that is in sight. */
function stopIn(main: HTMLElement): HTMLElement | null {
  const box = main.getBoundingClientRect();
  const inSight = (element: HTMLElement) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > top && top >= box.top && bottom <= box.bottom;
  };
  const stops = [...main.querySelectorAll<HTMLElement>(STOPS)];
  return (
    stops.find((stop) => stop.tabIndex === 0 && inSight(stop)) ??
    stops.find(inSight) ??
    stops[0] ??
    // The flow of covers; what is offered where there is nothing to show.
    main.querySelector<HTMLElement>('[role="listbox"][tabindex="0"], [data-testid="nothing"] button')
  );
}

const isNowhere = (): boolean =>
  document.activeElement === document.body && document.querySelector(OVER) === null;

/** Answers what the element that holds the pictures needs. */
export function useFocusHeld(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    /** What had the focus last. */
    let last: Element | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = target;
    };
    const hold = () => {
      // A person who presses the mouse on empty ground wants it so: what had the focus is there still.
      if (last === null || last.isConnected || !isNowhere() || main.current === null) return;
      stopIn(main.current)?.focus({ preventScroll: true });
    };
    const begin = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !ARROWS.includes(event.key)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const stop = isNowhere() && main.current !== null ? stopIn(main.current) : null;
      if (stop === null) return;
      event.preventDefault();
      stop.focus({ preventScroll: true });
    };
    // Dialogs stand beside the window's root: whatever comes or goes is heard of, at most once for each change of the page.
    const observer = new MutationObserver(hold);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    window.addEventListener('keydown', begin);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      window.removeEventListener('keydown', begin);
    };
  }, []);
  return main;
}
