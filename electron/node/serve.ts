// Runs in the utility processes: the child's half of the conversation with main (main's half is main/child.ts).
// Answers requests by name, sends events and log lines. One place, so every child behaves the same.

import type { ChildMessage, LogLevel, Quit, Request } from '../shared/messages.js';
import { ok, toFailure } from '../shared/result.js';

/** Handlers for a map of requests: each may answer at once or with a promise. */
export type Handlers<R> = {
  [K in keyof R]: R[K] extends (args: infer A) => infer T ? (args: A) => T | Promise<T> : never;
};

function post(message: ChildMessage): void {
  process.parentPort.postMessage(message);
}

/** Writes a line to the app's log, which main keeps. */
export function log(level: LogLevel, message: string): void {
  post({ type: 'log', level, message });
}

/** A sender for the child's own events. */
export function eventSender<E>(): <K extends keyof E & string>(name: K, payload: E[K]) => void {
  return (name, payload) => post({ type: 'event', name, payload });
}

/** Starts to answer requests and tells main that the process is ready. */
export function serve<R>(handlers: Handlers<R>): void {
  const byName = handlers as Record<string, (args: unknown) => unknown>;
  process.parentPort.on('message', ({ data }: { data: Request | Quit }) => {
    // Whoever has started something ends it when the process exits.
    if (data.type === 'quit') process.exit(0);
    const handler = byName[data.name];
    void Promise.resolve()
      .then(() => {
        if (!handler) throw new Error(`Unknown request ${data.name}`);
        return handler(data.args);
      })
      .then(ok, toFailure)
      .then((result) => post({ type: 'reply', id: data.id, result }));
  });
  process.on('uncaughtException', (error) => {
    // Let main see why before the process ends; main restarts it.
    log('error', `Uncaught: ${error.stack ?? error.message}`);
    process.exit(70);
  });
  post({ type: 'ready' });
}
