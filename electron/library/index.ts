// Entry of the library process, a utility process that main starts once: scanning, watching and reading facts,
// away from the process that has to keep the window alive.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LibraryEvents, LibraryRequests } from '../shared/messages.js';
import { LIBRARY_PRIORITY, lowerPriority } from '../node/priority.js';
import { eventSender, log, serve } from '../node/serve.js';
import { SYSTEM_CLOCK } from './clock.js';
import { checkInThreads } from './database/check-later.js';
import { Library } from './library.js';
import { startScanThreads } from './scan/start.js';
import { watchers } from './watch/create-watcher.js';

lowerPriority(LIBRARY_PRIORITY, (message) => log('warn', message));

const threads = startScanThreads(join(import.meta.dirname, 'scan-thread.js'), (message) =>
  log('warn', message),
);

const library = new Library({
  clock: SYSTEM_CLOCK,
  send: eventSender<LibraryEvents>(),
  log,
  createWatcher: watchers(),
  readFolders: threads.read,
  checkLater: checkInThreads({
    start: (workerData) => new Worker(join(import.meta.dirname, 'check-thread.js'), { workerData }),
    clock: SYSTEM_CLOCK,
    log,
  }),
});

serve<LibraryRequests>(library.handlers);
