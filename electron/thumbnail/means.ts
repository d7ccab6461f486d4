// Runs in a thumbnail worker: pixels made fewer by the means of squares of them, while they are handed over: what a decoder
// holds in its own memory need not be copied as a whole, into ours and then into sharp's.

import type { Pixels } from './picture.js';

const CHANNELS = 4;

/** Takes RGBA as an array of bytes does; rows and columns that fill no square are left out. */
export class Means {
  private readonly columns: number;
  private readonly data: Uint8Array;
  private readonly sums: Uint32Array;

  /** @param by side of a square; 1 leaves the pixels as they are */
  constructor(
    private readonly width: number,
    height: number,
    private readonly by: number,
  ) {
    this.columns = Math.floor(width / by);
    this.data = new Uint8Array(this.columns * Math.floor(height / by) * CHANNELS);
    this.sums = new Uint32Array(by > 1 ? this.columns * CHANNELS : 0);
  }

  get pixels(): Pixels {
    const { data, columns: width } = this;
    return { data, width, height: data.length / (width * CHANNELS), channels: CHANNELS };
  }

  /** Whole rows, from the byte `at` of the picture on. Each once, from the first to the last. */
  set(rows: Uint8Array, at = 0): void {
    if (this.by === 1) return this.data.set(rows, at);
    const line = this.width * CHANNELS;
    for (let from = 0; from + line <= rows.length; from += line) this.add(rows, from, (at + from) / line);
  }

  private add(rows: Uint8Array, from: number, y: number): void {
    const { by, columns, sums, data } = this;
    const to = Math.floor(y / by) * columns * CHANNELS;
    if (to >= data.length) return;
    for (let x = 0, sum = 0; x < columns; x++, sum += CHANNELS) {
      for (let i = 0; i < by; i++, from += CHANNELS) {
        sums[sum] = sums[sum]! + rows[from]!;
        sums[sum + 1] = sums[sum + 1]! + rows[from + 1]!;
        sums[sum + 2] = sums[sum + 2]! + rows[from + 2]!;
        sums[sum + 3] = sums[sum + 3]! + rows[from + 3]!;
      }
    }
    if (y % by !== by - 1) return;
    const area = by * by;
    for (let i = 0; i < sums.length; i++) data[to + i] = Math.round(sums[i]! / area);
    sums.fill(0);
  }
}
