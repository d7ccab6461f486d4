import { describe, expect, it } from 'vitest';
import { Means } from './means.js';

// Four columns of squares of 3 x 3, and one column and one row that are left over; each channel another value.
const [WIDTH, HEIGHT] = [13, 7];
/** Behind each row of the decoder's. */
const PADDING = 5;
const valueAt = (x: number, y: number, channel: number) =>
  Math.min(3, Math.floor(x / 3)) * 10 + Math.floor(y / 3) * 100 + channel + (x % 3) - 1;

describe.each([3, 4] as const)('means of %i channels', (channels) => {
  const line = WIDTH * channels;
  const rowOf = (y: number) =>
    Array.from({ length: line }, (_, i) => valueAt(Math.floor(i / channels), y, 1 + (i % channels)));
  const lines = Array.from({ length: HEIGHT }, (_, y) => rowOf(y));
  const padded = Uint8Array.from(lines.flatMap((row) => [...row, ...Array<number>(PADDING).fill(255)]));
  const taken = (by: number) => {
    const means = new Means(WIDTH, HEIGHT, by, channels);
    for (let y = 0; y < HEIGHT; y++) means.add(padded, y * (line + PADDING), y);
    return means.pixels;
  };

  it('are taken of squares', () => {
    const numbers = Array.from({ length: channels }, (_, i) => 1 + i);
    const means = [0, 100].flatMap((row) =>
      [0, 10, 20, 30].flatMap((column) => numbers.map((channel) => row + column + channel)),
    );
    expect(taken(3)).toMatchObject({ width: 4, height: 2, channels });
    expect([...taken(3).data]).toEqual(means);
  });

  it('of single pixels are these', () => {
    expect(taken(1)).toEqual({ data: Uint8Array.from(lines.flat()), width: WIDTH, height: HEIGHT, channels });
  });
});
