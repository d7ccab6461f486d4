// Runs in main: what waits in the pool, bounded, so that no caller makes memory grow. Who is refused keeps its work and
// brings it again when there is room.

import { BACKGROUND_LIMIT, LANE_LIMIT } from './pool-limits.js';
import type { PoolOptions, PoolTask } from './pool-types.js';
import { LaneQueue } from './queue.js';
import type { Strikes } from './strikes.js';

export class BoundedQueue extends LaneQueue<PoolTask> {
  constructor(
    private readonly limits: Pick<PoolOptions, 'backgroundLimit' | 'laneLimit'>,
    private readonly strikes: Pick<Strikes, 'isSuspect'>,
    /** Had to go, because too many wait that were asked for later. */
    private readonly onDropped: (task: PoolTask) => void,
  ) {
    super();
  }

  /** Background jobs that may be added before the bound is reached. */
  get backgroundRoom(): number {
    return Math.max(0, (this.limits.backgroundLimit ?? BACKGROUND_LIMIT) - this.count('background'));
  }

  /**
   * Puts work in its lane. A file that has ended a worker goes behind what is there: so it holds up no other, and a second accident
   * meets another. Of what a person looks at the oldest gives way; nothing of the background does, which is asked for its room.
   * `isNext`: a fresh worker is there for it, which it would not be any more after another file.
   */
  add(task: PoolTask, isNext = false): void {
    const { key, lane } = task;
    this.put(key, task, lane, (isNext || lane !== 'background') && !this.strikes.isSuspect(key));
    if (lane === 'background' || this.count(lane) <= (this.limits.laneLimit ?? LANE_LIMIT)) return;
    const oldest = this.takeLast(lane);
    if (oldest) this.onDropped(oldest);
  }
}
