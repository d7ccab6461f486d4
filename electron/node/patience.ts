// Runs in main and in the library process: a drive that does not answer keeps every call that waits for it, and with it one
// of the process's few threads for files. So only a few calls of a folder wait at a time, and none is added to one that hangs.

import { randomBytes } from 'node:crypto';
import { SILENT } from '../shared/messages.js';
import { AppError } from '../shared/result.js';

export interface PatienceOptions {
  /** Calls under way at a time; more wait for their turn. */
  readonly most: number;
  /** Milliseconds after which a call counts as hanging. */
  readonly limit: number;
  /** Calls back once after a delay in milliseconds; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  /** Calls back when a thread for files is free; replaced by tests. */
  readonly whenFree?: (callback: () => void) => void;
  /** A call hangs (true); all that hung have come back (false). */
  readonly onHanging?: (hangs: boolean) => void;
}

interface Waiting {
  readonly begin: () => void;
  readonly refuse: (error: AppError) => void;
}

/** Random bytes are made by the threads that also read files. */
const whenThreadIsFree = (callback: () => void): void => randomBytes(1, () => callback());

/** What is said for a drive that does not answer. */
export const silent = (): AppError => new AppError('offline', SILENT);

/** The calls that wait for one folder's drive. */
export class Patience {
  private running = 0;
  private hanging = 0;
  private waiting: Waiting[] = [];

  constructor(private readonly options: PatienceOptions) {}

  /** Whether a call has not been answered for long. */
  get hangs(): boolean {
    return this.hanging > 0;
  }

  /** Answers what the call does, however long that takes. @throws AppError `offline`, at once, while another one hangs */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.hangs) throw silent();
    if (this.running < this.options.most) this.running++;
    else await new Promise<void>((begin, refuse) => this.waiting.push({ begin, refuse }));
    let late = false;
    const cancel = this.over(() => {
      late = true;
      this.hang();
    });
    try {
      return await call();
    } finally {
      cancel();
      this.running--;
      if (late && --this.hanging === 0) this.options.onHanging?.(false);
      this.next();
    }
  }

  /** Like {@link run}; who asked waits no longer than the limit. @throws AppError `offline` when that is over */
  runInTime<T>(call: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.over(() => reject(silent()));
      this.run(call).finally(cancel).then(resolve, reject);
    });
  }

  /** Calls back when the limit is over; answers what cancels it. */
  private over(callback: () => void): () => void {
    const { after, limit, whenFree = whenThreadIsFree } = this.options;
    let cancelled = false;
    // While other calls keep all threads, this one may not even have begun. And a process that was held up, or slept with
    // its computer, takes in first what has come back meanwhile.
    const cancel = after(limit, () => whenFree(() => !cancelled && callback()));
    return () => {
      cancelled = true;
      cancel();
    };
  }

  private hang(): void {
    for (const { refuse } of this.waiting.splice(0)) refuse(silent());
    if (++this.hanging === 1) this.options.onHanging?.(true);
  }

  private next(): void {
    while (this.running < this.options.most) {
      const first = this.waiting.shift();
      if (!first) return;
      this.running++;
      first.begin();
    }
  }
}
