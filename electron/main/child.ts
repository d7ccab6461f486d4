// Runs in main: the life of one utility process. Starts it, asks it, notices its end, stops it.
// Whoever owns a child decides whether a new one replaces it (see thumbnails/pool.ts, library/library.ts).

import { utilityProcess, type UtilityProcess } from 'electron';
import type { ChildMessage, LogLevel, Quit, Request } from '../shared/messages.js';
import { deferred } from '../shared/deferred.js';
import { AppError, unwrap } from '../shared/result.js';

/** A running child as its owner sees it. `R` maps requests to signatures, `E` events to payloads. */
export interface Child<R, E> {
  readonly pid: number | undefined;
  /** Resolves when the child answers requests; rejects when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves once, when the process has ended, with its exit code (a crash may report 0). */
  readonly ended: Promise<number>;
  /** What it wrote last about an error of its own, one line; empty when it wrote nothing. */
  readonly lastWords?: string;
  /** Rejects with the child's own failure, or with `crashed` when the process ends first. */
  ask<K extends keyof R & string>(
    name: K,
    args: R[K] extends (args: infer A) => unknown ? A : never,
  ): Promise<R[K] extends (args: never) => infer T ? Awaited<T> : never>;
  on<K extends keyof E & string>(name: K, listener: (payload: E[K]) => void): () => void;
  /** Ends the process at once. */
  kill(): void;
  /** Asks the process to end, and ends it after `graceMs` if it has not. Resolves when it is gone. */
  stop(graceMs?: number): Promise<void>;
}

export interface ChildOptions {
  /** Absolute path of the child's bundle. */
  readonly entry: string;
  /** Name in the system's process list and in the log. */
  readonly name: string;
  readonly log: (level: LogLevel, message: string) => void;
  /** Megabytes of V8 heap the child may use. */
  readonly heapLimit?: number;
}

/** Starts a utility process. Needs a ready app. */
export function startChild<R, E>(options: ChildOptions): Child<R, E> {
  return new UtilityChild<R, E>(options);
}

/** A child's threads for files (Node's own number is 4): calls on drives that do not answer keep one each. */
const FILE_THREADS = '16';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

class UtilityChild<R, E> implements Child<R, E> {
  readonly ready: Promise<void>;
  readonly ended: Promise<number>;
  lastWords = '';
  private readonly process: UtilityProcess;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();
  private nextId = 1;
  private isReady = false;
  private gone = false;
  private stopping: Promise<void> | null = null;

  constructor(private readonly options: ChildOptions) {
    const execArgv = options.heapLimit ? [`--max-old-space-size=${options.heapLimit}`] : [];
    this.process = utilityProcess.fork(options.entry, [], {
      serviceName: options.name,
      stdio: 'pipe',
      execArgv,
      env: { UV_THREADPOOL_SIZE: FILE_THREADS, ...process.env },
    });
    this.routeOutput();
    const started = deferred();
    const finished = deferred<number>();
    this.ready = started.promise;
    this.ended = finished.promise;
    // An owner that only watches `ended` must not cause an unhandled rejection.
    started.promise.catch(() => undefined);
    this.process.on('message', (message: ChildMessage) => {
      if (message.type !== 'ready') return this.receive(message);
      this.isReady = true;
      started.resolve();
    });
    this.process.on('exit', (code) => {
      // Electron may report one end twice (electron/electron#44012).
      if (this.gone) return;
      this.gone = true;
      // Its owner starts another, except while the app ends, when nobody reads this.
      const crashed = new AppError(
        'crashed',
        `The process ${options.name} ended (code ${code}). It is started again; try it again in a moment.`,
      );
      started.reject(crashed);
      for (const { reject } of this.waiting.values()) reject(crashed);
      this.waiting.clear();
      // Posting to another child from inside an exit handler can crash main (electron/electron#53923).
      setImmediate(() => finished.resolve(code));
    });
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  async ask(name: string, args: unknown): Promise<never> {
    await this.ready;
    if (this.gone) {
      const message = `The process ${this.options.name} has ended. It is started again; try it again in a moment.`;
      throw new AppError('crashed', message);
    }
    const id = this.nextId++;
    const answer = deferred<unknown>();
    this.waiting.set(id, answer);
    this.process.postMessage({ type: 'request', id, name, args } satisfies Request);
    return (await answer.promise) as never;
  }

  on(name: string, listener: (payload: never) => void): () => void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(listener));
    return () => set.delete(listener);
  }

  kill(): void {
    const { pid } = this.process;
    if (this.gone || pid === undefined) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // ESRCH: it ended between the check and the signal, which is what was wanted.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  async stop(graceMs = 2000): Promise<void> {
    if (this.gone) return;
    // It was asked already, and has the time that it was given then.
    await (this.stopping ??= this.askToEnd(graceMs));
  }

  private async askToEnd(graceMs: number): Promise<void> {
    // Windows knows no request to end: there a kill is the end, and an ffmpeg of the child would go on. So it is asked first.
    if (this.isReady) this.process.postMessage({ type: 'quit' } satisfies Quit);
    else this.process.kill();
    const { name, log } = this.options;
    const timer = setTimeout(() => {
      log(
        'info',
        `${name} (pid ${this.pid ?? '?'}) did not end within ${graceMs} ms of being asked to, and was killed`,
      );
      this.kill();
    }, graceMs);
    await this.ended;
    clearTimeout(timer);
  }

  private receive(message: Exclude<ChildMessage, { type: 'ready' }>): void {
    switch (message.type) {
      case 'reply': {
        const waiting = this.waiting.get(message.id);
        this.waiting.delete(message.id);
        try {
          waiting?.resolve(unwrap(message.result));
        } catch (error) {
          waiting?.reject(error as Error);
        }
        return;
      }
      case 'event':
        for (const listener of this.listeners.get(message.name) ?? []) listener(message.payload as never);
        return;
      case 'log':
        this.options.log(message.level, message.message);
    }
  }

  private routeOutput(): void {
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (data: Buffer) => {
        const text = data.toString('utf8').trim();
        if (text) this.options.log('debug', text);
        this.lastWords = /^.*Error\b.*$/m.exec(text)?.[0].slice(0, 300) ?? this.lastWords;
      });
    }
  }
}
