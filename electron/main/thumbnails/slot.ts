// Runs in main: one place of the pool and the worker that fills it: starts it, gives it a job, notices its end,
// and waits longer before each new try when it keeps ending.

import { NO_ROOM, type ThumbnailJob, type ThumbnailMade } from '../../shared/messages.js';
import { deferred, type Deferred } from '../../shared/deferred.js';
import { AppError } from '../../shared/result.js';
import type { Timer } from './clock.js';
import { JobWatch, tookMuch } from './job-watch.js';
import { endLeftOver } from './left-over.js';
import type { Recognise } from './pool-types.js';
import { restAfter } from './rest.js';
import { Displaced, type SlotOptions, type SlotState, type Worker } from './slot-types.js';

const START_LIMIT = 30_000;
/** What a worker gets to end its ffmpeg and itself, and how much later than the worker main loses patience. */
const GRACE = 1000;
const GIVE_UP = 10_000;
/** Asking the system for memory costs a millisecond: not after every job. */
const JOBS_BETWEEN_LOOKS = 16;

export class WorkerSlot {
  state: SlotState = 'off';
  /** Ends in a row without a job done in between. */
  private ends = 0;
  /** Of those, ends before the worker was ready or while it had nothing to do. */
  failedStarts = 0;
  /** Why it does not start, as a part of a sentence; null while nothing is known to be wrong. */
  trouble: string | null = null;
  private worker: Worker | undefined;
  private timer: Timer | undefined;
  /** That have begun. */
  private jobs = 0;
  /** Comes when the picture is on the disk that is being written while the slot may take the next job. */
  written: Deferred<void> | null = null;
  /** Each rejects when a job is given up with its worker. */
  private readonly givenUp = new Set<Deferred<never>>();
  private closed = false;
  /** To be replaced after the running job. */
  private renewing = false;

  constructor(private readonly options: SlotOptions) {}

  get name(): string {
    return this.options.name;
  }

  get pid(): number | null {
    return this.worker?.pid ?? null;
  }

  /** Starts a worker if there is none. */
  start(): void {
    if (this.state !== 'off' || this.closed) return;
    this.state = 'starting';
    this.renewing = false;
    let worker: Worker;
    try {
      worker = this.options.startWorker();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
      this.options.log('error', `${this.name} could not be started: ${this.trouble}`);
      this.rest(true);
      return;
    }
    this.worker = worker;
    endLeftOver(worker, this.options.log);
    this.timer = this.options.clock.setTimer(() => {
      this.trouble = `it was not ready after ${START_LIMIT / 1000} seconds`;
      this.options.log('error', `${this.name}: ${this.trouble}`);
      worker.kill();
    }, START_LIMIT);
    worker.ready.then(
      () => this.becameReady(worker),
      () => undefined, // `ended` tells the same and more.
    );
    void worker.ended.then((code) => this.ended(worker, code));
  }

  /**
   * Has the worker make one thumbnail, or only look at the file when `recognise` knows its content. Only while `ready`.
   * `onFree`: the picture is being written, and the slot takes the next job meanwhile; not told of every job. Null: it stays with this one.
   *
   * @throws AppError the worker's own; `timeout` after `limit` ms; `memory` when it takes too much; `internal` when the picture
   * cannot be written in time; `crashed` when the worker ended, {@link Displaced} when it had to because of others
   */
  async run(
    job: ThumbnailJob,
    limit: number,
    recognise: Recognise | null = null,
    onFree: (() => void) | null = null,
  ): Promise<ThumbnailMade> {
    const { worker } = this;
    if (!worker || this.state !== 'ready') throw new AppError('internal', `${this.name} is not ready.`);
    this.state = 'busy';
    this.jobs++;
    let alive = true;
    let heavy = true;
    let free = false;
    const givenUp = deferred<never>();
    this.givenUp.add(givenUp);
    const { clock } = this.options;
    const begun = clock.now();
    const watch = new JobWatch({
      ...{ clock, limit: limit + GRACE, onTooMuch: () => this.end(worker) },
      isTooLarge: () => this.memoryAbove(this.options.jobMemoryLimit) !== null,
    });
    const isHeavy = (made: Pick<ThumbnailMade, 'width' | 'height'>) => tookMuch(made, clock.now() - begun);
    const deaf = worker.on('writing', (picture) => {
      if (picture.target !== job.target) return;
      // What takes time or memory from now on is the disk, or another job.
      watch.writing();
      if (!onFree || isHeavy(picture) || !this.canGoOn(worker)) return;
      free = true;
      this.written = deferred();
      onFree();
      this.becomeReady();
    });
    try {
      const { path, rootPath } = job;
      const answer = <T>(asked: Promise<T>) => Promise.race([asked, givenUp.promise]);
      const file = { path, rootPath };
      const readSum = () => answer(worker.ask('sum', file));
      const known = await recognise?.(await answer(worker.ask('fingerprint', file)), readSum);
      const made = known ?? (await answer(worker.ask('make', job)));
      heavy = isHeavy(made);
      return made;
    } catch (error) {
      if (error instanceof AppError && error.message === NO_ROOM) {
        this.renewing = true;
        watch.stop();
        // Until then this worker goes on, and would be asked again and again.
        await this.written?.promise;
        throw new Displaced('crashed', NO_ROOM, { cause: error });
      }
      // A worker never answers this itself: it has ended, and `ended` is about to be told.
      alive = !(error instanceof AppError && error.code === 'crashed');
      if (alive || watch.reason || !this.isEnding(worker)) throw watch.reason ?? error;
      throw new Displaced('crashed', `${this.name}: its process ended.`, { cause: error });
    } finally {
      watch.stop();
      deaf();
      this.givenUp.delete(givenUp);
      if (free) {
        this.written?.resolve();
        this.written = null;
      }
      if (alive) this.afterJob(worker, heavy, free);
      else if (free) this.lost(worker);
    }
  }

