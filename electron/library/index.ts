// Entry of the library process, a utility process that main starts once: scanning, watching and reading facts,
// away from the process that has to keep the window alive.

import type { RootId } from '../shared/contract.js';
import type { LibraryEvents, LibraryRequests } from '../shared/messages.js';
import { AppError } from '../shared/result.js';
import { eventSender, log, serve } from '../node/serve.js';
import { SYSTEM_CLOCK } from './clock.js';
import { RootSession } from './root-session.js';
import { ChokidarWatcher } from './watch/chokidar-watcher.js';

const sessions = new Map<RootId, RootSession>();
const services = {
  clock: SYSTEM_CLOCK,
  send: eventSender<LibraryEvents>(),
  log,
  createWatcher: (...args: ConstructorParameters<typeof ChokidarWatcher>) => new ChokidarWatcher(...args),
};

function session(root: RootId): RootSession {
  const found = sessions.get(root);
  if (!found) throw new AppError('not-found', 'This folder is not open.');
  return found;
}

serve<LibraryRequests>({
  scan: ({ root, path, firstId }) => {
    const open = sessions.get(root) ?? new RootSession(root, path, firstId ?? 0, services);
    sessions.set(root, open);
    return open.scan();
  },
  rescan: ({ root, folders }) => session(root).rescan(folders),
  verify: ({ root }) => session(root).verify(),
  watch: ({ root }) => session(root).watch(),
  prefer: ({ root, ids }) => sessions.get(root)?.prefer(ids),
  close: async ({ root }) => {
    const open = sessions.get(root);
    sessions.delete(root);
    await open?.close();
  },
});
