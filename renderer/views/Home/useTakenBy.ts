// Renderer: how many files know where they were taken, and how many cameras took them all; for the home screen.

import { useEffect, useState } from 'react';
import { useApp } from '../../state/app.js';
import { throttled } from '../../state/schedule.js';
import { countsShown, takenBy, type TakenBy } from '../../state/totals.js';

/** Milliseconds between two questions while metadata is being read. */
const INTERVAL = 5000;

/** Null until it is known. */
export function useTakenBy(): TakenBy | null {
  const { gallery, library, marks, notices, roots } = useApp();
  const [taken, setTaken] = useState<TakenBy | null>(null);
  useEffect(() => {
    let over = false;
    const ask = throttled(() => {
      const ids = roots.get().flatMap(({ id, visited = false }) => (visited ? [] : [id]));
      if (over || ids.length === 0) return;
      Promise.all(ids.map((id) => gallery.call('library.facets', id))).then((columns) => {
        if (over) return;
        const known = new Map(ids.flatMap((id, i) => (columns[i] ? [[id, columns[i]] as const] : [])));
        const hidden = marks.hidden.get();
        setTaken(takenBy(known, (id) => countsShown(library.listing(id), hidden.get(id))));
      }, notices.report);
    }, INTERVAL);
    ask();
    const ends = [
      roots.subscribe(ask),
      marks.hidden.subscribe(ask),
      gallery.on('library.indexed', ask),
      library.subscribe((changes) => changes.some(({ kind }) => kind !== 'facts') && ask()),
    ];
    return () => {
      over = true;
      ends.forEach((end) => end());
    };
  }, [gallery, library, marks, notices, roots]);
  return taken;
}
