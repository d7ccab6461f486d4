// Runs in Node, in tests, benches and the demo: skylines, old streets and fireworks.

import { darken, lighten, mix } from './color.js';
import { circle, ellipse, horizontal, n, polygon, radial, rect, vertical, type Canvas } from './canvas.js';
import { sky } from './sky.js';
import { waters } from './water.js';

/** Towers behind one another with lit windows, by a river. */
export function skyline(c: Canvas): string {
  const { light: l, width: w, height: h, random: r } = c;
  const ground = h * 0.8;
  let svg = sky(c, ground, { clouds: 3 });
  for (let i = 0; i < 3; i++) {
    const near = i / 2;
    const color = mix(mix(l.haze, l.sky[1], 0.3), l.near, 0.25 + 0.65 * near);
    for (let x = -c.unit * 0.05; x < w;) {
      const wide = c.unit * r.between(0.05, 0.12) * (0.7 + 0.5 * near);
      const tall = c.unit * r.between(0.12, i === 0 ? 0.55 : 0.4) * (1 - 0.3 * near);
      svg += tower(c, x, ground, wide, tall, color, near);
      x += wide * r.between(0.9, 1.25);
    }
  }
  return svg + waters(c, ground, w * r.between(0.3, 0.7));
}

function tower(
  c: Canvas,
  x: number,
  ground: number,
  wide: number,
  tall: number,
  color: string,
  near: number,
): string {
  const { random: r, light: l } = c;
  let svg = rect(
    x,
    ground - tall,
    wide,
    tall,
    c.paint(horizontal(lighten(color, 0.08), darken(color, 0.12))),
  );
  if (r.chance(0.25)) svg += rect(x + wide * 0.47, ground - tall * 1.16, wide * 0.06, tall * 0.17, color);
  else if (r.chance(0.3))
    svg += polygon(
      [
        [x, ground - tall],
        [x + wide / 2, ground - tall - wide * 0.5],
        [x + wide, ground - tall],
      ],
      color,
    );
  const dark = l.night || near > 0.4;
  const size = c.unit * 0.008;
  for (let wy = ground - tall + size * 1.5; wy < ground - size * 2; wy += size * 2.6) {
    for (let wx = x + size; wx < x + wide - size; wx += size * 1.9) {
      if (r.chance(0.36))
        svg += rect(
          wx,
          wy,
          size,
          size * 1.4,
          r.pick(['#ffdf9a', '#ffc873', '#fff2cf']),
          `fill-opacity="${dark ? 0.85 : 0.35}"`,
        );
    }
  }
  return svg;
}

const FRONTS = [
  '#d97b5a',
  '#e8b65c',
  '#6f9fb0',
  '#c9636a',
  '#8fae7b',
  '#e9d2a8',
  '#b98aa5',
  '#5f86a8',
  '#f0dcc0',
];

/** A row of gabled houses at a canal. */
export function street(c: Canvas): string {
  const { light: l, width: w, height: h, random: r } = c;
  const ground = h * 0.76;
  let houses = '';
  for (let x = -c.unit * 0.04; x < w;) {
    const wide = c.unit * r.between(0.17, 0.26);
    houses += house(c, x, ground, wide, c.unit * r.between(0.36, 0.52), mix(r.pick(FRONTS), l.haze, 0.15));
    x += wide;
  }
  const group = `<g id="row">${houses}</g>`;
  let svg = sky(c, ground, { sun: [r.between(0.1, 0.9), 0.14] }) + group;
  svg += rect(0, ground, w, h - ground, darken(l.water, 0.2));
  svg += `<use href="#row" transform="translate(0 ${n(ground * 2)}) scale(1 -1)"/>`;
  svg += rect(0, ground, w, h - ground, c.paint(vertical([l.water, 0.5], [darken(l.water, 0.5), 0.9])));
  for (let i = 0; i < 90; i++) {
    const t = r();
    svg += ellipse(
      r() * w,
      ground + t * (h - ground),
      c.unit * (0.02 + 0.08 * t),
      c.unit * (0.001 + 0.002 * t),
      lighten(l.water, 0.5),
      'fill-opacity=".3"',
    );
  }
  return svg + rect(0, ground - c.unit * 0.012, w, c.unit * 0.02, darken(mix('#8b7d70', l.near, 0.4), 0.1));
}

