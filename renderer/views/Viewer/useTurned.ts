// Renderer: keeps a video that is turned in the view as large as its box allows, which is the stage or, in full screen, the screen.

import { useLayoutEffect, type RefObject } from 'react';
import type { QuarterTurns } from './turns.js';
import { turnedScale, type Size } from './zoom.js';

/** Sets `--turn` and `--turn-scale` of `stage`. `picture`: as it is without turns, 0 while unknown; `shown`: whether there is a video. */
export function useTurned(
  stage: RefObject<HTMLElement | null>,
  video: RefObject<HTMLVideoElement | null>,
  { width, height }: Size,
  quarterTurns: QuarterTurns,
  shown: boolean,
): void {
  useLayoutEffect(() => {
    const { style } = stage.current!;
    const box = (shown && video.current) || stage.current!;
    style.setProperty('--turn', `${quarterTurns * 90}deg`);
    const fit = () => {
      const room = { width: box.clientWidth, height: box.clientHeight };
      style.setProperty('--turn-scale', String(turnedScale({ width, height }, room, quarterTurns)));
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    return () => observer.disconnect();
  }, [stage, video, width, height, quarterTurns, shown]);
}
