// Runs in the library process: two threads that read folders. Two are as fast as it gets (more only wait for each
// other inside the system), and while one is stuck on a drive that does not answer, another takes its place.

import type { Clock } from '../clock.js';
import type { FolderOutcome } from '../found.js';
import { unpackReadings, type Readings } from './readings.js';

export interface ThreadRequest {
  readonly id: number;
  readonly root: string;
  readonly folders: readonly string[];
}

export interface ThreadAnswer {
  readonly id: number;
  readonly readings: Readings;
}

/** A thread as the pool sees it: a Worker, or a test's stand-in. */
export interface Thread {
  postMessage(request: ThreadRequest): void;
  on(event: 'message', listener: (answer: ThreadAnswer) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
  unref(): void;
}

export interface ThreadsOptions {
  readonly clock: Clock;
  readonly start: () => Thread;
  /** Reads in this thread, for when there are no others. */
  readonly readHere: (root: string, folders: readonly string[]) => Promise<FolderOutcome[]>;
  readonly log: (message: string) => void;
}

const THREADS = 2;
/** With spares for drives that hang. */
const MOST_THREADS = 8;
/** Work given to one thread at a time: while it answers one, it has the next. */
const AHEAD = 2;
/** A thread that has answered nothing for this long counts as stuck. */
const STUCK_MS = 5000;
/** Threads without work are kept this long: one takes 30 ms to start and some megabytes to keep. */
const IDLE_MS = 30_000;

interface Job extends ThreadRequest {
  readonly resolve: (outcomes: FolderOutcome[]) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly thread: Thread;
  readonly jobs: Job[];
  /** When it last took or gave something, by the clock. */
  movedAt: number;
}

export class ScanThreads {
  private readonly members = new Set<Member>();
  private readonly queue: Job[] = [];
  private nextId = 0;
  private cancelLook: (() => void) | null = null;
  private broken = false;

  constructor(private readonly options: ThreadsOptions) {}

  /** Starts the threads before they are needed. */
  warm(): void {
    while (!this.broken && this.members.size < THREADS) this.add();
    this.lookLater(IDLE_MS);
  }

  /** Reads folders (relative paths) below `root` (absolute); answers in their order. */
  readonly read = (root: string, folders: readonly string[]): Promise<FolderOutcome[]> => {
    if (this.broken) return this.options.readHere(root, folders);
    return new Promise((resolve, reject) => {
      this.queue.push({ id: this.nextId++, root, folders, resolve, reject });
      this.warm();
      this.give();
    });
  };

  /** Ends the threads; work that is not done is read here. */
  async close(): Promise<void> {
    this.cancelLook?.();
    this.cancelLook = null;
    this.broken = true;
    await Promise.all([...this.members].map(({ thread }) => thread.terminate()));
  }

  private add(): void {
    let thread: Thread;
    try {
      thread = this.options.start();
    } catch (error) {
      this.giveUp(error);
      return;
    }
    const member: Member = { thread, jobs: [], movedAt: this.options.clock.now() };
    this.members.add(member);
    thread.on('message', ({ id, readings }) => {
      member.movedAt = this.options.clock.now();
      const at = member.jobs.findIndex((job) => job.id === id);
      const [job] = at < 0 ? [] : member.jobs.splice(at, 1);
      this.give();
      job?.resolve(unpackReadings(readings));
    });
    thread.on('error', (error) => this.giveUp(error));
    thread.on('exit', () => {
      this.members.delete(member);
      for (const job of member.jobs.splice(0)) this.readHere(job);
    });
    // An idle thread must not keep the process alive.
    thread.unref();
  }

  private give(): void {
    // The one with the least to do first, so that a single piece of work never waits behind another.
    for (const room of Array.from({ length: AHEAD }, (_, jobs) => jobs)) {
      for (const member of this.members) {
        if (member.jobs.length !== room || this.isStuck(member)) continue;
        const job = this.queue.shift();
        if (!job) return;
        if (member.jobs.length === 0) member.movedAt = this.options.clock.now();
        member.jobs.push(job);
        member.thread.postMessage({ id: job.id, root: job.root, folders: job.folders });
      }
    }
  }

  private isStuck({ jobs, movedAt }: Member): boolean {
    return jobs.length > 0 && this.options.clock.now() - movedAt >= STUCK_MS;
  }

  private lookLater(ms: number): void {
    this.cancelLook ??= this.options.clock.after(Math.min(ms, STUCK_MS), () => {
      this.cancelLook = null;
      this.look();
    });
  }

  /** Replaces threads that are stuck, and lets go of those that have had nothing to do. */
  private look(): void {
    const now = this.options.clock.now();
    const members = [...this.members];
    // The clock was set back: what is stuck now must not count as busy until that time comes again.
    for (const member of members) member.movedAt = Math.min(member.movedAt, now);
    const stuck = members.filter((member) => this.isStuck(member));
    for (const member of stuck) {
      // What is behind the stuck piece goes to others; the piece itself ends when the drive answers.
      this.queue.unshift(...member.jobs.splice(1));
    }
    const working = members.length - stuck.length;
    for (let more = THREADS - working; more > 0 && this.members.size < MOST_THREADS; more--) {
      if (this.queue.length > 0) this.add();
    }
    this.give();
    for (const member of this.members) {
      if (member.jobs.length === 0 && now - member.movedAt >= IDLE_MS) {
        this.members.delete(member);
        void member.thread.terminate();
      }
    }
    if (this.members.size > 0) this.lookLater(IDLE_MS);
  }

  /** Threads that do not even start: everything is read here, more slowly. */
  private giveUp(error: unknown): void {
    if (!this.broken) this.options.log(`Scan threads: ${String(error)}; folders are read without them.`);
    this.broken = true;
    for (const job of this.queue.splice(0)) this.readHere(job);
  }

  private readHere({ root, folders, resolve, reject }: Job): void {
    this.options.readHere(root, folders).then(resolve, reject);
  }
}
