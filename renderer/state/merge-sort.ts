// Renderer: a stable merge sort of item keys that can be interrupted, and merging into a sorted list.

import type { ItemKey } from './keys.js';

export type Compare = (a: ItemKey, b: ItemKey) => number;

/** How many comparisons to make before offering a pause: before the engine has compiled them, so many names take 4 ms. */
const STEP = 256;
/** Below this length insertion sort is quicker. */
export const SMALL = 12;
/** How many numbers the engine's own sort is given at once, and how many are merged: more would hold a frame. */
const RUN = 32_768;
/** How many so short ones to sort before offering a pause: each takes some 36 comparisons. */
const SMALLS = 8;

/** Sorts the keys from `from` up to `to` (not included) in place: for few of them. */
export function insertionSort(keys: Float64Array, from: number, to: number, compare: Compare): void {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i]!;
    let at = i;
    while (at > from && compare(keys[at - 1]!, key) > 0) {
      keys[at] = keys[at - 1]!;
      at--;
    }
    keys[at] = key;
  }
}

/** Sorts `keys` in place; yields now and then. */
export function* mergeSort(keys: Float64Array, compare: Compare): Generator<void, void> {
  const count = keys.length;
  for (let start = 0; start < count; start += SMALL) {
    insertionSort(keys, start, Math.min(start + SMALL, count), compare);
    if (start % (SMALL * SMALLS) === SMALL * (SMALLS - 1)) yield;
  }
  if (count <= SMALL) return;
  let source: Float64Array = keys;
  let target: Float64Array = new Float64Array(count);
  let steps = 0;
  for (let size = SMALL; size < count; size *= 2) {
    for (let start = 0; start < count; start += size * 2) {
      const middle = Math.min(start + size, count);
      const end = Math.min(start + size * 2, count);
      // What is in order already costs one comparison.
      if (middle >= end || compare(source[middle - 1]!, source[middle]!) <= 0) {
        target.set(source.subarray(start, end), start);
        if (++steps % STEP === 0) yield;
        continue;
      }
      let left = start;
      let right = middle;
      for (let out = start; out < end; out++) {
        const takeLeft = left < middle && (right >= end || compare(source[left]!, source[right]!) <= 0);
        target[out] = takeLeft ? source[left++]! : source[right++]!;
        if (++steps % STEP === 0) yield;
      }
    }
    [source, target] = [target, source];
  }
  if (source !== keys) keys.set(source);
}

/** Sorts numbers, none of which is below 0 or NaN, in place; yields now and then. */
export function* sortNumbers(values: Float64Array): Generator<void, void> {
  // Such numbers are in the order of their bits, and whole numbers are sorted in two thirds of the time.
  const bits = new BigUint64Array(values.buffer, values.byteOffset, values.length);
  for (let start = 0; start < values.length; start += RUN) {
    bits.subarray(start, start + RUN).sort();
    yield;
  }
  if (values.length <= RUN) return;
  let source: Float64Array = values;
  let target: Float64Array = new Float64Array(values.length);
  for (let size = RUN; size < values.length; size *= 2) {
    for (let start = 0; start < values.length; start += size * 2) {
      const middle = Math.min(start + size, values.length);
      const end = Math.min(start + size * 2, values.length);
      let at = { left: start, right: middle, out: start };
      while (at.out < end) {
        at = mergeSome(source, target, at, middle, end);
        yield;
      }
    }
    [source, target] = [target, source];
  }
  if (source !== values) values.set(source);
}

interface Merging {
  readonly left: number;
  readonly right: number;
  readonly out: number;
}

/** Merges up to {@link RUN} numbers: a plain loop, because asking a function for each costs most before the engine has compiled it. */
function mergeSome(
  source: Float64Array,
  target: Float64Array,
  { left, right, out }: Merging,
  middle: number,
  end: number,
): Merging {
  const stop = Math.min(end, out + RUN);
  while (out < stop) {
    if (left < middle && (right >= end || source[left]! <= source[right]!)) target[out++] = source[left++]!;
    else target[out++] = source[right++]!;
  }
  return { left, right, out };
}

/** One sorted list out of two; where equal, `kept` comes first. Costs few comparisons when `fresh` is short. */
export function* mergeSorted(
  kept: Float64Array,
  fresh: Float64Array,
  compare: Compare,
): Generator<void, Float64Array> {
  if (fresh.length === 0) return kept;
  if (kept.length === 0) return fresh;
  const merged = new Float64Array(kept.length + fresh.length);
  let from = 0;
  for (let i = 0; i < fresh.length; i++) {
    const key = fresh[i]!;
    let low = from;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle]!, key) <= 0) low = middle + 1;
      else high = middle;
    }
    merged.set(kept.subarray(from, low), from + i);
    merged[low + i] = key;
    from = low;
    if (i % 512 === 511) yield;
  }
  merged.set(kept.subarray(from), from + fresh.length);
  return merged;
}
