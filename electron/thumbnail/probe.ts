// Runs in a thumbnail worker: duration and size of a video from its container, without starting a process.

import type { FileHandle } from 'node:fs/promises';
import { CustomSource, Input, MP4, QTFF } from 'mediabunny';
import type { VideoFacts } from '../node/ffmpeg-says.js';

/** Reading a container's tables takes some hundred kilobytes; a file that wants more than this is left to ffmpeg. Bytes. */
const READ_LIMIT = 64 * 1024 * 1024;
/** How light becomes numbers in videos of a high dynamic range. */
const HDR_CURVES: readonly string[] = ['pq', 'hlg'];
/** Milliseconds after which ffmpeg takes over. */
const TIME_LIMIT = 3000;

/**
 * Facts of an MP4 or MOV file; null when the container is another or cannot be understood (ffmpeg is more patient
 * and then decides). Matroska and WebM are left to ffmpeg: in one with junk in the wrong place mediabunny 1.61
 * searches without end, and then no timer here can fire.
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
    formats: [MP4, QTFF],
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
  const [width, height, stated, { transfer }] = await Promise.all([
    track.getDisplayWidth(),
    track.getDisplayHeight(),
    input.getDurationFromMetadata(),
    track.getColorSpace(),
  ]);
  // Not the width of the gamut, by which mediabunny goes as well: a common film in BT.2020 would come out dark.
  const hdr = HDR_CURVES.includes(transfer ?? '');
  const duration = stated ?? (await input.computeDuration());
  return { width, height, duration: Number.isFinite(duration) ? Math.max(0, duration) : 0, hdr };
}
