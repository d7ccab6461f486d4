// Runs in the library process: what the watching of one root has told so far, in numbers.

import type { RootId } from '../../shared/contract.js';
import type { WatchNumbers } from '../../shared/details.js';
import type { Clock } from '../clock.js';
import type { RootWatch } from './root-watch.js';
import { backendOf } from './watcher.js';

export class WatchCounter {
  private events = 0;
  private lastEvent = 0;

  /** `watched` answers what watches the root, null while nothing does, and how many folders it has. */
  constructor(
    private readonly root: RootId,
    private readonly clock: Clock,
    private readonly watched: () => readonly [Pick<RootWatch, 'current' | 'degraded'> | null, number],
  ) {}

  /** Counts folders that changed, and answers them. */
  note(folders: readonly string[]): readonly string[] {
    this.events += folders.length;
    this.lastEvent = this.clock.now();
    return folders;
  }

  numbers(): WatchNumbers {
    const { root, events, lastEvent } = this;
    const [watch, folders] = this.watched();
    const backend = watch === null ? 'none' : backendOf(watch.current);
    return { root, backend, degraded: watch?.degraded ?? null, folders, lastEvent, events };
  }
}
