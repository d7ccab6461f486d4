// Runs in Node, in tests, benches and the demo: every scene by its name.

import { random } from '../random.js';
import { abstract, balloons, starry } from './air.js';
import type { Canvas } from './canvas.js';
import { LIGHTS, type LightName } from './color.js';
import { flower, lavender, meadow, trees } from './garden.js';
import { alps, dunes, forest, hills, winter } from './mountains.js';
import { fireworks, party, skyline, street } from './town.js';
import { beach, lake, sea } from './water.js';

const SCENES = {
  abstract,
  alps,
  balloons,
  beach,
  dunes,
  fireworks,
  flower,
  forest,
  hills,
  lake,
  lavender,
  meadow,
  party,
  sea,
  skyline,
  starry,
  street,
  trees,
  winter,
} satisfies Record<string, (canvas: Canvas) => string>;

export type SceneName = keyof typeof SCENES;
export type { LightName };
export const SCENE_NAMES = Object.keys(SCENES) as SceneName[];
export const LIGHT_NAMES = Object.keys(LIGHTS) as LightName[];

export interface SceneOptions {
  readonly scene: SceneName;
  readonly light: LightName;
  readonly seed: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A scene as a complete SVG document. The same options give the same text. */
export function drawScene({ scene, light, seed, width, height }: SceneOptions): string {
  const gradients: string[] = [];
  const canvas: Canvas = {
    width,
    height,
    unit: Math.min(width, height),
    random: random(`${scene}/${light}/${seed}`),
    light: LIGHTS[light],
    paint(gradient) {
      const id = `p${gradients.length}`;
      gradients.push(gradient.replace('Gradient', `Gradient id="${id}"`));
      return `url(#${id})`;
    },
  };
  const drawing = SCENES[scene](canvas);
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${gradients.join('')}</defs>${drawing}</svg>`;
}
