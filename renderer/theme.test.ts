// Tests of the colours: words and icons on pictures can be read whatever the picture is.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

type Color = readonly [red: number, green: number, blue: number, alpha: number];

const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8');

/** A colour of the theme, `#rrggbb` or `rgb(r g b / a%)`. */
function color(name: string): Color {
  const value = new RegExp(`${name}: ([^;]+);`).exec(css)?.[1] ?? '';
  if (value.startsWith('#')) {
    const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16));
    return [red, green, blue, 1];
  }
  const [red = NaN, green = NaN, blue = NaN, percent = NaN] = (value.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue, percent / 100];
}

const over = ([r, g, b, alpha]: Color, [below]: Color): Color => {
  const mix = (value: number) => value * alpha + below * (1 - alpha);
  return [mix(r), mix(g), mix(b), 1];
};

/** Relative luminance as WCAG defines it. */
function luminance([red, green, blue]: Color): number {
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(a: Color, b: Color): number {
  const [high, low] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (high! + 0.05) / (low! + 0.05);
}

it('gives the bar of the viewer AA contrast on white, on black and between', () => {
  expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21);
  for (const grey of [0, 64, 128, 192, 255]) {
    const ground = over(color('--viewer-shade'), [grey, grey, grey, 1]);
    for (const words of ['--viewer-text', '--viewer-muted']) {
      expect(contrast(color(words), ground), `${words} on ${grey}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(color('--viewer-accent'), ground)).toBeGreaterThanOrEqual(3);
  }
});
