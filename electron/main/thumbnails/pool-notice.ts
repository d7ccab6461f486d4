// Runs in main: the sentences of the pool of thumbnail workers.

import { AppError } from '../../shared/result.js';

export const QUARANTINED = 'Reading this file ended its process twice, so it is left alone.';
export const quarantined = () => new AppError('crashed', QUARANTINED);
/** There is no room: see {@link BoundedQueue}. */
export const full = () => new AppError('stopped', 'Too many thumbnails wait already.');
export const stopped = () => new AppError('stopped', 'The thumbnail is not wanted any more.');

/** What is looked at of a worker's place. */
interface Place {
  /** Ends in a row before it was ready or while it had nothing to do. */
  readonly failedStarts: number;
  /** Why, as a part of a sentence. */
  readonly trouble: string | null;
}

const TROUBLED_AFTER = 3;

/** One sentence with the reason when no worker can be started, else null. */
export function poolNotice(places: readonly Place[]): string | null {
  if (places.length === 0 || !places.every(({ failedStarts }) => failedStarts >= TROUBLED_AFTER)) return null;
  const reason = places.find(({ trouble }) => trouble !== null)?.trouble ?? 'the reason is not known';
  return `Thumbnails are waiting because the process that makes them does not start: ${reason}. It is tried again every minute.`;
}
