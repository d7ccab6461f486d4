// Renderer: the last values of what the Activity view draws as charts. Pure.

import type { ActivitySnapshot } from '../../../electron/shared/activity.js';

/** Samples kept of each series: two minutes. */
export const SAMPLES = 120;

/** Values by series, oldest first: `loop` in milliseconds, `pid:N` in bytes. */
export type History = ReadonlyMap<string, readonly number[]>;

/** The history with one more sample; processes that have ended are forgotten. */
export function enterSample(history: History, { loop, processes }: ActivitySnapshot): History {
  const next = new Map<string, readonly number[]>();
  const enter = (series: string, value: number) =>
    next.set(series, [...(history.get(series) ?? []), value].slice(-SAMPLES));
  if (loop !== null) enter('loop', loop.longest);
  else if (history.has('loop')) next.set('loop', history.get('loop')!);
  for (const { pid, memory } of processes) enter(`pid:${pid}`, memory);
  return next;
}

/**
 * The points of a line through `values` in a box of `width` x `height`, the latest at the right, as SVG's `points`. The
 * box begins at 0 and ends at the largest value, or at `atLeast` if that is more.
 */
export function pointsOf(values: readonly number[], width: number, height: number, atLeast = 0): string {
  const top = Math.max(atLeast, ...values) || 1;
  const step = width / (SAMPLES - 1);
  const first = width - (values.length - 1) * step;
  const round = (value: number) => Math.round(value * 10) / 10;
  return values
    .map((value, place) => `${round(first + place * step)},${round(height - (value / top) * height)}`)
    .join(' ');
}
