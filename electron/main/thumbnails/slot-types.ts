// Runs in main: what a place of the pool and the worker that fills it are to others.

import type { ThumbnailEvents, ThumbnailRequests } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import type { Child } from '../child.js';
import type { Logger } from '../log.js';
import type { Clock } from './clock.js';

export type Worker = Child<ThumbnailRequests, ThumbnailEvents>;

/** off: not started, may be; dead: ended, waits before the next start; ending: told to end. */
export type SlotState = 'off' | 'starting' | 'ready' | 'busy' | 'ending' | 'dead';

export interface SlotOptions {
  readonly name: string;
  readonly startWorker: () => Worker;
  readonly clock: Clock;
  readonly log: Logger;
  /** Bytes a worker holds, when known; beyond `memoryLimit` it is replaced between two jobs, beyond `jobMemoryLimit` at once. */
  readonly memoryOf: (pid: number) => number | null;
  readonly memoryLimit: number;
  readonly jobMemoryLimit: number;
  /** The slot may take work now, or its health changed. */
  readonly onChange: () => void;
}

/** A job whose worker was ended, or is to be, because of other jobs: its file is not to blame, and it is to be done again. */
export class Displaced extends AppError {}
