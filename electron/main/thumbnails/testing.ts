// Used by unit tests only: a clock that moves by hand and workers that live in memory.

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { ThumbnailEvents, ThumbnailJob, ThumbnailMade } from '../../shared/messages.js';
import { deferred, type Deferred } from '../../shared/deferred.js';
import { AppError } from '../../shared/result.js';
import type { Clock, Timer } from './clock.js';
import type { Worker } from './slot-types.js';

/** Time stands still until {@link ManualClock.advance}. */
export class ManualClock implements Clock {
  private time = 0;
  private readonly timers = new Set<{ at: number; run: () => void }>();

  now(): number {
    return this.time;
  }

  setTimer(run: () => void, ms: number): Timer {
    const timer = { at: this.time + ms, run };
    this.timers.add(timer);
    return timer;
  }

  clearTimer(timer: Timer): void {
    this.timers.delete(timer as { at: number; run: () => void });
  }

  /** Moves on, running what falls due, in order. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      await settle();
      const [next] = [...this.timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.timers.delete(next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = until;
    await settle();
  }
}

/** Lets everything that is already decided happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** The smallest thing that has the shape of a WebP. */
export const WEBP = Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1');

/** What a worker says that has written {@link WEBP}. */
export const MADE: ThumbnailMade = {
  width: 30,
  height: 20,
  duration: 0,
  warning: null,
  fingerprint: '0'.repeat(32),
  sum: null,
  bytes: WEBP.length,
  checksum: crc32(WEBP),
  placeholder: new Uint8Array(24),
};

/** What an in-memory worker takes for head and tail of a content, unless told otherwise: what follows `#` is its middle. */
export const fingerprintAt = (content: string): string =>
  createHash('md5')
    .update(content.split('#')[0] ?? '')
    .digest('hex');

/** A worker whose jobs the test answers. */
export class FakeWorker implements Worker {
  static nextPid = 1000;
  readonly pid = FakeWorker.nextPid++;
  readonly ready: Promise<void>;
  readonly ended: Promise<number>;
  /** The running job. */
  job: ThumbnailJob | null = null;
  stops = 0;
  private readonly started = deferred();
  private readonly finished = deferred<number>();
  private answer: Deferred<ThumbnailMade> | null = null;
  private gone = false;
  /** Of jobs whose pictures are being written. */
  private readonly writing = new Set<Deferred<ThumbnailMade>>();
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();
  /** Content of the running job's file as it was when the job began. */
  private seen = '';

  constructor(
    readyAtOnce = true,
    /** What a file contains: each place something of its own, unless told otherwise. */
    private readonly contentOf = (path: string) => path,
  ) {
    this.ready = this.started.promise;
    this.ended = this.finished.promise;
    this.ready.catch(() => undefined);
    if (readyAtOnce) this.started.resolve();
  }

  /** Of one that was not ready at once. */
  becomeReady(): void {
    this.started.resolve();
  }

  ask(name: string, args: unknown): Promise<never> {
    if (this.gone) return Promise.reject(new AppError('crashed', 'It has ended.'));
    const content = this.contentOf((args as ThumbnailJob).path);
    if (name === 'fingerprint') return Promise.resolve(fingerprintAt(content) as never);
    if (name === 'sum') return Promise.resolve(crc32(content) as never);
    if (this.job) throw new Error('Two jobs at once');
    this.job = args as ThumbnailJob;
    this.seen = content;
    this.answer = deferred<ThumbnailMade>();
    return this.answer.promise as Promise<never>;
  }

  on(name: string, listener: (payload: never) => void): () => void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(listener));
    return () => set.delete(listener);
  }

  /** Tells something unasked. */
  tell<K extends keyof ThumbnailEvents>(name: K, payload: ThumbnailEvents[K]): void {
    for (const hear of this.listeners.get(name) ?? []) hear(payload as never);
  }

  /** Begins to write the picture of the running job. Answers what ends that. */
  write(made: ThumbnailMade = MADE): () => void {
    const { job, answer, seen } = this;
    if (!job || !answer) throw new Error('There is no job');
    this.job = null;
    this.answer = null;
    this.writing.add(answer);
    this.tell('writing', { target: job.target, width: made.width, height: made.height });
    return () => answer.resolve({ ...made, fingerprint: fingerprintAt(seen), sum: crc32(seen) });
  }

  finish(made: ThumbnailMade = MADE): void {
    const { answer } = this;
    this.job = null;
    answer?.resolve({ ...made, fingerprint: fingerprintAt(this.seen), sum: crc32(this.seen) });
  }

  fail(error: Error): void {
    const { answer } = this;
    this.job = null;
    answer?.reject(error);
  }

  /** Ends the process: by the test, or by whoever owns it. */
  kill(code = 9): void {
    if (this.gone) return;
    this.gone = true;
    const crashed = new AppError('crashed', 'It ended.');
    this.started.reject(crashed);
    for (const job of this.writing) job.reject(crashed);
    this.fail(crashed);
    // Like the real one, which tells of its end a little later than the job hears of it.
    setImmediate(() => this.finished.resolve(code));
  }

  async stop(): Promise<void> {
    this.stops++;
    this.kill(0);
    await this.ended;
  }
}
