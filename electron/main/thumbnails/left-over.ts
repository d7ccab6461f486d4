// Runs in main: the ffmpeg of a worker that was killed from outside, or by a system short of memory, and could not end it itself.
// It would read its file to the end, which may be long, for nobody.

import type { Logger } from '../log.js';
import type { Worker } from './slot-types.js';

/** Ends what a worker has told to run, as soon as that worker is gone. */
export function endLeftOver(worker: Worker, log: Logger): void {
  // Only while they run: later their pids may be those of others.
  const running = new Set<number>();
  let gone = false;
  worker.on('ffmpeg', ({ pid, runs }) => {
    if (!runs) running.delete(pid);
    // A message may be overtaken by the end of its sender.
    else if (gone) end(pid, log);
    else running.add(pid);
  });
  void worker.ended.then(() => {
    gone = true;
    for (const pid of running) end(pid, log);
  });
}

function end(pid: number, log: Logger): void {
  try {
    process.kill(pid, 'SIGKILL');
    log('debug', `ffmpeg (pid ${pid}) has outlived its worker and is ended`);
  } catch (error) {
    // A worker that could do so has ended it.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH') log('warn', `ffmpeg (pid ${pid}) could not be ended: ${String(error)}`);
  }
}
