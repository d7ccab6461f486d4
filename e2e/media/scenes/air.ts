// Runs in Node, in tests, benches and the demo: balloons, starry nights and abstract pictures.

import { darken, lighten, mix } from './color.js';
import { circle, curve, ellipse, land, line, n, polygon, radial, rect, ridge, vertical } from './canvas.js';
import type { Canvas, Point } from './canvas.js';
import { conifer, ridges } from './mountains.js';
import { sky, stars } from './sky.js';

/** Hot-air balloons over hills. */
export function balloons(c: Canvas): string {
  const { random: r, width: w, height: h } = c;
  const horizon = h * 0.72;
  let svg = sky(c, horizon, { clouds: 4 }) + ridges(c, horizon, h, 4);
  const count = Math.round(5 * Math.max(1, w / h));
  for (let i = 0; i < count; i++) {
    const size = c.unit * (0.03 + 0.13 * ((i + 1) / count) ** 2);
    svg += balloon(
      c,
      w * ((i * 0.381966 + r.between(0, 0.12)) % 1) * 0.9 + w * 0.05,
      h * r.between(0.14, 0.55),
      size,
    );
  }
  return svg;
}

function balloon(c: Canvas, x: number, y: number, size: number): string {
  const { random: r } = c;
  const colors = r.pick<readonly [string, string]>([
    ['#e4574f', '#fff1d6'],
    ['#2f7fb5', '#ffd166'],
    ['#f0a63e', '#b8432f'],
    ['#7d5ba6', '#f7c6d9'],
    ['#3d9a7a', '#fff1d6'],
  ]);
  let svg = '';
  const neck = y + size * 1.35;
  for (const [i, share] of [1, 0.72, 0.42, 0.14].entries()) {
    const half = size * share;
    svg += `<path d="M${n(x)} ${n(y - size)}C${n(x + half * 1.35)} ${n(y - size)} ${n(x + half * 1.3)} ${n(y + size * 0.4)} ${n(x + half * 0.2)} ${n(neck)}L${n(x - half * 0.2)} ${n(neck)}C${n(x - half * 1.3)} ${n(y + size * 0.4)} ${n(x - half * 1.35)} ${n(y - size)} ${n(x)} ${n(y - size)}Z" fill="${colors[i % 2]}"/>`;
  }
  const shine = c.paint(radial(['#ffffff', 0.35], ['#ffffff', 0]));
  svg += ellipse(x - size * 0.35, y - size * 0.3, size * 0.5, size * 0.7, shine);
  svg += `<path d="M${n(x - size * 0.18)} ${n(neck)}L${n(x - size * 0.12)} ${n(neck + size * 0.3)}M${n(x + size * 0.18)} ${n(neck)}L${n(x + size * 0.12)} ${n(neck + size * 0.3)}" stroke="#4a3527" stroke-width="${n(size * 0.02)}"/>`;
  return (
    svg +
    rect(x - size * 0.14, neck + size * 0.28, size * 0.28, size * 0.2, '#6b4a2f', `rx="${n(size * 0.03)}"`)
  );
}

/** The Milky Way over a dark ridge with a lit tent. */
export function starry(c: Canvas): string {
  const { random: r, width: w, height: h, light: l } = c;
  const [top, upper, , low] = l.night ? l.sky : (['#070a22', '#101a40', '#1d2a5c', '#3b4a86'] as const);
  let svg = rect(0, 0, w, h, c.paint(vertical(top, upper, low)));
  const tilt = r.between(-0.5, 0.5);
  for (let i = 0; i < 70; i++) {
    const t = r();
    const x = w * (0.5 + tilt * (t - 0.4)) + r.between(-1, 1) * c.unit * 0.14;
    const color = r.pick(['#8f9ff0', '#c9a6d8', '#6f86d6', '#f0cfc0']);
    svg += ellipse(
      x,
      h * t * 0.85,
      c.unit * r.between(0.06, 0.2),
      c.unit * r.between(0.06, 0.16),
      c.paint(radial([color, 0.11], [color, 0])),
    );
  }
  svg += stars(c, 620, h * 0.88);
  svg += land(c, line(ridge(c, h * 0.76, c.unit * 0.16, 0.5)), mix(low, '#04060f', 0.65));
  svg += land(c, line(ridge(c, h * 0.87, c.unit * 0.08, 0.5)), '#05070f');
  for (let i = 0; i < 16; i++)
    svg += conifer(c, r() * w, h * r.between(0.88, 0.94), c.unit * r.between(0.08, 0.2), '#04050b');
  const x = w * r.between(0.25, 0.75);
  const y = h * 0.93;
  const size = c.unit * 0.09;
  svg += circle(x, y, size * 2.4, c.paint(radial(['#ffb85c', 0.5], ['#ffb85c', 0])));
  return (
    svg +
    polygon(
      [
        [x - size, y],
        [x, y - size * 0.95],
        [x + size, y],
      ],
      c.paint(vertical('#ffe0a0', '#f08a3c')),
    )
  );
}

/** Flowing bands of colour. */
export function abstract(c: Canvas): string {
  const { random: r, width: w, height: h } = c;
  const set = r.pick<readonly string[]>([
    ['#0b132b', '#1c4d7a', '#3aa6b9', '#f7d9a1', '#ef8a62'],
    ['#2b1055', '#7b2d8b', '#e0567a', '#ffb35c', '#fff0c2'],
    ['#0f3d3e', '#2a7f62', '#a9c96a', '#f2e9c9', '#e2725b'],
    ['#20223b', '#4b4e8d', '#9a8fc7', '#e9c9d9', '#fff5ee'],
  ]);
  const at = (i: number) => set[i % set.length] as string;
  let svg = rect(0, 0, w, h, c.paint(vertical(at(3), at(4))));
  for (let i = 0; i < 8; i++) {
    const color = r.pick(set);
    svg += ellipse(
      r() * w,
      r() * h,
      w * r.between(0.2, 0.5),
      h * r.between(0.2, 0.6),
      c.paint(radial([color, 0.6], [color, 0])),
    );
  }
  const bands = r.whole(5, 8);
  for (let i = 0; i < bands; i++) {
    const points: Point[] = [];
    const phase = r() * 6.3;
    const waves = r.between(0.8, 1.7);
    for (let x = 0; x <= 14; x++) {
      const t = x / 14;
      points.push([
        t * (w + 40) - 20,
        h * (0.18 + (0.8 * i) / bands) + Math.sin(t * waves * 6.3 + phase) * c.unit * 0.13,
      ]);
    }
    const color = mix(at(bands - i), at(bands - i + 1), r());
    const fill = c.paint(vertical([lighten(color, 0.25), 0.95], [darken(color, 0.25), 0.9]));
    svg += land(c, curve(points), fill);
  }
  return svg;
}
