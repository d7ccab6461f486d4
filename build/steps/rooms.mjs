// @ts-check
// Runs in the build scripts: the folders that have a tsconfig of their own, which is what makes them rooms.

import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** Folders relative to the project's, each with a tsconfig.json: all rooms, and `.` for tests and tools. */
export function rooms() {
  const electron = readdirSync(inRoot('electron')).map((name) => `electron/${name}`);
  return [...electron, 'renderer', '.'].filter((folder) => existsSync(inRoot(folder, 'tsconfig.json')));
}
