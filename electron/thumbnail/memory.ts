// Runs in a thumbnail worker: how much memory it holds itself, and a program that was started here.

import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { NO_ROOM } from '../shared/messages.js';
import { AppError } from '../shared/result.js';

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

/** What a worker is to stay below with any picture that a fresh one can read within it. Bytes. */
export const ROOM = 400 * 2 ** 20;

let room = Infinity;
let isFresh = true;

/** Has {@link assertRoomFor} keep this process within so many bytes. */
export function keepWithin(bytes: number): void {
  room = bytes;
}

/** Something has been read here: some memory is held from now on that is never given back. */
export function noteWork(): void {
  isFresh = false;
}

/**
 * To be asked before a picture is decoded that takes so many bytes at once, so that a worker that has grown leaves it to a fresh one.
 *
 * @throws AppError `memory` with {@link NO_ROOM}; never in a worker that has read nothing yet
 */
export function assertRoomFor(bytes: number, held: number = process.memoryUsage.rss()): void {
  if (!isFresh && held + bytes > room) throw new AppError('memory', NO_ROOM);
}
