// Runs in main, first of all: who the app is for the system.

import { APP_ID } from '../shared/app-id.js';

/** What of Electron's `app` is asked. */
export interface System {
  setName(name: string): void;
  setAppUserModelId(id: string): void;
}

/** Must be done before the first window, jump list or path of the app's own data. */
export function introduce(system: System, platform: NodeJS.Platform): void {
  system.setName('Home Gallery');
  // Without it the jump list belongs to a program that no pinned icon stands for.
  if (platform === 'win32') system.setAppUserModelId(APP_ID);
}
