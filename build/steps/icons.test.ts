// The icons: read again as Windows and macOS read them.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renderIcons } from './icons.mjs';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'home-gallery-icons-'));
  await renderIcons(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pngWidth = (png: Buffer) => {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return png.readUInt32BE(16);
};

it('are made from one drawing', () => {
  expect(pngWidth(readFileSync(join(folder, '48x48.png')))).toBe(48);

  const ico = readFileSync(join(folder, 'icon.ico'));
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, i) => {
    const entry = ico.subarray(6 + 16 * i, 22 + 16 * i);
    const start = entry.readUInt32LE(12);
    const image = ico.subarray(start, start + entry.readUInt32LE(8));
    const width = entry[0] === 0 ? 256 : entry[0]!;
    if (width === 256) expect(pngWidth(image)).toBe(256);
    else {
      // Twice the height: the mask counts.
      expect([image.readUInt32LE(0), image.readInt32LE(4), image.readInt32LE(8)]).toEqual([
        40,
        width,
        2 * width,
      ]);
      expect(image.length).toBe(40 + width * width * 4 + Math.ceil(width / 32) * 4 * width);
      // The lower left corner of the drawing is its ground, #111214, as BGRA.
      expect([...image.subarray(40, 44)]).toEqual([0x14, 0x12, 0x11, 0xff]);
    }
    return width;
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);

  const icns = readFileSync(join(folder, 'icon.icns'));
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    found[icns.toString('latin1', at, at + 4)] = pngWidth(
      icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)),
    );
  }
  expect(found).toMatchObject({ icp4: 16, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic10: 1024 });
});
