// Renderer: feeds the grid's model with the files of the open place and with news of their facts.

import { useEffect, useLayoutEffect } from 'react';
import { useApp } from '../../state/app.js';
import { samePlace } from '../../state/places.js';
import type { GridModel } from './model.js';
import type { Pages } from './pages.js';

export function useModel(model: GridModel, pages: Pages): void {
  const { items, library, journey, roots, view } = useApp();
  useLayoutEffect(() => {
    const enter = () => {
      const { of, known, alike } = items.get();
      // Until all listings are there, the file to begin with may be missing; a first screen was kept for just that file.
      const there = known ? roots.get().every(({ id }) => library.has(id)) : pages.get().keys.length > 0;
      const spot = there ? journey.spotFor(of) : null;
      if (spot !== null) pages.turnTo(spot.keys);
      const page = pages.get();
      model.setItems(page.keys, page.of, known, page.dates, spot, page.pages === 1 ? alike : null);
    };
    // What another place showed would only flash.
    if (samePlace(items.get().of.place, view.get().place)) enter();
    const ends = [pages.subscribe(enter), pages.connect()];
    return () => ends.forEach((end) => end());
  }, [items, library, journey, roots, view, model, pages]);
  useEffect(
    () =>
      library.subscribe((changes) => {
        if (changes.some(({ kind }) => kind === 'facts')) model.factsChanged();
      }),
    [library, model],
  );
}
