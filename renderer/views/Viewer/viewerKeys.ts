// Renderer: the keys of the viewer.

import type { RefObject } from 'react';
import type { PhotoHandle } from './PhotoStage.js';
import type { VideoHandle } from './useVideo.js';

export type Target = 'previous' | 'next' | 'first' | 'last';

/** What keys and buttons of the viewer do. */
export interface Commands {
  readonly photo: RefObject<PhotoHandle | null>;
  readonly video: RefObject<VideoHandle | null>;
  readonly go: (to: Target) => void;
  /** Shows the controls for a while, so that a change can be seen. */
  readonly wake: () => void;
  readonly toggleInfo: () => void;
  /** The row of pictures below the one on screen. */
  readonly toggleFilmstrip: () => void;
  readonly toggleShow: () => void;
  /** A quarter, clockwise (1) or back (-1); photos only. */
  readonly turn: (by: 1 | -1) => void;
  readonly toggleLoop: () => void;
  readonly changeSpeed: (step: 1 | -1) => void;
}

type Actions = Readonly<Record<string, () => unknown>>;

const ZOOM_STEP = 1.4;
/** CSS pixels one arrow key moves a zoomed picture. */
const PAN_STEP = 120;

/** Runs what belongs to a key; false when there is nothing, or when it answered false. */
const run = (actions: Actions, key: string): boolean =>
  Object.hasOwn(actions, key) && actions[key]!() !== false;

const photoActions = (photo: PhotoHandle, { turn }: Commands): Actions => ({
  '+': () => photo.zoomBy(ZOOM_STEP),
  '=': () => photo.zoomBy(ZOOM_STEP),
  '-': () => photo.zoomBy(1 / ZOOM_STEP),
  _: () => photo.zoomBy(1 / ZOOM_STEP),
  z: () => photo.toggleActual(),
  r: () => turn(1),
  'Shift+r': () => turn(-1),
  l: () => photo.toggleLive(),
  ArrowLeft: () => photo.pan(PAN_STEP, 0),
  ArrowRight: () => photo.pan(-PAN_STEP, 0),
  ArrowUp: () => photo.pan(0, PAN_STEP),
  ArrowDown: () => photo.pan(0, -PAN_STEP),
});

function videoActions(video: VideoHandle, { wake, toggleLoop, changeSpeed }: Commands): Actions {
  const speed = (step: 1 | -1) => () => {
    changeSpeed(step);
    wake();
  };
  return {
    ' ': () => video.togglePlay(),
    k: () => video.togglePlay(),
    j: () => video.seekBy(-10),
    l: () => video.seekBy(10),
    ',': () => video.step(-1),
    '.': () => video.step(1),
    m: () => video.toggleMute(),
    '<': speed(-1),
    '[': speed(-1),
    '>': speed(1),
    ']': speed(1),
    o: () => {
      toggleLoop();
      wake();
    },
  };
}

const commonActions = ({ go, toggleInfo, toggleFilmstrip, toggleShow }: Commands): Actions => ({
  ArrowLeft: () => go('previous'),
  ArrowRight: () => go('next'),
  Home: () => go('first'),
  End: () => go('last'),
  i: toggleInfo,
  b: toggleFilmstrip,
  s: toggleShow,
});

/** To be called in the capture phase: the video's own controls take arrow keys otherwise. */
export function viewerKeys(commands: Commands) {
  return (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const onButton = event.target instanceof HTMLElement && event.target.closest('button') !== null;
    if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const zooming = ['+', '=', '-', '_'].includes(key);
    if ((event.ctrlKey || event.metaKey) && !zooming) return;
    // Of letters only R means another thing with Shift; signs are typed with it.
    const meant = key === 'r' && event.shiftKey ? 'Shift+r' : key;
    const photo = commands.photo.current;
    const video = commands.video.current;
    const done =
      (photo !== null && run(photoActions(photo, commands), meant)) ||
      (video !== null && run(videoActions(video, commands), meant)) ||
      run(commonActions(commands), meant);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
