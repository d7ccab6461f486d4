// Runs in main: what the app is doing, gathered when the Activity view asks. Nothing here runs on its own, so that it costs
// nothing while nobody looks.

import type {
  ActivitySnapshot,
  CacheEntries,
  CacheEntry,
  CacheName,
  LogTail,
  ProcessActivity,
} from '../../shared/activity.js';
import { MOST_ENTRIES, MOST_FAILURES } from '../../shared/activity.js';
import type { LibraryStats } from '../../shared/details.js';
import { displayPath, parentOf } from '../../shared/paths.js';
import { directoryKey } from '../library/cache-keys.js';
import { numbersOf, type LibraryCaches } from '../library/caches.js';
import type { Library } from '../library/library.js';
import type { Logger } from '../log.js';
import type { ThumbnailEngine } from '../thumbnails/create.js';
import { describe, type DiagnosticsInput } from './diagnostics.js';
import type { LoopDelayMeter } from './loop-delay.js';

export interface ActivityServices {
  readonly library: Pick<Library, 'roots' | 'stats'>;
  readonly engine: Pick<ThumbnailEngine, 'activity' | 'restartWorkers'>;
  readonly caches: LibraryCaches;
  readonly useCache: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Seconds since the app started. */
  readonly uptime: () => number;
  /** Calls back once after so many milliseconds; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly loop: LoopDelayMeter;
  readonly processes: () => readonly ProcessActivity[];
  readonly readLog: () => Promise<LogTail>;
  readonly versions: DiagnosticsInput['versions'];
  /** Folders that diagnostics name by placeholders, apart from the roots. */
  readonly places: DiagnosticsInput['places'];
  readonly log: Logger;
}

/** Milliseconds that a look waits for the library process. */
const PATIENCE = 1000;

export class Activity {
  constructor(private readonly services: ActivityServices) {}

  async snapshot(): Promise<ActivitySnapshot> {
    const { library, engine, caches, useCache, now, uptime, loop, processes } = this.services;
    const { index, watchers } = await this.libraryStats();
    const { pool, failures, ...rest } = engine.activity();
    // Files that were left alone are what somebody looks for here.
    const outFirst = [...failures].sort(
      (a, b) => Number(b.code === 'crashed') - Number(a.code === 'crashed'),
    );
    return {
      at: now(),
      uptime: uptime(),
      useCache,
      caches: { directory: numbersOf(caches.directory), metadata: numbersOf(caches.metadata) },
      pool,
      thumbnails: { ...rest, failed: failures.length, failures: outFirst.slice(0, MOST_FAILURES) },
      roots: library.roots(),
      watchers,
      index,
      loop: loop.look(),
      processes: processes(),
    };
  }

  /** What a cache holds, youngest first. */
  entries(name: CacheName): CacheEntries {
    const all = name === 'directory' ? this.directoryEntries() : this.metadataEntries();
    return { entries: all.sort((a, b) => a.age - b.age).slice(0, MOST_ENTRIES), total: all.length };
  }

  /** Takes one entry out of a cache; whether it was there. */
  drop(name: CacheName, key: string): boolean {
    const found = this.services.caches[name].invalidate(key);
    this.services.log(
      'info',
      `Cache invalidated: ${name}, one entry by hand${found ? '' : ' (it was gone)'}`,
    );
    return found;
  }

  /** Replaces the workers, or the one of that name; running jobs end first. */
  restartWorkers(name: string | null): void {
    this.services.engine.restartWorkers(name);
  }

  log(): Promise<LogTail> {
    return this.services.readLog();
  }

  /** A text for whoever helps. Without `withPaths` it names no file or folder of the person. */
  async diagnostics(withPaths: boolean): Promise<string> {
    const [snapshot, log] = await Promise.all([this.snapshot(), this.log()]);
    const { versions, places } = this.services;
    const roots = snapshot.roots.map(({ path }, place) => [path, `folder ${place + 1}`] as const);
    // The longest first, or a folder would be known by the one it lies in.
    const known = [...roots, ...places].sort(([a], [b]) => b.length - a.length);
    return describe({ snapshot, log, versions, places: known }, withPaths);
  }

  stop(): void {
    this.services.loop.stop();
  }

  /** What the library process knows; as without one while it hangs, which is when somebody looks here. */
  private async libraryStats(): Promise<Pick<LibraryStats, 'index' | 'watchers'>> {
    const { library, after } = this.services;
    let cancel: (() => void) | undefined;
    const tooLong = new Promise<Pick<LibraryStats, 'index' | 'watchers'>>((resolve) => {
      cancel = after(PATIENCE, () => resolve({ index: null, watchers: [] }));
    });
    return Promise.race([library.stats(), tooLong]).finally(cancel);
  }

  private directoryEntries(): CacheEntry[] {
    const { library, caches } = this.services;
    const rootOfKey = new Map(
      library.roots().flatMap(({ id, path }) => {
        return [true, false].map((dimensions) => [directoryKey(path, dimensions), { id, path }] as const);
      }),
    );
    return [...caches.directory.list()].map(({ key, age, left }) => {
      const root = rootOfKey.get(key);
      return { key, name: displayPath(root?.path ?? key), root: root?.id ?? null, folder: '', age, left };
    });
  }

  private metadataEntries(): CacheEntry[] {
    return [...this.services.caches.metadata.list()].map(({ key, value, age, left }) => {
      const { root, relative } = value;
      return { key, name: displayPath(relative), root, folder: parentOf(relative), age, left };
    });
  }
}
