// Runs in a thumbnail worker: pixels made fewer by the means of squares of them, while they are handed over: what a decoder
// holds in its own memory need not be copied as a whole, into ours and then into sharp's.

import type { Pixels } from './picture.js';

/** Takes rows of RGB or RGBA; rows and columns that fill no square are left out. */
export class Means {
  private readonly columns: number;
  private readonly data: Uint8Array;
  private readonly sums: Uint32Array;

  /** @param by side of a square; 1 leaves the pixels as they are */
  constructor(
    width: number,
    height: number,
    private readonly by: number,
    readonly channels: 3 | 4,
  ) {
    this.columns = Math.floor(width / by);
    this.data = new Uint8Array(this.columns * Math.floor(height / by) * channels);
    this.sums = new Uint32Array(by > 1 ? this.columns * channels : 0);
  }

  get pixels(): Pixels {
    const { data, columns: width, channels } = this;
    return { data, width, height: data.length / (width * channels), channels };
  }

  /** Row `y`, which begins at the byte `from`. Each once, from the first to the last. */
  add(rows: Uint8Array, from: number, y: number): void {
    const { by, columns, sums, data, channels } = this;
    const to = Math.floor(y / by) * columns * channels;
    if (to >= data.length) return;
    if (by === 1) return data.set(rows.subarray(from, from + columns * channels), to);
    for (let sum = 0; sum < sums.length; sum += channels) {
      for (let i = 0; i < by; i++, from += channels) {
        sums[sum] = sums[sum]! + rows[from]!;
        sums[sum + 1] = sums[sum + 1]! + rows[from + 1]!;
        sums[sum + 2] = sums[sum + 2]! + rows[from + 2]!;
        if (channels === 4) sums[sum + 3] = sums[sum + 3]! + rows[from + 3]!;
      }
    }
    if (y % by !== by - 1) return;
    const area = by * by;
    for (let i = 0; i < sums.length; i++) data[to + i] = Math.round(sums[i]! / area);
    sums.fill(0);
  }
}
