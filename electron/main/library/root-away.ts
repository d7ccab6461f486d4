// Runs in main: notes that a root cannot be read and why, and has it read anew when what went wrong may have passed.

import { AWAY } from '../../shared/messages.js';
import { displayPath } from '../../shared/paths.js';
import { toFailure } from '../../shared/result.js';
import type { OpenRoot } from './open-root.js';
import type { ReaderServices } from './reader-services.js';
import { Retry } from './retry.js';

export interface AwayOptions {
  readonly open: OpenRoot;
  readonly services: Pick<ReaderServices, 'after' | 'log' | 'onInfo'>;
  /** It cannot be read: what was read is to be compared with the disk once more. */
  readonly onAway: () => void;
  readonly readAnew: () => void;
}

export class RootAway {
  private readonly retry: Retry;
  /** Whether it was told to be away since the disk has last answered. */
  private told = false;

  constructor(private readonly options: AwayOptions) {
    this.retry = new Retry(options.services.after, options.readAnew);
  }

  /** The disk has answered a reading: what was told before is over, and what is told from now on is newer. */
  answered(): void {
    this.told = false;
  }

  /** What was read has been entered: the root is there. False when it was told meanwhile that it is not, which stays. */
  comeBack(): boolean {
    const { open } = this.options;
    if (this.told) return false;
    open.state = 'ready';
    open.failure = null;
    this.retry.done();
    return true;
  }

  /** The root is out of reach. `why`: a sentence. */
  set(why: string): void {
    const { open, services, onAway } = this.options;
    const failure = why === AWAY ? null : why;
    this.told = true;
    onAway();
    if (open.state === 'offline' && open.failure === failure) return;
    open.state = 'offline';
    open.failure = failure;
    services.log('warn', `Offline: ${this.shownName}: ${why}`);
    services.onInfo();
  }

  /** A reading has failed. That is never stored, and never means that files were deleted. */
  failed(error: unknown): void {
    const { open, services } = this.options;
    const { code, message } = toFailure(error);
    if (code === 'stopped' || code === 'crashed') return;
    if (code === 'offline') return this.set(message);
    // Nobody knows what is wrong: everything is read anew, when it may have passed.
    open.isRead = false;
    const wait = this.retry.failed();
    const what = `${String(error)}; again in ${wait / 1000} s`;
    services.log('error', `Reading failed: ${this.shownName}: ${what}`);
    this.set(`Something went wrong while this folder was read (${message}). It is tried again soon.`);
  }

  close(): void {
    this.retry.done();
  }

  private get shownName(): string {
    return displayPath(this.options.open.root.path);
  }
}
