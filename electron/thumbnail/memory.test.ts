import { describe, expect, it, vi } from 'vitest';
import { NO_ROOM } from '../shared/messages.js';
import { assertRoomFor, noteMade } from './memory.js';
import { makePhoto } from './photo.js';
import { loadSharp } from './sharp.js';

const MB = 2 ** 20;

describe('assertRoomFor', () => {
  it('lets a worker that has made nothing try everything', () => {
    expect(() => assertRoomFor(900 * MB, 500 * MB)).not.toThrow();
  });

  it('leaves a picture to a fresh worker that would take more than there is room for', () => {
    noteMade();
    expect(() => assertRoomFor(100 * MB, 300 * MB)).not.toThrow();
    expect(() => assertRoomFor(101 * MB, 300 * MB)).toThrow(NO_ROOM);
    // Nobody holds less than a fresh one: it would be replaced for ever.
    expect(() => assertRoomFor(900 * MB, 175 * MB)).not.toThrow();
    expect(() => assertRoomFor(900 * MB, 176 * MB)).toThrow(NO_ROOM);
  });

  it('is asked before an AVIF is decoded', async () => {
    const sharp = await loadSharp();
    const grey = { width: 640, height: 480, channels: 3, background: 'grey' } as const;
    const bytes = await sharp({ create: grey }).avif({ effort: 0 }).toBuffer();
    const make = () =>
      makePhoto({ bytes: Buffer.from(bytes), content: 'avif' }, 320, performance.now() + 20_000);
    noteMade();
    const held = vi.spyOn(process.memoryUsage, 'rss').mockReturnValue(399 * MB);
    await expect(make()).rejects.toThrow(NO_ROOM);
    held.mockReturnValue(300 * MB);
    expect(await make()).toMatchObject({ width: 640, height: 480 });
  });
});
