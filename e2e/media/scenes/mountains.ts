// Runs in Node, in tests, benches and the demo: mountains, forests and deserts.

import { darken, lighten, mix } from './color.js';
import { circle, curve, ellipse, land, line, n, polygon, radial, rect, ridge, vertical } from './canvas.js';
import type { Canvas, Point } from './canvas.js';
import { sky } from './sky.js';

/** Ridges behind one another, the far ones lost in haze. */
export function hills(c: Canvas): string {
  const { random: r, height: h } = c;
  const horizon = h * r.between(0.5, 0.6);
  return sky(c, horizon) + ridges(c, horizon, h * 0.97, r.whole(4, 6));
}

/** Ridges between two heights, from the far one to the near one. */
export function ridges(c: Canvas, from: number, to: number, count: number): string {
  const { light: l } = c;
  let svg = '';
  for (let i = 0; i < count; i++) {
    const near = count === 1 ? 1 : i / (count - 1);
    const color = mix(mix(l.haze, l.sky[1], 0.35), l.near, near ** 0.8);
    const y = from + (to - from) * near ** 1.3 * 0.9;
    const fill = c.paint(vertical(color, [mix(color, l.haze, 0.55 * (1 - near)), 1, 0.7]));
    const relief = c.unit * (0.16 + 0.05 * near);
    // Only what the next ridge leaves in sight is painted: gradients over hidden ground cost time.
    const bottom = near === 1 ? c.height : Math.min(c.height, y + c.unit * 0.4);
    svg += land({ ...c, height: bottom }, line(ridge(c, y, relief, 0.47 + 0.04 * near)), fill);
  }
  return svg;
}

/** Snowy peaks with a lit and a shaded side. */
export function alps(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  const foot = h * r.between(0.6, 0.68);
  let svg = sky(c, foot, { sun: [r.between(0.12, 0.88), r.between(0.1, 0.2)] });
  svg += peaks(c, foot, 3, 0.55) + peaks(c, foot + h * 0.04, 2, 0.12);
  const meadow = mix(l.near, l.night ? l.near : '#5d7d3c', 0.45);
  svg += land(
    c,
    line(ridge(c, foot - h * 0.005, c.unit * 0.05, 0.5)),
    c.paint(vertical(mix(meadow, l.haze, 0.3), meadow)),
  );
  svg += land(
    c,
    line(ridge(c, h * 0.9, c.unit * 0.08, 0.45)),
    c.paint(vertical(darken(meadow, 0.25), darken(meadow, 0.5))),
  );
  for (let i = 0; i < 26; i++) {
    const x = r() * w;
    const y = h * r.between(0.84, 1.02);
    svg += conifer(c, x, y, c.unit * r.between(0.06, 0.12), darken(meadow, r.between(0.4, 0.6)));
  }
  return svg;
}

function peaks(c: Canvas, foot: number, count: number, haze: number): string {
  const { light: l, random: r, width: w } = c;
  const rock = mix(mix('#4b5468', l.near, 0.4), l.haze, haze);
  const lit = mix(mix('#ffffff', l.sun, 0.5), l.haze, haze * 0.7);
  const shade = mix(mix('#8fa3c8', l.near, l.night ? 0.7 : 0.15), l.haze, haze * 0.8);
  let svg = '';
  for (let i = 0; i < count; i++) {
    const x = w * ((i + r.between(0.25, 0.75)) / count);
    const rise = c.unit * r.between(0.32, 0.5);
    const half = rise * r.between(1, 1.4);
    const left = slope(c, x, foot - rise, x - half, foot + 4);
    const right = slope(c, x, foot - rise, x + half, foot + 4);
    const spine = slope(c, x, foot - rise, x + half * r.between(-0.2, 0.1), foot + 4);
    svg += polygon([...left, ...[...right].reverse()], c.paint(vertical(rock, mix(rock, l.haze, 0.5))));
    const line1 = snowLine(c, left, spine, r.between(0.4, 0.6));
    svg += polygon(line1, lit) + polygon(snowLine(c, right, spine, r.between(0.35, 0.55)), shade);
    svg += polygon([...spine, ...[...right].reverse()], '#0a1230', 'fill-opacity=".2"');
  }
  return svg;
}

function slope(c: Canvas, x1: number, y1: number, x2: number, y2: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i <= 24; i++) {
    const t = i / 24;
    const wobble = i === 0 || i === 24 ? 0 : c.random.between(-1, 1) * Math.abs(x2 - x1 + 40) * 0.02;
    points.push([x1 + (x2 - x1) * t + wobble, y1 + (y2 - y1) * t ** 1.08 + wobble * 0.5]);
  }
  return points;
}

/** The part of a mountain's side down to a jagged snow line. */
function snowLine(c: Canvas, edge: readonly Point[], spine: readonly Point[], depth: number): Point[] {
  const last = Math.floor(edge.length * depth);
  const bottom: Point[] = [];
  const [ex, ey] = edge[last] as Point;
  const [sx, sy] = spine[last] as Point;
  for (let i = 1; i < 9; i++) {
    const t = i / 9;
    const tooth = (i % 2 === 0 ? 1 : -0.6) * c.unit * 0.03 * c.random.between(0.4, 1.2);
    bottom.push([ex + (sx - ex) * t, ey + (sy - ey) * t + tooth]);
  }
  return [...edge.slice(0, last + 1), ...bottom, ...spine.slice(0, last + 1).reverse()];
}

