// Runs in main: files that are dragged out of the window into other programs.

import { nativeImage, webContents, type NativeImage, type WebContents } from 'electron';
import type { TileBox } from '../../shared/files.js';

/** Longest side of the picture under the pointer, CSS pixels. */
const ICON_SIDE = 120;
const PLAIN_SIDE = 48;
/** Milliseconds for the picture. */
const PATIENCE = 300;

/**
 * Begins a drag of files (absolute paths of valid text), should there be any; the picture under the pointer is what the page
 * shows in a box.
 */
export async function dragOut(contents: number, paths: readonly string[], box: TileBox): Promise<void> {
  const [file, ...others] = paths;
  const sender = webContents.fromId(contents);
  if (file === undefined || !sender) return;
  const icon = await iconOf(sender, box);
  if (sender.isDestroyed()) return;
  sender.startDrag({ file, files: [file, ...others], icon });
}

/** A grey square, where the page cannot be pictured. */
const plainIcon = (): NativeImage =>
  nativeImage.createFromBitmap(Buffer.alloc(PLAIN_SIDE * PLAIN_SIDE * 4, 0x88), {
    width: PLAIN_SIDE,
    height: PLAIN_SIDE,
  });

async function iconOf(sender: WebContents, { x, y, width, height }: TileBox): Promise<NativeImage> {
  const box = {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.max(1, Math.round(width)),
    height: Math.max(1, Math.round(height)),
  };
  // The button is down: a picture that comes late is no use any more.
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  const picture = await Promise.race([sender.capturePage(box).catch(() => null), late]);
  if (!picture || picture.isEmpty()) return plainIcon();
  const scale = Math.min(1, ICON_SIDE / Math.max(width, height));
  return picture.resize({ width: Math.max(1, Math.round(width * scale)), quality: 'good' });
}
