// Runs in the library process: reads the facts of many files in the background, wanted ones first, a few at
// a time, and tells them in batches.

import type { Facts } from '../../shared/listing.js';
import { encodeFacts, type FactItem } from '../../shared/listing-table.js';
import { AppError } from '../../shared/result.js';
import type { Clock } from '../clock.js';
import { factItem, type FileFacts } from './facts.js';

/** Files of one root read at the same time. */
export const CONCURRENCY = 4;
/** The first batch is told early, so that the first screen gets its proportions. */
const FIRST_BATCH_MS = 30;
const BATCH_MS = 200;
/** Between two words about how many files are left. */
const LEFT_MS = 500;

export interface FactsQueueOptions {
  readonly clock: Clock;
  /** Reads one file; null when it is gone or changed meanwhile. */
  readonly read: (id: number) => Promise<FileFacts | null>;
  readonly onBatch: (facts: Facts) => void;
  /** How many files are still to be read; now and then while there are some, and 0 at the end. */
  readonly onLeft: (left: number) => void;
  readonly onProblem: (id: number, problem: FileFacts['problem']) => void;
  /** Something that should not happen while a file was read. */
  readonly onError: (id: number, error: unknown) => void;
}

/** The files of one root whose facts are still to be read. */
export class FactsQueue {
  private readonly waiting = new Set<number>();
  private iterator = this.waiting.values();
  private preferred: number[] = [];
  private batch: FactItem[] = [];
  private running = 0;
  private cancelFlush: (() => void) | null = null;
  private cancelLeft: (() => void) | null = null;
  private stopped = false;
  private held = false;

  constructor(private readonly options: FactsQueueOptions) {}

  /** Files still waiting. */
  get size(): number {
    return this.waiting.size;
  }

  add(ids: Iterable<number>): void {
    for (const id of ids) this.waiting.add(id);
    if (this.waiting.size > 0) this.tellLeft();
    this.work();
  }

  /** Files to read before others, most wanted first; replaces the wish before. */
  prefer(ids: readonly number[]): void {
    this.preferred = [...ids].reverse();
  }

  /** Reads the facts of `ids` now, until all are read or `deadline` (of the clock) has passed. */
  async readNow(ids: readonly number[], deadline: number): Promise<Facts> {
    const found: FactItem[] = [];
    const left = [...ids].reverse();
    let over = false;
    const reader = async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) {
        if (this.options.clock.now() >= deadline || this.stopped) return;
        const facts = await this.readOne(id);
        if (!over && facts?.media) found.push(factItem(id, facts.media));
        if (!over || facts) this.waiting.delete(id);
        if (over && facts && !this.stopped) this.collect(id, facts);
      }
    };
    const readers = Promise.all(Array.from({ length: CONCURRENCY }, reader));
    // Nobody waits longer for a file that takes its time: its facts are told like those of others.
    let cancel: (() => void) | undefined;
    const { clock } = this.options;
    const due = new Promise<void>((done) => (cancel = clock.after(deadline - clock.now(), done)));
    await Promise.race([readers, due]);
    over = true;
    cancel?.();
    return encodeFacts(found);
  }

  /** Begins with no further file while the drive does not answer. */
  hold(held: boolean): void {
    this.held = held;
    this.work();
  }

  stop(): void {
    this.stopped = true;
    this.waiting.clear();
    this.cancelFlush?.();
    this.cancelLeft?.();
  }

  private work(): void {
    while (!this.stopped && !this.held && this.running < CONCURRENCY) {
      const id = this.next();
      if (id === undefined) return;
      this.running++;
      void this.readOne(id).then((facts) => {
        this.running--;
        if (this.stopped) return;
        if (facts) this.collect(id, facts);
        this.tellLeft();
        this.work();
      });
    }
  }

  private next(): number | undefined {
    for (let id = this.preferred.pop(); id !== undefined; id = this.preferred.pop()) {
      if (this.waiting.delete(id)) return id;
    }
    // One iterator for all: a new one would pass over all that was taken out before.
    let result = this.iterator.next();
    if (result.done && this.waiting.size > 0) {
      this.iterator = this.waiting.values();
      result = this.iterator.next();
    }
    if (result.done) return undefined;
    this.waiting.delete(result.value);
    return result.value;
  }

  private async readOne(id: number): Promise<FileFacts | null> {
    try {
      const facts = await this.options.read(id);
      if (facts && !this.stopped) this.options.onProblem(id, facts.problem);
      return facts;
    } catch (error) {
      // Not begun with, because its drive does not answer: it is read when that does.
      if (error instanceof AppError && error.code === 'offline') this.waiting.add(id);
      else this.options.onError(id, error);
      return null;
    }
  }

  private collect(id: number, facts: FileFacts): void {
    if (!facts.media) return;
    this.batch.push(factItem(id, facts.media));
    this.cancelFlush ??= this.options.clock.after(FIRST_BATCH_MS, () => this.flush());
  }

  private tellLeft(): void {
    this.cancelLeft ??= this.options.clock.after(LEFT_MS, () => {
      this.cancelLeft = null;
      this.options.onLeft(this.waiting.size + this.running);
    });
  }

  private flush(): void {
    this.cancelFlush = null;
    if (this.batch.length === 0) return;
    const facts = encodeFacts(this.batch);
    this.batch = [];
    this.options.onBatch(facts);
    this.cancelFlush = this.options.clock.after(BATCH_MS, () => this.flush());
  }
}
