// Runs in a thumbnail worker: one job from the open file to the written thumbnail.

import { fstatSync, readSync } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { ThumbnailEvents, ThumbnailJob, ThumbnailMade } from '../shared/messages.js';
import { isRawName } from '../shared/media.js';
import { AppError } from '../shared/result.js';
import { EMPTY_FILE, NOT_A_PICTURE, readError, writeError } from './errors.js';
import { fingerprintOf, fingerprintOfBytes } from '../node/fingerprint.js';
import { openOriginal } from './open.js';
import { noteWork } from './memory.js';
import { makePhoto } from './photo.js';
import type { Picture } from './picture.js';
import { makeRaw } from './raw.js';
import { ReadingRoom } from './reading-room.js';
import { sniff, SNIFF_BYTES, type Content } from './sniff.js';
import { makeVideo } from './video.js';

/** Larger pictures are not read: they would not fit into a worker's memory. Bytes. */
const MAX_PHOTO_BYTES = 512 * 1024 * 1024;

const rooms = new ReadingRoom();

/**
 * Makes the thumbnail of one file and writes it to `job.target`, complete and on the disk when this resolves.
 *
 * @param onWriting hears when nothing is left to do but to wait for the disk
 * @throws AppError with a sentence for the person who looks at the tile
 */
export async function makeThumbnail(
  job: ThumbnailJob,
  onWriting: (picture: ThumbnailEvents['writing']) => void = () => undefined,
): Promise<ThumbnailMade> {
  const deadline = performance.now() + job.timeLimit;
  const handle = await openOriginal(job);
  let picture: Picture;
  let fingerprint: string;
  let sum: number | null = null;
  try {
    const { size } = attempt(() => fstatSync(handle.fd));
    if (size === 0) throw EMPTY_FILE;
    const content = job.kind === 'photo' ? contentOf(handle, size) : null;
    if (content === 'raw' || (content === 'tiff' && isRawName(job.path))) {
      fingerprint = await fingerprintOf(handle, size, job.path).catch(rethrow);
      picture = await makeRaw({ handle, size, side: job.longestSide, deadline });
    } else if (content !== null) {
      if (size > MAX_PHOTO_BYTES) throw new AppError('unsupported', 'The file is too large for a picture.');
      const room = rooms.take(size);
      const photo = { bytes: await readPhoto(handle, room.subarray(0, size)), content };
      fingerprint = await fingerprintOfBytes(photo.bytes);
      sum = crc32(photo.bytes);
      picture = await makePhoto(photo, job.longestSide, deadline);
      rooms.back(room);
    } else {
      picture = await makeVideo({ handle, size, job, deadline });
      fingerprint = await fingerprintOf(handle, size, job.path).catch(rethrow);
    }
  } finally {
    noteWork();
    await handle.close();
  }
  const { encoded, ...facts } = picture;
  onWriting({ target: job.target, width: facts.width, height: facts.height });
  await write(job.target, encoded);
  return { ...facts, fingerprint, sum, bytes: encoded.length, checksum: crc32(encoded) };
}

/** What a picture is, by a look at its head: a film of many gigabytes named `.jpg` is not read in. */
function contentOf({ fd }: FileHandle, size: number): Content {
  const head = Buffer.alloc(Math.min(size, SNIFF_BYTES));
  const bytesRead = attempt(() => readSync(fd, head, 0, head.length, 0));
  const content = sniff(head.subarray(0, bytesRead));
  if (content === 'empty') throw EMPTY_FILE;
  if (content === 'video' || content === 'unknown') throw new AppError('unsupported', NOT_A_PICTURE);
  return content;
}

async function readPhoto(handle: FileHandle, bytes: Buffer): Promise<Buffer> {
  const { length } = bytes;
  let filled = 0;
  while (filled < length) {
    const part = await handle.read(bytes, filled, length - filled, filled).catch(rethrow);
    if (part.bytesRead === 0) break;
    filled += part.bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function write(target: string, encoded: Uint8Array): Promise<void> {
  try {
    const file = await open(target, 'w', 0o600);
    try {
      await file.writeFile(encoded);
      // Renamed only when its bytes are on the disk, so a power cut cannot leave an empty thumbnail behind.
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    // On a full disk a part of a picture could take the last room of all others. What was in the way is the news.
    await rm(target, { force: true }).catch(() => undefined);
    throw writeError(error);
  }
}

function rethrow(error: unknown): never {
  throw readError(error);
}

/** Asks the file at once: nothing else waits for this process, and to have another thread ask takes longer than most answers. */
function attempt<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    return rethrow(error);
  }
}
