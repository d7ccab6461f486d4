// Renderer: the keys of the viewer.

import type { RefObject } from 'react';
import type { PhotoHandle } from './PhotoStage.js';
import type { VideoHandle } from './VideoStage.js';

interface Commands {
  readonly photo: RefObject<PhotoHandle | null>;
  readonly video: RefObject<VideoHandle | null>;
  readonly go: (to: 'previous' | 'next' | 'first' | 'last') => void;
  readonly toggleInfo: () => void;
}

const ZOOM_STEP = 1.4;
/** CSS pixels one arrow key moves a zoomed picture. */
const PAN_STEP = 120;

function photoKey(key: string, photo: PhotoHandle): boolean {
  switch (key) {
    case '+':
    case '=':
      photo.zoomBy(ZOOM_STEP);
      return true;
    case '-':
    case '_':
      photo.zoomBy(1 / ZOOM_STEP);
      return true;
    case 'z':
      photo.toggleActual();
      return true;
    case 'ArrowLeft':
      return photo.pan(PAN_STEP, 0);
    case 'ArrowRight':
      return photo.pan(-PAN_STEP, 0);
    case 'ArrowUp':
      return photo.pan(0, PAN_STEP);
    case 'ArrowDown':
      return photo.pan(0, -PAN_STEP);
    default:
      return false;
  }
}

function videoKey(key: string, video: VideoHandle): boolean {
  const actions: Record<string, () => void> = {
    ' ': () => video.togglePlay(),
    k: () => video.togglePlay(),
    j: () => video.seekBy(-10),
    l: () => video.seekBy(10),
    ',': () => video.step(-1),
    '.': () => video.step(1),
    m: () => video.toggleMute(),
  };
  actions[key]?.();
  return key in actions;
}

/** To be called in the capture phase: the video's own controls take arrow keys otherwise. */
export function viewerKeys({ photo, video, go, toggleInfo }: Commands) {
  const rest = (key: string): boolean => {
    const actions: Record<string, () => void> = {
      ArrowLeft: () => go('previous'),
      ArrowRight: () => go('next'),
      Home: () => go('first'),
      End: () => go('last'),
      i: toggleInfo,
    };
    actions[key]?.();
    return key in actions;
  };
  return (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const onButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const zooming = ['+', '=', '-', '_'].includes(key);
    if ((event.ctrlKey || event.metaKey) && !zooming) return;
    const done =
      (photo.current !== null && photoKey(key, photo.current)) ||
      (video.current !== null && videoKey(key, video.current)) ||
      rest(key);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
