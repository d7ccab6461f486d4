// Renderer: feeds the grid's model with the files of the open place and with news of their facts.

import { useEffect, useLayoutEffect } from 'react';
import { useApp } from '../../state/app.js';
import type { GridModel } from './model.js';

export function useModel(model: GridModel): void {
  const { items, library } = useApp();
  useLayoutEffect(() => {
    const enter = () => {
      const { keys, of, known, dates } = items.get();
      model.setItems(keys, of, known, dates);
    };
    enter();
    return items.subscribe(enter);
  }, [items, model]);
  useEffect(
    () =>
      library.subscribe((changes) => {
        if (changes.some(({ kind }) => kind === 'facts')) model.factsChanged();
      }),
    [library, model],
  );
}
