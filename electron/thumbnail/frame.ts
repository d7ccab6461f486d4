// Runs in a thumbnail worker: a single frame as ffmpeg writes it (PPM), and whether it shows anything.

import type { Pixels } from './picture.js';

/** A frame with the spread of its brightness: the more, the more there is to see. */
export interface Frame extends Pixels {
  /** Mean brightness, 0 to 255. */
  readonly mean: number;
  /** Standard deviation of the brightness. */
  readonly spread: number;
}

/** Reads a binary PPM with 8 bits per channel; null when it is not one, or not whole. */
export function readFrame(ppm: Buffer): Frame | null {
  const header = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40));
  if (!header) return null;
  const width = Number(header[1]);
  const height = Number(header[2]);
  const start = header[0].length;
  const data = ppm.subarray(start, start + width * height * 3);
  if (data.length === 0 || data.length < width * height * 3) return null;
  return { data, width, height, channels: 3, ...brightness(data) };
}

function brightness(data: Uint8Array): { mean: number; spread: number } {
  // Every fifth pixel is plenty for a decision between black and not black.
  const step = 15;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let i = 0; i + 2 < data.length; i += step) {
    const luma = 0.2126 * (data[i] ?? 0) + 0.7152 * (data[i + 1] ?? 0) + 0.0722 * (data[i + 2] ?? 0);
    sum += luma;
    squares += luma * luma;
    count++;
  }
  const mean = sum / count;
  return { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}

/** Whether a frame is black, white or a single colour: nothing by which a person would know the video. */
export function isBlank({ mean, spread }: Frame): boolean {
  return spread < 4 || (mean < 14 && spread < 14);
}
