// Renderer: the numbers beside the filters, worked out while these are looked at and whenever files or criteria change.

import { useEffect, useState } from 'react';
import { useApp } from '../../state/app.js';
import type { FacetCounts } from '../../state/facet-counts.js';
import { throttled } from '../../state/schedule.js';

/** Milliseconds between two runs over all files. */
const INTERVAL = 300;

/** Null until they are known; then always the newest that are. */
export function useFacetCounts(): FacetCounts | null {
  const { items, sources, notices } = useApp();
  const [counts, setCounts] = useState<FacetCounts | null>(null);
  useEffect(() => {
    let over = false;
    const count = throttled(() => {
      if (over) return;
      sources.countFacets(items).then((counted) => !over && counted && setCounts(counted), notices.report);
    }, INTERVAL);
    count();
    const end = items.subscribe(count);
    return () => {
      over = true;
      end();
    };
  }, [items, sources, notices]);
  return counts;
}