function house(c: Canvas, x: number, ground: number, wide: number, tall: number, color: string): string {
  const { random: r, light: l } = c;
  const top = ground - tall;
  const front = l.night ? darken(color, 0.55) : color;
  let svg = rect(x, top, wide, tall, c.paint(vertical(lighten(front, 0.1), darken(front, 0.12))));
  const roof = mix('#8a4b3c', l.near, l.night ? 0.6 : 0.25);
  if (r.chance(0.5)) {
    svg += polygon(
      [
        [x - wide * 0.03, top],
        [x + wide / 2, top - wide * 0.55],
        [x + wide * 1.03, top],
      ],
      roof,
    );
  } else {
    for (let i = 0; i < 4; i++)
      svg += rect(
        x + wide * 0.12 * i,
        top - wide * 0.13 * (i + 1),
        wide * (1 - 0.24 * i),
        wide * 0.135,
        front,
      );
    svg += circle(x + wide / 2, top - wide * 0.22, wide * 0.07, darken(front, 0.5));
  }
  const rows = Math.max(2, Math.floor(tall / (wide * 0.42)));
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < 3; column++) {
      const wx = x + wide * (0.12 + column * 0.28);
      const wy = top + wide * (0.16 + row * 0.42);
      const lit = r.chance(l.night ? 0.6 : 0.15);
      svg += rect(
        wx - wide * 0.02,
        wy - wide * 0.02,
        wide * 0.24,
        wide * 0.3,
        '#f7efe2',
        'fill-opacity=".9"',
      );
      svg += rect(wx, wy, wide * 0.2, wide * 0.26, lit ? '#ffd98a' : mix('#4f6a80', l.sky[2], 0.3));
      svg +=
        rect(wx, wy + wide * 0.12, wide * 0.2, wide * 0.015, '#f7efe2') +
        rect(wx + wide * 0.093, wy, wide * 0.015, wide * 0.26, '#f7efe2');
    }
  }
  const door = r.pick(['#5b3a29', '#2f5d50', '#31486b', '#7a2f35']);
  return (
    svg +
    rect(x + wide * 0.38, ground - wide * 0.34, wide * 0.24, wide * 0.34, door) +
    rect(x, top - 1, wide, wide * 0.03, '#f7efe2')
  );
}

/** Fireworks over a dark town. */
export function fireworks(c: Canvas): string {
  const { width: w, height: h, random: r } = c;
  let svg = sky(c, h * 0.9, { clouds: 0, stars: 80, sun: [r.between(0.1, 0.9), 0.12], size: 0.02 });
  for (let burst = r.whole(3, 5); burst > 0; burst--) {
    const x = w * r.between(0.15, 0.85);
    const y = h * r.between(0.14, 0.5);
    const radius = c.unit * r.between(0.14, 0.28);
    const color = r.pick(['#ffcf5c', '#ff6f61', '#7fd1ff', '#c792ff', '#8effa6', '#ffffff']);
    svg += circle(x, y, radius * 1.4, c.paint(radial([color, 0.4], [color, 0])));
    for (let ray = 0; ray < 44; ray++) {
      const angle = (ray / 44) * Math.PI * 2 + r() * 0.1;
      const reach = radius * r.between(0.6, 1);
      const ex = x + Math.cos(angle) * reach;
      const ey = y + Math.sin(angle) * reach + reach * 0.12;
      const from = `M${n(x + Math.cos(angle) * reach * 0.25)} ${n(y + Math.sin(angle) * reach * 0.25)}`;
      svg += `<path d="${from}Q${n(x + Math.cos(angle) * reach * 0.8)} ${n(y + Math.sin(angle) * reach * 0.75)} ${n(ex)} ${n(ey)}" stroke="${color}" stroke-width="${n(c.unit * 0.003)}" fill="none" stroke-opacity=".75" stroke-linecap="round"/>`;
      svg += circle(ex, ey, c.unit * 0.004, lighten(color, 0.5));
    }
  }
  for (let x = -10; x < w;) {
    const wide = c.unit * r.between(0.05, 0.13);
    svg += tower(c, x, h, wide, c.unit * r.between(0.08, 0.22), '#070a18', 1);
    x += wide;
  }
  return svg;
}

