// Renderer: keys go on to be heard when the button that had the focus goes away with its kind of file.

import { useEffect, type RefObject } from 'react';
import type { ItemKey } from '../../state/keys.js';

export function useFocusKept(popup: RefObject<HTMLElement | null>, item: ItemKey): void {
  useEffect(() => {
    if (document.activeElement === document.body) popup.current?.focus();
  }, [popup, item]);
}
