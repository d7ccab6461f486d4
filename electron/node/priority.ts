// Runs in the library process and in thumbnail workers: lets the window go first where both want the processor.

import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/** Of a worker: a tile may wait, but a click may not. */
export const WORKER_PRIORITY = constants.priority.PRIORITY_BELOW_NORMAL;
/**
 * Of the library process, which reads files that nobody looks at most of the time: behind the window, before workers. Windows has no
 * such step and leaves it as it is.
 */
export const LIBRARY_PRIORITY = 5;

/**
 * Lets this process wait for others as `nice` counts it, at least that much: who was started with a larger number keeps it. Threads and
 * programs that are started later have it as well. Linux counts by thread (setpriority(2)): there, those that the runtime has started
 * by now are told one by one.
 */
export function lowerPriority(nice: number, warn: (message: string) => void): void {
  try {
    if (getPriority() < nice) setPriority(nice);
    if (process.platform === 'linux')
      readdirSync('/proc/self/task').forEach((id) => lowerThread(Number(id), nice));
  } catch (error) {
    warn(`The priority of a process stays as it is: ${String(error)}`);
  }
}

/** What a thread's end or a limit may do to one of them: it has gone, or waits longer already and may not come forward. */
const NO_MATTER: readonly (string | undefined)[] = ['ESRCH', 'EACCES', 'EPERM'];

function lowerThread(id: number, nice: number): void {
  try {
    if (getPriority(id) < nice) setPriority(id, nice);
  } catch (error) {
    if (!NO_MATTER.includes((error as { readonly info?: { readonly code?: string } }).info?.code))
      throw error;
  }
}
