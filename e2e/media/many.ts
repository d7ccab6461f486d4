// Runs in Node, in tests and benches: very many tiny photos, very fast.

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

export interface ManyOptions {
  readonly files: number;
  readonly folders: number;
}

export interface Many {
  readonly dir: string;
  readonly files: number;
  readonly folders: number;
  /** Relative paths of the folders, `/` between parts; file i lies in folder i modulo their number. */
  readonly folderPaths: readonly string[];
}

/**
 * Makes `files` tiny valid JPEGs of a few colours, spread evenly over `folders` folders two levels deep
 * (`album 007/part 03`). Names are unique in the whole library (`IMG_000042.jpg`), and so are the contents.
 */
export async function makeManyFiles(dir: string, { files, folders }: ManyOptions): Promise<Many> {
  const pictures = (await tinyJpegs()).map(withRoomForNumber);
  const folderPaths: string[] = [];
  for (let i = 0; i < folders; i++) {
    const path = `album ${String(Math.floor(i / 20)).padStart(3, '0')}/part ${String(i % 20).padStart(2, '0')}`;
    mkdirSync(join(dir, path), { recursive: true });
    folderPaths.push(path);
  }
  // Folder by folder: neighbours on disk are written one after another.
  for (let folder = 0; folder < folders; folder++) {
    const prefix = join(dir, folderPaths[folder] ?? '', 'IMG_');
    for (let i = folder; i < files; i += folders) {
      const picture = pictures[i % pictures.length] as Buffer;
      picture.writeUInt32BE(i, NUMBER_AT);
      const file = openSync(`${prefix}${String(i).padStart(6, '0')}.jpg`, 'w');
      writeSync(file, picture, 0, picture.length);
      closeSync(file);
    }
  }
  return { dir, files, folders, folderPaths };
}

/** Where the number of a file lies: in a comment right behind the start of the image. */
const NUMBER_AT = 6;

/** Adds a comment segment (ITU-T T.81, B.2.4.5) that holds four bytes. */
function withRoomForNumber(jpeg: Buffer): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, 0]), jpeg.subarray(2)]);
}

/** JPEGs of about 300 bytes in several shapes and colours. */
export function tinyJpegs(): Promise<Buffer[]> {
  const shapes = [
    [12, 8],
    [8, 12],
    [10, 10],
    [16, 9],
  ] as const;
  const colors = ['#c7522a', '#e5a84b', '#74a892', '#3a6ea5', '#8f6fc0', '#4b5d4a'];
  return Promise.all(
    colors.flatMap((background) =>
      shapes.map(([width, height]) =>
        sharp({ create: { width, height, channels: 3, background } })
          .jpeg({ quality: 60 })
          .toBuffer(),
      ),
    ),
  );
}
