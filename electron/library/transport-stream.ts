// Runs in the library process: `.ts` and `.mts` are also TypeScript sources, so such files are looked into.

import { closeSync, constants, openSync, readlinkSync, readSync } from 'node:fs';

const SYNC_BYTE = 0x47;
const PACKET = 188;
/** Blu-ray streams put four bytes of time before each packet. */
const TIMED_PACKET = PACKET + 4;

/** Whether a file name says too little to tell a video from a source file. */
export const needsLook = (name: string): boolean => /\.m?ts$/i.test(name);

/** A pipe must not hold us, and a link is no file of its folder. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Whether the file (absolute path without links) starts like an MPEG transport stream. Throws file errors. */
export function isTransportStream(path: string | Buffer): boolean {
  const file = openSync(path, FLAGS);
  try {
    if (wasSwapped(file, path)) return false;
    const head = Buffer.alloc(4 + TIMED_PACKET + 1);
    const length = readSync(file, head, 0, head.length, 0);
    const at = (offset: number) => offset < length && head[offset] === SYNC_BYTE;
    return (at(0) && at(PACKET)) || (at(4) && at(4 + TIMED_PACKET));
  } finally {
    closeSync(file);
  }
}

/** Whether a folder of the path is a link by now, so that the file lies elsewhere. Only Linux can tell. */
function wasSwapped(file: number, path: string | Buffer): boolean {
  if (process.platform !== 'linux') return false;
  return !readlinkSync(`/proc/self/fd/${file}`, { encoding: 'buffer' }).equals(Buffer.from(path));
}
