// Runs in main: how making thumbnails goes, as windows are told.

import type { ThumbnailStatus } from '../../shared/thumbnail-status.js';
import type { Background } from './background.js';
import type { Totals } from './ledger.js';
import type { Maker } from './maker.js';
import type { Pace } from './pace.js';
import type { ThumbnailStore } from './store.js';

interface Parts {
  readonly totals: Totals;
  readonly workers: number;
  readonly background: Background;
  readonly maker: Maker;
  readonly pace: Pace;
  readonly store: ThumbnailStore;
}

export function statusOf({ totals, workers, background, maker, pace, store }: Parts): ThumbnailStatus {
  const { paused, onBattery, held } = background;
  return {
    ...totals,
    ...{ workers, paused, onBattery, notice: maker.notice(totals), originals: maker.isHeldUp },
    ...{ perSecond: pace.perSecond, secondsLeft: held ? null : pace.secondsLeft(totals.pending) },
    ...{ bytes: store.bytes, cap: store.cap },
  };
}
