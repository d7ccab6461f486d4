// Used by tests only: which processes still read the files of a folder.

import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Pids of other processes that name something in the folder on their command line, or were given a file of it as descriptor 3, as the app
 * does with ffmpeg (Linux only: elsewhere none are found).
 */
export function readersOf(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  const places = [folder, realpathSync(folder)];
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      const words = readFileSync(join('/proc', pid, 'cmdline'), 'latin1');
      if (places.some((place) => words.includes(place))) return true;
      if (!words.includes('/proc/self/fd/3')) return false;
      const given = readlinkSync(join('/proc', pid, 'fd', '3'));
      return places.some((place) => given.startsWith(place + sep));
    } catch {
      // It has ended since the listing.
      return false;
    }
  });
}
