// Runs in the library process: duration and size of a video from its container, without starting a program.

import { CustomSource, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny';
import type { Bytes } from './bytes.js';
import type { Size } from './size.js';

export interface VideoFacts {
  /** Pixels as shown, after rotation and pixel shape; null when not told. */
  readonly size: Size | null;
  /** Seconds; 0 when not told. */
  readonly duration: number;
}

/** Containers whose headers can be read here; others tell when their thumbnail is made. */
const READABLE = /\.(?:mp4|m4v|mov|3gp|mkv|webm)$/i;

export const isReadableContainer = (name: string): boolean => READABLE.test(name);

/** What the container says of itself, null when it is another one than its name promises. */
export async function videoFacts(bytes: Bytes): Promise<VideoFacts | null> {
  const source = new CustomSource({
    getSize: () => bytes.size,
    read: (start, end) => bytes.read(start, end - start),
    prefetchProfile: 'fileSystem',
    maxCacheSize: 1024 * 1024,
  });
  const input = new Input({ source, formats: [MP4, QTFF, MATROSKA, WEBM] });
  try {
    if (!(await input.canRead())) return null;
    const track = await input.getPrimaryVideoTrack();
    const duration = (await input.getDurationFromMetadata()) ?? 0;
    const size = track && {
      width: Math.round(await track.getDisplayWidth()),
      height: Math.round(await track.getDisplayHeight()),
    };
    return { size: size && size.width > 0 && size.height > 0 ? size : null, duration: Math.max(0, duration) };
  } finally {
    input.dispose();
  }
}
