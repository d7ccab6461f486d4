// Runs in Node, in tests, benches and the demo: what every scene draws with. A scene is SVG text, so it
// is sharp at any size and shape; sharp turns it into pixels. No text elements: fonts differ by machine.

import type { Random } from '../random.js';
import type { Color, Light } from './color.js';

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** A length that looks the same in every shape of picture: the shorter side, in pixels. */
  readonly unit: number;
  readonly random: Random;
  readonly light: Light;
  /** Adds a gradient (without its id) to the definitions and answers the paint that uses it. */
  paint(gradient: string): string;
}

export type Point = readonly [x: number, y: number];

/** A number as short text; one decimal is finer than a pixel can show. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Gradient stops: colour, or colour with opacity, spread evenly or at given offsets. */
export type Stop = Color | readonly [color: Color, opacity: number, offset?: number];

function stops(list: readonly Stop[]): string {
  return list
    .map((stop, i) => {
      const [color, opacity, at] = typeof stop === 'string' ? [stop, 1, undefined] : stop;
      const offset = at ?? i / Math.max(1, list.length - 1);
      return `<stop offset="${offset.toFixed(3)}" stop-color="${color}" stop-opacity="${opacity}"/>`;
    })
    .join('');
}

/** A gradient from the top of the shape to its bottom. */
export const vertical = (...list: Stop[]): string =>
  `<linearGradient x1="0" y1="0" x2="0" y2="1">${stops(list)}</linearGradient>`;

/** A gradient from the left of the shape to its right. */
export const horizontal = (...list: Stop[]): string =>
  `<linearGradient x1="0" y1="0" x2="1" y2="0">${stops(list)}</linearGradient>`;

/** A gradient from the middle of the shape outwards. */
export const radial = (...list: Stop[]): string => `<radialGradient>${stops(list)}</radialGradient>`;

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}" ${more}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  ellipse(x, y, r, r, fill, more);

export const polygon = (points: readonly Point[], fill: string, more = ''): string =>
  `<path d="${line(points)}Z" fill="${fill}" ${more}/>`;

/** Straight path through the points. */
export const line = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');

/** Soft path through the middles between the points. */
export function curve(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  let path = `M${n(first[0])} ${n(first[1])}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = points[i] as Point;
    const [x2, y2] = points[i + 1] as Point;
    path += `Q${n(x)} ${n(y)} ${n((x + x2) / 2)} ${n((y + y2) / 2)}`;
  }
  const last = points[points.length - 1] as Point;
  return `${path}L${n(last[0])} ${n(last[1])}`;
}

/** Closes a line that runs from left to right by way of the bottom edge. */
export const land = (c: Canvas, path: string, fill: string, more = ''): string =>
  `<path d="${path}L${n(c.width + 2)} ${n(c.height + 2)}L-2 ${n(c.height + 2)}Z" fill="${fill}" ${more}/>`;

/**
 * A ridge line from the left edge to the right one by midpoint displacement.
 * `relief` is the height of its mountains in pixels, `rough` (0..1) how jagged they are.
 */
export function ridge(c: Canvas, y: number, relief: number, rough: number, detail = 7): Point[] {
  const r = c.random;
  let heights = [r.between(-1, 1) * 0.4, r.between(-1, 1), r.between(-1, 1), r.between(-1, 1) * 0.4];
  let swing = 0.9;
  for (let i = 0; i < detail; i++) {
    const finer: number[] = [];
    heights.forEach((height, at) => {
      const next = heights[at + 1];
      finer.push(height);
      if (next !== undefined) finer.push((height + next) / 2 + r.between(-swing, swing));
    });
    heights = finer;
    swing *= rough;
  }
  const step = (c.width + 4) / (heights.length - 1);
  return heights.map((height, i) => [-2 + i * step, y - (height * relief) / 2] as const);
}
