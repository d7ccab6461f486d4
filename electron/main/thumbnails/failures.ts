// Runs in main: which files could not be pictured because of what is in them. Kept in the user's folder, so that the next
// start opens none of them again; a file that changes has another identity and is tried.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErrorCode } from '../../shared/result.js';
import { writeAtomic } from '../../node/atomic-write.js';
import type { Logger } from '../log.js';
import type { Clock, Timer } from './clock.js';
import { RECIPE } from './keys.js';

export interface KeptFailure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** What says something about the file and nothing about this computer (no ffmpeg) or this moment (offline). */
const LASTING = ['damaged', 'unsupported', 'timeout', 'memory'] as const;
const isLasting = (code: string): code is (typeof LASTING)[number] =>
  (LASTING as readonly string[]).includes(code);

/**
 * As often in a row must it have happened before a file is left alone: a drive that was just waking up makes any file take too
 * long once, and others may have held all memory, but those that always do would cost each start half a minute.
 */
const TIMES: Readonly<Record<(typeof LASTING)[number], number>> = {
  ...{ damaged: 1, unsupported: 1, timeout: 2, memory: 2 },
};

/** Of files that are long gone nobody takes them back: the oldest give way. */
const MOST = 20_000;
/** Milliseconds from a change to its writing: many come at once. */
const WRITE_AFTER = 2000;

/** Raised when workers have learnt to read what they could not: that is tried again, and what is stored stays. */
const VERSION = 3;

const saved = z.object({
  version: z.literal(VERSION),
  /** Another recipe may succeed. */
  recipe: z.literal(RECIPE),
  failures: z.array(z.tuple([z.string(), z.enum(LASTING), z.string(), z.number()])),
});

interface Kept extends KeptFailure {
  readonly code: (typeof LASTING)[number];
  readonly times: number;
}

export class Failures {
  /** By the identity of the file. */
  private readonly known = new Map<string, Kept>();
  private timer: Timer | undefined;
  private writing: Promise<void> = Promise.resolve();

  /** @param folder absolute; null: they are forgotten with this object */
  constructor(
    private readonly folder: string | null,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  async open(): Promise<void> {
    if (this.folder === null) return;
    try {
      const text = await readFile(this.file(this.folder), 'utf8');
      for (const [identity, code, message, times] of saved.parse(JSON.parse(text)).failures) {
        this.known.set(identity, { code, message, times });
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      // The worst that follows is that files are tried once more.
      this.log('info', `Earlier failures are not used: ${String(error)}`);
    }
  }

  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  get(identity: string): KeptFailure | undefined {
    const kept = this.known.get(identity);
    if (!kept || kept.times < TIMES[kept.code]) return undefined;
    return { code: kept.code, message: kept.message };
  }

  /** Keeps a failure that somebody who read the file has found, if it is one of the file's own. */
  add(identity: string, { code, message }: KeptFailure): void {
    if (!isLasting(code)) return;
    const times = (this.known.get(identity)?.times ?? 0) + 1;
    this.known.delete(identity);
    this.known.set(identity, { code, message, times });
    const [oldest] = this.known.keys();
    if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest);
    this.writeSoon();
  }

  /** The file was pictured after all, or is to be tried again. */
  forget(identity: string): void {
    if (this.known.delete(identity)) this.writeSoon();
  }

  async close(): Promise<void> {
    if (this.timer !== undefined) this.write();
    await this.writing;
  }

  private writeSoon(): void {
    this.timer ??= this.clock.setTimer(() => this.write(), WRITE_AFTER);
  }

  private write(): void {
    if (this.timer !== undefined) this.clock.clearTimer(this.timer);
    this.timer = undefined;
    const { folder } = this;
    if (folder === null) return;
    const failures = Array.from(this.known, ([identity, { code, message, times }]) => [
      ...[identity, code, message, times],
    ]);
    const text = `${JSON.stringify({ version: VERSION, recipe: RECIPE, failures })}\n`;
    this.writing = this.writing
      .then(() => writeAtomic(this.file(folder), text))
      .catch((error: unknown) => this.log('warn', `Failures could not be noted: ${String(error)}`));
  }

  private readonly file = (folder: string): string => join(folder, 'thumbnail-failures.json');
}
