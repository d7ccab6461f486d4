// Runs in the library process: notices that a root goes away (drive unplugged, network gone) and comes back.

import type { Clock } from './clock.js';

const WHILE_ONLINE_MS = 5000;
const WHILE_OFFLINE_MS = 3000;

export interface PresenceOptions {
  readonly clock: Clock;
  /** Null when the root is there, otherwise a sentence. */
  readonly whyAway: () => Promise<string | null>;
  /** `why`: a sentence while it is away. */
  readonly onChange: (online: boolean, why: string | null) => void;
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

  /** Looks again and again from now on, beginning in a moment; nothing new when it does already. */
  begin(): void {
    if (this.cancel === null && !this.checking) this.set(null);
  }

  /** Looks now, and from then on again and again. */
  async check(): Promise<void> {
    // A drive that hangs answers late: one question at a time.
    if (this.checking || this.closed) return;
    this.checking = true;
    this.cancel?.();
    const why = await this.options.whyAway();
    this.checking = false;
    this.set(why);
  }

  /** Enters what was learnt otherwise: a scan succeeded (null), the folder could not be reached (why). */
  set(why: string | null): void {
    if (this.closed) return;
    const online = why === null;
    const changed = online !== this.online;
    this.online = online;
    this.cancel?.();
    const wait = online ? WHILE_ONLINE_MS : WHILE_OFFLINE_MS;
    this.cancel = this.options.clock.after(wait, () => void this.check());
    if (changed) this.options.onChange(online, why);
  }

  close(): void {
    this.closed = true;
    this.cancel?.();
  }
}
