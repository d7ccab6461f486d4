import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { webpSize } from './webp-size.js';

const plain = (alpha: number) =>
  sharp({ create: { width: 301, height: 20, channels: 4, background: { r: 9, g: 99, b: 200, alpha } } });

describe('webpSize', () => {
  it.each([
    ['lossy', plain(1).flatten().webp()],
    ['lossless', plain(0.5).webp({ lossless: true })],
    ['with transparency', plain(0.5).webp()],
    ['with a profile', plain(1).withIccProfile('p3').webp()],
  ])('knows a file that is %s', async (_name, picture) => {
    expect(webpSize(await picture.toBuffer())).toEqual({ width: 301, height: 20 });
  });

  it('leaves what may be turned, and what is none, to others', async () => {
    expect(webpSize(await plain(1).withMetadata({ orientation: 6 }).webp().toBuffer())).toBeNull();
    expect(webpSize(await plain(1).png().toBuffer())).toBeNull();
    expect(webpSize(Buffer.from('RIFF'))).toBeNull();
  });
});
