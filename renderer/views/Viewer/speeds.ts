// Renderer: how fast videos play.

/** Times the usual speed. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 3, 4];

/** The next speed up (1) or down (-1); the last one stays. */
export function nextSpeed(speed: number, step: 1 | -1): number {
  const next = step > 0 ? SPEEDS.find((one) => one > speed) : SPEEDS.findLast((one) => one < speed);
  return next ?? speed;
}
