// Runs in main: makes a folder that a person has named, with those it lies in. Node's own way never comes back where the
// system says of a folder that is there that it is not, as Linux does for a new one in /proc.

import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Makes the folder, if it is not there. @throws the system's error */
export function makeFolderSync(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const parent = dirname(folder);
    if (isMissing(error) && parent !== folder) {
      makeFolderSync(parent);
      return makeLastSync(folder);
    }
    if (!isFolderSync(folder)) throw error;
  }
}

/** Like {@link makeFolderSync}. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const parent = dirname(folder);
    if (isMissing(error) && parent !== folder) {
      await makeFolder(parent);
      return makeLast(folder);
    }
    if (!(await isFolder(folder))) throw error;
  }
}

/** What it lies in is there now; somebody else may have made it meanwhile. */
function makeLastSync(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolderSync(folder)) throw error;
  }
}

async function makeLast(folder: string): Promise<void> {
  await mkdir(folder).catch(async (error: unknown) => {
    if (!(await isFolder(folder))) throw error;
  });
}

function isFolderSync(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
