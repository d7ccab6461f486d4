// Runs in the library process: native watching, the way that is cheapest on each system. Linux watches single
// folders; macOS and Windows watch a whole tree with one handle.

import { FolderWatcher } from './folder-watcher.js';
import { TreeWatcher } from './tree-watcher.js';
import { ChokidarWatcher } from './chokidar-watcher.js';
import type { CreateWatcher } from './watcher.js';

/** The watcher for a mode: chokidar polls, the system's own way is used for the rest. */
export const createWatcher: CreateWatcher = (mode, path, events) => {
  if (mode === 'polling') return new ChokidarWatcher(mode, path, events);
  return process.platform === 'linux' ? new FolderWatcher(path, events) : new TreeWatcher(path, events);
};
