// Runs in every Node process: a file is replaced as a whole or not at all, whenever the power goes.

import { open, rename, rm } from 'node:fs/promises';

/** Writes `data` beside `path`, syncs it to the disk and renames it into place. */
export async function writeAtomic(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
