// Used by unit tests only: a temporary folder, media made on the spot, and one call that makes a thumbnail of them.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll } from 'vitest';
import type { MediaKind } from '../shared/media.js';
import type { ThumbnailJob, ThumbnailMade } from '../shared/messages.js';
import { toFailure } from '../shared/result.js';
import { makeThumbnail } from './make.js';

const run = promisify(execFile);

/** The ffmpeg of the tests: the set-up makes sure that one is there. */
export const FFMPEG = process.env['HOME_GALLERY_FFMPEG'] ?? 'ffmpeg';

/** Two seconds of a colour, 64 x 48 unless said otherwise. */
export const colour = (name: string, seconds = 2, size = '64x48') => [
  '-f',
  'lavfi',
  '-i',
  `color=${name}:d=${seconds}:s=${size}:r=10`,
];
/** Seconds of a test picture that moves. */
export const pattern = (seconds: number, size = '320x180') => [
  '-f',
  'lavfi',
  '-i',
  `testsrc=d=${seconds}:s=${size}:r=10`,
];
export const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

export interface Workshop {
  readonly folder: string;
  path(name: string): string;
  /** Makes a media file with ffmpeg; the name is added to the arguments. */
  film(name: string, ...args: string[]): Promise<string>;
  make(path: string, kind: MediaKind, job?: Partial<ThumbnailJob>): Promise<Made>;
  /** Code and sentence of a file that has no thumbnail. */
  refusal(path: string, kind: MediaKind, job?: Partial<ThumbnailJob>): Promise<string>;
}

export interface Made extends ThumbnailMade {
  /** Size of the thumbnail. */
  readonly thumbnail: { readonly width: number; readonly height: number; readonly alpha: boolean };
  /** Red, green, blue and alpha at a place of the thumbnail; places from 0 to 1. */
  at(x: number, y: number): readonly number[];
}

/** A temporary folder for the tests of one file. */
export function workshop(): Workshop {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thumbnail-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  const make = async (file: string, kind: MediaKind, job: Partial<ThumbnailJob> = {}): Promise<Made> => {
    const target = path('thumbnail.webp');
    const limits = { longestSide: 100, ffmpeg: FFMPEG, timeLimit: 20_000 };
    const made = await makeThumbnail({ path: file, rootPath: folder, kind, target, ...limits, ...job });
    const webp = await readFile(target);
    const { data, info } = await sharp(webp).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const { hasAlpha: alpha = false } = await sharp(webp).metadata();
    const at = (x: number, y: number) => {
      const column = Math.min(info.width - 1, Math.floor(x * info.width));
      const row = Math.min(info.height - 1, Math.floor(y * info.height));
      const from = (row * info.width + column) * 4;
      return [...data.subarray(from, from + 4)];
    };
    return { ...made, thumbnail: { width: info.width, height: info.height, alpha }, at };
  };
  return {
    get folder() {
      return folder;
    },
    path,
    make,
    film: async (name, ...args) => {
      await run(FFMPEG, ['-loglevel', 'error', '-y', ...args, path(name)]);
      return path(name);
    },
    refusal: async (file, kind, job) => {
      try {
        await make(file, kind, job);
      } catch (error) {
        const { code, message } = toFailure(error);
        return `${code}: ${message}`;
      }
      throw new Error(`${file} has a thumbnail`);
    },
  };
}
