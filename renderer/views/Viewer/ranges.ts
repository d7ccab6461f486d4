// Renderer: what of a video has been loaded. Pure.

/** Seconds; as in TimeRanges. */
export type Ranges = Pick<TimeRanges, 'length' | 'start' | 'end'>;

/** Seconds that players take for no gap. */
const TINY = 0.1;
/** A larger gap (seconds) is none between two pictures: what lies there is still on its way. */
const LARGEST = 15;

/** Where the loaded part ends in which `time` lies; null when it lies in none. Seconds. */
export function bufferedAt(ranges: Ranges, time: number): number | null {
  for (let i = 0; i < ranges.length; i++) {
    if (ranges.start(i) - TINY <= time && time < ranges.end(i)) return ranges.end(i);
  }
  return null;
}

/** Where the next loaded part begins, when `time` lies shortly before it; null otherwise. Seconds. */
export function gapAfter(ranges: Ranges, time: number): number | null {
  for (let i = 0; i < ranges.length; i++) {
    const start = ranges.start(i);
    if (start > time && start - time < LARGEST) return start + 0.01;
    if (start <= time && time < ranges.end(i)) return null;
  }
  return null;
}
