// Renderer: what the commands of the viewer do, and its keys.

import { useEffect, useRef, type RefObject } from 'react';
import { canBeSeen, press } from '../../commands/press.js';
import type { Handler, Handlers } from '../../commands/registry.js';
import type { CommandId } from '../../commands/table.js';
import { useApp, type App } from '../../state/app.js';
import { texts } from '../../texts.js';
import type { PhotoHandle } from './PhotoStage.js';
import { showingCommands } from './showingCommands.js';
import { usePopupKeys } from './usePopupKeys.js';
import type { VideoHandle } from './useVideo.js';

export type Target = 'previous' | 'next' | 'first' | 'last';

/** What keys and buttons of the viewer do. */
export interface Commands {
  readonly photo: RefObject<PhotoHandle | null>;
  readonly video: RefObject<VideoHandle | null>;
  readonly go: (to: Target) => void;
  /** Shows the controls for a while, so that a change can be seen. */
  readonly wake: () => void;
  /** What stands around the picture now. */
  readonly around: { readonly info: boolean; readonly filmstrip: boolean };
  /** A slideshow has nothing around it, and what cannot be seen is not changed. */
  readonly running: boolean;
  readonly toggleInfo: () => void;
  /** The row of pictures below the one on screen. */
  readonly toggleFilmstrip: () => void;
  /** A quarter, clockwise (1) or back (-1). */
  readonly turn: (by: 1 | -1) => void;
  readonly toggleLoop: () => void;
  readonly changeSpeed: (step: 1 | -1) => void;
}

const ZOOM_STEP = 1.4;
/** Of the whole volume. */
const VOLUME_STEP = 0.1;
/** What does something of its own with the arrows up and down while it has the focus. */
const OWN_ARROWS = '[aria-haspopup], [role="slider"], [data-testid="viewer-info"]';
const VOLUME: readonly CommandId[] = ['louder', 'quieter'];
/** CSS pixels one arrow key moves a zoomed picture. */
const PAN_STEP = 120;

const photoCommands = (now: () => Commands): Handlers<'photo'> => {
  const on = (run: (photo: PhotoHandle) => unknown): Handler => ({
    can: () => now().photo.current !== null,
    run: () => run(now().photo.current!),
  });
  return {
    zoomIn: on((photo) => photo.zoomBy(ZOOM_STEP)),
    zoomOut: on((photo) => photo.zoomBy(1 / ZOOM_STEP)),
    actualSize: {
      ...on((photo) => photo.toggleActual()),
      name: () => (now().photo.current?.fit === false ? texts.fit : null),
    },
    panLeft: on((photo) => photo.pan(PAN_STEP, 0)),
    panRight: on((photo) => photo.pan(-PAN_STEP, 0)),
    panUp: on((photo) => photo.pan(0, PAN_STEP)),
    panDown: on((photo) => photo.pan(0, -PAN_STEP)),
    live: { ...on((photo) => photo.toggleLive()), can: () => now().photo.current?.moves === true },
  };
};

const videoCommands = (now: () => Commands, { notices }: App): Handlers<'video'> => {
  const can = () => now().video.current !== null;
  const on = (run: (video: VideoHandle) => unknown): Handler => ({
    can,
    run: () => run(now().video.current!),
  });
  /** Said by the controls, so they are shown. */
  const seen = (run: (commands: Commands) => void): Handler => ({
    can,
    run: () => {
      run(now());
      now().wake();
    },
  });
  const volume = (by: number): Handler => ({
    can,
    run: () => notices.brief(texts.volumeNow(Math.round(now().video.current!.changeVolume(by) * 100))),
  });
  return {
    play: on((video) => video.togglePlay()),
    back: on((video) => video.seekBy(-10)),
    forth: on((video) => video.seekBy(10)),
    frameBack: on((video) => video.step(-1)),
    frameForth: on((video) => video.step(1)),
    mute: on((video) => video.toggleMute()),
    louder: volume(VOLUME_STEP),
    quieter: volume(-VOLUME_STEP),
    slower: seen(({ changeSpeed }) => changeSpeed(-1)),
    faster: seen(({ changeSpeed }) => changeSpeed(1)),
    loop: seen(({ toggleLoop }) => toggleLoop()),
  };
};

const viewerCommands = (now: () => Commands, app: App): Handlers<'viewer'> => ({
  ...showingCommands(app),
  previous: () => now().go('previous'),
  next: () => now().go('next'),
  viewFirst: () => now().go('first'),
  viewLast: () => now().go('last'),
  turnRight: () => now().turn(1),
  turnLeft: () => now().turn(-1),
  info: {
    can: () => !now().running,
    run: () => now().toggleInfo(),
    checked: () => now().around.info,
  },
  filmstrip: {
    can: () => !now().running,
    run: () => now().toggleFilmstrip(),
    checked: () => now().around.filmstrip,
  },
  wholeMap: {
    can: () => app.map.get() !== null,
    run: () => app.map.update((shown) => (shown === 'near' ? 'world' : 'near')),
    checked: () => app.map.get() === 'world',
  },
});

/** Whether a key of the volume belongs to something else: a menu, the panel, or a video in the full screen of its own controls, which show it. */
const hasOwnArrows = (): boolean =>
  document.fullscreenElement instanceof HTMLVideoElement ||
  document.activeElement?.closest(OWN_ARROWS) != null;

const isAllowed = (id: CommandId): boolean => canBeSeen(id) && !(VOLUME.includes(id) && hasOwnArrows());

/** While the viewer is open its commands do this; keys in `popup` are heard before what is in it hears them. */
export function useViewerCommands(popup: RefObject<HTMLElement | null>, commands: Commands): void {
  const app = useApp();
  const { commands: all } = app;
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const now = () => latest.current;
    const ends = [
      all.register('photo', photoCommands(now)),
      all.register('video', videoCommands(now, app)),
      all.register('viewer', viewerCommands(now, app)),
    ];
    return () => ends.forEach((end) => end());
  }, [app, all]);
  const { running } = commands;
  const { info, filmstrip } = commands.around;
  useEffect(() => all.changed(), [all, info, filmstrip, running]);
  // The video's own controls would take the arrow keys.
  usePopupKeys(popup, (event) => void press(all, event, ['photo', 'video', 'viewer', 'files'], isAllowed));
}
