// Runs in the library process: sees to it that no file can stop the reading of metadata for ever. A reading that does not
// come back is given up; one that takes the process with it is known to the next one by the journal.

import type { LogLevel } from '../../shared/messages.js';
import type { Clock } from '../clock.js';
import { AppError } from '../../shared/result.js';
import type { FileFacts } from './facts.js';
import { ReadingJournal } from './reading-journal.js';

/** A drive that wakes up may take 15 s; the budget of bytes lets no sound file take a second. */
const LIMIT_MS = 20_000;

const LATE =
  'The disk did not answer in time when this file was read. It is tried again when the disk answers.';
const LEFT_ALONE =
  'The app stopped answering twice when this file was read, so its date and size are not read until it changes.';

const failed = (message: string): FileFacts => ({
  media: null,
  problem: { kind: 'unreadable-file', message },
});

export interface GuardOptions {
  readonly clock: Clock;
  /** Where the journal is kept; null: nowhere. */
  readonly folder: string | null;
  readonly log: (level: LogLevel, message: string) => void;
}

interface Waiting {
  readonly alone: boolean;
  readonly begin: () => void;
}

/** All readings of metadata go through one guard. */
export class ReadingGuard {
  private readonly journal: ReadingJournal;
  /** Files whose reading was given up and has not come back. */
  private readonly stuck = new Set<string>();
  private readonly waiting: Waiting[] = [];
  private running = 0;
  private isAlone = false;

  constructor(private readonly options: GuardOptions) {
    this.journal = new ReadingJournal(options.folder, options.log);
  }

  /**
   * Reads one version of a file (see readingKey). A file during whose reading a process ended before is read while no
   * other is, so that it is known which one it was; after the second time it is a problem without a look at it.
   * `onLate`: a reading that was given up has come back, so that another one is worth while.
   */
  async read(
    key: string,
    ending: AbortSignal,
    read: (signal: AbortSignal) => Promise<FileFacts>,
    onLate: () => void,
  ): Promise<FileFacts> {
    const { journal } = this;
    if (journal.isOut(key)) return failed(LEFT_ALONE);
    if (this.stuck.has(key)) return failed(LATE);
    const alone = journal.strikesOf(key) > 0;
    await this.turn(alone);
    const place = journal.began(key);
    try {
      return await this.limited(key, ending, read, (inTime) => {
        journal.ended(place);
        // Whatever the result: it is not what ended a process.
        if (inTime) journal.forgive(key);
        else onLate();
      });
    } finally {
      if (alone) this.isAlone = false;
      this.running--;
      this.next();
    }
  }

  /** Ends properly: what is still being read is not to blame. */
  close(): void {
    this.journal.close();
  }

  /** Answers what `read` does, or gives it up; `onBack` is called when it really came back, be it too late. */
  private limited(
    key: string,
    ending: AbortSignal,
    read: (signal: AbortSignal) => Promise<FileFacts>,
    onBack: (inTime: boolean) => void,
  ): Promise<FileFacts> {
    const { clock, log } = this.options;
    const late = new AbortController();
    return new Promise((resolve, reject) => {
      const cancel = clock.after(LIMIT_MS, () => {
        this.stuck.add(key);
        late.abort(new AppError('timeout', LATE));
        log('warn', `File ${key} was not read within ${LIMIT_MS} ms`);
        resolve(failed(LATE));
      });
      const back = () => {
        cancel();
        onBack(!this.stuck.delete(key));
      };
      read(AbortSignal.any([ending, late.signal]))
        .finally(back)
        .then(resolve, reject);
    });
  }

  private turn(alone: boolean): Promise<void> | undefined {
    if (this.waiting.length === 0 && this.mayBegin(alone)) {
      this.enter(alone);
      return undefined;
    }
    return new Promise((begin) => this.waiting.push({ alone, begin }));
  }

  private mayBegin(alone: boolean): boolean {
    return alone ? this.running === 0 : !this.isAlone;
  }

  private enter(alone: boolean): void {
    this.running++;
    this.isAlone = alone;
  }

  private next(): void {
    for (let [first] = this.waiting; first && this.mayBegin(first.alone); [first] = this.waiting) {
      this.waiting.shift();
      this.enter(first.alone);
      first.begin();
    }
  }
}
