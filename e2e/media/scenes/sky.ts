// Runs in Node, in tests, benches and the demo: skies, which most scenes stand under. Sun or moon is always
// in the upper part, so that a picture shown the wrong way up is noticed at a glance.

import { lighten, mix } from './color.js';
import { circle, ellipse, radial, rect, vertical, type Canvas } from './canvas.js';

export interface SkyOptions {
  /** Where the sun or moon stands, in shares of the picture. */
  readonly sun?: readonly [x: number, y: number];
  /** Its radius in shares of the unit. */
  readonly size?: number;
  readonly clouds?: number;
  readonly stars?: number;
}

/** Fills the picture with sky, down to the bottom. */
export function sky(c: Canvas, horizon: number, options: SkyOptions = {}): string {
  const { light: l, width: w, height: h, random: r } = c;
  const [top, upper, lower, low] = l.sky;
  const end = Math.min(1, horizon / h);
  let svg = rect(0, 0, w, end * h, c.paint(vertical([top, 1, 0], [upper, 1, 0.42], [lower, 1, 0.78], low)));
  if (end < 1) svg += rect(0, end * h - 1, w, h - end * h + 2, low);
  if (options.stars ?? (l.night ? 260 : 0)) svg += stars(c, options.stars ?? 260, horizon);
  const [sx, sy] = options.sun ?? [r.between(0.2, 0.8), r.between(0.16, 0.4) * end * 1.3];
  svg += sun(c, sx * w, sy * h, (options.size ?? (l.night ? 0.035 : 0.045)) * c.unit);
  return svg + clouds(c, options.clouds ?? (l.night ? 2 : r.whole(2, 6)), horizon);
}

export function sun(c: Canvas, x: number, y: number, radius: number): string {
  const { light: l } = c;
  const glow = c.paint(
    radial([l.sun, l.night ? 0.35 : 0.85], [l.sun, 0.28, 0.25], [l.sun, 0.08, 0.6], [l.sun, 0]),
  );
  const disc = c.paint(radial([lighten(l.sun, 0.6), 1], [l.sun, 1, 0.85], [l.sun, 0]));
  const moon = l.night
    ? circle(x - radius * 0.3, y - radius * 0.2, radius * 0.18, '#b9b6a4', 'fill-opacity=".5"') +
      circle(x + radius * 0.25, y + radius * 0.3, radius * 0.26, '#b9b6a4', 'fill-opacity=".4"')
    : '';
  return circle(x, y, radius * (l.night ? 6 : 8.5), glow) + circle(x, y, radius * 1.12, disc) + moon;
}

export function stars(c: Canvas, count: number, horizon: number): string {
  const { random: r, width: w } = c;
  let svg = '';
  for (let i = 0; i < count; i++) {
    const size = c.unit * (r() ** 6 * 0.003 + 0.0007);
    const tint = mix('#ffffff', r.pick(['#ffd9b0', '#b9d0ff', '#ffffff']), r());
    const y = horizon * (1 - r() ** 0.7) * 1.02;
    svg += circle(r() * w, y, size, tint, `fill-opacity="${r.between(0.35, 1).toFixed(2)}"`);
  }
  return svg;
}

/** Heaps of soft ellipses, flat below and round above. */
export function clouds(c: Canvas, count: number, horizon: number): string {
  const { light: l, random: r } = c;
  const paints = [0.5, 0.7, 0.9].map((thick) =>
    c.paint(radial([l.cloud, 0.55 * thick], [l.cloud, 0.32 * thick, 0.5], [l.cloud, 0])),
  );
  let svg = '';
  for (let i = 0; i < count; i++) {
    const y = horizon * r.between(0.1, 0.78);
    const far = 1 - y / horizon;
    const length = c.unit * r.between(0.22, 0.5) * (0.5 + far);
    const x = r.between(-0.1, 1.1) * c.width;
    const soft = r.pick(paints);
    for (let puff = 0; puff < 7; puff++) {
      const along = r.between(-1, 1);
      const thick = length * (0.1 + 0.16 * (1 - along * along)) * (0.4 + far);
      svg += ellipse(x + along * length, y - r() * thick * 0.7, length * r.between(0.3, 0.6), thick, soft);
    }
  }
  return svg;
}
