// Renderer: lets the pictures come into order by themselves as long as nobody has done anything in the grid.

import { useEffect, type RefObject } from 'react';
import { useApp } from '../../state/app.js';
import type { Pages } from './pages.js';
import { Settling } from './settling.js';

const TOUCHES = ['pointerdown', 'wheel', 'scroll'] as const;

export function useSettling(element: RefObject<HTMLElement | null>, pages: Pages): void {
  const app = useApp();
  useEffect(() => {
    const scroller = element.current!;
    const settling = new Settling(app, () => scroller.scrollTop === 0 && pages.get().page === 0);
    const end = settling.connect();
    const how = { capture: true, passive: true };
    for (const name of TOUCHES) scroller.addEventListener(name, settling.touch, how);
    // Also where nothing has the focus: arrows lead to the pictures from there.
    window.addEventListener('keydown', settling.touch, how);
    return () => {
      end();
      for (const name of TOUCHES) scroller.removeEventListener(name, settling.touch, how);
      window.removeEventListener('keydown', settling.touch, how);
    };
  }, [app, element, pages]);
}
