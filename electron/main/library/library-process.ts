// Runs in main: keeps the library process alive. When it ends it is started again, ever later if it keeps ending.

import type { Child } from '../child.js';
import type { LibraryEvents, LibraryRequests, LogLevel } from '../../shared/messages.js';
import { Watchdog } from './watchdog.js';

export type LibraryChild = Child<LibraryRequests, LibraryEvents>;

/** A process that waits for a drive that does not answer cannot be ended; longer than this nobody waits for its end. */
const GIVE_UP_MS = 5000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A process that ran this long was healthy: the next restart is quick again. */
const HEALTHY_MS = 60_000;

export interface ProcessOptions {
  readonly startChild: () => LibraryChild;
  readonly now: () => number;
  /** Calls back once after a delay; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly log: (level: LogLevel, message: string) => void;
  /** A process has been started; listen to it and ask it. */
  readonly onStarted: (child: LibraryChild) => void;
  /** A process that replaces one that ended has been started. */
  readonly onRestarted: () => void;
  readonly onEnded: () => void;
  /** The process did not answer for so many seconds; it is ended, and another takes its place. */
  readonly onHang: (seconds: number) => void;
}

export class LibraryProcess {
  private current: LibraryChild | null = null;
  private wait = FIRST_WAIT_MS;
  private cancel: (() => void) | null = null;
  private stopping = false;
  private watchdog: Watchdog | null = null;

  constructor(private readonly options: ProcessOptions) {}

  /** The process, null while there is none. */
  get running(): LibraryChild | null {
    return this.current;
  }

  /** The process, started when nobody needed it before; null while it is down. */
  ensure(): LibraryChild | null {
    if (!this.current && !this.cancel && !this.stopping) this.start();
    return this.current;
  }

  /** Ends the process, after at most `graceMs` in which it may write what is not written yet; gives it up if it cannot be ended. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    this.cancel?.();
    this.watchdog?.stop();
    const child = this.current;
    if (!child) return;
    const { log } = this.options;
    const written = child.ask('stop', {}).catch((error: unknown) => {
      log('warn', `The library process could not end as it should: ${String(error)}`);
    });
    await this.inTime(written, graceMs);
    if (!(await this.inTime(child.stop(), GIVE_UP_MS))) log('error', 'The library process did not end.');
  }

  /** Waits for something; whether it came in time. */
  private async inTime(what: Promise<void>, ms: number): Promise<boolean> {
    let cancel: (() => void) | undefined;
    const late = new Promise<false>((done) => (cancel = this.options.after(ms, () => done(false))));
    const came = await Promise.race([what.then(() => true), late]);
    cancel?.();
    return came;
  }

  private start(): void {
    const { now, log, after, onStarted, onEnded } = this.options;
    this.cancel = null;
    const child = this.options.startChild();
    const startedAt = now();
    this.current = child;
    const watchdog = new Watchdog({
      after,
      ping: () => child.ask('ping', {}),
      onHang: () => this.hangs(child),
    });
    this.watchdog = watchdog;
    child.ready.then(
      () => !this.stopping && this.current === child && watchdog.start(),
      () => undefined,
    );
    void child.ended.then((code) => {
      this.current = null;
      watchdog.stop();
      if (this.stopping) return;
      if (now() - startedAt >= HEALTHY_MS) this.wait = FIRST_WAIT_MS;
      log('error', `The library process ended (code ${code}); it is started again in ${this.wait} ms.`);
      this.cancel = after(this.wait, () => {
        this.start();
        this.options.onRestarted();
      });
      this.wait = Math.min(LONGEST_WAIT_MS, this.wait * 2);
      onEnded();
    });
    onStarted(child);
  }

  private hangs(child: LibraryChild): void {
    const seconds = Watchdog.limit / 1000;
    this.options.log('error', `The library process has not answered for ${seconds} s and is ended.`);
    this.options.onHang(seconds);
    child.kill();
  }
}
