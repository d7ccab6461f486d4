// Runs in main and in a thumbnail worker: how ffmpeg is given a user's file, and what it may do with it.

import type { FileHandle } from 'node:fs/promises';
import { diskPath } from './raw-paths.js';

/** Containers of the app's formats. A playlist or a script, which could name other files, is none of them. */
const CONTAINERS =
  'mov,mp4,matroska,webm,avi,flv,live_flv,asf,asf_o,mpeg,mpegvideo,mpegts,mpegtsraw,h264,hevc,ogg,m4v,dv,mxf,rm';

/** What ffmpeg may read to find out what it has before it; the time limits bound the rest. */
const PROBE_BYTES = 5_000_000;

/** A frame takes two to four bytes for each, and a decoder holds several: 8K and 360 degree videos have less than 90 million. */
const MAX_PIXELS = 2 ** 27;

/** Arguments that stand before every input. */
export const INPUT_LIMITS: readonly string[] = [
  ...['-protocol_whitelist', 'file', '-format_whitelist', CONTAINERS],
  ...['-probesize', String(PROBE_BYTES), '-max_pixels', String(MAX_PIXELS)],
];

export interface FfmpegInput {
  /** What to write behind `file:`. */
  readonly file: string;
  /** To be given to ffmpeg as its descriptor 3. */
  readonly descriptor?: number;
}

/** On Linux ffmpeg gets the very file that was checked, by descriptor: no name to read wrongly or to swap meanwhile. */
export function inputOf(path: string, handle: FileHandle): FfmpegInput {
  if (process.platform === 'linux') return { file: '/proc/self/fd/3', descriptor: handle.fd };
  const name = diskPath(path);
  // Only Linux has names that are not text.
  return { file: typeof name === 'string' ? name : path };
}
