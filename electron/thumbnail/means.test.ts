import { expect, it } from 'vitest';
import { Means } from './means.js';

// Four columns of squares of 3 x 3, and one column and one row that are left over; each channel another value.
const [WIDTH, HEIGHT] = [13, 7];
const valueAt = (x: number, y: number, channel: number) =>
  Math.min(3, Math.floor(x / 3)) * 10 + Math.floor(y / 3) * 100 + channel + (x % 3) - 1;
const picture = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, i) =>
  valueAt(Math.floor(i / 4) % WIDTH, Math.floor(i / 4 / WIDTH), 1 + (i % 4)),
);
const means = [0, 100].flatMap((row) =>
  [0, 10, 20, 30].flatMap((column) => [1, 2, 3, 4].map((channel) => row + column + channel)),
);

it('are taken of squares, whether the picture comes at once or by rows', () => {
  const atOnce = new Means(WIDTH, HEIGHT, 3);
  atOnce.set(picture);
  expect(atOnce.pixels).toMatchObject({ width: 4, height: 2, channels: 4 });
  expect([...atOnce.pixels.data]).toEqual(means);
  const byRows = new Means(WIDTH, HEIGHT, 3);
  const line = WIDTH * 4;
  for (let y = 0; y < HEIGHT; y++) byRows.set(picture.slice(y * line, (y + 1) * line), y * line);
  expect(byRows.pixels).toEqual(atOnce.pixels);
});

it('of single pixels are these', () => {
  const same = new Means(WIDTH, HEIGHT, 1);
  same.set(picture);
  expect(same.pixels).toEqual({ data: picture, width: WIDTH, height: HEIGHT, channels: 4 });
});
