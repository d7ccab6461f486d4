// Runs in main and the library process: what the head of a database file says, read without SQLite, which would make files
// beside it.

import { closeSync, openSync, readSync } from 'node:fs';

const MAGIC = 'SQLite format 3\0';
const VERSION_OFFSET = 60;

/** The schema version (`user_version`) in the head of `file`; null when it cannot be read or is no database. */
export function versionInHeader(file: string): number | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    // Whatever it is (usually: no file yet), SQLite meets it again and names it better.
    return null;
  }
  try {
    const head = Buffer.alloc(VERSION_OFFSET + 4);
    const length = readSync(descriptor, head, 0, head.length, 0);
    const whole = length === head.length && head.toString('latin1', 0, MAGIC.length) === MAGIC;
    return whole ? head.readUInt32BE(VERSION_OFFSET) : null;
  } catch {
    // Unreadable content: SQLite names it better, see above.
    return null;
  } finally {
    closeSync(descriptor);
  }
}