/** Coloured lights out of focus behind a string of flags. */
export function party(c: Canvas): string {
  const { width: w, height: h, random: r } = c;
  const base = r.pick(['#2a1230', '#10243a', '#33160f', '#0f2a26']);
  const colors = ['#ffb84d', '#ff6b81', '#7fd1ff', '#c792ff', '#ffe28a', '#7be0ad'];
  let svg = rect(0, 0, w, h, c.paint(vertical(lighten(base, 0.12), darken(base, 0.45))));
  for (let i = 0; i < 70; i++) {
    const color = r.pick(colors);
    const blob = c.paint(
      radial([color, 0.28], [color, 0.34, 0.86], [lighten(color, 0.4), 0.42, 0.95], [color, 0]),
    );
    svg += circle(r() * w, h * r.between(0.1, 1), c.unit * r.between(0.02, 0.11), blob);
  }
  for (const rope of [0.1, 0.22]) {
    const sag = h * 0.16;
    const y = h * rope;
    svg += `<path d="M0 ${n(y)}Q${n(w / 2)} ${n(y + sag * 2)} ${w} ${n(y)}" stroke="#f7efe2" stroke-width="${n(c.unit * 0.003)}" fill="none"/>`;
    const flags = Math.round((w / c.unit) * 9);
    for (let i = 0; i < flags; i++) {
      const t = (i + 0.5) / flags;
      const fy = y + sag * 4 * t * (1 - t);
      const half = c.unit * 0.03;
      svg += polygon(
        [
          [t * w - half, fy],
          [t * w + half, fy],
          [t * w, fy + half * 2.2],
        ],
        colors[i % colors.length] as string,
      );
    }
  }
  const table = c.paint(vertical(['#000000', 0], ['#000000', 0.6]));
  return svg + rect(0, h * 0.7, w, h * 0.3, table) + candles(c);
}

function candles(c: Canvas): string {
  const { width: w, height: h, random: r } = c;
  const wide = c.unit * 0.5;
  const x = w / 2 - wide / 2;
  let svg = ellipse(w / 2, h * 0.96, wide * 0.72, c.unit * 0.05, '#e9e2d6');
  for (const [i, color] of ['#f2d9c9', '#d98a94'].entries()) {
    const inset = wide * 0.12 * i;
    svg += rect(
      x + inset,
      h * (0.83 - i * 0.1),
      wide - inset * 2,
      h * 0.13,
      color,
      `rx="${n(c.unit * 0.015)}"`,
    );
  }
  for (let i = 0; i < 7; i++) {
    const cx = x + wide * (0.2 + i * 0.1);
    const cy = h * 0.73;
    const tall = c.unit * r.between(0.07, 0.09);
    svg += rect(
      cx - c.unit * 0.006,
      cy - tall,
      c.unit * 0.012,
      tall,
      r.pick(['#7fd1ff', '#ffe28a', '#c792ff']),
    );
    svg += circle(cx, cy - tall * 1.2, c.unit * 0.05, c.paint(radial(['#ffd27a', 0.7], ['#ffd27a', 0])));
    svg += ellipse(cx, cy - tall * 1.2, c.unit * 0.006, c.unit * 0.014, '#fff3c4');
  }
  return svg;
}
