// Runs in main: the jobs for tiles: from the ledger into the maker, and what their ends mean for ledger and window.

import type { FileId, Problem, RootId } from '../../shared/contract.js';
import type { ThumbnailMade } from '../../shared/messages.js';
import { displayPath } from '../../shared/paths.js';
import { toFailure } from '../../shared/result.js';
import type { Logger } from '../log.js';
import type { Announcer } from './announcer.js';
import type { Failures } from './failures.js';
import { fileIdentity } from './keys.js';
import type { Ledger } from './ledger.js';
import { Refusal, type Maker } from './maker.js';
import type { LookUp, MediaFacts, MediaFile } from './media-file.js';
import type { Pace } from './pace.js';
import type { Lane } from './queue.js';

/** Failures that say something about the moment, not about the file: a file that is announced again gets a new try. */
const PASSING: ReadonlySet<string> = new Set(['not-found', 'offline', 'unreadable', 'internal']);

export interface GridJobsOptions {
  readonly ledger: Ledger;
  readonly maker: Maker;
  readonly announcer: Announcer;
  readonly failures: Failures;
  readonly pace: Pace;
  readonly lookUp: LookUp;
  readonly log: Logger;
  readonly onFacts: (root: RootId, id: FileId, facts: MediaFacts) => void;
  readonly onProblem: (problem: Problem) => void;
  /** Whether a root cannot be reached at the moment. */
  readonly isAway: (root: RootId) => boolean;
  readonly onPlaceholder: (root: RootId, id: FileId, colors: Uint8Array) => void;
  /** A job has ended; before its end means anything. */
  readonly onEnd: (root: RootId, key: string) => void;
  /** There is room for more. */
  readonly onRoom: () => void;
  /** A file has changed while it was worked on and is `unchecked` again. */
  readonly onChangedFile: () => void;
}

export class GridJobs {
  private stopped = false;
  private roomIsTold = false;

  constructor(private readonly options: GridJobsOptions) {}

  /** Reads what is known of an earlier run. */
  open(): Promise<void> {
    return this.options.failures.open();
  }

  /** Writes what is not written yet. */
  close(): Promise<void> {
    return this.options.failures.close();
  }

  /** A file of this identity may be tried again, also in the next run. */
  forgive(key: string): void {
    this.options.failures.forget(key);
  }

  /** What ends from now on means nothing any more. */
  stop(): void {
    this.stopped = true;
  }

  /** Has the thumbnail of a file made. `key`: its identity. */
  enqueue(file: MediaFile, key: string, lane: Lane): void {
    const { ledger, maker } = this.options;
    const { root, id } = file;
    if (!maker.works) return ledger.move(root, id, 'todo');
    if (!maker.isWanted(key)) {
      // It could not be read for a while.
      this.stored(file, key);
      return this.options.announcer.ready(root, id);
    }
    ledger.queue(root, id, key);
    maker.make(file, 'grid', lane).then(
      (made) => this.made(file, key, made),
      (error: unknown) => this.notMade(file, key, error),
    );
  }

  /** Nothing is to be made of a file: its thumbnail is stored. A damaged one is told as by the run that made it, and not opened. */
  stored({ root, id, relative: path }: MediaFile, key: string): void {
    const { ledger, maker, onProblem } = this.options;
    // Looked at once more, it was told before.
    const warning = ledger.place(root, id) === 'done' ? null : maker.warningOf(key);
    ledger.move(root, id, 'done');
    if (warning) onProblem({ root, path, kind: 'damaged', message: warning.message });
  }

  /** What is stored of a file could not be read: it is told of again when its disk answers. @throws what was in the way */
  unread(root: RootId, id: FileId, error: unknown): never {
    this.options.ledger.again(root, id);
    throw error;
  }

  /** Whether a file that failed is the same as then and would fail again. */
  stillFails(root: RootId, id: FileId): boolean {
    const { ledger, lookUp } = this.options;
    const failed = ledger.failed(root, id);
    if (!failed || PASSING.has(failed.failure.code)) return false;
    const file = lookUp(root, id);
    return file !== undefined && fileIdentity(file) === failed.key;
  }

  /** Whether a file could not be pictured in an earlier run, which then is told as before: it is not opened again. */
  failedBefore(file: MediaFile): boolean {
    const { ledger, announcer, failures } = this.options;
    // Asked for every file of a library, of which hardly any failed.
    if (failures.isEmpty) return false;
    const { root, id, relative: path } = file;
    const key = fileIdentity(file);
    const kept = failures.get(key);
    if (!kept) return false;
    const failure = { root, id, path, ...kept };
    ledger.fail(failure, key);
    announcer.failed(failure);
    return true;
  }

  private made(file: MediaFile, key: string, made: ThumbnailMade): void {
    this.options.failures.forget(key);
    const { ledger, pace, announcer, onFacts, onPlaceholder, onProblem } = this.options;
    const { root, id, relative: path } = file;
    if (!this.isCurrent(file, key)) return;
    const { width, height, duration, codecs, warning } = made;
    ledger.move(root, id, 'done');
    pace.ended();
    onPlaceholder(root, id, made.placeholder);
    announcer.ready(root, id);
    onFacts(root, id, { width, height, duration, codecs });
    if (warning) onProblem({ root, path, kind: 'damaged', message: warning.message });
    this.tellRoom();
  }

  private notMade(file: MediaFile, key: string, error: unknown): void {
    const { ledger, maker, pace, announcer, failures, log, isAway, onProblem } = this.options;
    const { root, id, relative: path } = file;
    const { code, message } = toFailure(error);
    if (!this.isCurrent(file, key)) return;
    // A file that went away with its root, or whose drive does not answer, can be tried when that is back.
    if (code === 'stopped' || ((PASSING.has(code) || code === 'timeout') && isAway(root))) {
      ledger.move(root, id, 'todo');
    } else if (maker.giveUp(key)) {
      // What was stored still shows the file; that it could not be made again is told where problems are.
      ledger.move(root, id, 'done');
      announcer.ready(root, id);
      onProblem({ root, path, kind: code === 'damaged' ? 'damaged' : 'unreadable-file', message, retry: id });
    } else {
      const failure = { root, id, path, code, message };
      log('info', `No thumbnail of ${displayPath(path)}: ${message}`);
      ledger.fail(failure, key);
      if (!(error instanceof Refusal)) failures.add(key, failure);
      pace.ended();
      announcer.failed(failure);
    }
    this.tellRoom();
  }

  /** Once a turn: hundreds that are refused take no room, and if each brought as many more, the whole library would come in one. */
  private tellRoom(): void {
    if (this.roomIsTold) return;
    this.roomIsTold = true;
    setImmediate(() => {
      this.roomIsTold = false;
      if (!this.stopped) this.options.onRoom();
    });
  }

  /** Whether the end of a job still fits its file; if the file has changed meanwhile, it starts again. */
  private isCurrent({ root, id }: MediaFile, key: string): boolean {
    const { ledger, lookUp, onEnd, onChangedFile } = this.options;
    onEnd(root, key);
    // Forgotten, or forgotten and taken in again under another key.
    if (this.stopped || ledger.place(root, id) !== 'queued') return false;
    const now = lookUp(root, id);
    if (now && fileIdentity(now) === key) return true;
    if (!now) {
      ledger.forget(root, id);
      return false;
    }
    ledger.move(root, id, 'unchecked');
    onChangedFile();
    return false;
  }
}
