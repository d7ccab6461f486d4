// Runs in main: how long and how many, for the pool of thumbnail workers.

/** What running jobs get to finish when the app ends, milliseconds. */
export const STOP_LIMIT = 1500;
/** Of one job, milliseconds. */
export const TIME_LIMITS = { photo: 20_000, video: 30_000 };
/** Jobs of the background that may wait. */
export const BACKGROUND_LIMIT = 500;
/** Jobs of any other lane that may wait: no screen has so many tiles on it and near it. */
export const LANE_LIMIT = 2000;
