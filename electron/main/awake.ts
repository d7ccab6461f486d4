// Runs in main: keeps the display on while a slideshow runs.

import { powerSaveBlocker } from 'electron';

export class Awake {
  private blocker: number | null = null;

  /** Keeps the display on from now on, or lets it sleep as the system wants. */
  set(awake: boolean): void {
    if (awake === (this.blocker !== null)) return;
    if (this.blocker === null) this.blocker = powerSaveBlocker.start('prevent-display-sleep');
    else {
      powerSaveBlocker.stop(this.blocker);
      this.blocker = null;
    }
  }
}
