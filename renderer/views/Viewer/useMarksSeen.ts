// Renderer: a mark that was given to the file in the viewer is answered by the bar, which shows it and may have faded.

import { useEffect, useRef } from 'react';
import type { ItemKey } from '../../state/keys.js';
import { useMarkFlags } from '../Grid/TileMarks.js';

export function useMarksSeen(item: ItemKey, wake: () => void): void {
  const flags = useMarkFlags(item);
  const last = useRef({ item, flags });
  useEffect(() => {
    const before = last.current;
    last.current = { item, flags };
    if (before.item === item && before.flags !== flags) wake();
  }, [item, flags, wake]);
}
