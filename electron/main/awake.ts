// Runs in main: keeps the display on while a slideshow runs in any window.

import { powerSaveBlocker } from 'electron';

export class Awake {
  private blocker: number | null = null;
  /** Pages that want it, by the ids of their web contents. */
  private readonly wanting = new Set<number>();

  /** Keeps the display on for a page from now on, or no longer; without any the display sleeps as the system wants. */
  set(contents: number, awake: boolean): void {
    if (awake) this.wanting.add(contents);
    else this.wanting.delete(contents);
    const wanted = this.wanting.size > 0;
    if (wanted === (this.blocker !== null)) return;
    if (this.blocker === null) this.blocker = powerSaveBlocker.start('prevent-display-sleep');
    else {
      powerSaveBlocker.stop(this.blocker);
      this.blocker = null;
    }
  }

  /** A page is gone, whatever it had asked for. */
  leave(contents: number): void {
    this.set(contents, false);
  }
}
