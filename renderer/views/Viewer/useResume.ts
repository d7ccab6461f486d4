// Renderer: a long video goes on where it was left.

import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Positions } from '../../state/positions.js';
import type { Subject } from './subject.js';

/** Seconds of the video between two notes: little is lost when the app ends. */
const STEP = 5;

interface Resume {
  /** Goes to where the video was left; to be called when its duration is known. */
  readonly resume: () => void;
  /** Notes where the video is: now, or not before some seconds have been played. */
  readonly note: (now: boolean) => void;
}

/** `watched`: a person plays it, not a slideshow, which leaves the place where the person was as it is. */
export function useResume(
  element: RefObject<HTMLVideoElement | null>,
  { path }: Subject,
  positions: Positions,
  watched: boolean,
): Resume {
  const noted = useRef(0);
  const note = useCallback(
    (now: boolean) => {
      const { currentTime = 0, duration = NaN } = element.current ?? {};
      // Nothing is known of a video that has not begun, or that is being closed.
      if (!watched || Number.isNaN(duration) || (!now && Math.abs(currentTime - noted.current) < STEP))
        return;
      noted.current = currentTime;
      positions.note(path, currentTime, duration);
    },
    [element, path, positions, watched],
  );
  const resume = () => {
    const video = element.current;
    const at = video === null ? null : positions.of(path, video.duration);
    if (video !== null && at !== null) video.currentTime = at;
  };
  // Also when a slideshow begins. A layout effect ends while the element is still there.
  useLayoutEffect(() => () => note(true), [note]);
  return { resume, note };
}
