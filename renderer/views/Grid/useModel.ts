// Renderer: feeds the grid's model with the files of the open place and with news of their facts.

import { useEffect, useLayoutEffect } from 'react';
import { useApp } from '../../state/app.js';
import { samePlace } from '../../state/places.js';
import type { GridModel } from './model.js';

export function useModel(model: GridModel): void {
  const { items, library, journey, roots, view } = useApp();
  useLayoutEffect(() => {
    const enter = () => {
      const { keys, of, known, dates, alike } = items.get();
      // Until all listings are there, the file to begin with may be missing.
      const spot = known && roots.get().every(({ id }) => library.has(id)) ? journey.spotFor(of) : null;
      model.setItems(keys, of, known, dates, spot, alike);
    };
    // What another place showed would only flash.
    if (samePlace(items.get().of.place, view.get().place)) enter();
    return items.subscribe(enter);
  }, [items, library, journey, roots, view, model]);
  useEffect(
    () =>
      library.subscribe((changes) => {
        if (changes.some(({ kind }) => kind === 'facts')) model.factsChanged();
      }),
    [library, model],
  );
}
