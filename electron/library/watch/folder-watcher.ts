// Runs in the library process: watches a tree on Linux, one watch of the system (inotify) per folder. chokidar does
// the same, but keeps objects for each file as well: thirty times the memory, and seconds of a blocked process.

import { lstatSync, watch, type FSWatcher, type Stats } from 'node:fs';
import { decodeName, diskPath } from '../../node/raw-paths.js';
import { formatOf, isSkippedFile, isSkippedFolder } from '../../shared/media.js';
import { joinRelative, nameOf, parentOf } from '../../shared/paths.js';
import { codeOf, isGone } from '../found.js';
import { NONE_OWN, type IsOwn } from '../own-folder.js';
import { absolutePath, foldersIn } from '../read-folder.js';
import { Slices } from '../slices.js';
import { EventQueue } from './event-queue.js';
import { maybeShown } from './relevant.js';
import { isExhausted, overflow, type RootWatcher, type WatcherEvents } from './watcher.js';

/** The part of `fs.watch` that is used; tests put another in its place. */
export type WatchFolder = (
  path: string | Buffer,
  options: { readonly encoding: 'buffer' },
  listener: (event: string, name: Buffer | null) => void,
) => Pick<FSWatcher, 'on' | 'close'>;

export interface FolderWatcherOptions {
  readonly watchFolder?: WatchFolder;
  /** The one that all watchers of the process share. */
  readonly queue?: EventQueue;
  /** Folders that are not watched. */
  readonly isOwn?: IsOwn;
}

interface Watched {
  readonly watcher: Pick<FSWatcher, 'on' | 'close'>;
  readonly dev: number;
  readonly ino: number;
  /** Names of the watched folders in it. */
  readonly children: Set<string>;
  /** The folder it was set on moved or went; another one may stand in its place. */
  isLost: boolean;
}

export class FolderWatcher implements RootWatcher {
  private readonly watched = new Map<string, Watched>();
  /** Names in folders that have to be looked at: has a folder come or gone? */
  private readonly suspects = new Map<string, Set<string>>();
  private looking = false;
  private closed = false;
  private readonly watchFolder: WatchFolder;
  private readonly queue: EventQueue;
  private readonly isOwn: IsOwn;
  private readonly leave: () => void;

  constructor(
    /** Absolute, without links. */
    private readonly path: string,
    private readonly events: WatcherEvents,
    { watchFolder = watch, queue = new EventQueue(), isOwn = NONE_OWN }: FolderWatcherOptions = {},
  ) {
    this.watchFolder = watchFolder;
    this.queue = queue;
    this.isOwn = isOwn;
    this.leave = queue.join(() => this.lookAtAll());
  }

  /** How many folders are watched. */
  get size(): number {
    return this.watched.size;
  }

  start(): Promise<void> {
    return this.walk('', false);
  }

  close(): Promise<void> {
    this.closed = true;
    this.leave();
    for (const { watcher } of this.watched.values()) watcher.close();
    this.watched.clear();
    this.suspects.clear();
    return Promise.resolve();
  }

  /**
   * Watches a folder and all below it; what is watched already stays. `tell`: new folders are told as changed once
   * they are watched, because they may have been filled before. Rejects when watches run out.
   */
  private async walk(start: string, tell: boolean): Promise<void> {
    const slices = new Slices(10);
    const stack = [start];
    for (let path = stack.pop(); path !== undefined && !this.closed; path = stack.pop()) {
      if (slices.due) await slices.rest();
      if (this.closed) return;
      const isNew = this.ensure(path);
      const here = this.watched.get(path);
      if (!here) continue;
      const folders = this.foldersOf(path);
      for (const name of [...here.children]) {
        if (!folders.includes(name)) this.release(joinRelative(path, name));
      }
      for (const name of folders) stack.push(joinRelative(path, name));
      if (isNew && tell) this.events.onChange(path);
    }
  }

  private isPassedOver(folder: string): boolean {
    return isSkippedFolder(nameOf(folder)) || this.isOwn(folder);
  }

  private foldersOf(path: string): string[] {
    try {
      return foldersIn(absolutePath(this.path, path)).filter(
        (name) => !this.isPassedOver(joinRelative(path, name)),
      );
    } catch (error) {
      // Gone again, or it cannot be read: whoever scans it says so.
      if (codeOf(error) === '') throw error;
      return [];
    }
  }

