// Renderer: large photos decoded with as many pixels as the screen shows of them, off the page's thread: they stand there
// sooner, and take a twentieth of the memory. The photo with all its pixels is loaded when somebody looks closer.

import { mediaBytes } from '../../media-bytes.js';
import type { Size } from './zoom.js';

/** Photos with fewer pixels are not worth it. */
const WORTH_IT = 4_000_000;

/** How large a photo of `size` pixels is to be made; null when it is to be left as it is. */
export function targetFor(size: Size, screen: Size = screenSize()): Size | null {
  const scale = Math.min(screen.width / size.width, screen.height / size.height);
  if (size.width * size.height < WORTH_IT || scale > 0.7) return null;
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

const screenSize = (): Size => ({
  width: innerWidth * devicePixelRatio,
  height: innerHeight * devicePixelRatio,
});

/** Rejects with what ended it, and when this cannot be done with the file. */
export async function decodeScaled(
  url: string,
  target: Size,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const answer = await mediaBytes(url, signal);
  if (!answer.ok) throw new Error(`Answered ${answer.status}`);
  const bytes = await answer.blob();
  const bitmap = await inTurn(() => {
    signal.throwIfAborted();
    return createImageBitmap(bytes, {
      resizeWidth: target.width,
      resizeHeight: target.height,
      resizeQuality: 'medium',
    });
  });
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('bitmaprenderer')!.transferFromImageBitmap(bitmap);
  return canvas;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: on the way each photo has all its pixels, which is four bytes for each. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
