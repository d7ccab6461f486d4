// Runs in a thumbnail worker: one run of ffmpeg, bounded in time and output, that never outlives the worker.

import { spawn, type ChildProcess } from 'node:child_process';
import { AppError } from '../shared/result.js';
import { MOST_MEMORY, residentBytes } from './memory.js';

const running = new Set<ChildProcess>();
let tell: (pid: number, runs: boolean) => void = () => undefined;

/** Has it told which ffmpeg runs from now on: each when it has started and, as soon as its pid may be another's, when it has ended. */
export function tellOfFfmpeg(listener: typeof tell): void {
  tell = listener;
}

/** Ends every ffmpeg of this worker at once. Safe in an exit handler. */
export function endRunning(): void {
  for (const child of running) child.kill('SIGKILL');
}

export interface FfmpegRun {
  readonly ffmpeg: string;
  readonly args: readonly string[];
  /** Given to ffmpeg as its descriptor 3. */
  readonly descriptor?: number;
  /** On the clock of `performance.now`. */
  readonly deadline: number;
  /** More output than this ends the run, bytes. */
  readonly maxOutput: number;
  /** More memory than this ends the run, bytes. Watched on Linux only. */
  readonly maxMemory?: number;
}

export interface FfmpegResult {
  readonly output: Buffer;
  /** What ffmpeg said, its last 64 KB. */
  readonly messages: string;
  /** What ended it, unless it ended by itself. */
  readonly signal: NodeJS.Signals | null;
}

const MAX_MESSAGES = 64 * 1024;
/** Milliseconds between two looks at ffmpeg's memory. */
const LOOK_EVERY = 250;

/**
 * Runs ffmpeg without a shell. Resolves whatever its exit code is: what it wrote decides.
 *
 * @throws AppError `timeout`, `memory`, `unsupported` when it writes without end, `internal` when ffmpeg cannot be started: that
 * says nothing about the file
 */
export function runFfmpeg({
  ffmpeg,
  args,
  descriptor,
  deadline,
  maxOutput,
  maxMemory = MOST_MEMORY,
}: FfmpegRun): Promise<FfmpegResult> {
  const left = deadline - performance.now();
  if (left <= 0) return Promise.reject(tookTooLong());
  return new Promise((resolve, reject) => {
    let child: ChildProcess;
    try {
      child = spawn(ffmpeg, args, {
        stdio: ['ignore', 'pipe', 'pipe', ...(descriptor === undefined ? [] : [descriptor])],
        windowsHide: true,
      });
    } catch (error) {
      // Of most reasons an event tells; of some, such as too little memory, this does.
      reject(notStarted(error));
      return;
    }
    running.add(child);
    const { pid } = child;
    if (pid !== undefined) {
      tell(pid, true);
      child.on('exit', () => tell(pid, false));
    }
    const chunks: Buffer[] = [];
    let size = 0;
    let messages = '';
    let failure: AppError | undefined;
    const end = (error: AppError) => {
      failure ??= error;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => end(tookTooLong()), left);
    // The limit on pixels counts those of one frame; a decoder may keep many.
    const watch = setInterval(() => {
      if (child.pid !== undefined && (residentBytes(child.pid) ?? 0) > maxMemory)
        end(new AppError('memory', 'The video needs more memory than there is.'));
    }, LOOK_EVERY);
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxOutput) end(new AppError('unsupported', 'The video has too many pixels.'));
      else chunks.push(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      messages = (messages + chunk.toString('utf8')).slice(-MAX_MESSAGES);
    });
    child.on('error', (error) => {
      failure ??= notStarted(error);
      finish(null, null);
    });
    child.on('close', finish);
    function finish(_code: number | null, signal: NodeJS.Signals | null): void {
      clearTimeout(timer);
      clearInterval(watch);
      running.delete(child);
      if (failure) reject(failure);
      else resolve({ output: Buffer.concat(chunks), messages, signal });
    }
  });
}

function notStarted(cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError('internal', `ffmpeg could not be started (${reason}).`, { cause });
}

function tookTooLong(): AppError {
  return new AppError('timeout', 'It took too long to read this video.');
}
