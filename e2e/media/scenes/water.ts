// Runs in Node, in tests, benches and the demo: seas, lakes and beaches.

import { darken, lighten, mix } from './color.js';
import { circle, curve, ellipse, land, line, n, polygon, radial, rect, ridge, vertical } from './canvas.js';
import type { Canvas, Point } from './canvas.js';
import { ridges } from './mountains.js';
import { clouds, sky, sun } from './sky.js';

/** The sun over the sea, with its glitter on the water and sails or an island. */
export function sea(c: Canvas): string {
  const { random: r, width: w, height: h } = c;
  const horizon = h * r.between(0.48, 0.6);
  const x = r.between(0.25, 0.75);
  let svg = sky(c, horizon, { sun: [x, (horizon / h) * r.between(0.55, 0.85)], size: 0.055 });
  if (r.chance(0.5)) svg += island(c, horizon);
  svg += waters(c, horizon, x * w);
  for (let i = r.whole(1, 3); i > 0; i--) {
    svg += boat(
      c,
      w * r.between(0.1, 0.9),
      horizon + h * r.between(0.03, 0.16),
      c.unit * r.between(0.06, 0.15),
    );
  }
  return svg;
}

/** Water from the horizon down, with the light of a sun above `x`. */
export function waters(c: Canvas, horizon: number, x: number): string {
  const { light: l, random: r, width: w, height: h } = c;
  const far = mix(l.water, l.sky[3], 0.55);
  let svg = rect(0, horizon, w, h - horizon + 2, c.paint(vertical(far, l.water, darken(l.water, 0.45))));
  for (let i = 0; i < 120; i++) {
    const t = r() ** 1.6;
    const y = horizon + t * (h - horizon);
    const color = r.chance(0.5) ? lighten(l.water, 0.35) : darken(l.water, 0.3);
    svg += ellipse(
      r() * w,
      y,
      c.unit * (0.02 + 0.12 * t),
      c.unit * (0.0008 + 0.004 * t),
      color,
      'fill-opacity=".22"',
    );
  }
  for (let i = 0; i < 130; i++) {
    const t = r() ** 1.4;
    const spread = c.unit * (0.03 + 0.16 * t);
    const y = horizon + t * (h - horizon) * 0.98 + 1;
    const wide = c.unit * r.between(0.008, 0.035) * (0.5 + 1.6 * t);
    svg += ellipse(
      x + r.between(-1, 1) * spread,
      y,
      wide,
      c.unit * (0.0012 + 0.003 * t),
      l.sun,
      `fill-opacity="${n(r.between(0.3, 0.9))}"`,
    );
  }
  return svg;
}

function island(c: Canvas, horizon: number): string {
  const { light: l, random: r, width: w } = c;
  const middle = w * r.between(0.15, 0.85);
  const half = c.unit * r.between(0.18, 0.4);
  const points: Point[] = [];
  for (let i = 0; i <= 16; i++) {
    const t = i / 8 - 1;
    points.push([middle + t * half, horizon + 1 - (1 - t * t) * half * 0.28 * r.between(0.75, 1.1)]);
  }
  return polygon(points, mix(l.near, l.haze, 0.45));
}

function boat(c: Canvas, x: number, y: number, size: number): string {
  const dark = mix(c.light.near, '#3a2a2a', 0.4);
  const hull: Point[] = [
    [x - size * 0.45, y - size * 0.1],
    [x + size * 0.5, y - size * 0.12],
    [x + size * 0.34, y + size * 0.06],
    [x - size * 0.34, y + size * 0.06],
  ];
  const sail = mix('#ffffff', c.light.sun, 0.5);
  const mirrored = ellipse(x, y + size * 0.18, size * 0.4, size * 0.06, dark, 'fill-opacity=".35"');
  const main: Point[] = [
    [x + size * 0.02, y - size * 1.1],
    [x + size * 0.4, y - size * 0.18],
    [x + size * 0.02, y - size * 0.18],
  ];
  const jib: Point[] = [
    [x - size * 0.03, y - size],
    [x - size * 0.38, y - size * 0.18],
    [x - size * 0.03, y - size * 0.18],
  ];
  return mirrored + polygon(main, sail) + polygon(jib, darken(sail, 0.12)) + polygon(hull, dark);
}

/** A beach with foam, and palms or sunshades. */
export function beach(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  const horizon = h * r.between(0.36, 0.46);
  const x = r.between(0.2, 0.8);
  let svg =
    sky(c, horizon, { sun: [x, (horizon / h) * 0.5] }) + island(c, horizon) + waters(c, horizon, x * w);
  const shore = h * r.between(0.66, 0.74);
  const sand = mix(l.night ? '#5d6076' : '#f0d6a4', l.haze, 0.25);
  [0, 1, 2].forEach((step) => {
    const color = ['#ffffff', mix(sand, l.water, 0.35), sand][step] as string;
    const edge = ridge(c, shore + step * c.unit * 0.022, c.unit * 0.05, 0.3, 3);
    svg += land(
      c,
      curve(edge),
      step === 2 ? c.paint(vertical(lighten(color, 0.2), darken(color, 0.15))) : color,
      step === 0 ? 'fill-opacity=".85"' : '',
    );
  });
  for (let i = 0; i < 60; i++) {
    svg += ellipse(
      r() * w,
      h * r.between(0.84, 1),
      c.unit * 0.008,
      c.unit * 0.002,
      darken(sand, 0.3),
      'fill-opacity=".35"',
    );
  }
  if (r.chance(0.55))
    return svg + palm(c, w * r.pick([0.12, 0.86]), h * 0.98, c.unit * r.between(0.55, 0.75));
  for (let i = 0; i < 3; i++)
    svg += sunshade(
      c,
      w * (0.2 + i * 0.28 + r() * 0.06),
      h * r.between(0.86, 0.95),
      c.unit * r.between(0.14, 0.2),
    );
  return svg;
}

