// Renderer: which files a command is about: the one in the viewer or below a context menu, else what is selected, else the tile that has the focus.

import type { App } from '../state/app.js';
import type { ItemKey } from '../state/keys.js';

/** Files in the order in which they are shown; empty when there is nothing to do something with. */
export function targetsOf({ view, selection, pointedAt }: App): Float64Array {
  const one = view.get().item ?? pointedAt.get();
  if (one !== null) return Float64Array.of(one);
  if (selection.count.get() > 0) return selection.keys();
  const focused = focusedItem();
  return focused === null ? new Float64Array() : Float64Array.of(focused);
}

/** Whether {@link targetsOf} answers any, without making a list of many. */
export const hasTargets = ({ view, selection, pointedAt }: App): boolean =>
  view.get().item !== null || pointedAt.get() !== null || selection.count.get() > 0 || focusedItem() !== null;

function focusedItem(): ItemKey | null {
  const tile = document.activeElement?.closest<HTMLElement>('[data-testid="tile"]');
  return tile?.dataset['item'] === undefined ? null : Number(tile.dataset['item']);
}
