// Renderer: what of a video's length there is room for in the corner of its tile.

import { formatDuration } from '../../format.js';

/** Widths of a tile, CSS pixels: from here on it has room for the sign and the time; what the badge takes beside its figures; a figure. */
const BOTH = 84;
const AROUND = 18;
const FIGURE = 7;

interface Badge {
  /** Empty: unknown, or no room for it. */
  readonly time: string;
  /** The sign that this is a video. */
  readonly triangle: boolean;
}

/** The badge of a video of so many seconds, 0 if unknown: the time before the sign, and the sign where it would be cut. */
export function badgeOf(duration: number, width: number): Badge {
  const whole = duration > 0 ? formatDuration(duration) : '';
  const time = width > AROUND + FIGURE * whole.length ? whole : '';
  return { time, triangle: time === '' || width > BOTH };
}
