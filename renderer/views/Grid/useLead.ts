// Renderer: how high what stands above the pictures is, which the grid has to know to find them.

import { useCallback, useState } from 'react';
import type { GridModel } from './model.js';

export interface Lead {
  /** CSS pixels. */
  readonly height: number;
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
}

export function useLead(model: GridModel): Lead {
  const [height, setHeight] = useState(0);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      const look = () => {
        model.lead = element.offsetHeight;
        setHeight(model.lead);
      };
      look();
      const observer = new ResizeObserver(look);
      observer.observe(element);
      return () => {
        observer.disconnect();
        model.lead = 0;
        setHeight(0);
      };
    },
    [model],
  );
  return { height, ref };
}
