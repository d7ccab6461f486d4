// Runs in main: whether this app was started from its own AppImage. What an AppImage tells its program by the environment is
// handed on to all that is started from there, from a terminal that comes as an AppImage for example.

import { isInside } from '../node/open-inside.js';

/** `resources`: `process.resourcesPath`. */
export function isAppImage(env: Readonly<Record<string, string | undefined>>, resources: string): boolean {
  const { APPIMAGE: file, APPDIR: folder } = env;
  return !!file && !!folder && isInside(folder, resources);
}
