// Runs in Node, in tests, benches and the demo: colours of the drawn scenes and their palettes.

export type Color = string;

/** Mixes two `#rrggbb` colours; `share` 0 is the first, 1 the second. */
export function mix(first: Color, second: Color, share: number): Color {
  const part = (color: Color, at: number) => parseInt(color.slice(at, at + 2), 16);
  let result = '#';
  for (const at of [1, 3, 5]) {
    const value = Math.round(part(first, at) * (1 - share) + part(second, at) * share);
    result += Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0');
  }
  return result;
}

export const lighten = (color: Color, share: number): Color => mix(color, '#ffffff', share);
export const darken = (color: Color, share: number): Color => mix(color, '#000000', share);

/** The light of an hour: what a scene takes its colours from. */
export interface Light {
  /** Sky from the top down to the horizon. */
  readonly sky: readonly [Color, Color, Color, Color];
  /** Sun or moon. */
  readonly sun: Color;
  /** What far things fade into. */
  readonly haze: Color;
  /** The darkest, nearest shapes. */
  readonly near: Color;
  readonly cloud: Color;
  readonly water: Color;
  readonly night: boolean;
}

export const LIGHTS = {
  dawn: light('#38507f #8c83ad #e8a9a0 #fcdcb6', '#fff1d6', '#f3c6b4', '#2c2f4a', '#f6c9bd', '#7f86a8'),
  morning: light('#3f7fc4 #79aede #b9d7ec #eef3ee', '#fffbe6', '#cfe0ea', '#23424a', '#ffffff', '#3f7c9c'),
  noon: light('#1f63b8 #4a92d8 #8fc2ea #d3e8f5', '#ffffff', '#b9d6ea', '#1f4034', '#ffffff', '#1f7fa8'),
  golden: light('#5b86b5 #a9b8b8 #f1cf8f #fde7b0', '#fff6d0', '#f3d49b', '#3b3024', '#ffe9c4', '#8a8f86'),
  sunset: light('#2b2f66 #8b3f7a #e8664f #fdb55e', '#ffe9a8', '#e98a62', '#241a33', '#f2836b', '#6a3f63'),
  dusk: light('#141c3f #2f3a72 #6f5b93 #d99aa0', '#ffe3d0', '#7a6a9c', '#10142b', '#8d7aa8', '#3a3f6e'),
  night: light(
    '#05081a #0b1434 #152450 #27406f',
    '#f3f0dc',
    '#22365f',
    '#04060f',
    '#2b3c66',
    '#12224a',
    true,
  ),
  overcast: light('#8e9aa6 #a9b4bd #c6cfd4 #dfe4e4', '#f5f5f0', '#cdd5d8', '#2f3a3d', '#e9edee', '#7c8d96'),
  teal: light('#0d3b4f #1f6a78 #6fb3a8 #f2e3b8', '#fff4d2', '#9cc8b6', '#0c2830', '#dcebd9', '#1b6470'),
  rose: light('#5a3d73 #a8638f #ea9fa6 #fde0cf', '#fff3e4', '#efb8b4', '#3a2242', '#f9cfcb', '#94688f'),
} as const satisfies Record<string, Light>;

export type LightName = keyof typeof LIGHTS;

function light(
  sky: string,
  sun: Color,
  haze: Color,
  near: Color,
  cloud: Color,
  water: Color,
  night = false,
): Light {
  const [top, upper, lower, horizon] = sky.split(' ') as [Color, Color, Color, Color];
  return { sky: [top, upper, lower, horizon], sun, haze, near, cloud, water, night };
}
