// Runs in main: has the library process watch a root, once per process.

import { displayPath } from '../../shared/paths.js';
import type { OpenRoot } from './open-root.js';
import type { ReaderServices } from './reader-services.js';

export class RootWatching {
  private asked = false;

  constructor(
    private readonly open: OpenRoot,
    private readonly services: Pick<ReaderServices, 'child' | 'log' | 'onInfo'>,
  ) {}

  /** Asks for it, unless that has been done. */
  once(): void {
    if (this.asked) return;
    this.asked = true;
    const { root } = this.open;
    const ask = this.services.child().ask('watch', { root: root.id });
    ask.then(
      (watching) => {
        this.open.watching = watching;
        this.services.onInfo();
      },
      (error: unknown) => {
        this.asked = false;
        this.services.log('warn', `Not watched: ${displayPath(root.path)}: ${String(error)}`);
      },
    );
  }

  /** The library process ended, and its watching with it. */
  forget(): void {
    this.asked = false;
    this.open.watching = 'off';
  }
}