  /** Replaces the worker, after its start or its job if it is at that; one that waits for its next try is started at once. */
  restart(): void {
    const { worker, state } = this;
    if (state === 'starting' || state === 'busy' || this.written) this.renewing = true;
    else if (state === 'ready' && worker) this.end(worker);
    else if (state === 'dead' && !this.closed) {
      this.clearTimer();
      this.state = 'off';
      this.options.onChange();
    }
  }

  /** Ends the worker for good. Resolves when it is gone, or is given up because it cannot be ended. */
  async stop(): Promise<void> {
    this.closed = true;
    this.clearTimer();
    const { worker } = this;
    this.state = worker ? 'ending' : 'off';
    if (!worker) return;
    let timer: Timer | undefined;
    const tooLate = new Promise<Worker>(
      (resolve) => (timer = this.options.clock.setTimer(() => resolve(worker), GIVE_UP)),
    );
    const stuck = await Promise.race([worker.stop(GRACE).then(() => null), tooLate]);
    if (timer !== undefined) this.options.clock.clearTimer(timer);
    this.giveUp(stuck);
  }

  private becameReady(worker: Worker): void {
    if (worker !== this.worker || this.state !== 'starting') return;
    this.clearTimer();
    this.state = 'ready';
    this.options.log('debug', `${this.name} is ready (pid ${worker.pid ?? '?'})`);
    if (this.renewing) return this.end(worker);
    this.options.onChange();
  }

  /** Whether the slot takes the next job while a picture is being written: not two pictures, nor where it may have to be replaced. */
  private canGoOn(worker: Worker): boolean {
    if (worker !== this.worker || this.state !== 'busy') return false;
    return !this.written && !this.renewing && this.jobs % JOBS_BETWEEN_LOOKS !== 0;
  }

  /** `heavy`: the job may have taken much memory; `free`: the slot went on before it was over. */
  private afterJob(worker: Worker, heavy: boolean, free: boolean): void {
    this.ends = 0;
    this.failedStarts = 0;
    this.trouble = null;
    // Told to end: `ended` goes on from here. Or busy with the next job already.
    if (worker !== this.worker || this.state !== (free ? 'ready' : 'busy')) return;
    if (this.renewing || (!free && this.hasGrown(heavy))) {
      if (!this.written) return this.end(worker);
      // Only when the picture is written that still is.
      this.renewing = true;
    }
    if (!free) this.becomeReady();
  }

  private isEnding(worker: Worker): boolean {
    return worker === this.worker && this.state === 'ending';
  }

  /** A worker has ended that wrote a picture, which `ended` is told a moment later: nothing may be handed to it, and it had work. */
  private lost(worker: Worker): void {
    if (worker === this.worker && this.state === 'ready') this.state = 'busy';
  }

  private becomeReady(): void {
    this.state = 'ready';
    // The answer first reaches whoever waits for it; then the slot takes more.
    queueMicrotask(this.options.onChange);
  }

  private hasGrown(heavy: boolean): boolean {
    if (!heavy && this.jobs % JOBS_BETWEEN_LOOKS !== 0) return false;
    const bytes = this.memoryAbove(this.options.memoryLimit);
    if (bytes === null) return false;
    this.options.log('info', `${this.name} is replaced: it holds ${Math.round(bytes / 2 ** 20)} MB`);
    return true;
  }

  /** Bytes that the worker holds, if they are more than `limit`. */
  private memoryAbove(limit: number): number | null {
    const { pid } = this;
    const bytes = pid === null ? null : this.options.memoryOf(pid);
    return bytes !== null && bytes > limit ? bytes : null;
  }

  private end(worker: Worker): void {
    if (this.state === 'ending') return;
    this.state = 'ending';
    void worker.stop(GRACE);
    // A process that waits for a dead network disk cannot be ended: neither its place nor its job may wait with it.
    this.timer = this.options.clock.setTimer(() => {
      this.giveUp(worker);
      // The job first, as with every other end.
      setImmediate(() => this.ended(worker, -1));
    }, GIVE_UP);
  }

  private giveUp(stuck: Worker | null): void {
    if (stuck)
      this.options.log('error', `${this.name} did not end (pid ${stuck.pid ?? '?'}); it is given up`);
    for (const job of this.givenUp) job.reject(new AppError('crashed', `${this.name} did not end.`));
  }

  private ended(worker: Worker, code: number): void {
    if (worker !== this.worker) return;
    this.clearTimer();
    this.worker = undefined;
    const { state } = this;
    if (this.closed) {
      this.state = 'off';
      return;
    }
    if (state === 'ending') {
      // Planned: nothing to hold against it.
      this.state = 'off';
      this.options.onChange();
      return;
    }
    this.options.log('warn', `${this.name} ended while ${state} (code ${code})`);
    // Where it was killed because it was not ready, that is the news.
    if (state === 'ready' || this.trouble === null) {
      this.trouble = worker.lastWords ? worker.lastWords : `it ends by itself (code ${code})`;
    }
    this.rest(state !== 'busy');
  }

  /** Waits before the next start, twice as long after each end. */
  private rest(withoutJob: boolean): void {
    this.state = 'dead';
    this.ends++;
    if (withoutJob) this.failedStarts++;
    const delay = restAfter(this.ends, withoutJob);
    this.timer = this.options.clock.setTimer(() => {
      this.timer = undefined;
      this.state = 'off';
      this.options.onChange();
    }, delay);
    this.options.onChange();
  }

  private clearTimer(): void {
    if (this.timer !== undefined) this.options.clock.clearTimer(this.timer);
    this.timer = undefined;
  }
}
