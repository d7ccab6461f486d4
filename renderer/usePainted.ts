// Renderer: tells main once that the window has painted what it begins with. Until then main and the library process leave
// the processors to it.

import { useEffect } from 'react';
import { useApp } from './state/app.js';

/** @param ready whether there is something to paint */
export function usePainted(ready: boolean): void {
  const { gallery, notices } = useApp();
  useEffect(() => {
    if (!ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame's callbacks run before it is painted, what they put off afterwards.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => void gallery.call('app.painted').catch(notices.report));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [ready, gallery, notices]);
}
