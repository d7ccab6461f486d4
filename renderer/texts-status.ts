// Renderer: the sentences of the status line and what opens from it, put together from the tables' words.

import type { RootInfo, ThumbnailStatus } from '../electron/shared/contract.js';
import { ageOf, formatBytes as size, formatRate, roughly } from './format.js';
import type { PlainTexts } from './texts.js';

export function statusTexts(t: PlainTexts) {
  const ago = (value: number, unit: keyof PlainTexts['units']) => `${value} ${t.units[unit]}`;
  return {
    statusCounts: (photos: number, videos: number) => `${t.photos(photos)}, ${t.videos(videos)}`,
    statusThumbnails: (status: ThumbnailStatus) => {
      const { done, total, failed, workers, paused, onBattery, perSecond, secondsLeft } = status;
      const parts = [t.statusThumbnailCount({ done, total })];
      if (workers === 0) parts.push(t.statusWorkersOff);
      else if (done + failed < total) {
        if (paused) parts.push(t.statusPaused);
        else if (onBattery) parts.push(t.statusOnBattery);
        if (!paused && perSecond > 0) parts.push(t.statusRate(formatRate(perSecond)));
        if (secondsLeft !== null) {
          const { value, unit } = roughly(secondsLeft);
          parts.push(`${value} ${t.units[unit]}`);
        }
      }
      return parts.join(', ');
    },
    thumbnailsAbout: ({ done, total, failed, workers, originals, paused, onBattery }: ThumbnailStatus) => {
      if (workers === 0) return t.thumbnailsOff;
      if (originals) return t.thumbnailsOriginals;
      if (done + failed >= total) return failed === 0 ? t.thumbnailsDone : t.thumbnailsDoneBut(failed);
      if (paused) return t.thumbnailsPaused;
      return onBattery ? t.thumbnailsOnBattery : t.thumbnailsGoing;
    },
    storageUsed: (bytes: number, cap: number) => t.storage({ used: size(bytes), cap: size(cap) }),
    thumbnailsLeft: (bytes: number) => t.thumbnailsOfGone(size(bytes)),
    clearBody: ({ bytes, total, workers }: ThumbnailStatus) => {
      const frees = t.clearFrees(size(bytes));
      if (total === 0) return frees;
      return `${frees} ${workers > 0 ? t.clearMakesAgain : t.clearWorkersOff}`;
    },
    statusLive: (checkedAt: number, now: number) => {
      const { value, unit } = ageOf(checkedAt, now);
      return value < 5 && unit === 's' ? t.statusLiveNow : t.statusLiveSince(ago(value, unit));
    },
    statusChecked: (checkedAt: number, now: number) => {
      const { value, unit } = ageOf(checkedAt, now);
      return t.statusCheckedSince(ago(value, unit));
    },
    statusChecking: (checkedAt: number, now: number) => {
      const { value, unit } = ageOf(checkedAt, now);
      return t.statusCheckingSince(ago(value, unit));
    },
    statusOffline: (roots: readonly RootInfo[]) =>
      roots.length === 1 ? t.statusOneOffline(roots[0]!.name) : t.statusManyOffline(roots.length),
  };
}
