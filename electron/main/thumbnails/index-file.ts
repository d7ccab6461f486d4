// Runs in main: the file that holds the thumbnail index. Appended to in batches, written anew when it holds too much
// that is out of date, read with patience: a power cut may have left the last records half written.

import { appendFile, open, rename, rm } from 'node:fs/promises';
import { setImmediate as afterOthers } from 'node:timers/promises';
import type { Logger } from '../log.js';
import type { Clock, Timer } from './clock.js';
import { decodeRecord, encodeRecords, RECORD_BYTES, type IndexRecord } from './index-records.js';

export interface IndexFileOptions {
  /** Absolute path. */
  readonly path: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** All that is worth keeping, for writing the file anew. */
  readonly snapshot: () => Iterable<IndexRecord>;
}

/** Milliseconds that records wait for company. */
const DELAY = 1000;
const RETRY_DELAY = 15_000;
const CHUNK = 1024 * RECORD_BYTES;
/** Written anew when it holds this many records more than twice what is alive. */
const SLACK = 10_000;

export class IndexFile {
  private pending: IndexRecord[] = [];
  /** Records in the file, alive or not. */
  private count = 0;
  /** The file must be written anew before anything is appended. */
  private broken = false;
  private timer: Timer | undefined;
  private writing: Promise<void> = Promise.resolve();
  private complained = false;

  constructor(private readonly options: IndexFileOptions) {}

  /** Hands over every whole record, oldest first, and answers how many were damaged. Rejects when the file cannot be read. */
  async read(take: (record: IndexRecord) => void): Promise<number> {
    let file;
    try {
      file = await open(this.options.path, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw error;
    }
    let damaged = 0;
    let count = 0;
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      for (let at = 0; ; at += CHUNK) {
        const { bytesRead } = await file.read(chunk, 0, CHUNK, at);
        for (let from = 0; from < bytesRead; from += RECORD_BYTES) {
          const record = decodeRecord(chunk.subarray(0, bytesRead), from);
          if (record) take(record);
          else damaged++;
          count++;
        }
        if (bytesRead < CHUNK) break;
      }
    } finally {
      await file.close();
    }
    this.count = count;
    // What is appended must begin where a record begins.
    if (damaged > 0) this.broken = true;
    return damaged;
  }

  /** Writes a record soon. */
  append(record: IndexRecord): void {
    this.pending.push(record);
    this.schedule(DELAY);
  }

  /** Tells how many records are alive, so that the file is written anew when it has grown far beyond. */
  compact(alive: number): void {
    if (this.count > 2 * alive + SLACK) this.startAnew();
  }

  /** Has the whole file written anew soon. */
  startAnew(): void {
    this.broken = true;
    this.schedule(DELAY);
  }

  /** Resolves when everything known so far is in the file, or could not be written. */
  flush(): Promise<void> {
    if (this.timer !== undefined) this.options.clock.clearTimer(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private schedule(delay: number): void {
    this.timer ??= this.options.clock.setTimer(() => {
      this.timer = undefined;
      void this.flush();
    }, delay);
  }

  private async write(): Promise<void> {
    const records = this.pending;
    this.pending = [];
    if (records.length === 0 && !this.broken) return;
    try {
      if (this.broken) {
        // What is to be written anew while this goes on is written once more.
        this.broken = false;
        await this.writeAnew();
      } else {
        await appendFile(this.options.path, encodeRecords(records), { mode: 0o600 });
        this.count += records.length;
      }
      this.complained = false;
    } catch (error) {
      // A part may have been written. The snapshot holds all that is lost here.
      this.broken = true;
      if (!this.complained)
        this.options.log('warn', `The thumbnail index could not be saved: ${String(error)}`);
      this.complained = true;
      this.schedule(RETRY_DELAY);
    }
  }

  private async writeAnew(): Promise<void> {
    const { path, snapshot } = this.options;
    const temporary = `${path}.tmp`;
    let count = 0;
    try {
      const file = await open(temporary, 'w', 0o600);
      try {
        let batch: IndexRecord[] = [];
        const put = async () => {
          await file.writeFile(encodeRecords(batch));
          count += batch.length;
          batch = [];
          await afterOthers();
        };
        for (const record of snapshot()) {
          batch.push(record);
          if (batch.length >= 1024) await put();
        }
        await put();
        await file.datasync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    this.count = count;
  }
}
