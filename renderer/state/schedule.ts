// Renderer: work in slices, so that sorting 100,000 items never holds a frame.

export interface Slices {
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Lets the window paint and answer input. */
  readonly pause: () => Promise<void>;
}

export const browserSlices: Slices = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};

/** How many files a generator looks at before it offers a pause: a millisecond or two. */
export const STEP = 8192;
/** Milliseconds one slice may take; a frame at 60 Hz has 16. */
const BUDGET = 8;

/** Runs a generator in slices. Answers null when `cancelled` says so in between. */
export async function runSliced<T>(
  work: Generator<void, T>,
  cancelled: () => boolean,
  slices: Slices,
): Promise<T | null> {
  let end = slices.now() + BUDGET;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (slices.now() < end) continue;
    await slices.pause();
    if (cancelled()) return null;
    end = slices.now() + BUDGET;
  }
}

/** Runs a generator to its end at once: for small work. */
export function runAtOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Calls `run` at once when asked after a quiet time, otherwise at most once per `interval` milliseconds.
 * Nothing asked is lost: the last call is always followed by a run.
 */
export function throttled(
  run: () => void,
  interval: number,
  now: () => number = () => performance.now(),
): () => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fire = () => {
    timer = undefined;
    last = now();
    run();
  };
  return () => {
    if (timer !== undefined) return;
    timer = setTimeout(fire, Math.max(0, last + interval - now()));
  };
}
