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

/** The first of those {@link targetsOf} answers, without making a list of many; null where there is none. */
export function firstTarget({ items, view, selection, pointedAt }: App): ItemKey | null {
  const one = view.get().item ?? pointedAt.get();
  if (one !== null || selection.count.get() === 0) return one ?? focusedItem();
  return items.get().keys.find((key) => selection.has(key)) ?? null;
}

/** Whether {@link targetsOf} answers any, without making a list of many. */
export const hasTargets = (app: App): boolean => countTargets(app) > 0;

/** How many files {@link targetsOf} answers. */
export function countTargets(app: App): number {
  const { view, selection, pointedAt } = app;
  if (view.get().item !== null || pointedAt.get() !== null) return 1;
  return selection.count.get() || (focusedItem() === null ? 0 : 1);
}

/** Whether there are files to do something with, and all of them are so. */
export function everyTarget(app: App, test: (key: ItemKey) => boolean): boolean {
  const { view, selection, pointedAt } = app;
  const one = view.get().item ?? pointedAt.get();
  if (one !== null) return test(one);
  if (selection.count.get() > 0) return selection.every(test);
  const focused = focusedItem();
  return focused !== null && test(focused);
}

/** The file that would be opened: that below a menu or with the focus, else the only one that is meant; null in the viewer. */
export function fileToOpen(app: App): ItemKey | null {
  if (app.view.get().item !== null) return null;
  return app.menuFile.get() ?? focusedItem() ?? (countTargets(app) === 1 ? firstTarget(app) : null);
}

/** What stands for a file in the grid and on the home screen, a CSS selector. */
export const FILE_ELEMENT = ':is([data-testid="tile"], [data-testid="cell"])';

function focusedItem(): ItemKey | null {
  const tile = document.activeElement?.closest<HTMLElement>(FILE_ELEMENT);
  return tile?.dataset['item'] === undefined ? null : Number(tile.dataset['item']);
}
