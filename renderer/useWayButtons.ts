// Renderer: back and forward by the side buttons of a mouse, as in every browser.

import { useEffect } from 'react';
import { useApp } from './state/app.js';

/** Numbers of the side buttons in mouse events. */
const BACK = 3;
const FORWARD = 4;

export function useWayButtons(): void {
  const { commands } = useApp();
  useEffect(() => {
    const click = (event: MouseEvent) => {
      if (event.button !== BACK && event.button !== FORWARD) return;
      event.preventDefault();
      commands.run(event.button === BACK ? 'goBack' : 'goForward');
    };
    window.addEventListener('mouseup', click);
    return () => window.removeEventListener('mouseup', click);
  }, [commands]);
}
