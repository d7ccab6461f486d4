// Runs in Node, in tests and the demo: files that are damaged, empty or not what their name says.

import { random } from './random.js';

/** Bytes without any meaning. */
export function noise(length: number, seed: number): Buffer {
  const next = random(seed);
  return Buffer.from(Uint8Array.from({ length }, () => next() * 256));
}

/** The first part of a file, as after a copy that broke off. */
export const cutOff = (bytes: Buffer, share: number): Buffer =>
  bytes.subarray(0, Math.floor(bytes.length * share));

/** An MP4 whose index (at the end) is missing: nothing can be played of it. */
export function withoutIndex(mp4: Buffer): Buffer {
  const index = mp4.indexOf('moov');
  if (index < 4) throw new Error('The file has no index');
  const hidden = Buffer.from(mp4);
  // Not `free`: ffmpeg looks for an index in there.
  hidden.write('skip', index, 'latin1');
  return hidden;
}

/** Files that systems, NAS devices and programs leave among photos; none of them is media. */
export const JUNK: readonly (readonly [path: string, what: 'photo' | 'text' | 'noise'])[] = [
  ['@eaDir/IMG_0001.jpg/SYNOPHOTO_THUMB_M.jpg', 'photo'],
  ['@eaDir/x.jpg', 'photo'],
  ['.thumbnails/x.jpg', 'photo'],
  ['.Trash-1000/files/old.jpg', 'photo'],
  ['$RECYCLE.BIN/S-1-5-21/$R1.jpg', 'photo'],
  ['.hidden.jpg', 'photo'],
  ['._IMG_0001.jpg', 'noise'],
  ['Thumbs.db', 'noise'],
  ['.DS_Store', 'noise'],
  ['desktop.ini', 'text'],
  ['read me.txt', 'text'],
  ['IMG_0001.xmp', 'text'],
];

/** TypeScript, which shares its extension with MPEG transport streams. */
export const TYPESCRIPT = `// Notes on how the pictures were sorted.
export interface Picture {
  readonly name: string;
  readonly taken: Date;
}

export const byDate = (a: Picture, b: Picture): number => a.taken.getTime() - b.taken.getTime();
`;
