// Runs in main: the pool of thumbnail workers. Gives each the most urgent job, survives the end of any of them.

import type { ThumbnailMade } from '../../shared/messages.js';
import { deferred } from '../../shared/deferred.js';
import { AppError, toFailure } from '../../shared/result.js';
import { BackgroundShare } from './background-share.js';
import { BoundedQueue } from './bounded-queue.js';
import { systemClock, type Clock } from './clock.js';
import { JobLog, type LoggedJob } from './job-log.js';
import type {
  PoolOptions,
  PoolStats,
  PoolTask as Task,
  PoolWork,
  Recognise,
  WorkerStats,
} from './pool-types.js';
import { STOP_LIMIT, TIME_LIMITS } from './pool-limits.js';
import { full, poolNotice, quarantined, QUARANTINED, stopped } from './pool-notice.js';
import { Tally, workerStats } from './pool-stats.js';
import { compareLanes, type Lane } from './queue.js';
import { WorkerSlot } from './slot.js';
import { Displaced } from './slot-types.js';
import { Strikes } from './strikes.js';
import { Waiters } from './waiters.js';

export class ThumbnailPool {
  private readonly clock: Clock;
  private readonly queue: BoundedQueue;
  /** Everything waiting or running. */
  private readonly tasks = new Map<string, Task>();
  private readonly running = new Map<WorkerSlot, Task>();
  private readonly strikes: Strikes;
  private readonly slots: readonly WorkerSlot[];
  private readonly waiters: Waiters;
  private readonly tally = new Tally();
  private readonly log: JobLog;
  private state: 'new' | 'running' | 'stopped' = 'new';
  private pumping = false;
  private readonly background: BackgroundShare;
  private told: string | null = null;

  constructor(private readonly options: PoolOptions) {
    this.clock = options.clock ?? systemClock;
    this.waiters = new Waiters(this.clock);
    const strikes = (this.strikes = options.strikes ?? new Strikes(null, options.log));
    this.queue = new BoundedQueue(options, strikes, (task) => this.drop(task));
    this.log = new JobLog(options.log);
    this.background = new BackgroundShare(this.clock, options.workers, () => this.pump());
    this.slots = Array.from({ length: options.workers }, (_, i) => this.slot(`worker ${i + 1}`));
  }

  /** Reads which files are to be left alone. */
  open(): Promise<void> {
    return this.strikes.open();
  }

  /** Begins to work. Workers start when there is something to do. */
  start(): void {
    if (this.state === 'new') this.state = 'running';
    this.pump();
  }

  /**
   * Adds work; the same key again moves it to the more urgent lane, newest first, and answers the same promise.
   *
   * @throws (rejects) AppError: the worker's own, `timeout`, `crashed` for a file that ended two workers,
   * `stopped` when withdrawn, or when there is no room for it in the background
   */
  addJob(work: PoolWork): Promise<ThumbnailMade> {
    const { key, lane } = work;
    if (this.state === 'stopped') return Promise.reject(stopped());
    if (this.strikes.isOut(key)) return Promise.reject(quarantined());
    let task = this.tasks.get(key);
    if (!task) {
      if (lane === 'background' && this.backgroundRoom === 0) return Promise.reject(full());
      task = { ...work, answer: deferred<ThumbnailMade>(), startedAt: 0 };
      this.tasks.set(key, task);
      this.queue.add(task);
      this.pump();
    } else {
      this.promote(key, lane);
    }
    return task.answer.promise;
  }

  /** Moves waiting work to a lane that is at least as urgent as its own, as the newest request there. */
  promote(key: string, lane: Lane): void {
    const task = this.tasks.get(key);
    const now = this.queue.laneOf(key);
    if (!task || now === undefined || compareLanes(lane, now) > 0) return;
    if (lane === now && lane === 'background') return;
    task.lane = lane;
    this.queue.add(task);
    // A worker may be free although background work waits.
    this.pump();
  }

  /** Takes back waiting work; what runs goes on. */
  withdraw(key: string): void {
    this.drop(this.queue.remove(key));
  }

  /** Takes back all waiting work. */
  clearQueue(): void {
    for (let task = this.queue.take(); task; task = this.queue.take()) this.drop(task);
  }

  /** Lets a quarantined file be tried again. */
  release(key: string): void {
    this.strikes.forgive(key);
  }

  /** Background jobs that may be added before the bound is reached. */
  get backgroundRoom(): number {
    return this.queue.backgroundRoom;
  }

  /** Jobs that wait in a lane. */
  waitingIn = (lane: Lane): number => this.queue.count(lane);

  /** Stops and resumes the background lane; what a person looks at goes on. */
  holdBackground(hold: boolean): void {
    this.background.hold(hold);
  }

  /** Workers that may do background work at once; all of them serve what a person looks at. `rests`: with a pause after each job. */
  limitBackground(workers: number, rests = false): void {
    this.background.limit(workers, rests);
  }

  isBusy = (): boolean => this.tasks.size > 0;

  stats(): PoolStats {
    return {
      ...this.tally.get(),
      pending: this.tasks.size,
      queueSize: this.queue.size,
      running: this.running.size,
      lanes: this.queue.counts(),
      workers: this.slots.map((slot) => this.worker(slot)),
    };
  }

  /** Replaces the workers, or the one of that name; a running job is finished first. Nothing is held against its file. */
  restart(name: string | null): void {
    for (const slot of this.slots) if (name === null || slot.name === name) slot.restart();
  }

  /** One sentence when no worker can be started, else null. */
  get notice(): string | null {
    return poolNotice(this.slots);
  }

  /** Resolves with true when nothing is waiting or running, with false after `timeoutMs`. */
  waitCompletion(timeoutMs: number): Promise<boolean> {
    return this.isBusy() ? this.waiters.wait(timeoutMs) : Promise.resolve(true);
  }

