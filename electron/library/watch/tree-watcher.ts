// Runs in the library process: watches a whole tree with one handle, as macOS (FSEvents) and Windows
// (ReadDirectoryChangesW) offer it.

import { watch } from 'node:fs';
import { formatOf, isSkippedFile, isSkippedFolder } from '../../shared/media.js';
import { nameOf, parentOf } from '../../shared/paths.js';
import { NONE_OWN, type IsOwn } from '../own-folder.js';
import { overflow, type RootWatcher, type WatcherEvents } from './watcher.js';

/** The part of `fs.watch` that is used; tests put another in its place. */
export type WatchTree = (
  path: string,
  options: { readonly recursive: true },
  listener: (event: string, name: string | null) => void,
) => Watch;

export interface TreeWatcherOptions {
  readonly watchTree?: WatchTree;
  /** Folders in which nothing is noticed. */
  readonly isOwn?: IsOwn;
}

interface Watch {
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): void;
}

export class TreeWatcher implements RootWatcher {
  private watcher: Watch | null = null;
  private readonly watchTree: WatchTree;
  private readonly isOwn: IsOwn;

  constructor(
    /** Absolute, without links. */
    private readonly path: string,
    private readonly events: WatcherEvents,
    { watchTree = watch, isOwn = NONE_OWN }: TreeWatcherOptions = {},
  ) {
    this.watchTree = watchTree;
    this.isOwn = isOwn;
  }

  start(): Promise<void> {
    try {
      this.watcher = this.watchTree(this.path, { recursive: true }, (event, name) =>
        this.onEvent(event, name),
      );
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    this.watcher.on('error', (error) => this.events.onError(error));
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.watcher?.close();
    this.watcher = null;
    return Promise.resolve();
  }

  private onEvent(event: string, name: string | null): void {
    // Windows gives no name when its buffer was too small for what happened.
    if (name === null) {
      this.events.onError(overflow());
      return;
    }
    const path = name.replaceAll('\\', '/');
    const folder = parentOf(path);
    if (isSkippedFile(nameOf(path)) || folder.split('/').some(isSkippedFolder)) return;
    if (this.isOwn(path)) return;
    // What came or went may be a folder, whatever its name: reading the folder around it finds out.
    if (event === 'rename' || formatOf(nameOf(path))) this.events.onChange(folder);
  }
}
