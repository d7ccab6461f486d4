// Runs in the library process: native watching, the way that is cheapest on each system. Linux watches single
// folders; macOS and Windows watch a whole tree with one handle.

import { NONE_OWN } from '../own-folder.js';
import { EventQueue } from './event-queue.js';
import { FolderWatcher } from './folder-watcher.js';
import { TreeWatcher } from './tree-watcher.js';
import { ChokidarWatcher } from './chokidar-watcher.js';
import type { CreateWatcher } from './watcher.js';

/** Answers the watcher for a mode: chokidar polls, the system's own way is used for the rest. To be called once. */
export function watchers(): CreateWatcher {
  const queue = new EventQueue();
  return (mode, path, events, isOwn = NONE_OWN) => {
    if (mode === 'polling') return new ChokidarWatcher(mode, path, events, isOwn);
    if (process.platform === 'linux') return new FolderWatcher(path, events, { queue, isOwn });
    return new TreeWatcher(path, events, { isOwn });
  };
}
