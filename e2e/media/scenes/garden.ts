// Runs in Node, in tests, benches and the demo: meadows, flowers, trees and fields.

import { darken, lighten, mix } from './color.js';
import { circle, curve, ellipse, land, line, n, polygon, radial, rect, ridge, vertical } from './canvas.js';
import type { Canvas } from './canvas.js';
import { ridges } from './mountains.js';
import { sky } from './sky.js';

const PETALS = ['#e8505b', '#f6b93b', '#ffffff', '#b678c4', '#f78fb3', '#5b8def', '#ff8a5c'];

/** Rolling green with flowers that grow towards the front. */
export function meadow(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  const horizon = h * r.between(0.42, 0.52);
  let svg = sky(c, horizon) + ridges(c, horizon * 0.92, horizon * 1.02, 2);
  const grass = mix(r.pick(['#6f9a3f', '#86a84a', '#5d8f4c']), l.near, l.night ? 0.75 : 0.12);
  for (let i = 0; i < 3; i++) {
    const color = mix(mix(grass, l.haze, 0.45), grass, i / 2);
    svg += land(
      c,
      curve(ridge(c, horizon + h * 0.1 * i, c.unit * 0.1, 0.35, 3)),
      c.paint(vertical(lighten(color, 0.12), darken(color, 0.2))),
    );
  }
  const kinds = [r.pick(PETALS), r.pick(PETALS), r.pick(PETALS)];
  for (let i = 0; i < 130; i++) {
    const t = (i / 130) ** 1.4;
    const y = horizon + h * (0.24 + 0.36 * t);
    svg += bloom(c, r() * w, y, c.unit * (0.006 + 0.03 * t) * r.between(0.7, 1.2), r.pick(kinds), grass);
  }
  return svg;
}

function bloom(c: Canvas, x: number, y: number, size: number, color: string, grass: string): string {
  const { random: r } = c;
  const stem = `<path d="M${n(x)} ${n(y)}q${n(size * r.between(-0.6, 0.6))} ${n(size * 2)} 0 ${n(size * 4)}" stroke="${darken(grass, 0.3)}" stroke-width="${n(size * 0.25)}" fill="none"/>`;
  let petals = '';
  const turn = r() * 72;
  for (let i = 0; i < 5; i++) {
    petals += `<ellipse cx="${n(x)}" cy="${n(y - size * 0.75)}" rx="${n(size * 0.5)}" ry="${n(size * 0.75)}" fill="${i % 2 ? color : lighten(color, 0.15)}" transform="rotate(${n(turn + i * 72)} ${n(x)} ${n(y)})"/>`;
  }
  return stem + petals + circle(x, y, size * 0.4, '#f4c542');
}

/** One flower close up before a blurred ground. */
export function flower(c: Canvas): string {
  const { random: r, width: w, height: h } = c;
  const ground = r.pick(['#3f6b4a', '#5a7d3a', '#2f5d62', '#7a8f5a']);
  const color = r.pick(PETALS);
  let svg = rect(0, 0, w, h, c.paint(vertical(lighten(ground, 0.45), ground, darken(ground, 0.5))));
  for (let i = 0; i < 38; i++) {
    const tint = mix(r.pick([lighten(ground, 0.6), color, '#fff4c2']), ground, 0.3);
    svg += circle(
      r() * w,
      r() * h * 0.8,
      c.unit * r.between(0.03, 0.15),
      c.paint(radial([tint, 0.4], [tint, 0.25, 0.7], [tint, 0])),
    );
  }
  const x = w * r.between(0.4, 0.6);
  const y = h * 0.42;
  const size = c.unit * r.between(0.26, 0.34);
  svg += `<path d="M${n(x)} ${n(y)}Q${n(x + size * 0.3)} ${n(h * 0.75)} ${n(x - size * 0.1)} ${n(h + 9)}" stroke="${darken(ground, 0.1)}" stroke-width="${n(size * 0.09)}" fill="none"/>`;
  const petals = r.whole(8, 18);
  for (const ring of [1, 0.72]) {
    const fill = c.paint(
      vertical(lighten(color, ring === 1 ? 0.1 : 0.35), darken(color, ring === 1 ? 0.3 : 0.1)),
    );
    for (let i = 0; i < petals; i++) {
      const angle = ((i + (ring === 1 ? 0 : 0.5)) * 360) / petals;
      svg += `<ellipse cx="${n(x)}" cy="${n(y - size * 0.6 * ring)}" rx="${n((size * 2.1) / petals)}" ry="${n(size * 0.55 * ring)}" fill="${fill}" fill-opacity=".92" transform="rotate(${n(angle)} ${n(x)} ${n(y)})"/>`;
    }
  }
  svg += circle(x, y, size * 0.26, c.paint(radial('#8a5a1f', '#c98a2b', '#f4c542')));
  for (let i = 0; i < 60; i++) {
    const angle = i * 2.399963;
    const reach = size * 0.24 * Math.sqrt(i / 60);
    svg += circle(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach, size * 0.014, '#6b3f12');
  }
  return svg;
}

