// Runs in the library process: notices that a root goes away (drive unplugged, network gone) and comes back.

import { AppError } from '../shared/result.js';
import type { Clock } from './clock.js';

/** What is thrown when the root cannot be reached. */
export const offlineError = (cause?: unknown) =>
  new AppError('offline', 'The folder cannot be reached at the moment.', { cause });

const WHILE_ONLINE_MS = 5000;
const WHILE_OFFLINE_MS = 3000;

export interface PresenceOptions {
  readonly clock: Clock;
  readonly isThere: () => Promise<boolean>;
  readonly onChange: (online: boolean) => void;
}

export class Presence {
  private online = true;
  private cancel: (() => void) | null = null;
  private checking = false;
  private closed = false;

  constructor(private readonly options: PresenceOptions) {}

  get isOnline(): boolean {
    return this.online;
  }

  /** Looks now, and from then on again and again. */
  async check(): Promise<void> {
    // A drive that hangs answers late: one question at a time.
    if (this.checking || this.closed) return;
    this.checking = true;
    this.cancel?.();
    const there = await this.options.isThere();
    this.checking = false;
    this.set(there);
  }

  /** Enters what was learnt otherwise: a scan succeeded, a folder could not be reached. */
  set(online: boolean): void {
    if (this.closed) return;
    const changed = online !== this.online;
    this.online = online;
    this.cancel?.();
    const wait = online ? WHILE_ONLINE_MS : WHILE_OFFLINE_MS;
    this.cancel = this.options.clock.after(wait, () => void this.check());
    if (changed) this.options.onChange(online);
  }

  close(): void {
    this.closed = true;
    this.cancel?.();
  }
}
