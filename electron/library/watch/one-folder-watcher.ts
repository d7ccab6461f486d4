// Runs in the library process: watches a single folder without what lies below it, for a folder that is only visited.

import { watch, type FSWatcher } from 'node:fs';
import { diskPath } from '../../node/raw-paths.js';
import type { CreateWatcher, RootWatcher, WatcherEvents } from './watcher.js';

class OneFolderWatcher implements RootWatcher {
  private watcher: FSWatcher | null = null;

  constructor(
    private readonly path: string,
    private readonly events: WatcherEvents,
  ) {}

  start(): Promise<void> {
    this.watcher = watch(diskPath(this.path), { persistent: false }, () => this.events.onChange(''));
    this.watcher.on('error', (error) => this.events.onError(error));
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.watcher?.close();
    this.watcher = null;
    return Promise.resolve();
  }
}

/** There is no polling: where the system cannot watch, folder times are compared now and then. */
export const watchOneFolder: CreateWatcher = (mode, path, events) => {
  if (mode === 'native') return new OneFolderWatcher(path, events);
  // Tells whoever asks that it cannot be done this way.
  const start = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSYS' }));
  return { start, close: () => Promise.resolve() };
};
