// Runs in the library process: notes on the disk which files are being read right now, so that the next process knows
// them when this one ends without a goodbye: one of them is what it ended or hung by. Written with calls that have
// returned before the reading begins, because a process that loops writes nothing any more.

import { createHash } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LogLevel } from '../../shared/messages.js';
import { codeOf } from '../found.js';

/** Once may be an accident, or another file that was read at the same time; twice, and alone, is the file. */
const ALLOWED = 2;
/** Of files that are long gone nobody clears the strikes. */
const REMEMBERED = 1000;
/** A key and a line break. */
const LINE = 33;
const KEY = /^[0-9a-f]{32}$/;

/** Names one version of a file, also to the next process. */
export const readingKey = (root: string, path: string, size: number, modified: number): string =>
  createHash('md5')
    // As UTF-16, which keeps names apart that are not UTF-8.
    .update(`${root}\0${path}\0${size}\0${modified}`, 'utf16le')
    .digest('hex');

export const RUNNING_FILE = 'metadata-running';
export const STRIKES_FILE = 'metadata-strikes';

export class ReadingJournal {
  private readonly strikes = new Map<string, number>();
  private readonly places: (string | null)[] = [];
  private file: number | null = null;

  /** Without a folder nothing is noted. Never throws: what cannot be noted is logged. */
  constructor(
    private readonly folder: string | null,
    private readonly log: (level: LogLevel, message: string) => void,
  ) {
    if (folder === null) return;
    for (const line of this.lines(STRIKES_FILE)) {
      const [key = '', count] = line.split(' ');
      if (KEY.test(key)) this.strikes.set(key, Number(count) || 1);
    }
    const left = new Set(this.lines(RUNNING_FILE).filter((line) => KEY.test(line)));
    for (const key of left) this.strike(key);
    try {
      // First the strikes, then what led to them: this process, too, may end at any time.
      if (left.size > 0) this.saveStrikes();
      this.file = openSync(join(folder, RUNNING_FILE), 'w', 0o600);
    } catch (error) {
      this.complain(error);
    }
  }

  /** How often a process ended or hung while it read this. */
  strikesOf(key: string): number {
    return this.strikes.get(key) ?? 0;
  }

  /** Whether it is to be left alone. */
  isOut(key: string): boolean {
    return this.strikesOf(key) >= ALLOWED;
  }

  /** A reading begins; answers its place, for {@link ended}. */
  began(key: string): number {
    const free = this.places.indexOf(null);
    const place = free < 0 ? this.places.length : free;
    this.places[place] = key;
    this.note(place, key);
    return place;
  }

  ended(place: number): void {
    this.places[place] = null;
    this.note(place, '');
  }

  /** It could be read after all. */
  forgive(key: string): void {
    if (!this.strikes.delete(key)) return;
    try {
      this.saveStrikes();
    } catch (error) {
      this.complain(error);
    }
  }

  /** A proper end: nothing that is still being read is to blame. */
  close(): void {
    const { file } = this;
    if (file === null) return;
    this.file = null;
    try {
      ftruncateSync(file);
    } catch (error) {
      this.complain(error);
    } finally {
      closeSync(file);
    }
  }

  private strike(key: string): void {
    const count = this.strikesOf(key) + 1;
    this.log('warn', `The last process ended while it read file ${key} (${count} of ${ALLOWED} strikes)`);
    // The newest last.
    this.strikes.delete(key);
    this.strikes.set(key, count);
  }

  private saveStrikes(): void {
    const kept = [...this.strikes].slice(-REMEMBERED);
    const target = join(this.folder ?? '', STRIKES_FILE);
    writeFileSync(`${target}.tmp`, kept.map(([key, count]) => `${key} ${count}\n`).join(''), { mode: 0o600 });
    renameSync(`${target}.tmp`, target);
  }

  private note(place: number, key: string): void {
    if (this.file === null) return;
    try {
      writeSync(this.file, `${key.padEnd(LINE - 1)}\n`, place * LINE, 'latin1');
    } catch (error) {
      this.complain(error);
    }
  }

  private lines(name: string): string[] {
    try {
      const text = readFileSync(join(this.folder ?? '', name), 'latin1');
      return text.split('\n').map((line) => line.trim());
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') this.complain(error);
      return [];
    }
  }

  private complained = false;

  private complain(error: unknown): void {
    // A full disk would say so with each file.
    if (!this.complained) this.log('warn', `What is being read cannot be noted: ${String(error)}`);
    this.complained = true;
  }
}
