// Renderer: which parts of a path stand in the bar when not all of them have room.

/** Pixels of what stands between two parts. */
export const SEPARATOR = 16;
/** Pixels of the button that holds the parts that have no room. */
export const MORE = 32;

/** Pixels that all parts need side by side. */
export function wholeOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, Math.max(0, widths.length - 1) * SEPARATOR);
}

/**
 * How many parts, from the first on, go into one button so that the others have room. The last one never goes.
 * @param widths of the parts, pixels
 * @param room for all of it, pixels
 */
export function foldedOf(widths: readonly number[], room: number): number {
  const parents = Math.max(0, widths.length - 1);
  let needed = wholeOf(widths);
  for (let folded = 0; folded < parents; folded++) {
    if (needed + (folded > 0 ? MORE + SEPARATOR : 0) <= room) return folded;
    needed -= widths[folded]! + SEPARATOR;
  }
  return parents;
}
