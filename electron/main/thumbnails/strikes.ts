// Runs in main: which files ended a worker, or the whole app, while they were read. Kept in the user's folder: one file
// names what is being read right now, so that the next start finds it there if this one ends without a goodbye.

import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../../node/atomic-write.js';
import type { Logger } from '../log.js';
import { identityOf, isJobKey } from './keys.js';

/** Once may be an accident, or the system short of memory; twice is the file. */
const ALLOWED = 2;
/** Of files that are long gone nobody clears the strikes. */
const REMEMBERED = 10_000;
/** A job's key and a line break. */
const LINE = 40;

const saved = z.object({
  version: z.literal(1),
  strikes: z.array(z.tuple([z.string(), z.number().int().positive()])),
});

export class Strikes {
  /** By the identity of the file: what ends a worker does so whatever picture is made of it. */
  private readonly counts = new Map<string, number>();
  /** Keys of running jobs, by place. */
  private readonly running: string[] = [];
  private journal: FileHandle | undefined;
  private journalDue = false;
  private writing: Promise<void> = Promise.resolve();
  private saving: Promise<void> = Promise.resolve();

  /** `folder` null: nothing is kept over a restart. */
  constructor(
    private readonly folder: string | null,
    private readonly log: Logger,
  ) {}

  /** Reads what was kept, and counts what was being read when the app ended without {@link close}. Never rejects. */
  async open(): Promise<void> {
    if (this.folder === null) return;
    const text = await this.read(this.strikesFile);
    for (const [key, count] of this.parse(text)) this.counts.set(key, count);
    const left = (await this.read(this.journalFile)).split('\n').map((line) => line.trim());
    for (const key of left) {
      if (!isJobKey(key)) continue;
      const count = this.strike(key);
      this.log('warn', `The app ended while it read file ${key} (${count} of ${ALLOWED} strikes)`);
    }
    // First the strikes, then the journal that led to them: this start, too, may end at any time.
    await this.saving;
    try {
      this.journal = await open(this.journalFile, 'w', 0o600);
    } catch (error) {
      this.log('warn', `Jobs cannot be noted in ${this.journalFile}: ${String(error)}`);
    }
  }

  /** The job at a place of the pool begins. */
  began(place: number, key: string): void {
    this.running[place] = key;
    this.note();
  }

  ended(place: number): void {
    this.running[place] = '';
    this.note();
  }

  /** Reading this ended its worker or the app. Answers how often now. */
  strike(key: string): number {
    const file = identityOf(key);
    const count = (this.counts.get(file) ?? 0) + 1;
    this.counts.delete(file);
    this.counts.set(file, count);
    for (const oldest of this.counts.keys()) {
      if (this.counts.size <= REMEMBERED) break;
      this.counts.delete(oldest);
    }
    this.save();
    return count;
  }

  /** Whether reading this has ended a worker or the app before. */
  isSuspect(key: string): boolean {
    return this.counts.has(identityOf(key));
  }

  /** Whether a file is to be left alone. */
  isOut(key: string): boolean {
    return (this.counts.get(identityOf(key)) ?? 0) >= ALLOWED;
  }

  /** It could be read after all, or is to be tried again. */
  forgive(key: string): void {
    if (this.counts.delete(identityOf(key))) this.save();
  }

  /** A proper end: nothing that still runs is to blame. */
  async close(): Promise<void> {
    this.running.length = 0;
    await this.writing;
    const { journal } = this;
    this.journal = undefined;
    await journal?.truncate(0).catch((error: unknown) => this.complain(error));
    await journal?.close();
    await this.saving;
  }

  private get strikesFile(): string {
    return join(this.folder ?? '', 'thumbnail-strikes.json');
  }

  private get journalFile(): string {
    return join(this.folder ?? '', 'thumbnails-running');
  }

  /** Begins and ends of one moment are one write. */
  private note(): void {
    if (!this.journal || this.journalDue) return;
    this.journalDue = true;
    setImmediate(() => {
      this.journalDue = false;
      this.writing = this.writing
        .then(() => this.writeJournal())
        .catch((error: unknown) => this.complain(error));
    });
  }

  private async writeJournal(): Promise<void> {
    const lines = Array.from(this.running, (key = '') => `${key.padEnd(LINE - 1)}\n`);
    await this.journal?.write(lines.join(''), 0, 'latin1');
  }

  private save(): void {
    if (this.folder === null) return;
    const file = this.strikesFile;
    this.saving = this.saving
      .then(() => writeAtomic(file, `${JSON.stringify({ version: 1, strikes: [...this.counts] })}\n`))
      .catch((error: unknown) => this.complain(error));
  }

  private complain(error: unknown): void {
    this.log('warn', `Files that end workers could not be noted: ${String(error)}`);
  }

  private async read(file: string): Promise<string> {
    try {
      return await readFile(file, 'latin1');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.complain(error);
      return '';
    }
  }

  private parse(text: string): readonly (readonly [string, number])[] {
    if (text === '') return [];
    try {
      return saved.parse(JSON.parse(text)).strikes;
    } catch (error) {
      // The worst that follows is that a file gets two more tries.
      this.log('warn', `${this.strikesFile} is damaged and begun anew: ${String(error)}`);
      return [];
    }
  }
}
