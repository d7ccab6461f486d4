// Runs in Node, in tests, benches and the demo: marks the picture of an MP4 or MOV as lying on its side.

import { boxesOf } from './boxes.js';

/** Where the matrix lies in a track header (ISO/IEC 14496-12, 8.3.2.2), after version and flags, for versions 0 and 1. */
const MATRIX = [40, 52] as const;

/** A copy of the file whose video is to be shown turned by a quarter, clockwise. */
export function turnVideo(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  for (const movie of boxesOf(copy)) {
    if (movie.type !== 'moov') continue;
    for (const track of boxesOf(copy, movie.start, movie.end)) {
      if (track.type !== 'trak') continue;
      for (const header of boxesOf(copy, track.start, track.end)) {
        if (header.type !== 'tkhd') continue;
        const matrix = header.start + (copy[header.start] === 1 ? MATRIX[1] : MATRIX[0]);
        const height = copy.readUInt32BE(matrix + 40);
        // Sound has no size.
        if (height === 0) continue;
        // (x, y) -> (height - y, x), as phones write it.
        [0, 0x10000, 0, -0x10000, 0, 0, height, 0, 0x40000000].forEach((value, i) => {
          copy.writeInt32BE(value, matrix + i * 4);
        });
        return copy;
      }
    }
  }
  throw new Error('The file has no video track to turn');
}