  /** Sees to it that a folder is watched if it is there; whether its watch is new. */
  private ensure(path: string): boolean {
    const onDisk = diskPath(absolutePath(this.path, path));
    try {
      const stats = lstatSync(onDisk, { throwIfNoEntry: false });
      if (!stats?.isDirectory()) {
        this.release(path);
        return false;
      }
      const { dev, ino } = stats;
      const known = this.watched.get(path);
      if (known && known.dev === dev && known.ino === ino && !known.isLost) return false;
      this.release(path);
      const watcher = this.watchFolder(onDisk, { encoding: 'buffer' }, (event, name) =>
        this.onEvent(path, event, name),
      );
      watcher.on('error', (error) => this.events.onError(error));
      this.watched.set(path, { watcher, dev, ino, children: new Set(), isLost: false });
      if (path !== '') this.watched.get(parentOf(path))?.children.add(nameOf(path));
      return true;
    } catch (error) {
      // Without permission it is no news either: the scan tells it.
      if (isGone(error) || ['EACCES', 'EPERM'].includes(codeOf(error))) return false;
      // One folder that cannot be watched (its path is too long, its disk has a fault) keeps no other from it.
      if (path !== '' && codeOf(error) !== '' && !isExhausted(error)) return false;
      throw error;
    }
  }

  /** Stops watching a folder and all below it; whether it was watched. */
  private release(start: string): boolean {
    const stack = [start];
    for (let path = stack.pop(); path !== undefined; path = stack.pop()) {
      const found = this.watched.get(path);
      if (!found) continue;
      found.watcher.close();
      this.watched.delete(path);
      for (const name of found.children) stack.push(joinRelative(path, name));
    }
    return this.watched.get(parentOf(start))?.children.delete(nameOf(start)) ?? false;
  }

  private onEvent(path: string, event: string, bytes: Buffer | null): void {
    if (this.closed) return;
    this.queue.count();
    const name = bytes ? decodeName(bytes) : '';
    const isMedia = formatOf(name) !== undefined && !isSkippedFile(name);
    if (isMedia) this.events.onChange(path);
    if (event === 'change' && isMedia) return;
    this.suspect(path, name);
    // An event of the folder itself comes under its own name.
    if (event === 'rename' && name === nameOf(absolutePath(this.path, path))) {
      const here = this.watched.get(path);
      if (here) here.isLost = true;
      if (path === '') this.suspect('', '');
      else this.suspect(parentOf(path), name);
    }
  }

  private suspect(folder: string, name: string): void {
    const names = this.suspects.get(folder) ?? new Set();
    this.suspects.set(folder, names.add(name));
    if (this.looking) return;
    this.looking = true;
    // All that is told in one turn first: one look at each name is enough.
    setImmediate(() => {
      this.look()
        .catch((error: unknown) => this.events.onError(error))
        .finally(() => (this.looking = false));
    });
  }

  private async look(): Promise<void> {
    const slices = new Slices(10);
    for (const [folder, names] of this.suspects) {
      this.suspects.delete(folder);
      for (const name of names) {
        if (slices.due) await slices.rest();
        if (this.closed) return;
        await this.lookAt(folder, name);
      }
    }
  }

  private async lookAt(folder: string, name: string): Promise<void> {
    const path = name === '' ? folder : joinRelative(folder, name);
    if (path !== '' && this.isPassedOver(path)) return;
    const stats = this.lookUp(path);
    if (stats?.isDirectory()) {
      this.events.onChange(folder);
      // Its permissions may be others now.
      this.events.onChange(path);
      await this.walk(path, true);
    } else if (this.watched.has(path)) {
      this.release(path);
      this.events.onChange(folder);
    } else if (stats?.isSymbolicLink() || maybeShown(name)) this.events.onChange(folder);
  }

  private lookUp(path: string): Stats | undefined {
    try {
      return lstatSync(diskPath(absolutePath(this.path, path)), { throwIfNoEntry: false });
    } catch (error) {
      // In a folder that cannot be searched there is nothing to watch; whoever scans it says so.
      if (codeOf(error) === '') throw error;
      return undefined;
    }
  }

  /** Events were lost: which ones, nobody knows. */
  private lookAtAll(): void {
    if (this.closed) return;
    this.walk('', true).then(
      () => this.events.onError(overflow()),
      (error: unknown) => this.events.onError(error),
    );
  }
}
