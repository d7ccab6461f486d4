import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { makeThumbnail } from './make.js';
import { workshop } from './testing.js';

const { path } = workshop();

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
