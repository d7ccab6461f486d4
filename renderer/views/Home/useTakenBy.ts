// Renderer: how many files know where they were taken, and how many cameras took them all; for the home screen.

import { useEffect, useState } from 'react';
import { useApp } from '../../state/app.js';
import { throttled } from '../../state/schedule.js';
import { takenBy, type TakenBy } from '../../state/totals.js';

/** Milliseconds between two questions while metadata is being read. */
const INTERVAL = 5000;

/** Null until it is known. */
export function useTakenBy(): TakenBy | null {
  const { gallery, library, notices, roots } = useApp();
  const [taken, setTaken] = useState<TakenBy | null>(null);
  useEffect(() => {
    let over = false;
    const ask = throttled(() => {
      const ids = roots.get().flatMap(({ id, visited = false }) => (visited ? [] : [id]));
      if (over || ids.length === 0) return;
      Promise.all(ids.map((id) => gallery.call('library.facets', id))).then((columns) => {
        if (!over) setTaken(takenBy(columns.filter((one) => one !== null)));
      }, notices.report);
    }, INTERVAL);
    ask();
    const ends = [
      roots.subscribe(ask),
      gallery.on('library.indexed', ask),
      library.subscribe((changes) => changes.some(({ kind }) => kind !== 'facts') && ask()),
    ];
    return () => {
      over = true;
      ends.forEach((end) => end());
    };
  }, [gallery, library, notices, roots]);
  return taken;
}
