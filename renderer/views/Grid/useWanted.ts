// Renderer: the grid's part of what main is told about thumbnails on screen.

import { useEffect } from 'react';
import { useApp } from '../../state/app.js';
import type { GridModel, GridState } from './model.js';
import { wantedOf } from './wanted.js';
import type { RowRange } from './window.js';

export function useWanted(model: GridModel, state: GridState, range: RowRange): void {
  const { thumbnails, wishes } = useApp();
  useEffect(
    () =>
      wishes.follow(() => {
        const { layout, keys } = model.get();
        const { top, height } = model.viewport;
        return wantedOf(layout, keys, top, height, (key) => thumbnails.isOver(key));
      }),
    [thumbnails, wishes, model],
  );
  useEffect(() => wishes.soon(), [wishes, state.layout, range]);
}
