// Runs in main: how long its event loop is held. Measured only while somebody looks: the first look starts it, and when
// no look has followed for a while it ends by itself.

import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

export interface LoopDelay {
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

/** Milliseconds between two samples, which the histogram's values contain and the answer does not. */
const RESOLUTION = 10;
/** Milliseconds without a look after which nobody is looking any more. */
const PATIENCE = 10_000;

export interface LoopDelayOptions {
  /** Calls back once after a delay; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  /** Replaced by tests. */
  readonly start?: () => Pick<IntervalHistogram, 'percentile' | 'max' | 'reset' | 'disable' | 'count'>;
}

export class LoopDelayMeter {
  private histogram: ReturnType<NonNullable<LoopDelayOptions['start']>> | null = null;
  private cancel: (() => void) | undefined;

  constructor(private readonly options: LoopDelayOptions) {}

  get isRunning(): boolean {
    return this.histogram !== null;
  }

  /** The delay since the look before; null at the first one. */
  look(): LoopDelay | null {
    this.cancel?.();
    this.cancel = this.options.after(PATIENCE, () => this.stop());
    const { histogram } = this;
    if (!histogram) {
      this.histogram = (this.options.start ?? startHistogram)();
      return null;
    }
    if (histogram.count === 0) return null;
    const delay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
    const measured = {
      median: delay(histogram.percentile(50)),
      p99: delay(histogram.percentile(99)),
      longest: delay(histogram.max),
    };
    histogram.reset();
    return measured;
  }

  stop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.histogram?.disable();
    this.histogram = null;
  }
}

function startHistogram(): IntervalHistogram {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  histogram.enable();
  return histogram;
}
