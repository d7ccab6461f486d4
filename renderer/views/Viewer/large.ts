// Renderer: which photos are decoded with as many pixels as the screen shows of them: Chromium does so when it paints a JPEG
// that was not decoded before. They stand there sooner, and take a twentieth of the memory.

import type { Size } from './zoom.js';

/** Photos with fewer pixels are not worth it. */
const WORTH_IT = 4_000_000;

/** Whether a photo of `size` pixels has many more than the screen. */
export function isLarge(size: Size, screen: Size = screenSize()): boolean {
  const scale = Math.min(screen.width / size.width, screen.height / size.height);
  return size.width * size.height >= WORTH_IT && scale <= 0.7;
}

const screenSize = (): Size => ({
  width: innerWidth * devicePixelRatio,
  height: innerHeight * devicePixelRatio,
});
