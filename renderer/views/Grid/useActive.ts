// Renderer: which tile has the focus, and giving it back after the viewer.

import { useCallback, useEffect, useReducer, useRef, useState, type RefObject } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useSelected } from '../../state/store.js';
import { sameShown } from '../../state/view.js';
import type { GridModel, GridState } from './model.js';
import { useFocusInSight } from './useFocusInSight.js';

export interface Active {
  readonly active: ItemKey | null;
  readonly setActive: (item: ItemKey) => void;
  /** Moves the focus there and scrolls to it. */
  readonly activate: (item: ItemKey) => void;
}

export function useActive(
  element: RefObject<HTMLElement | null>,
  model: GridModel,
  state: GridState,
): Active {
  const { items, view } = useApp();
  const [active, setActive] = useState<ItemKey | null>(null);
  const wanted = useRef<ItemKey | null>(null);
  const [, again] = useReducer((count: number) => count + 1, 0);
  const shown = useSelected(view, (now) => now.item);
  const lastShown = useRef<ItemKey | null>(null);

  const activate = useCallback(
    (item: ItemKey) => {
      wanted.current = item;
      setActive(item);
      // Also where it is the active one already, and in sight: the effect below has to run.
      again();
      model.reveal(item);
    },
    [model],
  );

  // The tile may come into the page only with the next drawing.
  useEffect(() => {
    if (wanted.current === null || shown !== null) return;
    const tile = element.current?.querySelector<HTMLElement>(`[data-item="${wanted.current}"]`);
    if (tile == null) return;
    wanted.current = null;
    tile.focus({ preventScroll: true });
  });

  useEffect(() => {
    if (shown !== null) lastShown.current = shown;
    else if (lastShown.current !== null) {
      activate(lastShown.current);
      lastShown.current = null;
    }
  }, [shown, activate]);

  const at = active === null ? -1 : state.keys.indexOf(active);
  // Where the active one has gone away, the one in its place follows; not in another place, or with other criteria.
  const of = useSelected(items, (now) => now.of);
  const seen = useRef({ at: -1, of });
  useEffect(() => {
    if (at >= 0) seen.current = { at, of };
  });
  useEffect(() => {
    if (active === null || at >= 0 || seen.current.at < 0) return;
    const next = sameShown(seen.current.of, of)
      ? state.keys[Math.min(seen.current.at, state.keys.length - 1)]
      : undefined;
    seen.current = { at: -1, of };
    setActive(next ?? null);
  }, [active, at, of, state.keys]);
  useFocusInSight(element, of);
  return { active: at >= 0 ? active : null, setActive, activate };
}
