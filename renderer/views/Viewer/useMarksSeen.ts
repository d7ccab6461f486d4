// Renderer: a mark that is given to the file in the viewer is answered by the bar, which shows it and may have faded.

import { useEffect, useRef } from 'react';
import { specOf } from '../../commands/table.js';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useMarkFlags } from '../Grid/TileMarks.js';

export function useMarksSeen(item: ItemKey, wake: () => void): void {
  const { commands } = useApp();
  const flags = useMarkFlags(item);
  const last = useRef({ item, flags });
  useEffect(() => {
    const before = last.current;
    last.current = { item, flags };
    if (before.item === item && before.flags !== flags) wake();
  }, [item, flags, wake]);
  // The rating that the file already has changes nothing, and is answered all the same.
  useEffect(() => commands.subscribe((id) => specOf(id).row === 'rate' && wake()), [commands, wake]);
}
