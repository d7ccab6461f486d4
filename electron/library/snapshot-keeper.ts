// Runs in the library process: keeps the snapshot of one root up to date: soon after a change, never too often, and
// when the app ends.

import type { Clock } from './clock.js';

/** After the first change; more often come together. */
const SOON_MS = 2000;
/** Between two savings: a busy disk gets a new snapshot now and then, not all the time. */
const REST_MS = 15_000;

export interface KeeperOptions {
  readonly clock: Clock;
  /** Writes the snapshot. Trouble has been reported when it resolves. */
  readonly save: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export class SnapshotKeeper {
  private dirty = false;
  private cancel: (() => void) | null = null;
  private saving: Promise<void> = Promise.resolve();
  private lastSaved = -Infinity;
  private closed = false;

  constructor(private readonly options: KeeperOptions) {}

  /** The listing or its facts have changed. */
  changed(): void {
    this.confirmed();
    if (this.closed || this.cancel) return;
    const { clock } = this.options;
    const wait = Math.max(SOON_MS, this.lastSaved + REST_MS - clock.now());
    // A clock that was set back must not put saving off.
    this.cancel = clock.after(Math.min(wait, REST_MS), () => void this.save());
  }

  /** Only the time of the last look has changed: worth saving at the end. */
  confirmed(): void {
    this.dirty = true;
  }

  /** Saves what is not saved (unless told otherwise) and takes nothing more. */
  async close(keep: boolean): Promise<void> {
    this.closed = true;
    this.cancel?.();
    this.cancel = null;
    await this.saving;
    if (keep && this.dirty) await this.save();
  }

  private save(): Promise<void> {
    this.cancel = null;
    this.dirty = false;
    this.saving = this.saving
      .then(() => this.options.save())
      .catch((error: unknown) => this.options.onError(error))
      .then(() => {
        this.lastSaved = this.options.clock.now();
      });
    return this.saving;
  }
}
