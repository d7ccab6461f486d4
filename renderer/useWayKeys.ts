// Renderer: back and forward by keyboard and by the side buttons of a mouse, as in every browser.

import { useEffect } from 'react';
import { useApp } from './state/app.js';

const isMac = navigator.platform.startsWith('Mac');

/** As a person reads them. */
export const WAY_KEYS = isMac ? { back: '⌘[', forward: '⌘]' } : { back: 'Alt+←', forward: 'Alt+→' };

/** Numbers of the side buttons in mouse events. */
const BACK = 3;
const FORWARD = 4;

function wayOf(event: KeyboardEvent): 'back' | 'forward' | null {
  if (isMac) {
    if (!event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) return null;
    return event.key === '[' ? 'back' : event.key === ']' ? 'forward' : null;
  }
  if (!event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return null;
  return event.key === 'ArrowLeft' ? 'back' : event.key === 'ArrowRight' ? 'forward' : null;
}

export function useWayKeys(): void {
  const { journey, view } = useApp();
  useEffect(() => {
    const go = (way: 'back' | 'forward') => {
      if (view.get().problems) return;
      // What was opened last is the viewer.
      if (view.get().item === null) journey[way]();
      else if (way === 'back') view.change({ item: null });
    };
    const press = (event: KeyboardEvent) => {
      const way = wayOf(event);
      if (way === null || event.defaultPrevented) return;
      event.preventDefault();
      go(way);
    };
    const click = (event: MouseEvent) => {
      if (event.button !== BACK && event.button !== FORWARD) return;
      event.preventDefault();
      go(event.button === BACK ? 'back' : 'forward');
    };
    window.addEventListener('keydown', press);
    window.addEventListener('mouseup', click);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('mouseup', click);
    };
  }, [journey, view]);
}
