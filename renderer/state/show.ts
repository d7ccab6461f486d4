// Renderer: whether a slideshow runs in the viewer of this window.

import { Store } from './store.js';

/** A slideshow that runs. */
export interface Show {
  /** Decides the shuffled order: 32 bits. */
  readonly seed: number;
}

/** Null while none runs. */
export class ShowStore extends Store<Show | null> {
  constructor() {
    super(null);
  }

  readonly start = (): void => this.set({ seed: crypto.getRandomValues(new Int32Array(1))[0]! });
  readonly stop = (): void => this.set(null);
}
