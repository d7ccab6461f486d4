// Runs in a thumbnail worker: one job from the open file to the written thumbnail.

import { open, realpath, type FileHandle } from 'node:fs/promises';
import type { ThumbnailJob, ThumbnailMade } from '../shared/messages.js';
import { AppError } from '../shared/result.js';
import { openInside } from '../node/open-inside.js';
import { decodeName, diskPath } from '../node/raw-paths.js';
import { EMPTY_FILE, NOT_A_PICTURE, readError, writeError } from './errors.js';
import { makePhoto } from './photo.js';
import type { Picture } from './picture.js';
import { sniff, SNIFF_BYTES, type Content } from './sniff.js';
import { makeVideo } from './video.js';

/** Larger pictures are not read: they would not fit into a worker's memory. Bytes. */
const MAX_PHOTO_BYTES = 512 * 1024 * 1024;

/**
 * Makes the thumbnail of one file and writes it to `job.target`, complete and on the disk when this resolves.
 *
 * @throws AppError with a sentence for the person who looks at the tile
 */
export async function makeThumbnail(job: ThumbnailJob): Promise<ThumbnailMade> {
  const deadline = performance.now() + job.timeLimit;
  const handle = await openOriginal(job);
  let picture: Picture;
  try {
    const { size } = await handle.stat().catch(rethrow);
    if (size === 0) throw EMPTY_FILE;
    picture =
      job.kind === 'photo'
        ? await makePhoto(await readPhoto(handle, size), job.longestSide, deadline)
        : await makeVideo({ handle, size, job, deadline });
  } finally {
    await handle.close();
  }
  await write(job.target, picture.webp);
  return {
    width: picture.width,
    height: picture.height,
    duration: picture.duration,
    warning: picture.warning,
  };
}

async function openOriginal({ rootPath, path }: ThumbnailJob): Promise<FileHandle> {
  try {
    const root = decodeName(await realpath(diskPath(rootPath), { encoding: 'buffer' }));
    return await openInside(root, path);
  } catch (error) {
    throw readError(error);
  }
}

/** The bytes of a picture, after a look at its head: a film of many gigabytes named `.jpg` is not read in. */
async function readPhoto(handle: FileHandle, size: number): Promise<{ bytes: Buffer; content: Content }> {
  const head = Buffer.alloc(Math.min(size, SNIFF_BYTES));
  const { bytesRead } = await handle.read(head, 0, head.length, 0).catch(rethrow);
  const content = sniff(head.subarray(0, bytesRead));
  if (content === 'empty') throw EMPTY_FILE;
  if (content === 'video' || content === 'unknown') throw new AppError('unsupported', NOT_A_PICTURE);
  if (size > MAX_PHOTO_BYTES) throw new AppError('unsupported', 'The file is too large for a picture.');
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const part = await handle.read(bytes, filled, size - filled, filled).catch(rethrow);
    if (part.bytesRead === 0) break;
    filled += part.bytesRead;
  }
  return { bytes: bytes.subarray(0, filled), content };
}

async function write(target: string, webp: Uint8Array): Promise<void> {
  try {
    const file = await open(target, 'w', 0o600);
    try {
      await file.writeFile(webp);
      // Renamed only when its bytes are on the disk, so a power cut cannot leave an empty thumbnail behind.
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw writeError(error);
  }
}

function rethrow(error: unknown): never {
  throw readError(error);
}