function palm(c: Canvas, x: number, y: number, size: number): string {
  const dark = mix(c.light.near, '#1d3a22', 0.5);
  const lean = size * 0.18 * (x < c.width / 2 ? 1 : -1);
  const tx = x + lean;
  const ty = y - size;
  let svg = `<path d="M${n(x)} ${n(y)}Q${n(x)} ${n(y - size * 0.6)} ${n(tx)} ${n(ty)}" stroke="${mix(dark, '#6b4a2f', 0.5)}" stroke-width="${n(size * 0.045)}" fill="none"/>`;
  for (let i = 0; i < 9; i++) {
    const angle = (i / 8) * Math.PI * 1.25 - Math.PI * 1.125;
    const ex = tx + Math.cos(angle) * size * 0.42;
    const ey = ty + Math.sin(angle) * size * 0.3 + size * 0.14;
    const mx = tx + Math.cos(angle) * size * 0.26;
    const my = ty + Math.sin(angle) * size * 0.3 - size * 0.08;
    svg += `<path d="M${n(tx)} ${n(ty)}Q${n(mx)} ${n(my)} ${n(ex)} ${n(ey)}Q${n(mx)} ${n(my + size * 0.1)} ${n(tx)} ${n(ty)}Z" fill="${i % 2 ? dark : lighten(dark, 0.1)}"/>`;
  }
  return svg;
}

function sunshade(c: Canvas, x: number, y: number, size: number): string {
  const [first, second] = c.random.pick([
    ['#e4574f', '#fff4e6'],
    ['#2f7fb5', '#fff4e6'],
    ['#f0b23e', '#fff8ea'],
  ] as const);
  let svg =
    ellipse(x + size * 0.25, y, size * 0.5, size * 0.06, '#000000', 'fill-opacity=".25"') +
    rect(x - size * 0.015, y - size * 0.9, size * 0.03, size * 0.92, '#6c5a48');
  for (let i = 0; i < 6; i++) {
    const a = x - size * 0.6 + (i * size * 1.2) / 6;
    svg += polygon(
      [
        [a, y - size * 0.62],
        [x, y - size],
        [a + size * 0.2, y - size * 0.62],
      ],
      i % 2 ? first : second,
    );
  }
  return svg;
}

/** A lake that mirrors hills and sky. */
export function lake(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  const horizon = h * r.between(0.5, 0.56);
  const x = r.between(0.2, 0.8) * w;
  const y = horizon * r.between(0.25, 0.6);
  const [top, upper, lower, low] = l.sky;
  let above = rect(0, 0, w, horizon + 1, c.paint(vertical(top, upper, lower, low)));
  above += sun(c, x, y, c.unit * 0.045) + clouds(c, 3, horizon);
  above += ridges({ ...c, height: horizon }, horizon * 0.72, horizon * 0.99, 4);
  // The mirrored half first: what it spills above the horizon is painted over, which saves a clip.
  let svg = `<defs><g id="above">${above}</g></defs>`;
  svg += `<use href="#above" transform="translate(0 ${n(horizon * 2)}) scale(1 -1)"/><use href="#above"/>`;
  svg += rect(0, horizon, w, h, c.paint(vertical([l.water, 0.25], [darken(l.water, 0.6), 0.75])));
  for (let i = 0; i < 110; i++) {
    const t = r() ** 1.5;
    const color = r.chance(0.6) ? lighten(l.water, 0.5) : darken(l.water, 0.4);
    svg += ellipse(
      r() * w,
      horizon + t * (h - horizon),
      c.unit * (0.03 + 0.16 * t),
      c.unit * (0.0008 + 0.003 * t),
      color,
      'fill-opacity=".25"',
    );
  }
  const shore = darken(l.near, 0.3);
  svg += land(c, line(ridge(c, h * 0.965, c.unit * 0.05, 0.5)), shore);
  for (let i = 0; i < 40; i++) {
    const rx = r() ** 2 * w * 0.35;
    const tall = c.unit * r.between(0.05, 0.16);
    svg += `<path d="M${n(rx)} ${h}q${n(tall * 0.05)} ${n(-tall)} ${n(r.between(-0.2, 0.3) * tall)} ${n(-tall)}" stroke="${shore}" stroke-width="${n(c.unit * 0.003)}" fill="none"/>`;
    if (r.chance(0.3)) svg += circle(rx, h - tall, c.unit * 0.004, shore);
  }
  return svg + ellipse(w * 0.5, horizon, w * 0.7, h * 0.02, c.paint(radial([l.haze, 0.6], [l.haze, 0])));
}