  /** Drops what waits and ends the workers; with `wait`, running jobs get `limit` ms to finish. */
  async stop({ wait = false, limit = STOP_LIMIT } = {}): Promise<void> {
    this.state = 'stopped';
    this.clearQueue();
    this.background.stop();
    if (wait) await this.waitCompletion(limit);
    await Promise.all(this.slots.map((slot) => slot.stop()));
    await this.strikes.close();
  }

  private slot(name: string): WorkerSlot {
    const unlimited = { memoryOf: () => null, memoryLimit: Infinity, jobMemoryLimit: Infinity };
    const onChange = () => this.slotChanged();
    return new WorkerSlot({ ...unlimited, ...this.options, name, clock: this.clock, onChange });
  }

  private slotChanged(): void {
    if (this.notice !== this.told) {
      this.told = this.notice;
      this.options.onNotice?.();
    }
    this.pump();
  }

  /** Hands out work a moment later, when everything that is asked for at once is in the queue. */
  private pump(): void {
    if (this.pumping) return;
    this.pumping = true;
    queueMicrotask(() => {
      this.pumping = false;
      this.handOut();
    });
  }

  /** Gives work to whoever is free, and starts workers while there is more work than they can take. */
  private handOut(): void {
    if (this.state !== 'running') return;
    for (const slot of this.slots) {
      if (slot.state !== 'ready') continue;
      const task = this.queue.take(
        (lane) => lane !== 'background' || this.freeForBackground() > 0,
        ({ key }) => !this.strikes.isSuspect(key) || !(slot.written || this.readsSuspect()),
      );
      if (task) void this.run(slot, task);
    }
    const coming = this.slots.filter(({ state }) => state === 'starting').length;
    const waiting = this.queue.count('background');
    const wanted = this.queue.size - waiting + Math.min(waiting, this.freeForBackground());
    for (const slot of this.slots) {
      if (coming >= wanted) return;
      if (slot.state !== 'off') continue;
      slot.start();
      return void setImmediate(() => this.pump()); // It held the loop for some 10 ms: one per turn.
    }
  }

  /** Whether one is read that has ended a worker. Another such waits then: if the app ended with both, both would be blamed. */
  private readsSuspect(): boolean {
    return [...this.running.values()].some(({ key }) => this.strikes.isSuspect(key));
  }

  private freeForBackground(): number {
    const busy = [...this.running.values()].filter(({ lane }) => lane === 'background');
    return this.background.free(busy.length);
  }

  private async run(slot: WorkerSlot, task: Task): Promise<void> {
    const timeLimit = (this.options.timeLimits ?? TIME_LIMITS)[task.job.kind];
    task.startedAt = this.clock.now();
    this.running.set(slot, task);
    this.strikes.began(this.slots.indexOf(slot), task.key);
    const job = { name: slot.name, pid: slot.pid, path: task.job.path };
    this.log.begun(job);
    // With a second file on the way it would not be known which of them ends the worker.
    const onFree = this.strikes.isSuspect(task.key) ? null : () => this.ended(slot, task);
    try {
      let known: ThumbnailMade | null = null;
      const { recognise, mayBeKnown } = task;
      const ask: Recognise = async (...content) => (known = (await recognise?.(...content)) ?? null);
      const look = recognise && mayBeKnown?.() ? ask : null;
      const made = await slot.run({ ...task.job, timeLimit }, timeLimit, look, onFree);
      this.log.ended(job, made === known ? 'recognised' : 'done', this.secondsOf(task));
      this.tally.made(this.secondsOf(task), made === known);
      this.ended(slot, task);
      this.strikes.forgive(task.key);
      this.finish(task, () => task.answer.resolve(made));
    } catch (error) {
      this.ended(slot, task);
      this.runFailed(task, job, error);
    }
  }

  /** The slot is done with a job, which may be told twice. */
  private ended(slot: WorkerSlot, task: Task): void {
    if (this.running.get(slot) !== task) return;
    this.running.delete(slot);
    this.strikes.ended(this.slots.indexOf(slot));
    if (task.lane === 'background') this.background.ended(this.clock.now() - task.startedAt);
  }

  private runFailed(task: Task, job: LoggedJob, error: unknown): void {
    const { code, message } = toFailure(error);
    this.log.failed(job, error, this.secondsOf(task));
    // While the pool stops, it is the pool that ends workers.
    if (code === 'crashed' && this.state === 'running') {
      if (!(error instanceof Displaced)) this.strikes.strike(task.key);
      if (!this.strikes.isOut(task.key)) {
        this.queue.add(task, error instanceof Displaced);
        return this.pump();
      }
    }
    const told = this.strikes.isOut(task.key) ? QUARANTINED : message;
    const failure = new AppError(code, told, { cause: error });
    this.tally.gaveUp();
    this.finish(task, () => task.answer.reject(failure));
  }

  private finish(task: Task, answer: () => void): void {
    this.tasks.delete(task.key);
    answer();
    if (!this.isBusy()) this.waiters.release();
    // The slot was free a moment before this job counted as over.
    this.pump();
  }

  private drop(task: Task | undefined): void {
    if (!task) return;
    this.tasks.delete(task.key);
    task.answer.reject(stopped());
    if (!this.isBusy()) this.waiters.release();
  }

  private worker(slot: WorkerSlot): WorkerStats {
    const task = this.running.get(slot);
    return workerStats(slot, task?.job.path, task?.startedAt, this.clock.now(), this.options.memoryOf);
  }

  private secondsOf(task: Task): number {
    return (this.clock.now() - task.startedAt) / 1000;
  }
}
