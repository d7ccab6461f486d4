// Runs in Node, in tests and benches: real thumbnail workers without Electron. The worker's code is the app's own,
// bundled as the app bundles it; only the process around it is another.

import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { ChildMessage, Quit } from '../../electron/shared/messages.js';
import { deferred, type Deferred } from '../../electron/shared/deferred.js';
import { AppError, unwrap } from '../../electron/shared/result.js';
import type { Worker } from '../../electron/main/thumbnails/slot-types.js';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Workers {
  /** Starts a worker; give it to a pool as `startWorker`. */
  start(): Worker;
  /** Ids of the processes that live. */
  pids(): number[];
  /** Ends what is left and removes the bundle. */
  close(): void;
}

/** What a process was started with; empty when it has ended. On Linux only. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Bundles the worker and answers what starts it. `home`: the folder from which the bundle looks for its packages. */
export async function nodeWorkers(home = join(ROOT, 'dist')): Promise<Workers> {
  mkdirSync(home, { recursive: true });
  const outDir = mkdtempSync(join(home, 'bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    ssr: { noExternal: true, external: ['sharp'] },
    build: {
      ssr: join(ROOT, 'electron/thumbnail/index.ts'),
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { external: [/^node:/, ...builtinModules, 'sharp', /^libheif-js/] },
    },
  });
  const entry = pathToFileURL(join(outDir, 'index.js')).href;
  const living = new Set<NodeWorker>();
  return {
    start: () => {
      const worker = new NodeWorker(entry);
      living.add(worker);
      void worker.ended.then(() => living.delete(worker));
      return worker;
    },
    pids: () => [...living].flatMap(({ pid }) => (pid === undefined ? [] : [pid])),
    close: () => {
      for (const worker of living) worker.kill();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

class NodeWorker implements Worker {
  readonly ready: Promise<void>;
  readonly ended: Promise<number>;
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, Deferred<unknown>>();
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();
  private nextId = 1;
  private gone = false;

  constructor(entry: string) {
    this.process = fork(join(import.meta.dirname, 'shim.mjs'), [entry], {
      serialization: 'advanced',
      stdio: 'ignore',
      execArgv: [],
    });
    const started = deferred();
    const finished = deferred<number>();
    this.ready = started.promise;
    this.ended = finished.promise;
    started.promise.catch(() => undefined);
    this.process.on('message', (message: ChildMessage) => {
      if (message.type === 'ready') started.resolve();
      if (message.type === 'event')
        this.listeners.get(message.name)?.forEach((hear) => hear(message.payload as never));
      if (message.type !== 'reply') return;
      const answer = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      try {
        answer?.resolve(unwrap(message.result));
      } catch (error) {
        answer?.reject(error as Error);
      }
    });
    const end = (code: number) => {
      if (this.gone) return;
      this.gone = true;
      const crashed = new AppError('crashed', `The worker ended (code ${code}).`);
      started.reject(crashed);
      for (const { reject } of this.waiting.values()) reject(crashed);
      this.waiting.clear();
      setImmediate(() => finished.resolve(code));
    };
    this.process.on('exit', (code) => end(code ?? -1));
    this.process.on('error', () => end(-1));
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  async ask(name: string, args: unknown): Promise<never> {
    await this.ready;
    if (this.gone) throw new AppError('crashed', 'The worker has ended.');
    const id = this.nextId++;
    const answer = deferred<unknown>();
    this.waiting.set(id, answer);
    this.process.send({ type: 'request', id, name, args });
    return (await answer.promise) as never;
  }

  on(name: string, listener: (payload: never) => void): () => void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(listener));
    return () => set.delete(listener);
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  async stop(graceMs = 2000): Promise<void> {
    if (this.gone) return;
    this.process.send({ type: 'quit' } satisfies Quit);
    const timer = setTimeout(() => this.kill(), graceMs);
    await this.ended;
    clearTimeout(timer);
  }
}
