// Renderer: breaking a run of pictures into justified rows. Pure arithmetic over typed arrays.

import { STEP } from '../../state/schedule.js';

/** What rows are made for, CSS pixels. */
export interface Frame {
  readonly width: number;
  /** Height rows aim at. */
  readonly target: number;
  readonly gap: number;
}

/** Receives one row: files `from` up to `to` (not included) and its exact height. */
export type TakeRow = (from: number, to: number, height: number) => void;

/** A row with few pictures grows to this many times its aim, then stays short of the edge. */
const TALLEST = 1.5;
/** Where rows follow, one that comes so near to the edge reaches it: an edge that is ragged by a little looks like a mistake. */
const FULL = 2;
const heightOf = (sum: number, count: number, { width, gap }: Frame): number =>
  (width - gap * (count - 1)) / sum;

/** Rows for the end of a list: each fills the width, only the last one keeps the aimed height. Yields now and then. */
export function* openRows(
  aspect: Float32Array,
  from: number,
  to: number,
  frame: Frame,
  take: TakeRow,
): Generator<void, void> {
  let start = from;
  let sum = 0;
  for (let i = from; i < to; i++) {
    if ((i - from) % STEP === STEP - 1) yield;
    const next = sum + aspect[i]!;
    const count = i - start + 1;
    const height = heightOf(next, count, frame);
    if (height > frame.target) {
      sum = next;
      continue;
    }
    // Closer to the aim with this picture, or without it?
    const without = count > 1 ? heightOf(sum, count - 1, frame) : Infinity;
    const keep = without > frame.target * TALLEST || frame.target / height <= without / frame.target;
    take(start, keep ? i + 1 : i, keep ? height : without);
    start = keep ? i + 1 : i;
    sum = keep ? 0 : aspect[i]!;
    if (!keep && heightOf(sum, 1, frame) <= frame.target) {
      take(i, i + 1, heightOf(sum, 1, frame));
      start = i + 1;
      sum = 0;
    }
  }
  if (start < to) take(start, to, Math.min(frame.target, heightOf(sum, to - start, frame)));
}

/** Whether a run is too short to fill a row on its own. */
export function isShort(aspect: Float32Array, from: number, to: number, frame: Frame): boolean {
  let sum = 0;
  for (let i = from; i < to; i++) sum += aspect[i]!;
  return heightOf(sum, to - from, frame) > frame.target * TALLEST;
}

/** Rows for a run that another row follows: all of them fill the width, so pictures are spread evenly. Yields now and then. */
export function* closedRows(
  aspect: Float32Array,
  from: number,
  to: number,
  frame: Frame,
  take: TakeRow,
): Generator<void, void> {
  let left = 0;
  const gapAspect = frame.gap / frame.target;
  for (let i = from; i < to; i++) left += aspect[i]! + gapAspect;
  const rowAspect = (frame.width + frame.gap) / frame.target;
  let rows = Math.max(1, Math.round(left / rowAspect));
  let start = from;
  let pause = from + STEP;
  while (start < to) {
    if (start >= pause) {
      pause = start + STEP;
      yield;
    }
    const ideal = left / rows;
    let end = start;
    let used = 0;
    let sum = 0;
    while (end < to) {
      const next = aspect[end]! + gapAspect;
      if (rows > 1 && end > start && used + next / 2 > ideal) break;
      used += next;
      sum += aspect[end]!;
      end++;
    }
    const full = heightOf(sum, end - start, frame);
    take(start, end, full <= frame.target * FULL ? full : frame.target * TALLEST);
    left -= used;
    rows = Math.max(1, rows - 1);
    start = end;
  }
}
