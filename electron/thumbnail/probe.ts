// Runs in a thumbnail worker: duration and size of a video from its container, without starting a process.

import type { FileHandle } from 'node:fs/promises';
import { CustomSource, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny';
import type { VideoFacts } from './ffmpeg-says.js';

/** Reading a container's tables takes some hundred kilobytes; a file that wants more than this is left to ffmpeg. Bytes. */
const READ_LIMIT = 64 * 1024 * 1024;
/** Milliseconds after which ffmpeg takes over. */
const TIME_LIMIT = 3000;

/**
 * The library may search without end in a Matroska file with junk in the wrong place, and then no timer here can
 * fire. The worker does one job at a time and main ends it when the job's time is over, so that costs one job;
 * a file that does it twice is not tried again.
 *
 * Facts of an MP4, MOV, Matroska or WebM file; null when the container is another or cannot be understood
 * (ffmpeg is more patient and then decides).
 */
export async function probe(handle: FileHandle, size: number): Promise<VideoFacts | null> {
  let budget = READ_LIMIT;
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    budget -= end - start;
    if (budget < 0) throw new Error('Read limit reached');
    const bytes = Buffer.allocUnsafe(end - start);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    if (bytesRead < bytes.length) throw new Error('The file ended early');
    return bytes;
  };
  const input = new Input({
    formats: [MP4, QTFF, MATROSKA, WEBM],
    source: new CustomSource({ getSize: () => size, read, prefetchProfile: 'fileSystem' }),
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => (timer = setTimeout(done, TIME_LIMIT, null)));
  try {
    return await Promise.race([facts(input), late]);
  } catch {
    // Not an error of its own: ffmpeg looks at the file next and says what is wrong with it.
    return null;
  } finally {
    clearTimeout(timer);
    input.dispose();
  }
}

async function facts(input: Input): Promise<VideoFacts | null> {
  if (!(await input.canRead())) return null;
  const track = await input.getPrimaryVideoTrack();
  if (!track) return null;
  const [width, height, stated, hdr] = await Promise.all([
    track.getDisplayWidth(),
    track.getDisplayHeight(),
    input.getDurationFromMetadata(),
    track.hasHighDynamicRange(),
  ]);
  const duration = stated ?? (await input.computeDuration());
  return { width, height, duration: Number.isFinite(duration) ? Math.max(0, duration) : 0, hdr };
}
