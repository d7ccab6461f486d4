// Runs in the library process: keeps the snapshot of one root up to date: soon after a change, never too often, and
// when the app ends.

import type { Clock } from './clock.js';

/** After the first change; more often come together. */
const SOON_MS = 2000;
/** Between two savings: a busy disk gets a new snapshot now and then, not all the time. */
const REST_MS = 15_000;
/** After a saving that failed (the disk is full) each further try waits twice as long, up to this. */
const LONGEST_REST_MS = 600_000;

export interface KeeperOptions {
  readonly clock: Clock;
  /** Writes the snapshot; false when it could not be kept, which has been reported. */
  readonly save: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

export class SnapshotKeeper {
  private dirty = false;
  private cancel: (() => void) | null = null;
  private saving: Promise<void> = Promise.resolve();
  private lastSaved = -Infinity;
  private rest = REST_MS;
  private closed = false;

  constructor(private readonly options: KeeperOptions) {}

  /** The listing or its facts have changed. */
  changed(): void {
    this.confirmed();
    if (this.closed || this.cancel) return;
    const { clock } = this.options;
    const wait = Math.max(SOON_MS, this.lastSaved + this.rest - clock.now());
    // A clock that was set back must not put saving off.
    this.cancel = clock.after(Math.min(wait, this.rest), () => void this.save());
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
      .catch((error: unknown) => {
        this.options.onError(error);
        return false;
      })
      .then((saved) => {
        this.lastSaved = this.options.clock.now();
        this.rest = saved ? REST_MS : Math.min(LONGEST_REST_MS, this.rest * 2);
        if (!saved) this.changed();
      });
    return this.saving;
  }
}
