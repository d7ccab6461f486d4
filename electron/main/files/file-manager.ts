// Runs in main: has the system show a file in its folder, and tells where nothing there does.

import { access, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { shell } from 'electron';
import { textPath } from './checked-files.js';

/** What file managers are called among the services of a desktop that follows freedesktop.org. */
const SERVICE = /^Name\s*=\s*org\.freedesktop\.FileManager1\s*$/m;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether a desktop on Linux has a file manager that shows single files. Electron asks for it without telling whether there was one,
 * so what would be started is looked for among the services of the session.
 */
export async function hasFileManager(env: Environment = process.env): Promise<boolean> {
  if (!(await hasSession(env))) return false;
  const home = env['XDG_DATA_HOME'] || join(homedir(), '.local/share');
  const shared = (env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':').filter(Boolean);
  for (const data of [home, ...shared]) {
    const folder = join(data, 'dbus-1/services');
    // A folder that is not there holds none.
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.service'))) {
      if (SERVICE.test(await readFile(join(folder, name), 'utf8').catch(() => ''))) return true;
    }
  }
  return false;
}

/** Whether there is a bus on which a service could be asked for. */
async function hasSession(env: Environment): Promise<boolean> {
  if (env['DBUS_SESSION_BUS_ADDRESS']) return true;
  const runtime = env['XDG_RUNTIME_DIR'];
  if (!runtime) return false;
  return access(join(runtime, 'bus')).then(
    () => true,
    () => false,
  );
}

/** Has the system show a file or folder (absolute path) in its folder, or at least that one; false: nothing there shows either. */
export async function showInFolder(path: string): Promise<boolean> {
  if (process.platform !== 'linux' || (await hasFileManager())) {
    shell.showItemInFolder(path);
    return true;
  }
  return (await shell.openPath(textPath(dirname(path)))) === '';
}
