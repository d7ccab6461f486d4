// Runs in the library process: watches a root with chokidar, natively or by polling.

import type { Stats } from 'node:fs';
import { relative as relativePath, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { formatOf, isSkippedFile, isSkippedFolder } from '../../shared/media.js';
import { nameOf, parentOf } from '../../shared/paths.js';
import { NONE_OWN, type IsOwn } from '../own-folder.js';
import { isExhausted, type RootWatcher, type WatcherEvents, type WatchMode } from './watcher.js';

/** Polling costs a look at every file: seldom enough for a sleeping network drive. */
const POLLING_MS = 5000;

export class ChokidarWatcher implements RootWatcher {
  private watcher: FSWatcher | null = null;

  constructor(
    private readonly mode: WatchMode,
    /** Absolute, without links. */
    private readonly path: string,
    private readonly events: WatcherEvents,
    private readonly isOwn: IsOwn = NONE_OWN,
  ) {}

  start(): Promise<void> {
    const watcher = watch(this.path, {
      backend: this.mode === 'polling' ? 'polling' : 'auto',
      pollingInterval: POLLING_MS,
      pollingBinaryInterval: POLLING_MS,
      ignored: (path, stats) => this.isIgnored(path, stats),
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      // Chokidar would hold back what is deleted, in case it comes back: the coalescer does that.
      atomic: false,
    });
    this.watcher = watcher;
    watcher.on('all', (event, path) => {
      const relative = this.relative(path);
      if (relative !== '') this.events.onChange(parentOf(relative));
      // A new folder may have been filled before it was watched.
      if (event === 'addDir' || relative === '') this.events.onChange(relative);
    });
    return new Promise((resolve, reject) => {
      watcher.on('ready', resolve);
      watcher.on('error', (error) => {
        if (isExhausted(error)) reject(error instanceof Error ? error : new Error(String(error)));
        this.events.onError(error);
      });
    });
  }

  async close(): Promise<void> {
    await this.watcher?.close();
  }

  private relative(path: string): string {
    const relative = relativePath(this.path, path);
    return sep === '/' ? relative : relative.replaceAll(sep, '/');
  }

  private isIgnored(path: string, stats?: Stats): boolean {
    const relative = this.relative(path);
    if (relative === '') return false;
    const name = nameOf(relative);
    if (stats?.isFile()) return isSkippedFile(name) || formatOf(name) === undefined;
    return isSkippedFolder(name) || this.isOwn(relative);
  }
}
