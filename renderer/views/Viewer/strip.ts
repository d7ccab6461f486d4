// Renderer: which cells of the filmstrip there are. Only those on screen exist, however many files there are.

/** CSS pixels from one cell to the next. */
export const STEP = 84;

/**
 * First index, and the one after the last, of the cells in a strip of `width` CSS pixels with `centre` (an index, also between
 * two) in its middle.
 */
export function cellsIn(centre: number, width: number, total: number): { from: number; to: number } {
  // Half a cell more: cells at the edges are cut.
  const half = width / STEP / 2 + 0.5;
  const from = Math.max(0, Math.floor(centre - half));
  return { from, to: Math.max(from, Math.min(total, Math.ceil(centre + half) + 1)) };
}

/** The middle after a turn of the wheel by so many CSS pixels. */
export const scrolled = (centre: number, pixels: number, total: number): number =>
  Math.min(total - 1, Math.max(0, centre + pixels / STEP));
