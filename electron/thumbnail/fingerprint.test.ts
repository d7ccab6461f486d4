import { rename, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { toFailure } from '../shared/result.js';
import { fingerprintOfBytes } from '../node/fingerprint.js';
import { fingerprint } from './fingerprint.js';
import { workshop } from './testing.js';

const shop = workshop();
const bytesOf = (length: number, seed = 7) => {
  const bytes = Buffer.alloc(length);
  for (let i = 0; i < length; i++) bytes[i] = (i * seed + (i >> 8)) & 0xff;
  return bytes;
};
const fileOf = async (bytes: Buffer, name = 'a.jpg') => {
  await writeFile(shop.path(name), bytes);
  return fingerprint({ path: shop.path(name), rootPath: shop.folder });
};

describe('fingerprint', () => {
  it('is the same from the file and from its bytes, whatever the size', async () => {
    const names = new Set<string>();
    for (const size of [1, 100, 65_536, 65_537, 100_000, 131_072, 131_073, 500_000]) {
      const bytes = bytesOf(size);
      const name = await fileOf(bytes);
      expect(name).toBe(await fingerprintOfBytes(bytes));
      expect(name).toMatch(/^[0-9a-f]{32}$/);
      names.add(name);
    }
    expect(names.size).toBe(8);
  });

  it('follows the content, not the name or the time', async () => {
    const bytes = bytesOf(200_000);
    const name = await fileOf(bytes);
    await rename(shop.path('a.jpg'), shop.path('b.jpg'));
    await utimes(shop.path('b.jpg'), 1, 1);
    expect(await fingerprint({ path: shop.path('b.jpg'), rootPath: shop.folder })).toBe(name);
    for (const place of [0, 60_000, 140_000, 199_999]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(await fileOf(changed)).not.toBe(name);
    }
  });

  it.each([
    ['a BMP', 'BM'],
    ['a TIFF', 'II*\0'],
    ['a TIFF of the other byte order', 'MM\0*'],
    ['an SVG', '\uFEFF <svg>'],
  ])('sees a change in the middle of %s, which keeps its size', async (_kind, mark) => {
    const bytes = bytesOf(300_000);
    bytes.write(mark, 'utf8');
    const name = await fileOf(bytes);
    expect(name).toBe(await fingerprintOfBytes(bytes));
    bytes[150_000] = (bytes[150_000] ?? 0) ^ 1;
    expect(await fileOf(bytes)).not.toBe(name);
  });

  it('does not read a raw picture whole, although it begins like a TIFF', async () => {
    const bytes = bytesOf(300_000);
    bytes.write('II*\0', 'latin1');
    const name = await fileOf(bytes, 'a.nef');
    bytes[150_000] = (bytes[150_000] ?? 0) ^ 1;
    expect(await fileOf(bytes, 'a.nef')).toBe(name);
  });

  it('is what the thumbnail job tells', async () => {
    const path = await shop.film('film.mp4', '-f', 'lavfi', '-i', 'testsrc=d=1:s=320x240', '-b:v', '3M');
    const made = await shop.make(path, 'video');
    expect(made.fingerprint).toBe(await fingerprint({ path, rootPath: shop.folder }));
  });

  it('refuses an empty file and one that is gone', async () => {
    await expect(fileOf(Buffer.alloc(0))).rejects.toThrow('The file is empty.');
    const gone = fingerprint({ path: shop.path('gone.jpg'), rootPath: shop.folder });
    expect(toFailure(await gone.catch((error: unknown) => error)).code).toBe('not-found');
  });
});
