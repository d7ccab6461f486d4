// Runs in Node: photos with as much in them as those of a camera. What is drawn is smooth: its files are small, quickly decoded, and
// their thumbnails take a third of the bytes of others.

import sharp from 'sharp';
import { addGrain, type Pixels } from '../../e2e/media/pixels.js';
import { jpeg } from '../../e2e/media/index.js';

/**
 * Structures by their size in pixels of the photo, and how strong they are. With them 12 megapixels take about 4 MB, as cameras write
 * them, and a picture of 320 pixels takes 20 kB as a JPEG of quality 80; photos of cameras take 12 to 27.
 */
const TEXTURE = [
  { grain: 1, strength: 7 },
  { grain: 16, strength: 15 },
  { grain: 32, strength: 15 },
] as const;

/** A JPEG of a drawn scene with texture and grain; the same for the same seed. */
export async function textured(width: number, height: number, seed: number): Promise<Buffer> {
  const { data } = await sharp(await jpeg({ width, height, seed, scene: 'lake' }))
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const { grain, strength } of TEXTURE) {
    if (grain === 1) addGrain({ data, width, height }, strength, seed);
    else add(data, await patches(width, height, grain, strength, seed + grain));
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Patches of `grain` pixels around a middle of 128, RGB. */
async function patches(width: number, height: number, grain: number, strength: number, seed: number) {
  const [across, down] = [Math.ceil(width / grain), Math.ceil(height / grain)];
  const small: Pixels = { data: new Uint8Array(across * down * 3).fill(128), width: across, height: down };
  addGrain(small, strength, seed);
  return sharp(small.data, { raw: { width: across, height: down, channels: 3 } })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
}

function add(data: Uint8Array, layer: Uint8Array): void {
  for (let at = 0; at < data.length; at++) {
    data[at] = Math.min(255, Math.max(0, (data[at] ?? 0) + (layer[at] ?? 128) - 128));
  }
}
