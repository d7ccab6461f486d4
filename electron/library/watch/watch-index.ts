// Runs in the library process: has an index watched, in the folder in which it is now.

import type { RootId } from '../../shared/contract.js';
import { fileCost } from '../moved-files.js';
import { ownBelow } from '../own-folder.js';
import type { RootIndex } from '../root-index.js';
import type { SessionServices } from '../session-types.js';
import { isOnNetworkDrive } from './network-drive.js';
import { RootWatch, type RootWatchOptions } from './root-watch.js';

/** The watch over an index, to be started. It stays in that folder also when the index moves on. */
export function watchOver(
  index: RootIndex,
  root: RootId,
  services: SessionServices,
  on: Pick<RootWatchOptions, 'onChange' | 'verify'>,
): RootWatch {
  const { path } = index;
  const { clock, send, log, createWatcher, own = null } = services;
  return new RootWatch({
    ...{ path, clock, ...on },
    create: (mode, folder, events) => createWatcher(mode, folder, events, ownBelow(own, folder)),
    isNetworkDrive: () => isOnNetworkDrive(path),
    countFiles: () => index.listing.count,
    fileCost: () => fileCost(path, index.listing),
    onMode: (watching, message) => send('watching', { root, watching, message }),
    log: (message) => log('warn', `Root ${root}: ${message}`),
  });
}
