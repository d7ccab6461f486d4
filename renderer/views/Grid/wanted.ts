// Renderer: which thumbnails the grid asks for first.

import type { RootId } from '../../../electron/shared/contract.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import type { Wanted } from '../../state/thumbnail-wishes.js';
import type { Layout } from './layout.js';
import { rowsIn } from './window.js';

/** How many views below and above count as near. */
const BELOW = 1.5;
const ABOVE = 0.75;
/** No more near files than this are named in one call. */
const MOST_NEAR = 400;

/** Files on screen and near it by root; those for which `isDone` holds are left out. */
export function wantedOf(
  layout: Layout,
  keys: Float64Array,
  top: number,
  height: number,
  isDone: (key: ItemKey) => boolean,
): Map<RootId, Wanted> {
  const wanted = new Map<RootId, Wanted>();
  const entryOf = (key: ItemKey): Wanted => {
    const root = rootOfKey(key);
    let entry = wanted.get(root);
    if (entry === undefined) wanted.set(root, (entry = { visible: [], near: [] }));
    return entry;
  };
  let near = 0;
  const collect = (from: number, to: number, lane: keyof Wanted) => {
    for (let file = layout.start[from]!; file < layout.start[to]!; file++) {
      const key = keys[file];
      if (key === undefined || (lane === 'near' && near++ >= MOST_NEAR)) return;
      const entry = entryOf(key);
      if (!isDone(key)) entry[lane].push(idOfKey(key));
    }
  };
  const seen = rowsIn(layout, top, height);
  const below = rowsIn(layout, top, height * (1 + BELOW));
  const above = rowsIn(layout, top - height * ABOVE, height * (1 + ABOVE));
  collect(seen.from, seen.to, 'visible');
  collect(seen.to, below.to, 'near');
  collect(above.from, seen.from, 'near');
  return wanted;
}
