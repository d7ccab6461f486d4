// Renderer: what the viewer keeps from one file to the next, and some of it from one run to the next.

import { Positions } from '../../state/positions.js';
import { Store } from '../../state/store.js';
import { viewerSettings, type ViewerSettingsStore } from '../../state/viewer-settings.js';
import { Pictures } from './pictures.js';
import { Turns } from './turns.js';

export interface ViewerState {
  readonly settings: ViewerSettingsStore;
  readonly positions: Positions;
  readonly turns: Turns;
  /** Times the usual speed, for all videos of this run. */
  readonly speed: Store<number>;
  readonly photos: Pictures;
  /** The photo that was looked at closely, with all its pixels. */
  readonly whole: Pictures;
  /** Of the videos next to the file on screen, by the URL of their thumbnails. */
  readonly posters: Pictures;
}

export function createViewerState(storage: Storage): ViewerState {
  return {
    settings: viewerSettings(storage),
    positions: new Positions(storage),
    turns: new Turns(),
    speed: new Store(1),
    photos: new Pictures(),
    whole: new Pictures(1),
    posters: new Pictures(),
  };
}
