// Renderer: the arithmetic of the small map. Pure.

/** Longitude and latitude, degrees. */
export type Ring = readonly (readonly number[])[];

export interface Place {
  /** Degrees, north positive. */
  readonly latitude: number;
  /** Degrees, east positive. */
  readonly longitude: number;
}

/** The part of the world that is drawn. Degrees in the map's own coordinates: x eastwards, y southwards. */
export interface Extent {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How much narrower a degree of longitude is than one of latitude. */
  readonly narrow: number;
}

/** Degrees of latitude from top to bottom of the near map: a large country, with its neighbours. */
const NEAR = 26;
const ASPECT = 2;

export const WORLD: Extent = { x: -180, y: -90, width: 360, height: 180, narrow: 1 };

/** What is around a place: in its middle, except at the poles. */
export function around({ latitude, longitude }: Place): Extent {
  const middle = Math.min(90 - NEAR / 2, Math.max(NEAR / 2 - 90, latitude));
  // At the poles a degree would have no width at all.
  const narrow = Math.max(0.2, Math.cos((middle * Math.PI) / 180));
  const width = (NEAR * ASPECT) / narrow;
  return { x: longitude - width / 2, y: -middle - NEAR / 2, width, height: NEAR, narrow };
}

/** Lines as an SVG path. */
export const ringsToPath = (rings: readonly Ring[], closed: boolean): string =>
  rings
    .map(
      (ring) =>
        `M${beyond(ring)
          .map(([x = 0, y = 0]) => `${x.toFixed(2)},${(-y).toFixed(2)}`)
          .join('L')}${closed ? 'Z' : ''}`,
    )
    .join('');

/** The same line where it crosses the date line: it goes on there, and not right across the map from its other end. */
function beyond(ring: Ring): Ring {
  let turn = 0;
  const line = ring.map(([x = 0, y = 0], index) => {
    const step = x - (ring[index - 1]?.[0] ?? x);
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [x + turn, y];
  });
  if (turn === 0) return line;
  // Once around the world: what lies within is a pole.
  const pole = Math.sign(ring[0]![1]!) * 90;
  return [...line, [line.at(-1)![0]!, pole], [line[0]![0]!, pole]];
}

/** Where a place is in an extent, as shares of its width and height. */
export const spotOf = ({ latitude, longitude }: Place, extent: Extent): { x: number; y: number } => ({
  x: (longitude - extent.x) / extent.width,
  y: (-latitude - extent.y) / extent.height,
});
