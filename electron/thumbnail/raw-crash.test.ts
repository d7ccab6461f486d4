import { open, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, it, vi } from 'vitest';
import { isDecoderCrash, pictureError } from './errors.js';
import { makeRaw } from './raw.js';
import { workshop } from './testing.js';
import { directory, fileOf, header } from './testing-raw.js';

const shop = workshop();
const makeOriented = vi.hoisted(() => vi.fn());
vi.mock('./photo.js', () => ({ makeOriented }));

it('goes on with no other preview of a raw picture in a decoder that has come to a stop', async () => {
  const preview = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#f00' } })
    .jpeg()
    .toBuffer();
  const path = shop.path('crash.nef');
  await writeFile(
    path,
    fileOf(
      header('II*\0', 8),
      directory(8, [[0x111, 4, 1, 1000], [0x117, 4, 1, preview.length]], 100), // prettier-ignore
      directory(100, [[0x201, 4, 1, 9000], [0x202, 4, 1, preview.length]]), // prettier-ignore
      [1000, preview],
      [9000, preview],
      [20_000, Buffer.alloc(100)],
    ),
  );
  const handle = await open(path);
  const { size } = await handle.stat();
  const make = () => makeRaw({ handle, size, side: 100, deadline: Infinity });
  makeOriented.mockRejectedValue(pictureError(new Error('vips: corrupt')));
  await expect(make()).rejects.toMatchObject({ code: 'damaged' });
  // There are two to be tried.
  expect(makeOriented).toHaveBeenCalledTimes(2);
  makeOriented.mockClear();
  makeOriented.mockRejectedValueOnce(
    pictureError(Object.assign(new Error('unreachable'), { name: 'RuntimeError' })),
  );
  const failure: unknown = await make().catch((error: unknown) => error);
  expect(isDecoderCrash(failure)).toBe(true);
  expect(makeOriented).toHaveBeenCalledTimes(1);
  await handle.close();
});
