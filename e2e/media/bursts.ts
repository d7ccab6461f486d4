// Runs in Node, for the demo and the large test library: photos of one subject. They share one drawing and
// differ in their window onto it and their light, as real ones do; drawing is what takes time.

import type { Event } from './events.js';
import type { Part } from './photos.js';
import type { Random } from './random.js';
import type { SceneOptions } from './scenes/index.js';

/** Upright, in pixels. */
export type Size = readonly [width: number, height: number];

interface Shape {
  readonly drawn: Size;
  readonly sizes: readonly Size[];
  /** Sizes of real cameras: few, because they take long to write. */
  readonly large: Size;
}

const LANDSCAPE: Shape = {
  drawn: [1080, 772],
  sizes: [
    [1350, 900],
    [1200, 900],
    [1440, 810],
    [1350, 900],
    [1200, 900],
    [900, 600],
    [1280, 720],
    [640, 480],
    [400, 300],
    [200, 133],
  ],
  large: [4000, 2667],
};

const PORTRAIT: Shape = {
  drawn: [700, 1024],
  sizes: [
    [900, 1350],
    [900, 1200],
    [720, 1280],
    [800, 1200],
  ],
  large: [3000, 4000],
};

const SQUARE: Shape = { drawn: [840, 840], sizes: [[1080, 1080]], large: [2160, 2160] };
const PANORAMA: Shape = {
  drawn: [1560, 468],
  sizes: [
    [1800, 540],
    [1600, 500],
  ],
  large: [4096, 1024],
};

const SHAPES: readonly Shape[] = [
  LANDSCAPE,
  LANDSCAPE,
  PORTRAIT,
  LANDSCAPE,
  LANDSCAPE,
  SQUARE,
  LANDSCAPE,
  PORTRAIT,
  LANDSCAPE,
  PANORAMA,
];

/** Photos that share a drawing, at most. */
export const BURST = 5;

export interface Burst {
  readonly drawing: SceneOptions;
  readonly shape: Shape;
}

/** What a burst shows: the `at`-th of its event, and the one with this number of all. */
export function planBurst(event: Event, at: number, number: number, scale: number, r: Random): Burst {
  const shape = SHAPES[number % SHAPES.length] ?? LANDSCAPE;
  const [width, height] = scaled(shape.drawn, scale);
  const drawing = {
    scene: event.scenes[at % event.scenes.length] ?? 'hills',
    light: r.pick(event.lights),
    seed: number + 1,
    width,
    height,
  };
  return { drawing, shape };
}

/** The window of a photo; the first of a burst sees everything. */
export function planWindow(first: boolean, r: Random): Omit<Part, 'picture'> {
  const warm = r.between(-0.09, 0.09);
  const bright = r.between(0.88, 1.06);
  return {
    share: first ? 1 : r.between(0.6, 0.92),
    across: r(),
    // Horizons stay where they look right.
    down: r.between(0.3, 0.7),
    mirrored: !first && r.chance(0.4),
    tint: [bright + warm, bright, bright - warm],
  };
}

/** A size times `scale`, in even numbers, as video codecs want them. */
export const scaled = ([width, height]: Size, scale: number): Size => {
  const even = (side: number) => Math.max(8, Math.round((side * scale) / 2) * 2);
  return [even(width), even(height)];
};
