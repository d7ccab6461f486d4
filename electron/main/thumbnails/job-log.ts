// Runs in main: the line of each thumbnail job in the log: which worker, which file, how it went, how many seconds.

import { displayPath } from '../../shared/paths.js';
import { toFailure } from '../../shared/result.js';
import type { Logger } from '../log.js';
import { Displaced } from './slot-types.js';

/** Lines of what went well in one run: some 1.2 MB, a quarter of the file, so that a large library pushes nothing out of it. */
const MOST = 10_000;

export interface LoggedJob {
  /** Of the worker. */
  readonly name: string;
  readonly pid: number | null;
  readonly path: string;
}

export class JobLog {
  private written = 0;

  constructor(
    private readonly log: Logger,
    private readonly most = MOST,
  ) {}

  begun(job: LoggedJob): void {
    this.log('debug', `${headOf(job)} begun`);
  }

  /** `how`: made, or recognised as one that is stored. */
  ended(job: LoggedJob, how: 'done' | 'recognised', seconds: number): void {
    this.log(this.written < this.most ? 'info' : 'debug', `${headOf(job)} ${how} in ${seconds.toFixed(2)} s`);
    if (++this.written === this.most)
      this.log('info', `Those were ${this.most} thumbnails; of further ones the log tells when they fail`);
  }

  failed(job: LoggedJob, error: unknown, seconds: number): void {
    const { code, message } = toFailure(error);
    if (error instanceof Displaced) this.log('info', `${headOf(job)} is done again: ${message}`);
    else this.log('warn', `${headOf(job)} failed after ${seconds.toFixed(2)} s (${code}: ${message})`);
  }
}

const headOf = ({ name, pid, path }: LoggedJob): string =>
  `${name} (pid ${pid ?? '?'}): ${displayPath(path)}`;
