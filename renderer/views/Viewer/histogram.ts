// Renderer: how bright and how coloured a picture is: how many pixels have each value. Pure.

export interface Histogram {
  /** For each channel 256 shares; 1 is the highest of all. */
  readonly luma: Float32Array;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
}

const VALUES = 256;
/** Of the values, how many may be cut at the top: one flat area must not flatten all others. */
const PEAKS = 4;

/** `rgba`: four bytes a pixel, sRGB. See-through pixels do not count. */
export function histogramOf(rgba: Uint8ClampedArray): Histogram {
  const [luma, red, green, blue] = [0, 0, 0, 0].map(() => new Float32Array(VALUES)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let i = 0; i < rgba.length; i += 4) {
    if (rgba[i + 3]! < 128) continue;
    const [r, g, b] = [rgba[i]!, rgba[i + 1]!, rgba[i + 2]!];
    red[r]!++;
    green[g]!++;
    blue[b]!++;
    // Rec. 709, of the values as they are: what photo programs draw.
    luma[Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b)]!++;
  }
  const channels = { luma, red, green, blue };
  const top = heightOf(Object.values(channels));
  for (const channel of Object.values(channels)) {
    for (let value = 0; value < VALUES; value++) channel[value] = Math.min(1, channel[value]! / top);
  }
  return channels;
}

function heightOf(channels: readonly Float32Array[]): number {
  const all = channels.flatMap((channel) => [...channel]).sort((a, b) => b - a);
  return Math.max(1, all[PEAKS]! > 0 ? all[PEAKS]! : (all[0] ?? 1));
}

/** The outline of a channel as an SVG path in a box 255 wide and 100 high. */
export function outlineOf(channel: Float32Array): string {
  const points = Array.from(channel, (share, value) => `${value},${(100 - share * 100).toFixed(1)}`);
  return `M0,100L${points.join('L')}L255,100Z`;
}
