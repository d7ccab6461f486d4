// Runs in the library process: `.ts` and `.mts` are also TypeScript sources, so such files are looked into.

import { closeSync, openSync, readSync } from 'node:fs';

const SYNC_BYTE = 0x47;
const PACKET = 188;
/** Blu-ray streams put four bytes of time before each packet. */
const TIMED_PACKET = PACKET + 4;

/** Whether a file name says too little to tell a video from a source file. */
export const needsLook = (name: string): boolean => /\.m?ts$/i.test(name);

/** Whether the file starts like an MPEG transport stream. Throws file errors. */
export function isTransportStream(path: string | Buffer): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(4 + TIMED_PACKET + 1);
    const length = readSync(file, head, 0, head.length, 0);
    const at = (offset: number) => offset < length && head[offset] === SYNC_BYTE;
    return (at(0) && at(PACKET)) || (at(4) && at(4 + TIMED_PACKET));
  } finally {
    closeSync(file);
  }
}
