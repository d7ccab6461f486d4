// Runs in the library process: the system's queue of inotify events, of which the process has one for all its watchers.
// Linux drops what does not fit and does not say so to Node, but then a whole queue came in one turn of the loop.

import { readFileSync } from 'node:fs';

/** What Linux keeps unless it is told otherwise. */
const USUAL_LENGTH = 16_384;

export class EventQueue {
  private inTurn = 0;
  private readonly listeners = new Set<() => void>();

  /** @param length events that the system keeps for this process while it is busy */
  constructor(private readonly length = systemLength()) {}

  /** `onOverflow` is called when events may have been lost, whosever they were. Returns the end of it. */
  join(onOverflow: () => void): () => void {
    this.listeners.add(onOverflow);
    return () => this.listeners.delete(onOverflow);
  }

  /** One more event has come. */
  count(): void {
    if (++this.inTurn > 1) return;
    setImmediate(() => {
      const overflowed = this.inTurn >= this.length;
      this.inTurn = 0;
      if (overflowed) for (const listener of [...this.listeners]) listener();
    });
  }
}

function systemLength(): number {
  try {
    const length = Number(readFileSync('/proc/sys/fs/inotify/max_queued_events', 'utf8'));
    return length > 0 ? length : USUAL_LENGTH;
  } catch {
    // Not to be had in every container: the usual one is the best guess.
    return USUAL_LENGTH;
  }
}
