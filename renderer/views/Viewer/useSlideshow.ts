// Renderer: what a running slideshow does: it goes on by itself, and fills the screen.

import { useEffect, useRef } from 'react';
import { useApp } from '../../state/app.js';
import { useSelected, useStore } from '../../state/store.js';
import { browserLater, whenSeen, type Progress } from './slideshow.js';
import type { Subject } from './subject.js';

/** Whether one runs. `goOn` shows the next file; there is none where the subject is `alone`. */
export function useSlideshow(
  { item, kind }: Subject,
  progress: Progress,
  alone: boolean,
  goOn: () => void,
): boolean {
  const { options, show } = useApp();
  const running = useStore(show) !== null;
  const interval = useSelected(options, (now) => now.slideshowSeconds);
  const latest = useRef(goOn);
  useEffect(() => {
    latest.current = goOn;
  });
  useEffect(() => {
    if (!running) return;
    return whenSeen(kind, progress, interval, alone, () => latest.current(), browserLater);
  }, [running, item, kind, progress, interval, alone]);
  useFullScreen(running, show.stop);
  useKeptAwake(running);
  return running;
}

/** The whole screen while `wanted`; `onLeave` is called when a person leaves it. */
function useFullScreen(wanted: boolean, onLeave: () => void): void {
  useEffect(() => {
    if (!wanted) return;
    // A system may refuse it: the slideshow then runs in the window.
    document.documentElement.requestFullscreen().catch(() => undefined);
    const change = () => document.fullscreenElement === null && onLeave();
    document.addEventListener('fullscreenchange', change);
    return () => {
      document.removeEventListener('fullscreenchange', change);
      // Refused when it has been left in the meantime, which is what is wanted.
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, [wanted, onLeave]);
}

/** The display stays on while `wanted`. */
function useKeptAwake(wanted: boolean): void {
  const { gallery, notices } = useApp();
  useEffect(() => {
    if (!wanted) return;
    gallery.call('app.keepAwake', true).catch(notices.report);
    return () => void gallery.call('app.keepAwake', false).catch(notices.report);
  }, [wanted, gallery, notices]);
}
