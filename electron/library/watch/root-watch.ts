// Runs in the library process: keeps one root watched, the best way there is. Native watching falls back to
// polling, polling to looking at folder times now and then; native watching is tried again later.

import { codeOf } from '../found.js';
import type { Clock } from '../clock.js';
import { isExhausted, type RootWatcher, type WatcherEvents, type WatchMode } from './watcher.js';

/** Polling looks at each file every few seconds; beyond this many, folder times have to do. */
const MAX_POLLED_FILES = 20_000;
/** Milliseconds that looking at all files may take, so that polling leaves the process's threads to others. */
const MAX_POLL_MS = 1000;
/** Node's threads for files. */
const THREADS = 4;
const VERIFY_MS = 30_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 600_000;
/** Native watching that has held so long is not about to fail again. */
const STEADY_MS = 600_000;

const REMOTE = 'This folder is on a network drive, so changes may take a little longer to show.';

export type Watching = WatchMode | 'off';

export interface RootWatchOptions {
  /** Absolute, without links. */
  readonly path: string;
  readonly clock: Clock;
  readonly create: (mode: WatchMode, path: string, events: WatcherEvents) => RootWatcher;
  readonly isNetworkDrive: () => Promise<boolean>;
  readonly countFiles: () => number;
  /** Milliseconds that a look at one file takes on this drive. */
  readonly fileCost: () => Promise<number>;
  readonly onChange: (folder: string) => void;
  /**
   * Compare with the disk, because changes may have been missed: the times of all folders, or (`files`) of all files as
   * well, which also finds those that were written to in their place.
   */
  readonly verify: (files: boolean) => void;
  /** How the root is watched from now on, with a sentence when that is worth one. */
  readonly onMode: (mode: Watching, message: string | null) => void;
  readonly log: (message: string) => void;
}

export class RootWatch {
  private mode: Watching = 'off';
  private watcher: RootWatcher | null = null;
  private retryMs = FIRST_RETRY_MS;
  private readonly cancels = new Set<() => void>();
  private told = false;
  /** On a network drive: native watching would not tell of others' changes, so it is never tried. */
  private isRemote = false;
  private reason: string | null = null;
  private closed = false;
  /** Whether the next look while nobody watches is due already: there is one series of them, however often watching ends. */
  private willLook = false;

  constructor(private readonly options: RootWatchOptions) {}

  /** Where it watches: absolute, without links. */
  get path(): string {
    return this.options.path;
  }

  get current(): Watching {
    return this.mode;
  }

  /** Why it is not watched natively, a sentence; null when it is. */
  get degraded(): string | null {
    return this.reason;
  }

  /** Watches; answers how. */
  async start(): Promise<Watching> {
    if (await this.options.isNetworkDrive()) {
      this.isRemote = true;
      await this.degrade(REMOTE);
    } else await this.goNative();
    return this.mode;
  }

  /** Ends watching. The object is not used any further. */
  async close(): Promise<void> {
    this.closed = true;
    for (const cancel of this.cancels) cancel();
    this.cancels.clear();
    await this.drop();
  }

  private async goNative(): Promise<void> {
    const failure = await this.tryMode('native');
    if (failure === null) {
      this.enter('native', null);
      const { watcher } = this;
      this.later(STEADY_MS, () => {
        if (this.watcher !== watcher) return;
        this.retryMs = FIRST_RETRY_MS;
        this.told = false;
      });
    } else await this.degradeFor(failure.error);
  }

  private async degradeFor(error: unknown): Promise<void> {
    // At once: a watcher that has failed tells of it once more for each folder, and each would begin a series of tries.
    await this.drop();
    await this.degrade(sentenceOf(error));
    this.later(this.retryMs, () => void this.goNative());
    this.retryMs = Math.min(LONGEST_RETRY_MS, this.retryMs * 2);
  }

  private async degrade(message: string): Promise<void> {
    if ((await this.canBePolled()) && (await this.tryMode('polling')) === null)
      this.enter('polling', message);
    else await this.turnOff(message);
  }

  private async canBePolled(): Promise<boolean> {
    const files = this.options.countFiles();
    if (files > MAX_POLLED_FILES) return false;
    return (files * (await this.options.fileCost())) / THREADS <= MAX_POLL_MS;
  }

  /** Null when the root is watched from now on. */
  private async tryMode(mode: WatchMode): Promise<{ readonly error: unknown } | null> {
    await this.drop();
    if (this.closed) return null;
    let started = false;
    const watcher = this.options.create(mode, this.options.path, {
      onChange: (folder) => this.watcher === watcher && this.options.onChange(folder),
      onError: (error) => {
        if (this.watcher === watcher && started) void this.onError(mode, error);
      },
    });
    this.watcher = watcher;
    try {
      await watcher.start();
    } catch (error) {
      this.options.log(`Watching (${mode}) did not start: ${String(error)}`);
      return { error };
    }
    started = true;
    // Between the reading of the folders and now, nobody was looking.
    if (!this.closed) this.options.verify(true);
    return null;
  }

  private async onError(mode: WatchMode, error: unknown): Promise<void> {
    if (this.closed) return;
    this.options.log(`Watching (${mode}): ${String(error)}`);
    // One folder that could not be watched often just went away.
    if (!isExhausted(error)) this.options.verify(true);
    else if (mode === 'native') await this.degradeFor(error);
    else await this.turnOff(sentenceOf(error));
  }

  private async turnOff(message: string): Promise<void> {
    await this.drop();
    this.enter('off', message);
    this.verifyLater();
    if (!this.isRemote) return;
    this.later(this.retryMs, () => void this.degrade(REMOTE));
    this.retryMs = Math.min(LONGEST_RETRY_MS, this.retryMs * 2);
  }

  private verifyLater(): void {
    if (this.willLook) return;
    this.willLook = true;
    this.later(VERIFY_MS, () => {
      this.willLook = false;
      if (this.mode !== 'off') return;
      this.options.verify(false);
      this.verifyLater();
    });
  }

  private later(ms: number, callback: () => void): void {
    if (this.closed) return;
    const cancel = this.options.clock.after(ms, () => {
      this.cancels.delete(cancel);
      callback();
    });
    this.cancels.add(cancel);
  }

  private enter(mode: Watching, message: string | null): void {
    if (this.closed) return;
    this.mode = mode;
    this.reason = message;
    this.options.onMode(mode, this.told ? null : message);
    if (message !== null) this.told = true;
  }

  /** Stops the watcher there is. */
  private async drop(): Promise<void> {
    const { watcher } = this;
    this.watcher = null;
    await watcher?.close();
  }
}

function sentenceOf(error: unknown): string {
  return codeOf(error) === 'ENOSPC'
    ? 'The system allows no more folders to be watched, so changes are looked for now and then. “Check for changes” in its menu shows them at once.'
    : 'This folder cannot be watched, so changes are looked for now and then. “Check for changes” in its menu shows them at once.';
}
