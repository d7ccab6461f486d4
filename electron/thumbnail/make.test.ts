import { existsSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, it, vi } from 'vitest';
import { makeThumbnail } from './make.js';
import { workshop } from './testing.js';

const { path, make } = workshop();

it('tells of a picture before it writes it, and of nothing where there is none', async () => {
  const file = path('a.png');
  const target = path('a.webp');
  const told: unknown[] = [];
  const make = () => {
    const job = { path: file, rootPath: path('.'), kind: 'photo', target, ffmpeg: null } as const;
    return makeThumbnail({ ...job, longestSide: 10, timeLimit: 20_000 }, (picture) => {
      told.push({ ...picture, isThere: existsSync(target) });
    });
  };
  await writeFile(file, 'no picture');
  await expect(make()).rejects.toThrow();
  expect(told).toEqual([]);
  await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).toFile(file);
  await make();
  expect(told).toEqual([{ target, width: 40, height: 20, isThere: false }]);
  expect(existsSync(target)).toBe(true);
});

it('leaves no part of a picture that does not fit on the disk', async () => {
  const file = path('no room.png');
  const target = path('no room.webp');
  await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).toFile(file);
  const handle = await open(file);
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  // Network drives and quotas refuse only when it comes to the disk.
  const sync = vi
    .spyOn(Object.getPrototypeOf(handle) as typeof handle, 'datasync')
    .mockRejectedValueOnce(full);
  await handle.close();
  const refused = make(file, 'photo', { target });
  await expect(refused).rejects.toThrow('The thumbnail could not be saved: the disk is full.');
  expect([sync.mock.calls.length, existsSync(target)]).toEqual([1, false]);
  sync.mockRestore();
});

it('makes each of several photos in turn of its own bytes, larger and smaller ones', async () => {
  const colors = ['#ff0000', '#00ff00', '#0000ff', '#ffffff', '#000000'];
  const seen: (readonly number[])[] = [];
  const sums: number[] = [];
  for (const [i, background] of colors.entries()) {
    const file = path(`${i}.jpg`);
    const [width, height] = i % 2 === 0 ? [900, 600] : [300, 200];
    const picture = await sharp({ create: { width, height, channels: 3, background } })
      .jpeg()
      .toBuffer();
    // Longer than the head that is looked at first.
    await writeFile(file, Buffer.concat([picture, Buffer.alloc(300_000 + (i % 3) * 1000)]));
    const made = await make(file, 'photo');
    expect(made).toMatchObject({ width, height });
    expect(made.sum).toBe(crc32(await readFile(file)));
    seen.push(
      made
        .at(0.5, 0.5)
        .slice(0, 3)
        .map((value) => Math.round(value / 255) * 255),
    );
    sums.push(made.sum ?? 0);
  }
  expect(seen).toEqual([
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 255],
    [0, 0, 0],
  ]);
  expect(new Set(sums).size).toBe(colors.length);
});
