// Renderer: photos and videos that were turned in the view. Only the view: nothing is written, and a restart forgets it.

import type { ItemKey } from '../../state/keys.js';
import { Store } from '../../state/store.js';

/** Quarter turns, clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

export class Turns extends Store<ReadonlyMap<ItemKey, QuarterTurns>> {
  constructor() {
    super(new Map());
  }

  /** Turns a file once more, clockwise (1) or back (-1). */
  turn(item: ItemKey, by: 1 | -1): void {
    this.update((known) => new Map(known).set(item, (((known.get(item) ?? 0) + by + 4) % 4) as QuarterTurns));
  }
}
