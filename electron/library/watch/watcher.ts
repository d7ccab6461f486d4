// Runs in the library process: the small interface behind which a root is watched. Whatever notices changes (the
// system itself, or chokidar by polling) only has to say in which folder something moved.

import type { WatchNumbers } from '../../shared/details.js';
import { codeOf } from '../found.js';
import type { IsOwn } from '../own-folder.js';

export type WatchMode = 'native' | 'polling';

export interface WatcherEvents {
  /** Something in this folder (relative path) changed. */
  onChange(folder: string): void;
  /** The watcher cannot see everything (any more). */
  onError(error: unknown): void;
}

export interface RootWatcher {
  /** Resolves when changes from now on are noticed; rejects when it {@link isExhausted}. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** `isOwn`: folders in which nothing is noticed. */
export type CreateWatcher = (
  mode: WatchMode,
  path: string,
  events: WatcherEvents,
  isOwn?: IsOwn,
) => RootWatcher;

/** Out of watches or of file handles: watching this way cannot go on. */
export const isExhausted = (error: unknown): boolean =>
  ['ENOSPC', 'EMFILE', 'ENFILE', 'ENOSYS'].includes(codeOf(error));

/** Says that more happened than the system could tell. */
export const overflow = (): Error => new Error('More changed at once than the system could tell.');

/** What notices changes in a mode, see create-watcher.ts; `off` compares folder times now and then. */
export function backendOf(mode: WatchMode | 'off'): WatchNumbers['backend'] {
  if (mode === 'off') return 'times';
  if (mode === 'polling') return 'chokidar';
  return process.platform === 'linux' ? 'inotify' : 'recursive';
}
