// Renderer: the numbers of the library for the home screen, a moment after it is there and after each change.

import { startTransition, useEffect, useState } from 'react';
import { useApp } from '../../state/app.js';
import { throttled } from '../../state/schedule.js';
import { totalsOf, type Totals } from '../../state/totals.js';

/** Milliseconds between two looks while files come and go. */
const INTERVAL = 2000;

/** Null until the first listing has come. */
export function useTotals(): Totals | null {
  const { library, marks, roots, folders, today } = useApp();
  const [totals, setTotals] = useState<Totals | null>(null);
  useEffect(() => {
    let over = false;
    const look = throttled(() => {
      const known = roots.get().filter(({ id, visited = false }) => !visited && library.has(id));
      if (over || known.length === 0) return;
      const listings = new Map(known.map(({ id }) => [id, library.listing(id)!]));
      const trees = known.map(({ id }) => folders.tree(id));
      startTransition(() => setTotals(totalsOf(listings, trees, today.get(), marks.hidden.get())));
    }, INTERVAL);
    look();
    const ends = [
      library.subscribe(look),
      roots.subscribe(look),
      today.subscribe(look),
      marks.hidden.subscribe(look),
    ];
    return () => {
      over = true;
      ends.forEach((end) => end());
    };
  }, [library, marks, roots, folders, today]);
  return totals;
}