/** A fir: layered triangles. */
export function conifer(c: Canvas, x: number, y: number, size: number, color: string): string {
  const { random: r } = c;
  let path = '';
  const tiers = 5;
  for (let i = 0; i < tiers; i++) {
    const top = y - size * (1 - (i / tiers) * 0.85);
    const bottom = y - size * (0.62 - (i / tiers) * 0.62);
    const half = size * (0.09 + 0.05 * i) * r.between(0.9, 1.1);
    path += `M${n(x)} ${n(top)}L${n(x + half)} ${n(bottom)}L${n(x - half)} ${n(bottom)}Z`;
  }
  return `<path d="${path}" fill="${color}"/>${rect(x - size * 0.02, y - size * 0.14, size * 0.04, size * 0.17, color)}`;
}

/** Fir woods in mist. */
export function forest(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  let svg = sky(c, h * 0.7, { size: 0.05, clouds: 2 });
  const layers = 5;
  for (let i = 0; i < layers; i++) {
    const near = i / (layers - 1);
    const color = mix(l.haze, mix(l.near, '#12352c', 0.4), 0.15 + 0.85 * near);
    const base = h * (0.5 + 0.42 * near);
    const size = c.unit * (0.13 + 0.34 * near);
    for (let x = -size * 0.3; x < w + size * 0.3; x += size * r.between(0.16, 0.34)) {
      svg += conifer(c, x, base + r.between(-0.12, 0.12) * size, size * r.between(0.6, 1.15), color);
    }
    svg += land(
      c,
      line(ridge(c, base - size * 0.05, size * 0.15, 0.5)),
      c.paint(vertical(color, mix(color, l.haze, 0.75 * (1 - near)))),
    );
    const mist = c.paint(radial([l.haze, 0.5 * (1 - near)], [l.haze, 0]));
    svg += ellipse(w * r(), base, w * 0.7, h * 0.1, mist);
  }
  return svg;
}

/** Dunes with a sharp crest between light and shade. */
export function dunes(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  let svg = sky(c, h * 0.5, { size: 0.06, clouds: 1 });
  const sand = mix('#e0a45e', l.haze, 0.3);
  for (let i = 0; i < 5; i++) {
    const near = i / 4;
    const y = h * (0.5 + 0.34 * near);
    const crest: Point[] = [];
    const waves = r.between(1, 2);
    const phase = r() * 6.3;
    for (let x = 0; x <= 12; x++) {
      const t = x / 12;
      crest.push([t * (w + 40) - 20, y - Math.sin(t * waves * 6.3 + phase) * c.unit * (0.04 + 0.06 * near)]);
    }
    const color = mix(mix(sand, l.haze, 0.6), mix(sand, l.near, 0.25), near);
    svg += land(c, curve(crest), c.paint(vertical(lighten(color, 0.12), [darken(color, 0.18), 1, 0.8])));
    const shade = crest.map(
      ([x, cy], at) => [x, cy + c.unit * (0.03 + 0.07 * near) * (1.1 + Math.sin(at * 0.9 + phase))] as const,
    );
    const fill = c.paint(vertical([darken(color, 0.5), 0.55], [darken(color, 0.4), 0]));
    svg += `<path d="${curve(crest)}${curve([...shade].reverse()).replace('M', 'L')}Z" fill="${fill}"/>`;
  }
  return svg;
}

/** Snow-covered hills with a lit cabin, under falling snow. */
export function winter(c: Canvas): string {
  const { light: l, random: r, width: w, height: h } = c;
  let svg = sky(c, h * 0.6, { clouds: 3 }) + peaks(c, h * 0.63, 3, 0.5);
  const snow = mix('#f4f8ff', l.sky[1], l.night ? 0.55 : 0.18);
  for (let i = 0; i < 3; i++) {
    const y = h * (0.6 + i * 0.13);
    const color = mix(snow, l.haze, 0.4 - i * 0.2);
    for (let x = 0; x < w && i < 2; x += c.unit * r.between(0.04, 0.14)) {
      svg += conifer(
        c,
        x,
        y + c.unit * 0.05,
        c.unit * r.between(0.09, 0.2),
        mix(l.near, '#29463f', 0.4 - i * 0.15),
      );
    }
    svg += land(
      c,
      curve(ridge(c, y + c.unit * 0.02, c.unit * 0.1, 0.35, 3)),
      c.paint(vertical(lighten(color, 0.3), mix(color, l.sky[0], 0.25))),
    );
  }
  svg += cabin(c, w * r.between(0.25, 0.75), h * 0.85, c.unit * 0.2);
  for (let i = 0; i < 150; i++) {
    svg += circle(
      r() * w,
      r() * h,
      c.unit * r.between(0.001, 0.004),
      '#ffffff',
      `fill-opacity="${n(r.between(0.3, 0.9))}"`,
    );
  }
  return svg;
}

function cabin(c: Canvas, x: number, y: number, size: number): string {
  const wall = mix('#5a3b28', c.light.near, 0.3);
  const glow = c.paint(radial(['#ffc46b', 0.55], ['#ffc46b', 0]));
  const half = size / 2;
  const roof: Point[] = [
    [x - half * 1.3, y - size * 0.42],
    [x, y - size * 0.9],
    [x + half * 1.3, y - size * 0.42],
    [x + half * 1.2, y - size * 0.36],
    [x, y - size * 0.76],
    [x - half * 1.2, y - size * 0.36],
  ];
  let svg = polygon(
    [
      [x - half, y],
      [x - half, y - size * 0.5],
      [x, y - size * 0.82],
      [x + half, y - size * 0.5],
      [x + half, y],
    ],
    wall,
  );
  svg += circle(x, y - size * 0.2, size * 0.9, glow) + polygon(roof, '#f2f6ff');
  for (const side of [-0.5, 0.2]) {
    svg += rect(x + half * side, y - size * 0.38, size * 0.16, size * 0.18, '#ffd98a');
  }
  return svg + rect(x - size * 0.08, y - size * 0.26, size * 0.16, size * 0.26, darken(wall, 0.4));
}
