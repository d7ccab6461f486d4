// Renderer: the order and the timing of a slideshow. Pure; the timer is handed in.

import type { ShowOrder } from '../../../electron/shared/options.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';

/** Seconds that the viewer offers for a photo; the settings take any. */
const SECONDS: readonly number[] = [3, 5, 10, 20, 60];

/** Those, and what was chosen. */
export const secondsWith = (chosen: number): readonly number[] =>
  SECONDS.includes(chosen) ? SECONDS : [...SECONDS, chosen].sort((a, b) => a - b);

/** The next of those up (1) or down (-1); null where there is none. */
export function nextSeconds(chosen: number, step: 1 | -1): number | null {
  const further = secondsWith(chosen).filter((one) => (one - chosen) * step > 0);
  return further.at(step > 0 ? 0 : -1) ?? null;
}

/** What has become of the file on screen. `ended` is said of videos only. */
export type Progress = 'loading' | 'shown' | 'ended' | 'failed';

/** Runs something after so many milliseconds; returns what takes it back. */
export type Later = (run: () => void, milliseconds: number) => () => void;

export const browserLater: Later = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Calls `goOn` when a file has been seen: a photo `interval` seconds after it stands on the screen, a video at its end,
 * and what cannot be shown after `interval` as well. One that is `alone` stays until another one comes. Returns what
 * takes it back.
 */
export function whenSeen(
  kind: 'photo' | 'video',
  progress: Progress,
  interval: number,
  alone: boolean,
  goOn: () => void,
  later: Later,
): () => void {
  const nothing = () => undefined;
  if (alone || progress === 'loading' || (kind === 'video' && progress === 'shown')) return nothing;
  if (progress === 'ended') {
    goOn();
    return nothing;
  }
  return later(goOn, interval * 1000);
}

/**
 * The file after (1) or before (-1) `item`, round and round; null when there is none. Shuffled, each file comes once in a
 * round, in an order that depends on `seed` (32 bits) alone, so that going back shows the same ones and files that come or
 * go under way change nothing for the others.
 */
export function neighbourOf(
  keys: Float64Array,
  item: ItemKey,
  order: ShowOrder,
  seed: number,
  step: 1 | -1,
): ItemKey | null {
  if (keys.length === 0) return null;
  if (order === 'shuffle') return shuffledNeighbour(keys, item, seed, step);
  const index = keys.indexOf(item);
  return keys[index < 0 ? 0 : (index + step + keys.length) % keys.length]!;
}

function shuffledNeighbour(keys: Float64Array, item: ItemKey, seed: number, step: 1 | -1): ItemKey {
  const before = (a: ItemKey, b: ItemKey): boolean => {
    const difference = (rankOf(a, seed) - rankOf(b, seed)) * step;
    return difference !== 0 ? difference < 0 : (a - b) * step < 0;
  };
  let nearest: ItemKey | null = null;
  let first = keys[0]!;
  for (const key of keys) {
    if (before(key, first)) first = key;
    if (before(item, key) && (nearest === null || before(key, nearest))) nearest = key;
  }
  return nearest ?? first;
}

/** A place in the shuffled order: 32 bits in which every bit depends on all of the file's and the seed's. */
function rankOf(key: ItemKey, seed: number): number {
  let bits = idOfKey(key) ^ Math.imul(rootOfKey(key), 0x9e3779b1) ^ seed;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
