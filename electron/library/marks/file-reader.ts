// Runs in the library process: what files contain, read once per version, for marks to follow them by.

import type { FileId, RootId } from '../../shared/contract.js';
import type { LogLevel } from '../../shared/messages.js';
import { displayPath } from '../../shared/paths.js';
import { fingerprintOf } from '../../node/fingerprint.js';
import { openInside } from '../../node/open-inside.js';
import type { Clock } from '../clock.js';
import type { MarkedVersion } from '../database/user-marks.js';
import { absolutePath } from '../read-folder.js';
import type { RootIndex } from '../root-index.js';

/** A drive that hangs is given up after as many milliseconds. */
const TIME_LIMIT = 20_000;
const MOST_KEPT = 20_000;

export class FileReader {
  /** By file and version; null: cannot be read. */
  private readonly known = new Map<string, string | null>();

  constructor(
    private readonly services: {
      readonly clock: Clock;
      readonly log: (level: LogLevel, message: string) => void;
    },
  ) {}

  /**
   * What a file of an index contains now, with the size and time that the index knows; null when it is gone or another
   * than the index knows. The fingerprint is null when it cannot be read.
   */
  async version(root: RootId, index: RootIndex, id: FileId): Promise<MarkedVersion | null> {
    const row = index.listing.rowOf(id);
    if (row < 0) return null;
    const [size, modified, path] = [
      index.listing.sizeAt(row),
      index.listing.modifiedAt(row),
      index.listing.pathAt(row),
    ];
    const name = `${root}:${id}:${size}:${modified}`;
    let fingerprint = this.known.get(name);
    if (fingerprint === undefined) {
      fingerprint = await this.read(index.path, path, size);
      if (this.known.size >= MOST_KEPT) this.known.clear();
      this.known.set(name, fingerprint);
    }
    return { fingerprint, size, modified };
  }

  private async read(root: string, path: string, size: number): Promise<string | null> {
    let cancel: (() => void) | undefined;
    const late = new Promise<never>((_, reject) => {
      cancel = this.services.clock.after(TIME_LIMIT, () => reject(new Error('it takes too long')));
    });
    try {
      return await Promise.race([fingerprintAt(root, path, size), late]);
    } catch (error) {
      // The file's own problem is found and told by whoever shows it; its mark stays where it is.
      this.services.log('debug', `Marks: ${displayPath(path)} cannot be read: ${String(error)}`);
      return null;
    } finally {
      cancel?.();
    }
  }
}

async function fingerprintAt(root: string, path: string, size: number): Promise<string | null> {
  const handle = await openInside(root, absolutePath(root, path));
  try {
    const stats = await handle.stat();
    // Being written to: it is read again when the index knows the new size.
    if (stats.size !== size) return null;
    return await fingerprintOf(handle, size, path);
  } finally {
    await handle.close();
  }
}
