// Renderer: which tile has the focus, and giving it back after the viewer.

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useSelected } from '../../state/store.js';
import type { GridModel, GridState } from './model.js';

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
  const { view } = useApp();
  const [active, setActive] = useState<ItemKey | null>(null);
  const wanted = useRef<ItemKey | null>(null);
  const shown = useSelected(view, (now) => now.item);
  const lastShown = useRef<ItemKey | null>(null);

  const activate = useCallback(
    (item: ItemKey) => {
      wanted.current = item;
      setActive(item);
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

  const known = active !== null && state.keys.includes(active);
  return { active: known ? active : null, setActive, activate };
}
