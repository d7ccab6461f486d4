// @ts-check
// Runs in the build scripts: renders the one drawing of the icon to the files that the packages need.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { iconOfMac, iconOfWindows } from './icon-files.mjs';
import { inRoot } from './paths.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Windows scales the others from these. */
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
const MAC_SIZES = [16, 32, 64, 128, 256, 512, 1024];
/** What icons of macOS fill of their square. */
const MAC_SHARE = 824 / 1024;

/**
 * Writes `SIZExSIZE.png` for every size, `icon.ico` and `icon.icns`.
 * @param {string} [folder] emptied first
 */
export async function renderIcons(folder = inRoot('build/icons')) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const size of SIZES) {
    await writeFile(join(folder, `${size}x${size}.png`), await (await draw(size)).png().toBuffer());
  }
  const pixels = WINDOWS_SIZES.map(async (size) => ({
    size,
    rgba: await (await draw(size)).ensureAlpha().raw().toBuffer(),
    png: await (await draw(size)).png().toBuffer(),
  }));
  await writeFile(join(folder, 'icon.ico'), iconOfWindows(await Promise.all(pixels)));
  const framed = MAC_SIZES.map(async (size) => ({ size, png: await drawFramed(size) }));
  await writeFile(join(folder, 'icon.icns'), iconOfMac(await Promise.all(framed)));
}

/** @param {number} size pixels */
async function draw(size) {
  const { default: sharp } = await import('sharp');
  // 72 dots per inch is the drawing's own size of 1024.
  return sharp(inRoot('build/icon.svg'), { density: (72 * size * 2) / 1024 }).resize(size, size);
}

/** @param {number} size pixels, the empty edge included */
async function drawFramed(size) {
  const edge = Math.round((size * (1 - MAC_SHARE)) / 2);
  const drawing = await (await draw(size - 2 * edge)).png().toBuffer();
  const { default: sharp } = await import('sharp');
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  return sharp(drawing)
    .extend({ top: edge, bottom: edge, left: edge, right: edge, background })
    .png()
    .toBuffer();
}
