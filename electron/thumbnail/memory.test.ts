import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_ROOM } from '../shared/messages.js';
import { assertRoomFor, keepWithin, noteWork, ROOM } from './memory.js';
import { loadSharp } from './sharp.js';
import { workshop } from './testing.js';

const MB = 2 ** 20;
const files = workshop();
beforeEach(() => keepWithin(ROOM));
afterEach(() => {
  keepWithin(Infinity);
  vi.restoreAllMocks();
});

describe('assertRoomFor', () => {
  it('lets a worker that has read nothing try everything', async () => {
    vi.resetModules();
    const fresh = await import('./memory.js');
    fresh.keepWithin(ROOM);
    expect(() => fresh.assertRoomFor(900 * MB, 500 * MB)).not.toThrow();
    fresh.noteWork();
    expect(() => fresh.assertRoomFor(900 * MB, 500 * MB)).toThrow(NO_ROOM);
  });

  it('leaves a picture to a fresh worker that would take more than there is room for', () => {
    noteWork();
    expect(() => assertRoomFor(100 * MB, 300 * MB)).not.toThrow();
    expect(() => assertRoomFor(101 * MB, 300 * MB)).toThrow(NO_ROOM);
  });

  it('is asked before a picture is decoded, also after a file that could not be read', async () => {
    const sharp = await loadSharp();
    const grey = { width: 640, height: 480, channels: 3, background: 'grey' } as const;
    const avif = files.path('grey.avif');
    await writeFile(avif, await sharp({ create: grey }).avif({ effort: 0 }).toBuffer());
    const cut = files.path('cut.png');
    await writeFile(cut, Buffer.from('\x89PNG\r\n\x1a\nno more', 'latin1'));
    const held = vi.spyOn(process.memoryUsage, 'rss').mockReturnValue(395 * MB);
    await expect(files.make(cut, 'photo')).rejects.toThrow('The picture is damaged.');
    // 19 bytes for each pixel are 5.6 MB.
    await expect(files.make(avif, 'photo')).rejects.toThrow(NO_ROOM);
    held.mockReturnValue(394 * MB);
    expect(await files.make(avif, 'photo')).toMatchObject({ width: 640, height: 480 });
  });
});