/** Trees with round crowns along a path. */
export function trees(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  const horizon = h * 0.56;
  const leaves = r.pick([
    ['#d9622b', '#e89a3c', '#b8432f', '#f0c04f'],
    ['#5f9a4a', '#86b85a', '#3f7d4a', '#a9c96a'],
    ['#f2a7bd', '#f9c9d6', '#e386a5', '#fde3ea'],
  ]);
  const ground = mix(leaves[0] as string, l.near, 0.55);
  let svg = sky(c, horizon) + ridges(c, horizon * 0.9, horizon, 2);
  svg += rect(0, horizon, w, h - horizon, c.paint(vertical(lighten(ground, 0.3), darken(ground, 0.3))));
  svg += polygon(
    [
      [w * 0.48, horizon],
      [w * 0.52, horizon],
      [w * 0.8, h],
      [w * 0.2, h],
    ],
    c.paint(vertical(mix('#c9b79c', l.haze, 0.4), '#8d7a62')),
  );
  for (let i = 0; i < 6; i++) {
    const near = ((i + 1) / 6) ** 1.5;
    for (const side of [-1, 1]) {
      const x = w / 2 + side * w * (0.06 + 0.42 * near) + r.between(-0.02, 0.02) * w;
      svg += tree(c, x, horizon + (h - horizon) * near * 0.85, c.unit * (0.12 + 0.5 * near), leaves, near);
    }
  }
  for (let i = 0; i < 120; i++) {
    svg += ellipse(
      r() * w,
      horizon + (h - horizon) * r.between(0.2, 1),
      c.unit * 0.006,
      c.unit * 0.003,
      r.pick(leaves),
      'fill-opacity=".8"',
    );
  }
  return svg;
}

function tree(
  c: Canvas,
  x: number,
  y: number,
  size: number,
  leaves: readonly string[],
  near: number,
): string {
  const { random: r, light: l } = c;
  const trunk = mix('#4a3527', l.haze, 0.4 * (1 - near));
  let svg = polygon(
    [
      [x - size * 0.035, y],
      [x - size * 0.02, y - size * 0.6],
      [x + size * 0.02, y - size * 0.6],
      [x + size * 0.035, y],
    ],
    trunk,
  );
  for (let i = 0; i < 42; i++) {
    const angle = r() * 6.3;
    const reach = Math.sqrt(r()) * size * 0.3;
    const up = Math.sin(angle) * reach;
    const shade = 0.25 * (0.5 + up / (size * 0.6));
    const color = mix(darken(r.pick(leaves), Math.max(0, shade)), l.haze, 0.35 * (1 - near));
    svg += circle(
      x + Math.cos(angle) * reach * 1.1,
      y - size * 0.72 + up,
      size * r.between(0.06, 0.12),
      color,
      'fill-opacity=".9"',
    );
  }
  return svg;
}

/** Rows of lavender that meet at the horizon. */
export function lavender(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  const horizon = h * r.between(0.4, 0.48);
  const vanish = w * r.between(0.35, 0.65);
  const bloomColor = mix(r.pick(['#7d5ba6', '#8f6fc0', '#d9b23c', '#6f9a3f']), l.near, l.night ? 0.6 : 0.1);
  let svg = sky(c, horizon, { size: 0.05 }) + ridges(c, horizon * 0.9, horizon, 2);
  svg += rect(0, horizon, w, h - horizon, mix('#7a6148', l.haze, 0.25));
  const rows = 15;
  for (let i = -rows; i <= rows; i++) {
    const x = vanish + i * w * 0.14;
    const half = w * 0.052;
    const fill = c.paint(vertical(mix(bloomColor, l.haze, 0.5), bloomColor, darken(bloomColor, 0.3)));
    svg += polygon(
      [
        [vanish + i * 2, horizon],
        [x + half, h + 4],
        [x - half, h + 4],
      ],
      fill,
    );
    for (let tuft = 0; tuft < 18; tuft++) {
      const t = r() ** 0.6;
      const tx = vanish + (x - vanish) * t + r.between(-1, 1) * half * t;
      svg += ellipse(
        tx,
        horizon + (h - horizon) * t,
        c.unit * 0.016 * t,
        c.unit * 0.024 * t,
        lighten(bloomColor, r.between(0, 0.35)),
        'fill-opacity=".75"',
      );
    }
  }
  const far = mix(mix('#4f6b3c', l.near, 0.3), l.haze, 0.3);
  svg += land({ ...c, height: horizon }, line(ridge(c, horizon - c.unit * 0.012, c.unit * 0.03, 0.6)), far);
  return svg;
}
