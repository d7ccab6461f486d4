// Runs in a thumbnail worker: how much memory a program holds that was started here.

import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

/** What one video may take for the seconds it is read: a quarter of the computer's memory, 0.75 to 2 GB. Bytes. */
export const MOST_MEMORY = Math.min(2 * 2 ** 30, Math.max(0.75 * 2 ** 30, totalmem() / 4));

/** Bytes that a process holds in memory; null where the system does not tell without a program of its own. */
export function residentBytes(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
