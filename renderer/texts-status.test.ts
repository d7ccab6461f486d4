import { expect, it } from 'vitest';
import type { ThumbnailStatus } from '../electron/shared/contract.js';
import { texts } from './texts.js';

const NOTHING: ThumbnailStatus = {
  ...{ total: 100, done: 40, failed: 2, pending: 58, workers: 2, paused: false, onBattery: false },
  ...{ originals: false, perSecond: 0, secondsLeft: null, bytes: 0, cap: 0, notice: null },
};

it.each([
  [{}, 'thumbnails 40 / 100'],
  [{ perSecond: 12 }, 'thumbnails 40 / 100, 12/s'],
  [{ perSecond: 12, secondsLeft: 130 }, 'thumbnails 40 / 100, 12/s, 3 min'],
  [{ perSecond: 12, secondsLeft: 7, onBattery: true }, 'thumbnails 40 / 100, slower on battery, 12/s, 10 s'],
  [{ perSecond: 12, paused: true }, 'thumbnails 40 / 100, paused'],
  [{ done: 98, perSecond: 12, secondsLeft: 5 }, 'thumbnails 98 / 100'],
  [{ workers: 0 }, 'thumbnails 40 / 100, workers off'],
])('says how far thumbnails are, how fast, and how long it takes: %o', (what, said) => {
  expect(texts.statusThumbnails({ ...NOTHING, ...what })).toBe(said);
});
