// @ts-check
// Runs in the build scripts: renders the one drawing of the icon to the sizes that the packages need.

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** Writes `build/icons/SIZExSIZE.png` for every size. */
export async function renderIcons() {
  const { default: sharp } = await import('sharp');
  const folder = inRoot('build/icons');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const size of SIZES) {
    // 72 dots per inch is the drawing's own size of 1024.
    await sharp(inRoot('build/icon.svg'), { density: (72 * size * 2) / 1024 })
      .resize(size, size)
      .png()
      .toFile(join(folder, `${size}x${size}.png`));
  }
}
